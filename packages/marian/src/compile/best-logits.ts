import type { GraphBuilder } from './graph-builder.ts';
import { blockSize, blocksOf, type Logits } from './vocabulary-table.ts';

/** Values and tokens of the largest logits of each row, best first. */
interface Best {
  readonly values: string;
  readonly tokens: string;
}

/** Looks only into the blocks that can hold them. */
function bestOf(graph: GraphBuilder, logits: Logits, count: number): Best {
  const { blocks, highest } = blocksOf(graph, logits);
  const looked = Math.min(count, logits.columns / blockSize);
  const [, block = ''] = graph.ops('TopK', [highest, graph.ints([looked])], 2);
  const found = graph.op('GatherND', [blocks, graph.op('Unsqueeze', [block, graph.ints([2])])], {
    batch_dims: 1,
  });
  const [values = '', place = ''] = graph.ops(
    'TopK',
    [graph.reshape(found, [-1, looked * blockSize]), graph.ints([count])],
    2,
  );
  const size = graph.int(blockSize);
  const inBlock = graph.op('GatherElements', [block, graph.op('Div', [place, size])], { axis: 1 });
  const before = graph.op('Add', [graph.op('Mul', [inBlock, size]), graph.int(logits.first)]);
  return { values, tokens: graph.op('Add', [before, graph.op('Mod', [place, size])]) };
}

function firstColumn(graph: GraphBuilder, matrix: string): string {
  return graph.op('Slice', [matrix, graph.ints([0]), graph.ints([1]), graph.ints([1])]);
}

/**
 * The logarithm of the sum of the exponentials of each row, [rows, 1]: the difference of a logit to its log-probability. The
 * operator that is made for it is several times as slow.
 */
function logSumExp(graph: GraphBuilder, { value: logits, first }: Logits, best: Best): string {
  const column = graph.op('Sub', [firstColumn(graph, best.tokens), graph.int(first)]);
  const logProbabilities = graph.op('LogSoftmax', [logits], { axis: 1 });
  const logProbability = graph.op('GatherElements', [logProbabilities, column], { axis: 1 });
  return graph.op('Sub', [firstColumn(graph, best.values), logProbability]);
}

/** The best of the whole vocabulary, and the logarithm of the sum of all exponentials. */
export function bestOfAll(graph: GraphBuilder, parts: readonly Logits[], count: number) {
  const found = parts.map((part) => {
    const best = bestOf(graph, part, count);
    return { ...best, total: logSumExp(graph, part, best) };
  });
  if (found.length === 1) return found[0] as Best & { total: string };
  const joined = (of: (each: Best & { total: string }) => string) =>
    graph.op('Concat', found.map(of), { axis: 1 });
  const candidates = joined(({ values }) => values);
  const [values = '', place = ''] = graph.ops('TopK', [candidates, graph.ints([count])], 2);
  const tokens = graph.op('GatherElements', [joined((each) => each.tokens), place], { axis: 1 });
  const total = graph.op('ReduceLogSumExp', [joined((each) => each.total), graph.ints([1])]);
  return { values, tokens, total };
}

/** The logits of one token, [rows, 1]. */
export function logitsOf(graph: GraphBuilder, parts: readonly Logits[], token: number): string {
  const part = parts.find(({ first, columns }) => token < first + columns) as Logits;
  return graph.op('Gather', [part.value, graph.ints([token - part.first])], { axis: 1 });
}
