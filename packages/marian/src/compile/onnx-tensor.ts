import { type TensorProto, toNumber } from './onnx-schema.ts';

/** Numbers of ONNX's `TensorProto.DataType`. */
export const elementType = { float: 1, uint8: 2, int8: 3, int32: 6, int64: 7, bool: 9 } as const;

export type TensorValues = Float32Array | Uint8Array | Int8Array | Int32Array | Float64Array;

export interface OnnxTensor {
  readonly dims: readonly number[];
  /** 64-bit integers come as doubles. */
  readonly values: TensorValues;
}

/** A copy, since the bytes of a file are not aligned to the size of their elements. */
function copyOf(bytes: Uint8Array): ArrayBuffer {
  return new Uint8Array(bytes).buffer as ArrayBuffer;
}

function fromRaw(type: number, raw: Uint8Array): TensorValues | undefined {
  switch (type) {
    case elementType.float:
      return new Float32Array(copyOf(raw));
    case elementType.uint8:
    case elementType.bool:
      return new Uint8Array(raw.buffer, raw.byteOffset, raw.byteLength);
    case elementType.int8:
      return new Int8Array(raw.buffer, raw.byteOffset, raw.byteLength);
    case elementType.int32:
      return new Int32Array(copyOf(raw));
    case elementType.int64:
      return Float64Array.from(new BigInt64Array(copyOf(raw)), Number);
    default:
      return undefined;
  }
}

function fromFields(tensor: TensorProto): TensorValues | undefined {
  switch (tensor.dataType) {
    case elementType.float:
      return Float32Array.from(tensor.floatData ?? []);
    case elementType.uint8:
    case elementType.bool:
      return Uint8Array.from(tensor.int32Data ?? []);
    case elementType.int8:
      return Int8Array.from(tensor.int32Data ?? []);
    case elementType.int32:
      return Int32Array.from(tensor.int32Data ?? []);
    case elementType.int64:
      return Float64Array.from(tensor.int64Data ?? [], toNumber);
    default:
      return undefined;
  }
}

/** The values of a tensor; `undefined` when they are of another type or lie in a file of their own. */
export function readTensor(tensor: TensorProto): OnnxTensor | undefined {
  if (tensor.dataLocation) return undefined;
  const dims = tensor.dims.map(toNumber);
  const raw = tensor.rawData;
  const values = raw?.length ? fromRaw(tensor.dataType, raw) : fromFields(tensor);
  const size = dims.reduce((product, dim) => product * dim, 1);
  return values === undefined || values.length !== size ? undefined : { dims, values };
}

type Writable = Float32Array | Uint8Array | Int8Array | BigInt64Array;

function typeOf(values: Writable): number {
  if (values instanceof Float32Array) return elementType.float;
  if (values instanceof Uint8Array) return elementType.uint8;
  return values instanceof Int8Array ? elementType.int8 : elementType.int64;
}

export function writeTensor(name: string, dims: readonly number[], values: Writable): TensorProto {
  return {
    name,
    dims: [...dims],
    dataType: typeOf(values),
    rawData: new Uint8Array(values.buffer, values.byteOffset, values.byteLength),
  };
}
