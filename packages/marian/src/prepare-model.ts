import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runInChild } from './child-task.ts';
import { compilerVersion } from './compile/compile-model.ts';
import { EngineError } from './engine-error.ts';
import type { EngineOptions, ModelSpec } from './engine-options.ts';
import { type ModelConfig, readModelConfig } from './model-config.ts';
import { findGraphFiles, type GraphFiles, isFile } from './model-folder.ts';
import { computeModelKey } from './model-key.ts';
import { resolveModelFolder } from './resolve-model-folder.ts';

/** A model that is there and ready to be loaded. */
export interface PreparedModel {
  readonly spec: ModelSpec;
  readonly folder: string;
  readonly files: GraphFiles;
  readonly config: ModelConfig;
  readonly beamSize: number;
  /** Path of the compiled graph; without one, the model is decoded step by step. */
  readonly graph?: string;
  readonly modelKey: string;
}

async function compileOnce(
  model: Omit<PreparedModel, 'graph'>,
  graph: string,
  options: EngineOptions,
): Promise<boolean> {
  if (await isFile(graph)) return true;
  const { folder, files, beamSize, spec } = model;
  const sourceLang = spec.sourceLang;
  const begun = performance.now();
  try {
    await runInChild(
      { type: 'compile', folder, files, sourceLang, beamSize, output: graph },
      options.childEntry,
    );
  } catch (error) {
    if (!(error instanceof EngineError)) throw error;
    options.logger?.warn(
      { model: spec.source, reason: error.message },
      'model is decoded step by step, it cannot be compiled',
    );
    return false;
  }
  options.logger?.info(
    { model: spec.source, durationMs: Math.round(performance.now() - begun) },
    'model compiled',
  );
  return true;
}

/**
 * Fetches a model that is not on this machine, and compiles it unless the cache has the graph of these very files.
 *
 * @throws EngineError `model_not_found` or `model_invalid`.
 */
export async function prepareModel(spec: ModelSpec, options: EngineOptions): Promise<PreparedModel> {
  const cacheDir = options.cacheDir ?? join(tmpdir(), 'unlimited-translation');
  const folder = await resolveModelFolder(spec.source, { ...options, cacheDir });
  const [config, files] = await Promise.all([readModelConfig(folder), findGraphFiles(folder)]);
  const beamSize = options.beamSize ?? config.numBeams;
  const settings = { config, beamSize, sourceLang: spec.sourceLang, decoder: `compiled ${compilerVersion}` };
  const content = [files.encoder, files.decoder, join(folder, 'tokenizer.json')];
  const modelKey = await computeModelKey(folder, content, settings);
  const model = { spec, folder, files, config, beamSize, modelKey };
  const graph = join(cacheDir, 'compiled', `${modelKey}.onnx`);
  if (await compileOnce(model, graph, options)) return { ...model, graph };
  const stepwise = { ...settings, decoder: 'stepwise' };
  return { ...model, modelKey: await computeModelKey(folder, content, stepwise) };
}

/**
 * Does everything that can be done before a start, for images that are built with their models inside.
 *
 * @throws EngineError `model_not_found` or `model_invalid`.
 */
export async function prepareModels(options: EngineOptions): Promise<void> {
  for (const spec of options.models) await prepareModel(spec, options);
}
