import { once } from 'node:events';
import { spawnGroup } from '../bootstrap/process-group.mjs';
import { root } from './paths.ts';

/**
 * Runs a program of the checkout in full view.
 *
 * @returns Its exit code.
 * @throws the signal's reason when that ended it.
 */
export async function runShown(
  command: readonly string[],
  env: NodeJS.ProcessEnv,
  signal: AbortSignal,
): Promise<number> {
  signal.throwIfAborted();
  const child = spawnGroup(command, { cwd: root, env, stdio: ['ignore', 'inherit', 'inherit'] }, signal);
  const [code] = await once(child, 'close');
  signal.throwIfAborted();
  return code ?? 1;
}
