import { type ChildProcess, fork } from 'node:child_process';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { childEnvironment } from '../src/child-process.ts';
import type { MeasureRequest, MeasureTask, OpenFigures, RunFigures } from './measurement.ts';

/** A system in a process of its own. */
export interface MeasuredSystem {
  readonly opened: OpenFigures;
  /** Translates that many of its sentences in one batch. */
  run(batch: number): Promise<RunFigures>;
  close(): void;
}

export async function openSystem(task: MeasureTask): Promise<MeasuredSystem> {
  // The environment is the one of the engine's own processes; what a system writes must not get into the JSON.
  const child = fork(new URL('./measure.ts', import.meta.url), [], {
    stdio: ['ignore', 2, 'pipe', 'ipc'],
    env: childEnvironment(),
  });
  // An old ONNX Runtime warns of each constant that a graph does not need.
  createInterface({ input: child.stderr as Readable }).on('line', (line) => {
    if (!line.includes('[W:onnxruntime')) process.stderr.write(`${line}\n`);
  });
  return {
    opened: await ask<OpenFigures>(child, { type: 'open', ...task }),
    run: (batch) => ask<RunFigures>(child, { type: 'run', batch }),
    close: () => child.disconnect(),
  };
}

function ask<Answer extends OpenFigures | RunFigures>(
  child: ChildProcess,
  request: MeasureRequest,
): Promise<Answer> {
  const { promise, resolve, reject } = Promise.withResolvers<Answer>();
  const ended = () => reject(new Error('a measured process has ended'));
  child.once('exit', ended);
  child.once('message', (answer) => {
    child.off('exit', ended);
    resolve(answer as Answer);
  });
  child.send(request);
  return promise;
}
