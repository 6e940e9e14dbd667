/**
 * The module that a child process runs. It ends with its host, however the host ends: the channel between them closes.
 */
import { setImmediate } from 'node:timers/promises';
import { BatchOrder } from './batch-order.ts';
import type { ChildMessage, HostMessage, LoadMessage, TranslateMessage } from './child-message.ts';
import { createCompiledDecoder } from './compiled-decoder.ts';
import { decodeInRuns } from './decode-in-runs.ts';
import type { Decoder, TargetSentence } from './decoder.ts';
import { EngineError } from './engine-error.ts';
import { type ModelConfig, readModelConfig } from './model-config.ts';
import { openDecoders } from './search-decoders.ts';
import type { SearchSpec } from './search-spec.ts';
import { createStepwiseDecoder } from './stepwise-decoder.ts';
import { targetLimit } from './target-limit.ts';

type Translate = (
  batch: Pick<TranslateMessage, 'sentences' | 'search' | 'maxRunTokens'>,
  betweenRuns?: () => Promise<void>,
) => Promise<TargetSentence[]>;

function send(message: ChildMessage): void {
  // A host that is gone needs no answer; `disconnect` ends this process.
  if (process.connected) process.send?.(message, undefined, undefined, () => undefined);
}

async function openDecoder(
  { folder, files, threads }: LoadMessage,
  { graph, beamSize }: SearchSpec,
  config: ModelConfig,
): Promise<Decoder> {
  try {
    return await (graph === undefined
      ? createStepwiseDecoder({ files, config, beamSize, threads })
      : createCompiledDecoder({ graph, config, beamSize, threads }));
  } catch (cause) {
    throw new EngineError('model_invalid', `ONNX Runtime cannot load the graphs in ${folder}`, { cause });
  }
}

async function load(message: LoadMessage): Promise<Translate> {
  const config = await readModelConfig(message.folder);
  const decoders = await openDecoders(message.search, (search) => openDecoder(message, search, config));
  const translate: Translate = async ({ sentences, search, maxRunTokens }, betweenRuns) => {
    // As many rows as the beam size at hand would have.
    const budget = Math.ceil(maxRunTokens * Math.min(1, message.search.beamSize / search.beamSize));
    // Asked for at each run: what was done in between may have needed another.
    const decoder: Pick<Decoder, 'decode'> = {
      decode: async (batch) => (await decoders.get(search)).decode(batch),
    };
    const sources = sentences.map((ids) => ({
      ids,
      maxTargetTokens: targetLimit(ids.length, config.maxTargetTokens),
    }));
    const targets = await decodeInRuns(decoder, sources, budget, betweenRuns);
    // Nobody reads what was not asked for.
    return search.alternatives > 0 ? targets : targets.map((target) => ({ ...target, alternatives: [] }));
  };
  const sentences = [2, 6].map((length) => new Array<number>(length).fill(config.eosTokenId));
  await translate({ sentences, search: message.search, maxRunTokens: 1 });
  return translate;
}

let translate: Translate | undefined;
const batches = new BatchOrder<TranslateMessage>();
let work: Promise<void> = Promise.resolve();

async function handle(message: HostMessage): Promise<void> {
  if (message.type === 'load') {
    translate = await load(message);
    send({ type: 'ready' });
  } else if (message.type === 'fetch') {
    const { fetchModel } = await import('./fetch-model.ts');
    await fetchModel(message);
    send({ type: 'ready' });
  } else if (message.type === 'compile') {
    const { compileModel } = await import('./compile/compile-model.ts');
    await compileModel(message);
    send({ type: 'ready' });
  } else {
    // Once for each batch that came, though it may be done already, or another one's turn.
    await arrivals();
    const batch = batches.next();
    if (batch !== undefined) await translateBatch(batch);
  }
}

/** What came while this process computed is read before what comes next is chosen. */
const arrivals = () => setImmediate();

async function translateBatch(batch: TranslateMessage): Promise<void> {
  if (translate === undefined) throw new EngineError('model_invalid', 'no model is loaded');
  const targets = await translate(batch, batch.urgent ? undefined : translateUrgent);
  send({ type: 'translated', batchId: batch.batchId, targets });
}

async function translateUrgent(): Promise<void> {
  await arrivals();
  for (let batch = batches.nextUrgent(); batch !== undefined; batch = batches.nextUrgent()) {
    await translateBatch(batch);
  }
}

process.on('message', (message: HostMessage) => {
  if (message.type === 'translate') batches.push(message);
  work = work
    .then(() => handle(message))
    .catch((error: unknown) => {
      const code = error instanceof EngineError ? error.code : 'engine_crashed';
      send({ type: 'failed', code, message: error instanceof Error ? error.message : String(error) });
      process.exitCode = 1;
      process.disconnect();
    });
});
process.on('disconnect', () => process.exit());
