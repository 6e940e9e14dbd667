import { type GraphTracer, UnexpectedGraph } from './graph-tracer.ts';
import type { Linear, Matrix, Norm } from './marian-weights.ts';
import { turn } from './matrices.ts';
import { type NodeProto, toNumber } from './onnx-schema.ts';
import type { OnnxTensor } from './onnx-tensor.ts';

export interface TracedLinear extends Linear {
  /** Name of what it is applied to. */
  readonly input: string;
}

interface Product {
  readonly input: string;
  readonly weight: Matrix;
}

function asFloats(tensor: OnnxTensor): Float32Array {
  return tensor.values instanceof Float32Array ? tensor.values : Float32Array.from(tensor.values);
}

export function floatMatrix(tensor: OnnxTensor, what: string): Matrix {
  const [rows, columns] = tensor.dims;
  if (tensor.dims.length !== 2 || rows === undefined || columns === undefined) {
    throw new UnexpectedGraph(`${what} has the shape [${tensor.dims.join(', ')}]`);
  }
  return { rows, columns, values: asFloats(tensor) };
}

/**
 * A matrix from its 8-bit form, with one scale and zero point for all, or for each column. The integers are kept when
 * zero stands for zero: then nothing is lost on the way into the compiled graph.
 */
export function dequantize(
  tensor: OnnxTensor,
  scale: OnnxTensor,
  zeroPoint: OnnxTensor | undefined,
  what: string,
): Matrix {
  const matrix = floatMatrix(tensor, what);
  const { rows, columns } = matrix;
  const at = (values: ArrayLike<number> | undefined, column: number) =>
    values === undefined ? 0 : (values[values.length === 1 ? 0 : column] as number);
  const scales = Float32Array.from({ length: columns }, (_, column) => at(scale.values, column));
  // Unsigned weights are shifted, so that 128 becomes 0.
  const shift = tensor.values instanceof Uint8Array ? 128 : 0;
  const zeros = Int32Array.from({ length: columns }, (_, column) => at(zeroPoint?.values, column) - shift);
  const integers = new Int8Array(rows * columns);
  const values = new Float32Array(rows * columns);
  for (let index = 0, row = 0; row < rows; row += 1) {
    for (let column = 0; column < columns; column += 1, index += 1) {
      const integer = (tensor.values[index] as number) - shift;
      integers[index] = integer;
      values[index] = (integer - (zeros[column] as number)) * (scales[column] as number);
    }
  }
  const symmetric = zeros.every((zero) => zero === 0);
  return { rows, columns, values, ...(symmetric ? { integers: { values: integers, scales } } : {}) };
}

/** The activations that a quantizing node was given. */
function quantizedFrom(tracer: GraphTracer, name: string): string {
  return tracer.expect(name, 'quantized activations', 'DynamicQuantizeLinear').input[0] as string;
}

/** Cast(MatMulInteger(x, W)) × (scale of x × scale of W), as ONNX Runtime's dynamic quantization writes it. */
function traceIntegerProduct(tracer: GraphTracer, node: NodeProto): Product | undefined {
  const casts = node.input.map((input) => tracer.producer(input));
  const place = casts.findIndex((cast) => cast?.opType === 'Cast');
  const product = casts[place] && tracer.producer(casts[place].input[0] as string);
  if (product?.opType !== 'MatMulInteger') return undefined;
  const scales = tracer.expect(node.input[1 - place] as string, 'scales of a product', 'Mul');
  const scale = tracer.splitConstant(scales)?.constant;
  if (scale === undefined) throw tracer.unexpected(scales.output[0] as string, 'a scale of weights');
  const [activations, weights, , zero] = product.input as [string, string, string?, string?];
  const what = `the weights ${weights}`;
  const zeroPoint = zero ? tracer.expectConstant(zero, `the zero point of ${what}`) : undefined;
  return {
    input: quantizedFrom(tracer, activations),
    weight: dequantize(tracer.expectConstant(weights, what), scale, zeroPoint, what),
  };
}

function traceProduct(tracer: GraphTracer, name: string): Product {
  const node = tracer.expect(name, 'a product with constant weights', 'MatMul', 'Mul');
  if (node.opType === 'Mul') {
    const product = traceIntegerProduct(tracer, node);
    if (product === undefined) throw tracer.unexpected(name, 'a product with 8-bit weights');
    return product;
  }
  const [input, weights] = node.input as [string, string];
  const what = `the weights ${weights}`;
  return { input, weight: floatMatrix(tracer.expectConstant(weights, what), what) };
}

function traceGemm(tracer: GraphTracer, node: NodeProto): TracedLinear {
  const [input, weights, bias] = node.input as [string, string, string?];
  const flag = (name: string) => toNumber(node.attribute.find((each) => each.name === name)?.i ?? 0);
  const what = `the weights ${weights}`;
  const stored = floatMatrix(tracer.expectConstant(weights, what), what);
  const weight =
    flag('transB') === 1
      ? {
          rows: stored.columns,
          columns: stored.rows,
          values: turn(stored.values, stored.rows, stored.columns),
        }
      : stored;
  const values = bias ? asFloats(tracer.expectConstant(bias, 'a bias')) : new Float32Array(weight.columns);
  return { input, weight, bias: values };
}

/** x · W + b with constant W and b; b may be missing. */
export function traceLinear(tracer: GraphTracer, name: string): TracedLinear {
  const node = tracer.producer(name);
  if (node?.opType === 'Gemm') return traceGemm(tracer, node);
  const split = node?.opType === 'Add' ? tracer.splitConstant(node) : undefined;
  const { input, weight } = traceProduct(tracer, split?.other ?? name);
  const bias = split ? asFloats(split.constant) : new Float32Array(weight.columns);
  if (bias.length !== weight.columns) throw tracer.unexpected(name, `a bias of ${weight.columns} values`);
  return { input, weight, bias };
}

/** Layer normalisation, as one node or taken apart. */
export function traceNorm(tracer: GraphTracer, name: string): Norm & { readonly input: string } {
  const node = tracer.expect(name, 'a layer normalisation', 'LayerNormalization', 'Add');
  if (node.opType === 'LayerNormalization') {
    const [input, gamma, beta] = node.input as [string, string, string];
    return {
      input,
      gamma: asFloats(tracer.expectConstant(gamma, 'a gain')),
      beta: asFloats(tracer.expectConstant(beta, 'a bias')),
      epsilon: node.attribute.find((attribute) => attribute.name === 'epsilon')?.f ?? 1e-5,
    };
  }
  const shifted = tracer.splitConstant(node);
  const scaled = shifted && tracer.splitConstant(tracer.expect(shifted.other, 'a scaled norm', 'Mul'));
  if (!scaled) throw tracer.unexpected(name, 'a layer normalisation');
  const divided = tracer.expect(scaled.other, 'a normalised value', 'Div');
  const centred = tracer.expect(divided.input[0] as string, 'a centred value', 'Sub');
  const root = tracer.expect(divided.input[1] as string, 'a standard deviation', 'Sqrt');
  const variance = tracer.splitConstant(tracer.expect(root.input[0] as string, 'a variance', 'Add'));
  const [input, mean] = centred.input as [string, string];
  const averaged = tracer.expect(mean, 'a mean', 'ReduceMean').input[0] as string;
  if (!variance || tracer.origin(averaged) !== tracer.origin(input)) {
    throw tracer.unexpected(name, 'a layer normalisation');
  }
  return {
    input,
    gamma: asFloats(scaled.constant),
    beta: asFloats(shifted.constant),
    epsilon: variance.constant.values[0] as number,
  };
}
