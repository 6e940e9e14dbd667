import { ExplainedError } from '../../bootstrap/explained-error.mjs';
import { runShown } from '../shown-command.ts';
import type { Shutdown } from '../shutdown.ts';
import { turboEnv } from '../turbo.ts';
import { selectPackages, workspacePackages } from '../workspace.ts';

/**
 * `script <package> <name> [words …]`: one of a package's own scripts, with the tool chain at hand. For the long runs
 * that are not part of `npm test`. Returns the exit code.
 */
export async function script({ signal }: Shutdown, words: readonly string[]): Promise<number> {
  const [packageName = '', name = '', ...args] = words;
  const [found] = selectPackages(workspacePackages(), [packageName]);
  if (found?.scripts[name] === undefined) {
    throw new ExplainedError(`${packageName} has no script "${name}".`);
  }
  return runShown(['pnpm', '--dir', found.folder, '--silent', 'run', name, ...args], turboEnv(), signal);
}
