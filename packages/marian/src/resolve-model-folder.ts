import { join } from 'node:path';
import { runInChild } from './child-task.ts';
import { EngineError } from './engine-error.ts';
import { isFile, isFolder } from './model-folder.ts';

export interface ResolveOptions {
  readonly cacheDir: string;
  readonly hubUrl?: string;
  readonly childEntry?: URL;
}

const hubId = /^[\w.-]+\/[\w.-]+$/;

/** The file that is only there when a model was fetched completely. */
const lastFetched = 'onnx/decoder_model_merged_quantized.onnx';

/**
 * The folder of a model: `source` itself when there is such a folder, else where the hub's model of that id is kept,
 * fetched if need be.
 *
 * @throws EngineError `model_not_found`.
 */
export async function resolveModelFolder(source: string, options: ResolveOptions): Promise<string> {
  if (await isFolder(source)) return source;
  if (!hubId.test(source)) {
    throw new EngineError('model_not_found', `${source} is neither a folder nor the id of a hub model`);
  }
  const folder = join(options.cacheDir, source);
  if (!(await isFile(join(folder, lastFetched)))) {
    const { cacheDir, hubUrl, childEntry } = options;
    const mirror = hubUrl === undefined ? {} : { hubUrl };
    await runInChild({ type: 'fetch', modelId: source, cacheDir, ...mirror }, childEntry);
  }
  return folder;
}
