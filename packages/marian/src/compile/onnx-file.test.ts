import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { GraphBuilder, valueInfo } from './graph-builder.ts';
import { loop } from './loop.ts';
import { readOnnx, writeOnnx } from './onnx-file.ts';
import { toNumber } from './onnx-schema.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'marian-onnx-'));
});
afterEach(() => rm(folder, { recursive: true }));

const large = Float32Array.from({ length: 1_000 }, (_, index) => index / 7);
const larger = Float32Array.from({ length: 3_000 }, (_, index) => index * 3);

/** A loop in a loop, with weights in the graphs around each of them. */
function makeModel() {
  const graph = new GraphBuilder();
  const initial = graph.weight([large.length], large);
  const once = (value: string) => [{ initial: value, type: 'float' as const, dims: [null] }];
  const [output = ''] = loop(graph, 'outer', graph.int(2), once(initial), (outer, _, [x = '']) => {
    const inner = loop(outer, 'inner', outer.int(1), once(x), (body, __, [y = '']) => {
      const added = body.op('Add', [y, body.op('ReduceSum', [body.weight([larger.length], larger)])]);
      return { more: 'inner/go', carried: [added], collected: [], collect: [] };
    });
    return { more: 'outer/go', carried: inner, collected: [], collect: [] };
  });
  return {
    irVersion: 8,
    opsetImport: [{ domain: '', version: 18 }],
    graph: graph.toGraph('test', [], [valueInfo(output, 'float', [null])]),
  };
}

it('writes weights into a file of their own, those of inner graphs too', async () => {
  const path = join(folder, 'model.onnx');
  await writeOnnx(path, makeModel());
  expect((await readdir(folder)).sort()).toEqual(['model.onnx', 'model.onnx.data']);
  expect((await readFile(path)).length).toBeLessThan(2_000);
  const { graph } = await readOnnx(path);
  const outer = graph.node.find(({ opType }) => opType === 'Loop')?.attribute[0]?.g;
  const tensors = [...graph.initializer, ...(outer?.initializer ?? [])];
  const outside = tensors.filter(({ dataLocation }) => dataLocation === 1);
  expect(outside.map(({ dims }) => dims.map(toNumber))).toEqual([[large.length], [larger.length]]);
  const data = await readFile(`${path}.data`);
  for (const [place, values] of [large, larger].entries()) {
    const where = new Map(outside[place]?.externalData?.map(({ key, value }) => [key, value]));
    const offset = Number(where.get('offset'));
    expect(where.get('location')).toBe('model.onnx.data');
    expect(offset % 4_096).toBe(0);
    const bytes = data.subarray(offset, offset + Number(where.get('length')));
    expect(new Float32Array(new Uint8Array(bytes).buffer)).toEqual(values);
  }
});

it('leaves nothing half-written', async () => {
  await expect(writeOnnx(join(folder, 'none', 'model.onnx'), makeModel())).rejects.toThrow(/ENOENT/);
  expect(await readdir(folder)).toEqual([]);
});
