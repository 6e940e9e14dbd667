import { join } from 'node:path';
import { root } from './paths.ts';

/** A turbo command line. */
export function turboCommand(...args: string[]): string[] {
  return [join(root, 'node_modules', '.bin', 'turbo'), 'run', ...args];
}

/** turbo's environment: it tells nobody what it ran, and colours only what a terminal shows. */
export function turboEnv(env: NodeJS.ProcessEnv = process.env): NodeJS.ProcessEnv {
  const plain = process.stdout.isTTY || env.FORCE_COLOR ? {} : { NO_COLOR: '1' };
  return { ...env, ...plain, TURBO_TELEMETRY_DISABLED: '1', TURBO_NO_UPDATE_NOTIFIER: '1' };
}
