/**
 * The module that a child process runs. It ends with its host, however the host ends: the channel between them closes.
 */
import { createBatchTranslator } from './batch-translator.ts';
import type { ChildMessage, HostMessage, LoadMessage, TextOutcome } from './child-message.ts';
import { createCompiledDecoder } from './compiled-decoder.ts';
import type { Decoder } from './decoder.ts';
import { EngineError } from './engine-error.ts';
import { fetchModel } from './fetch-model.ts';
import { type ModelConfig, readModelConfig } from './model-config.ts';
import { openDecoders } from './search-decoders.ts';
import type { SearchSpec } from './search-spec.ts';
import { createStepwiseDecoder } from './stepwise-decoder.ts';
import { loadTokenizer } from './tokenizer.ts';

type Translate = (texts: readonly string[], search: SearchSpec) => Promise<TextOutcome[]>;

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
  const [tokenizer, decoders] = await Promise.all([
    loadTokenizer(message.folder, config.eosTokenId),
    openDecoders(message.search, (search) => openDecoder(message, search, config)),
  ]);
  const translate: Translate = async (texts, search) => {
    // As many rows as the beam size at hand would have.
    const budget = Math.ceil(message.maxBatchTokens * Math.min(1, message.search.beamSize / search.beamSize));
    const decoder = await decoders.get(search);
    return createBatchTranslator(tokenizer, decoder, config, budget)(texts, search.alternatives);
  };
  await translate(['1 2 3', '1'], message.search);
  return translate;
}

let translate: Translate | undefined;
let work: Promise<void> = Promise.resolve();

async function handle(message: HostMessage): Promise<void> {
  if (message.type === 'load') {
    translate = await load(message);
    send({ type: 'ready' });
  } else if (message.type === 'fetch') {
    await fetchModel(message);
    send({ type: 'ready' });
  } else if (message.type === 'compile') {
    const { compileModel } = await import('./compile/compile-model.ts');
    await compileModel(message);
    send({ type: 'ready' });
  } else if (translate !== undefined) {
    const outcomes = await translate(message.texts, message.search);
    send({ type: 'translated', batchId: message.batchId, outcomes });
  }
}

process.on('message', (message: HostMessage) => {
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
