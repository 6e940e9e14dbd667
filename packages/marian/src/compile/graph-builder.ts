import type { AttributeProto, GraphProto, NodeProto, TensorProto, ValueInfoProto } from './onnx-schema.ts';
import { elementType, writeTensor } from './onnx-tensor.ts';

type Attribute = number | readonly number[] | { readonly float: number } | { readonly graph: GraphProto };

interface OpOptions {
  readonly domain?: string;
  readonly attributes?: Readonly<Record<string, Attribute>>;
}

/** Numbers of ONNX's `AttributeProto.AttributeType`. */
const attributeType = { float: 1, int: 2, graph: 5, ints: 7 } as const;

function toAttribute(name: string, value: Attribute): AttributeProto {
  if (typeof value === 'number') return { name, type: attributeType.int, i: value };
  if ('float' in value) return { name, type: attributeType.float, f: value.float };
  if ('graph' in value) return { name, type: attributeType.graph, g: value.graph };
  return { name, type: attributeType.ints, ints: [...value] };
}

/** A graph's input or output; sizes that are only known at run time are `null`, or all of the shape. */
export function valueInfo(
  name: string,
  type: keyof typeof elementType,
  dims: readonly (number | null)[] | null,
): ValueInfoProto {
  if (dims === null) return { name, type: { tensorType: { elemType: elementType[type] } } };
  const dim = dims.map((size) => (size === null ? {} : { dimValue: size }));
  return { name, type: { tensorType: { elemType: elementType[type], shape: { dim } } } };
}

/**
 * Writes a graph node by node. The body of a loop has a builder of its own, whose constants lie in the graph around it: there
 * they are stored once, and ONNX Runtime packs them once. It does not for what lies further out.
 */
export class GraphBuilder {
  readonly #nodes: NodeProto[] = [];
  readonly #root: GraphBuilder;
  /** The graph with the constants of this one. */
  readonly #store: GraphBuilder;
  readonly #prefix: string;
  readonly #initializers: TensorProto[] = [];
  readonly #known = new Map<unknown, string>();
  #count = 0;

  /** `prefix` sets the names of a graph inside of `outer` apart. */
  constructor(outer?: GraphBuilder, prefix = '') {
    this.#root = outer?.root ?? this;
    this.#store = outer ?? this;
    this.#prefix = prefix;
  }

  /** The outermost graph. */
  get root(): GraphBuilder {
    return this.#root;
  }

  /** Adds a node; answers the names of its outputs. An empty input is an optional one left out. */
  ops(opType: string, inputs: readonly string[], outputs: number, options: OpOptions = {}): string[] {
    const name = `${this.#prefix}${opType}_${this.#count}`;
    const output = outputs === 1 ? [name] : Array.from({ length: outputs }, (_, index) => `${name}.${index}`);
    this.#add(opType, inputs, output, options);
    return output;
  }

  /** Adds a node whose outputs have names of their own. */
  named(
    opType: string,
    inputs: readonly string[],
    outputs: readonly string[],
    options: OpOptions = {},
  ): void {
    this.#add(opType, inputs, outputs, options);
  }

  op(opType: string, inputs: readonly string[], attributes: OpOptions['attributes'] = {}): string {
    return this.ops(opType, inputs, 1, { attributes })[0] as string;
  }

  /** A node of ONNX Runtime's own operators. */
  fused(opType: string, inputs: readonly string[], attributes: OpOptions['attributes'] = {}): string {
    return this.ops(opType, inputs, 1, { attributes, domain: 'com.microsoft' })[0] as string;
  }

  /** A large constant; the same array is stored once. */
  weight(dims: readonly number[], values: Float32Array | Int8Array): string {
    return this.#store.#keep(values, dims, values);
  }

  floats(values: readonly number[], dims: readonly number[] = [values.length]): string {
    return this.#store.#keep(`f${dims}:${values}`, dims, Float32Array.from(values));
  }

  float(value: number): string {
    return this.floats([value], []);
  }

  ints(values: readonly number[], dims: readonly number[] = [values.length]): string {
    return this.#store.#keep(`i${dims}:${values}`, dims, BigInt64Array.from(values, BigInt));
  }

  int(value: number): string {
    return this.ints([value], []);
  }

  byte(value: number): string {
    return this.#store.#keep(`b${value}`, [], Uint8Array.of(value));
  }

  reshape(value: string, dims: readonly number[]): string {
    return this.op('Reshape', [value, this.ints(dims)]);
  }

  toGraph(name: string, input: ValueInfoProto[], output: ValueInfoProto[]): GraphProto {
    return { name, node: this.#nodes, initializer: this.#initializers, input, output };
  }

  #add(opType: string, inputs: readonly string[], outputs: readonly string[], options: OpOptions): void {
    this.#nodes.push({
      name: `${this.#prefix}${opType}_${this.#count}`,
      opType,
      domain: options.domain ?? '',
      input: [...inputs],
      output: [...outputs],
      attribute: Object.entries(options.attributes ?? {}).map(([key, value]) => toAttribute(key, value)),
    });
    this.#count += 1;
  }

  #keep(key: unknown, dims: readonly number[], values: Parameters<typeof writeTensor>[2]): string {
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    const name = `${this.#prefix}constant_${this.#initializers.length}`;
    this.#known.set(key, name);
    this.#initializers.push(writeTensor(name, dims, values));
    return name;
  }
}
