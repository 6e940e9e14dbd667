import type { ChildMessage, CompileMessage, FetchMessage } from './child-message.ts';
import { sendTo, startChild, stopChild } from './child-process.ts';
import { EngineError } from './engine-error.ts';

/**
 * Lets a process of its own do one thing: what it needs of memory ends with it.
 *
 * @throws EngineError what the process reports, or `engine_crashed`; or the signal's reason.
 */
export async function runInChild(
  message: FetchMessage | CompileMessage,
  childEntry: URL | undefined,
  signal?: AbortSignal,
): Promise<void> {
  signal?.throwIfAborted();
  const answer = Promise.withResolvers<void>();
  const child = startChild(childEntry, {
    onMessage: (reply: ChildMessage) => {
      if (reply.type === 'failed') answer.reject(new EngineError(reply.code, reply.message));
      else answer.resolve();
    },
    onExit: () => answer.reject(new EngineError('engine_crashed', `a process died of ${message.type}`)),
  });
  const abort = () => answer.reject(signal?.reason);
  signal?.addEventListener('abort', abort, { once: true });
  sendTo(child, message);
  await answer.promise.finally(() => {
    signal?.removeEventListener('abort', abort);
    return stopChild(child);
  });
}
