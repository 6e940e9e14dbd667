import type { ModelConfig } from '../model-config.ts';
import type { GraphBuilder } from './graph-builder.ts';
import { countUp, type Search } from './search-loop.ts';
import { blockSize, type Logits } from './vocabulary-table.ts';

/** The largest logits of the blocks of each row, and the token of the largest, the lowest among equals. */
interface Largest {
  readonly value: string;
  readonly token: string;
}

/**
 * The operator for the largest is slow over a whole vocabulary, maxima are fast: first the block with the largest one is
 * found, then the place in that block.
 */
function largestOf(graph: GraphBuilder, { value: logits, first, columns }: Logits): Largest {
  const blocks = columns / blockSize;
  const byBlock = graph.reshape(logits, [-1, blocks, blockSize]);
  const highest = graph.op('ReduceMax', [byBlock, graph.ints([-1])], { keepdims: 0 });
  const block = graph.op('ArgMax', [highest], { axis: 1, keepdims: 0 });
  const firstBlocks = graph.op('Mul', [countUp(graph, block), graph.int(blocks)]);
  const chosen = graph.op('Gather', [
    graph.reshape(logits, [-1, blockSize]),
    graph.op('Add', [firstBlocks, block]),
  ]);
  const place = graph.op('ArgMax', [chosen], { axis: 1, keepdims: 0 });
  const before = graph.op('Mul', [block, graph.int(blockSize)]);
  const token = graph.op('Add', [before, first === 0 ? place : graph.op('Add', [place, graph.int(first)])]);
  return { value: highest, token };
}

/** The token of the largest logit of each row, [rows]. */
function chooseLargest(graph: GraphBuilder, parts: readonly Logits[]): string {
  const found = parts.map((part) => largestOf(graph, part));
  if (found.length === 1) return (found[0] as Largest).token;
  const values = found.map(({ value }) => graph.op('ReduceMax', [value, graph.ints([1])]));
  const tokens = found.map(({ token }) => graph.op('Unsqueeze', [token, graph.ints([1])]));
  const part = graph.op('ArgMax', [graph.op('Concat', values, { axis: 1 })], { axis: 1 });
  const chosen = graph.op('GatherElements', [graph.op('Concat', tokens, { axis: 1 }), part], { axis: 1 });
  return graph.reshape(chosen, [-1]);
}

/** Always the likeliest token. A sentence is done when it has ended or is at its limit; then it goes on with padding. */
export function greedyChoice({ padTokenId, eosTokenId }: ModelConfig): Search {
  return {
    start: () => [],
    choose(graph, { done, finals, caches }, logits, index, { limits }) {
      const largest = chooseLargest(graph, logits);
      const tokens = graph.op('Where', [done, graph.int(padTokenId), largest]);
      const atLimit = graph.op('GreaterOrEqual', [graph.op('Add', [index, graph.int(1)]), limits]);
      const ends = graph.op('Or', [graph.op('Equal', [tokens, graph.int(eosTokenId)]), atLimit]);
      const column = graph.op('Unsqueeze', [tokens, graph.ints([1])]);
      return {
        done: graph.op('Or', [done, ends]),
        finals: graph.op('Concat', [finals, column], { axis: 1 }),
        tokens,
        others: [],
        caches,
      };
    },
  };
}
