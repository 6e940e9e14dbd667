import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runInChild } from './child-task.ts';
import { compilerVersion } from './compile/compiler-version.ts';
import { EngineError } from './engine-error.ts';
import type { EngineOptions, ModelSpec } from './engine-options.ts';
import { type ModelConfig, readModelConfig } from './model-config.ts';
import { findGraphFiles, type GraphFiles, isFile } from './model-folder.ts';
import { computeModelKey } from './model-key.ts';
import { resolveModelFolder } from './resolve-model-folder.ts';

interface FoundModel {
  readonly spec: ModelSpec;
  readonly folder: string;
  readonly files: GraphFiles;
  readonly config: ModelConfig;
}

/** A model that is there and ready to be loaded. */
export interface PreparedModel extends FoundModel {
  readonly beamSize: number;
  /** Path of the compiled graph; without one, the model is decoded step by step. */
  readonly graph?: string;
  readonly modelKey: string;
}

type CompileOptions = Pick<EngineOptions, 'cacheDir' | 'childEntry' | 'logger'>;

function keyOf({ spec, folder, files, config }: FoundModel, beamSize: number, decoder: string) {
  const settings = { config, beamSize, sourceLang: spec.sourceLang, decoder };
  const content = [files.encoder, files.decoder, join(folder, 'tokenizer.json')];
  return computeModelKey(folder, content, settings);
}

function cacheDirOf({ cacheDir }: CompileOptions): string {
  return cacheDir ?? join(tmpdir(), 'unlimited-translation');
}

/**
 * Compiles a model for a beam size, unless the cache has the graph of these very files.
 *
 * @throws EngineError when it cannot be compiled, or the graph cannot be written; or the signal's reason.
 */
export async function compileOnce(
  model: FoundModel,
  beamSize: number,
  options: CompileOptions,
  signal?: AbortSignal,
): Promise<{ readonly graph: string; readonly modelKey: string }> {
  const { folder, files, spec } = model;
  const modelKey = await keyOf(model, beamSize, `compiled ${compilerVersion}`);
  const graph = join(cacheDirOf(options), 'compiled', `${modelKey}.onnx`);
  if (await isFile(graph)) return { graph, modelKey };
  const { sourceLang } = spec;
  const begun = performance.now();
  await runInChild(
    { type: 'compile', folder, files, sourceLang, beamSize, output: graph },
    options.childEntry,
    signal,
  );
  const durationMs = Math.round(performance.now() - begun);
  options.logger?.info({ model: spec.source, beamSize, durationMs }, 'model compiled');
  return { graph, modelKey };
}

/**
 * Fetches a model that is not on this machine, and compiles it.
 *
 * @throws EngineError `model_not_found` or `model_invalid`.
 */
export async function prepareModel(spec: ModelSpec, options: EngineOptions): Promise<PreparedModel> {
  const folder = await resolveModelFolder(spec.source, { ...options, cacheDir: cacheDirOf(options) });
  const [config, files] = await Promise.all([readModelConfig(folder), findGraphFiles(folder)]);
  const found = { spec, folder, files, config };
  const beamSize = options.beamSize ?? config.numBeams;
  try {
    return { ...found, beamSize, ...(await compileOnce(found, beamSize, options)) };
  } catch (error) {
    if (!(error instanceof EngineError)) throw error;
    options.logger?.warn(
      { model: spec.source, reason: error.message },
      'model is decoded step by step, it cannot be compiled',
    );
    return { ...found, beamSize, modelKey: await keyOf(found, beamSize, 'stepwise') };
  }
}

/**
 * Does everything that can be done before a start, for images that are built with their models inside.
 *
 * @throws EngineError `model_not_found` or `model_invalid`.
 */
export async function prepareModels(options: EngineOptions): Promise<void> {
  for (const spec of options.models) await prepareModel(spec, options);
}
