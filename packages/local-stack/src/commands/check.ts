import { join } from 'node:path';
import { root } from '../paths.ts';
import { runShown } from '../shown-command.ts';
import type { Shutdown } from '../shutdown.ts';
import { turboCommand, turboEnv } from '../turbo.ts';

/** `npm run check`: lint and format, then the types of every package. Returns the exit code. */
export async function check({ signal }: Shutdown): Promise<number> {
  const commands = [
    [join(root, 'node_modules', '.bin', 'biome'), 'check', '--error-on-warnings', '.'],
    // Not from the cache: the types of a package depend on the sources of others.
    turboCommand('types', '--force', '--continue', '--output-logs=errors-only'),
  ];
  const codes: number[] = [];
  for (const command of commands) codes.push(await runShown(command, turboEnv(), signal));
  return Math.max(...codes);
}
