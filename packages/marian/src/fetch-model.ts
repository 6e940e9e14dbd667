import { AutoModelForSeq2SeqLM, AutoTokenizer, env } from '@xenova/transformers';
import type { FetchMessage } from './child-message.ts';
import { EngineError } from './engine-error.ts';

/**
 * Lets transformers.js fetch a model and its tokenizer from the hub, as 8-bit weights, into `cacheDir/<model id>`.
 * It opens the model on the way, so this is work for a process that ends afterwards.
 *
 * @throws EngineError `model_not_found` when the hub does not have it or cannot be reached.
 */
export async function fetchModel({ modelId, cacheDir, hubUrl }: FetchMessage): Promise<void> {
  if (hubUrl !== undefined) env.remoteHost = hubUrl.endsWith('/') ? hubUrl : `${hubUrl}/`;
  env.allowLocalModels = false;
  const options = { cache_dir: cacheDir };
  try {
    await AutoTokenizer.from_pretrained(modelId, options);
    const model = await AutoModelForSeq2SeqLM.from_pretrained(modelId, { ...options, dtype: 'q8' });
    await model.dispose();
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new EngineError('model_not_found', `${modelId} cannot be fetched from the model hub: ${reason}`, {
      cause,
    });
  }
}
