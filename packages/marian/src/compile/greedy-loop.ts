import type { GraphBuilder } from './graph-builder.ts';
import { type Carried, loop } from './loop.ts';
import { anyFalse, countUp, emptyCaches, type LoopContext, type SearchOutput } from './search-loop.ts';
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

/**
 * Always the likeliest token. A row whose sentence has ended, or is at its limit, goes on with padding, until all have.
 * Gives [steps, batch].
 */
export function greedyLoop(graph: GraphBuilder, context: LoopContext): SearchOutput {
  const { config, paddedSize, observer } = context;
  const rows = graph.op('Shape', ['limits']);
  const carried: Carried[] = [
    { initial: graph.op('Expand', [graph.int(config.startTokenId), rows]), type: 'int64', dims: [null] },
    { initial: graph.op('LessOrEqual', ['limits', graph.int(0)]), type: 'bool', dims: [null] },
    ...emptyCaches(graph, rows, context),
  ];
  let points: readonly string[] = [];
  const outputs = loop(
    graph,
    'max_steps',
    carried,
    (body, index, [tokens = '', finished = '', ...caches]) => {
      const { logits, caches: grown } = context.step(body, tokens, index, caches);
      const seen = observer?.seen(body) ?? [];
      points = seen.map(({ point }) => point);
      const chosen = body.op('Where', [
        finished,
        body.int(config.padTokenId),
        chooseLargest(body, logits, paddedSize),
      ]);
      const atLimit = body.op('GreaterOrEqual', [body.op('Add', [index, body.int(1)]), 'limits']);
      const ends = body.op('Or', [body.op('Equal', [chosen, body.int(config.eosTokenId)]), atLimit]);
      const nowFinished = body.op('Or', [finished, ends]);
      return {
        more: anyFalse(body, nowFinished),
        carried: [chosen, nowFinished, ...grown],
        collected: [{ type: 'int64', dims: [null] }, ...seen.flatMap(() => [range, range])],
        collect: [chosen, ...seen.flatMap(({ min, max }) => [min, max])],
      };
    },
  );
  const [outputIds = '', ...ranges] = outputs.slice(carried.length);
  const observations = points.map((point, place) => ({
    point,
    min: ranges[2 * place] as string,
    max: ranges[2 * place + 1] as string,
  }));
  return { outputIds, observations };
}

const range = { type: 'float', dims: [] } as const;
