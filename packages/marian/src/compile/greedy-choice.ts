import type { ModelConfig } from '../model-config.ts';
import type { GraphBuilder } from './graph-builder.ts';
import { countUp, type Search } from './search-loop.ts';
import { blockSize } from './vocabulary-table.ts';

/**
 * The index of the largest logit of each row, the lowest among equals. The operator for that is slow over a whole
 * vocabulary, maxima are fast: first the block with the largest one is found, then the place in that block.
 */
function chooseLargest(graph: GraphBuilder, logits: string, paddedSize: number): string {
  const blocks = paddedSize / blockSize;
  const byBlock = graph.reshape(logits, [-1, blocks, blockSize]);
  const highest = graph.op('ReduceMax', [byBlock, graph.ints([-1])], { keepdims: 0 });
  const block = graph.op('ArgMax', [highest], { axis: 1, keepdims: 0 });
  const firstBlocks = graph.op('Mul', [countUp(graph, block), graph.int(blocks)]);
  const chosen = graph.op('Gather', [
    graph.reshape(logits, [-1, blockSize]),
    graph.op('Add', [firstBlocks, block]),
  ]);
  const place = graph.op('ArgMax', [chosen], { axis: 1, keepdims: 0 });
  return graph.op('Add', [graph.op('Mul', [block, graph.int(blockSize)]), place]);
}

/** Always the likeliest token. A sentence is done when it has ended or is at its limit; then it goes on with padding. */
export function greedyChoice({ padTokenId, eosTokenId }: ModelConfig, paddedSize: number): Search {
  return {
    start: () => [],
    choose(graph, { done, finals, caches }, logits, index, { limits }) {
      const largest = chooseLargest(graph, logits, paddedSize);
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
