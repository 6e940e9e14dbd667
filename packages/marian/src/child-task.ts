import type { ChildMessage, CompileMessage, FetchMessage } from './child-message.ts';
import { sendTo, startChild, stopChild } from './child-process.ts';
import { EngineError } from './engine-error.ts';

/**
 * Lets a process of its own do one thing: what it needs of memory ends with it.
 *
 * @throws EngineError what the process reports, or `engine_crashed`.
 */
export async function runInChild(
  message: FetchMessage | CompileMessage,
  childEntry: URL | undefined,
): Promise<void> {
  const answer = Promise.withResolvers<void>();
  const child = startChild(childEntry, {
    onMessage: (reply: ChildMessage) => {
      if (reply.type === 'failed') answer.reject(new EngineError(reply.code, reply.message));
      else answer.resolve();
    },
    onExit: () => answer.reject(new EngineError('engine_crashed', `a process died of ${message.type}`)),
  });
  sendTo(child, message);
  await answer.promise.finally(() => stopChild(child));
}
