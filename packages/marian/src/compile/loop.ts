import { GraphBuilder, valueInfo } from './graph-builder.ts';
import type { elementType } from './onnx-tensor.ts';

/** A value of the loop: what it is at first, and its type; sizes that are only known at run time are `null`. */
export interface Carried {
  readonly initial: string;
  readonly type: keyof typeof elementType;
  readonly dims: readonly (number | null)[];
}

/** What a step hands on. */
export interface StepOutput {
  /** A boolean: whether there is another step. */
  readonly more: string;
  /** The carried values, in the order that they came in. */
  readonly carried: readonly string[];
  /** Values of which each step's is kept, one after the other. */
  readonly collected: readonly Omit<Carried, 'initial'>[];
  readonly collect: readonly string[];
}

/**
 * A loop of at most `limit` steps. `name` sets the names inside of it apart from those of other loops.
 *
 * @returns the names of the last carried values, and then of the collected ones.
 */
export function loop(
  graph: GraphBuilder,
  name: string,
  limit: string,
  carried: readonly Carried[],
  makeStep: (body: GraphBuilder, index: string, values: readonly string[]) => StepOutput,
): string[] {
  const body = new GraphBuilder(graph, `${name}/`);
  const index = `${name}/index`;
  const names = carried.map((_, place) => `${name}/carried_${place}`);
  const step = makeStep(body, index, names);
  const seen = new Set<string>();
  // No two outputs may be one; a copy of anything large would be felt.
  const outputs = [step.more, ...step.carried, ...step.collect].map((output) => {
    const unique = seen.has(output) ? body.op('Identity', [output]) : output;
    seen.add(unique);
    return unique;
  });
  const types = [{ type: 'bool' as const, dims: [] }, ...carried, ...step.collected];
  const made = body.toGraph(
    name,
    [
      valueInfo(index, 'int64', []),
      valueInfo(`${name}/go`, 'bool', []),
      ...carried.map(({ type, dims }, place) => valueInfo(names[place] as string, type, dims)),
    ],
    outputs.map((output, place) => {
      const { type, dims } = types[place] as (typeof types)[number];
      return valueInfo(output, type, dims);
    }),
  );
  return graph.ops('Loop', [limit, '', ...carried.map(({ initial }) => initial)], outputs.length - 1, {
    attributes: { body: { graph: made } },
  });
}
