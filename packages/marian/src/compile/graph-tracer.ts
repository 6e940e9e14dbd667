import { turn } from './matrices.ts';
import { type GraphProto, type NodeProto, type TensorProto, toNumber } from './onnx-schema.ts';
import { type OnnxTensor, readTensor } from './onnx-tensor.ts';

/** A graph that is not what the compiler knows; the message says where, and what was found there. */
export class UnexpectedGraph extends Error {
  override readonly name = 'UnexpectedGraph';
}

/** Follows values of a graph back to what made them, whatever the nodes are called. */
export class GraphTracer {
  readonly #producers = new Map<string, NodeProto>();
  readonly #initializers = new Map<string, TensorProto>();
  readonly #constants = new Map<string, OnnxTensor | undefined>();

  /** `scopes`: the graph, and the ones around it, innermost first; an inner name hides an outer one. */
  constructor(scopes: readonly GraphProto[]) {
    for (const graph of scopes.toReversed()) {
      for (const tensor of graph.initializer) {
        this.#producers.delete(tensor.name);
        this.#initializers.set(tensor.name, tensor);
      }
      for (const node of graph.node) {
        for (const output of node.output) {
          this.#initializers.delete(output);
          this.#producers.set(output, node);
        }
      }
    }
  }

  /** The name that a value had before it was passed on unchanged. */
  origin(name: string): string {
    const node = this.#producers.get(name);
    return node?.opType === 'Identity' ? this.origin(node.input[0] as string) : name;
  }

  producer(name: string): NodeProto | undefined {
    return this.#producers.get(this.origin(name));
  }

  /** The producer of a value, which must be one of these operators. */
  expect(name: string, what: string, ...opTypes: string[]): NodeProto {
    const node = this.producer(name);
    if (node !== undefined && opTypes.includes(node.opType)) return node;
    throw this.unexpected(name, what);
  }

  unexpected(name: string, what: string): UnexpectedGraph {
    const node = this.producer(name);
    const found = node ? `${node.opType}(${node.input.join(', ')})` : 'an input or a constant';
    return new UnexpectedGraph(`expected ${what} at ${name}, found ${found}`);
  }

  /** The value of a name that does not depend on the graph's inputs. */
  constant(name: string): OnnxTensor | undefined {
    const origin = this.origin(name);
    if (!this.#constants.has(origin)) this.#constants.set(origin, this.#evaluate(origin));
    return this.#constants.get(origin);
  }

  expectConstant(name: string, what: string): OnnxTensor {
    const tensor = this.constant(name);
    if (tensor === undefined) throw this.unexpected(name, what);
    return tensor;
  }

  /** The one number that a constant holds. */
  scalar(name: string): number | undefined {
    const tensor = this.constant(name);
    return tensor?.values.length === 1 ? tensor.values[0] : undefined;
  }

  /** The operand of a commutative node that is a constant, and the other one. */
  splitConstant(node: NodeProto): { constant: OnnxTensor; other: string } | undefined {
    const [left, right] = node.input as [string, string];
    const second = this.constant(right);
    if (second !== undefined) return { constant: second, other: left };
    const first = this.constant(left);
    return first === undefined ? undefined : { constant: first, other: right };
  }

  #evaluate(name: string): OnnxTensor | undefined {
    const initializer = this.#initializers.get(name);
    if (initializer !== undefined) return readTensor(initializer);
    const node = this.#producers.get(name);
    if (node?.opType === 'Constant') {
      const value = node.attribute.find((attribute) => attribute.name === 'value')?.t;
      return value ? readTensor(value) : undefined;
    }
    if (node?.opType === 'Transpose') return transpose(this.constant(node.input[0] as string), node);
    return undefined;
  }
}

function transpose(tensor: OnnxTensor | undefined, node: NodeProto): OnnxTensor | undefined {
  const perm = node.attribute.find(({ name }) => name === 'perm')?.ints?.map(toNumber) ?? [1, 0];
  if (tensor === undefined || tensor.dims.length !== 2 || perm[0] !== 1) return undefined;
  const [rows, columns] = tensor.dims as [number, number];
  const { values } = tensor;
  if (!(values instanceof Float32Array || values instanceof Int8Array)) return undefined;
  return { dims: [columns, rows], values: turn(values, rows, columns) };
}
