import { readFile } from 'node:fs/promises';
import { type ModelProto, modelMessage } from './onnx-schema.ts';

/** Reads an ONNX file; its large tensors stay views of the file's bytes. */
export async function readOnnx(path: string): Promise<ModelProto> {
  return modelMessage.decode(await readFile(path)) as unknown as ModelProto;
}

export function encodeOnnx(model: ModelProto): Uint8Array {
  return modelMessage.encode(model).finish();
}
