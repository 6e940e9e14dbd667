import { open, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { type GraphProto, type ModelProto, modelMessage, type TensorProto } from './onnx-schema.ts';

/** Reads an ONNX file; its large tensors stay views of the file's bytes. */
export async function readOnnx(path: string): Promise<ModelProto> {
  return modelMessage.decode(await readFile(path)) as unknown as ModelProto;
}

export function encodeOnnx(model: ModelProto): Uint8Array {
  return modelMessage.encode(model).finish();
}

/** Smaller tensors stay in the file of the graph, where ONNX Runtime wants to see them when it infers shapes. */
const smallest = 1_024;
/** Where tensors begin in the file of the weights: at a page, so that each is mapped and let go of by itself. */
const alignment = 4_096;

/** Every tensor of a graph and of the graphs inside of it. */
function* tensorsOf(graph: GraphProto): Generator<TensorProto> {
  yield* graph.initializer;
  for (const { attribute } of graph.node) {
    for (const { g } of attribute) if (g) yield* tensorsOf(g);
  }
}

/** Moves large tensors out of the model; answers their bytes by offset. */
function moveOut(model: ModelProto, location: string): Map<number, Uint8Array> {
  const moved = new Map<number, Uint8Array>();
  let end = 0;
  for (const tensor of tensorsOf(model.graph)) {
    const { rawData } = tensor;
    if (rawData === undefined || rawData.length < smallest) continue;
    const offset = Math.ceil(end / alignment) * alignment;
    moved.set(offset, rawData);
    end = offset + rawData.length;
    const where = { location, offset, length: rawData.length };
    tensor.externalData = Object.entries(where).map(([key, value]) => ({ key, value: String(value) }));
    tensor.dataLocation = 1;
    delete tensor.rawData;
  }
  return moved;
}

/**
 * Writes a model as two files: `path`, and beside it `path` with `.data` added, the weights, which ONNX Runtime maps into memory
 * instead of keeping copies. `path` appears when both are complete. Empties the tensors of `model`.
 */
export async function writeOnnx(path: string, model: ModelProto): Promise<void> {
  const weights = `${path}.data`;
  const unfinished = { graph: `${path}.${process.pid}`, weights: `${weights}.${process.pid}` };
  try {
    const file = await open(unfinished.weights, 'w');
    try {
      for (const [offset, bytes] of moveOut(model, basename(weights))) {
        await file.write(bytes, 0, bytes.length, offset);
      }
    } finally {
      await file.close();
    }
    await writeFile(unfinished.graph, encodeOnnx(model));
    await rename(unfinished.weights, weights);
    await rename(unfinished.graph, path);
  } finally {
    await Promise.all(Object.values(unfinished).map((file) => rm(file, { force: true })));
  }
}
