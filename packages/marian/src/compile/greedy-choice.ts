import type { ModelConfig } from '../model-config.ts';
import type { GraphBuilder } from './graph-builder.ts';
import type { Search } from './search-loop.ts';
import { blockSize, blocksOf, type Logits } from './vocabulary-table.ts';

/** The largest logits of the blocks of each row, [rows, blocks], and the token of the largest, [rows, 1]: the lowest among equals. */
interface Largest {
  readonly value: string;
  readonly token: string;
}

/**
 * The operator for the largest is slow over a whole vocabulary, maxima are fast: first the block with the largest one is
 * found, then the place in that block.
 */
function largestOf(graph: GraphBuilder, logits: Logits): Largest {
  const { blocks, highest } = blocksOf(graph, logits);
  const block = graph.op('ArgMax', [highest], { axis: 1 });
  const chosen = graph.op('GatherND', [blocks, block], { batch_dims: 1 });
  const place = graph.op('ArgMax', [chosen], { axis: 1 });
  const before = graph.op('Mul', [block, graph.int(blockSize)]);
  const { first } = logits;
  const token = graph.op('Add', [before, first === 0 ? place : graph.op('Add', [place, graph.int(first)])]);
  return { value: highest, token };
}

/** The token of the largest logit of each row, [rows, 1]. */
function chooseLargest(graph: GraphBuilder, parts: readonly Logits[]): string {
  const found = parts.map((part) => largestOf(graph, part));
  if (found.length === 1) return (found[0] as Largest).token;
  const values = found.map(({ value }) => graph.op('ReduceMax', [value, graph.ints([1])]));
  const tokens = found.map(({ token }) => token);
  const part = graph.op('ArgMax', [graph.op('Concat', values, { axis: 1 })], { axis: 1 });
  return graph.op('GatherElements', [graph.op('Concat', tokens, { axis: 1 }), part], { axis: 1 });
}

/** Always the likeliest token. A sentence is done when it has ended or is at its limit; then it goes on with padding. */
export function greedyChoice({ padTokenId, eosTokenId }: ModelConfig): Search {
  return {
    start: () => [],
    beginRound:
      (_, { lastSteps }) =>
      (graph, { done, finals, caches }, logits, index) => {
        const largest = chooseLargest(graph, logits);
        const tokens = graph.op('Where', [done, graph.int(padTokenId), largest]);
        const isEnd = graph.op('Equal', [tokens, graph.int(eosTokenId)]);
        const ends = graph.op('Or', [isEnd, graph.op('GreaterOrEqual', [index, lastSteps])]);
        return {
          done: graph.op('Or', [done, ends]),
          finals: graph.op('Concat', [finals, tokens], { axis: 1 }),
          tokens,
          others: [],
          caches,
        };
      },
  };
}
