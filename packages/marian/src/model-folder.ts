import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { EngineError } from './engine-error.ts';

/** The two graphs of a model folder. */
export interface GraphFiles {
  readonly encoder: string;
  readonly decoder: string;
}

export async function isFile(path: string): Promise<boolean> {
  return (await stat(path).catch(() => undefined))?.isFile() ?? false;
}

export async function isFolder(path: string): Promise<boolean> {
  return (await stat(path).catch(() => undefined))?.isDirectory() ?? false;
}

/**
 * Finds the encoder and the merged decoder of a folder in transformers.js layout: the 8-bit ones, else the fp32 ones.
 *
 * @throws EngineError `model_invalid` when neither pair is there.
 */
export async function findGraphFiles(folder: string): Promise<GraphFiles> {
  for (const suffix of ['_quantized', '']) {
    const encoder = join(folder, 'onnx', `encoder_model${suffix}.onnx`);
    const decoder = join(folder, 'onnx', `decoder_model_merged${suffix}.onnx`);
    if ((await isFile(encoder)) && (await isFile(decoder))) return { encoder, decoder };
  }
  throw new EngineError(
    'model_invalid',
    `${folder} holds neither onnx/{encoder_model,decoder_model_merged}_quantized.onnx nor the same without _quantized`,
  );
}
