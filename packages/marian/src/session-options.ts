import type { InferenceSession } from 'onnxruntime-node';

/**
 * How ONNX Runtime is set up: its threads sleep instead of spinning while there is nothing to do, and only errors are
 * written to the terminal.
 */
export function sessionOptions(threads: number): InferenceSession.SessionOptions {
  return {
    executionProviders: ['cpu'],
    intraOpNumThreads: threads,
    interOpNumThreads: 1,
    executionMode: 'sequential',
    // Plans of memory are made for each shape of a batch, and hardly any comes twice.
    enableMemPattern: false,
    logSeverityLevel: 3,
    extra: { session: { intra_op: { allow_spinning: '0' } } },
  };
}
