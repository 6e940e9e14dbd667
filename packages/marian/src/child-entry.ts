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
import { createStepwiseDecoder } from './stepwise-decoder.ts';
import { loadTokenizer } from './tokenizer.ts';

type Translate = (texts: readonly string[]) => Promise<TextOutcome[]>;

function send(message: ChildMessage): void {
  // A host that is gone needs no answer; `disconnect` ends this process.
  if (process.connected) process.send?.(message, undefined, undefined, () => undefined);
}

function openDecoder(message: LoadMessage, config: ModelConfig): Promise<Decoder> {
  const { graph } = message;
  return graph === undefined
    ? createStepwiseDecoder({ ...message, config })
    : createCompiledDecoder({ ...message, graph, config });
}

async function load(message: LoadMessage): Promise<Translate> {
  const config = await readModelConfig(message.folder);
  const [tokenizer, decoder] = await Promise.all([
    loadTokenizer(message.folder, config.eosTokenId),
    openDecoder(message, config).catch((cause) => {
      throw new EngineError('model_invalid', `ONNX Runtime cannot load the graphs in ${message.folder}`, {
        cause,
      });
    }),
  ]);
  const translate = createBatchTranslator(tokenizer, decoder, config, message.maxBatchTokens);
  await translate(['1 2 3', '1']);
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
    const outcomes = await translate(message.texts);
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
