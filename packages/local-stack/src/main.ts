import { ExplainedError } from '../bootstrap/explained-error.mjs';
import { formatSeconds } from '../bootstrap/step-log.mjs';
import { check } from './commands/check.ts';
import { script } from './commands/script.ts';
import { start } from './commands/start.ts';
import { test } from './commands/test.ts';
import { createShutdown, type Shutdown } from './shutdown.ts';

type Command = (shutdown: Shutdown, beganAt: number, args: string[]) => Promise<number>;

const commands: Readonly<Record<string, Command>> = {
  start,
  test: (shutdown, _beganAt, filters) => test(shutdown, filters),
  check: (shutdown) => check(shutdown),
  script: (shutdown, _beganAt, words) => script(shutdown, words),
};

/** Exit codes of a command that was stopped: `start` is meant to be. */
const interruptedCodes: Readonly<Record<string, number>> = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 };

async function main([name = '', ...args]: string[]): Promise<number> {
  const command = commands[name];
  if (!command) throw new ExplainedError(`Usage: npm start | npm test [-- package …] | npm run check`);
  const shutdown = createShutdown();
  const beganAt = Number(process.env.LOCAL_STACK_BEGAN_AT) || Date.now();
  try {
    return await command(shutdown, beganAt, args);
  } catch (error) {
    if (!shutdown.signal.aborted) throw error;
    return name === 'start' ? 0 : (interruptedCodes[String(shutdown.signal.reason)] ?? 1);
  } finally {
    await endAll(shutdown, name);
  }
}

async function endAll(shutdown: Shutdown, name: string): Promise<void> {
  const beganAt = performance.now();
  const shown = name === 'start' && shutdown.signal.aborted;
  if (shown) process.stdout.write('\n  Stopping …\n');
  await shutdown.run();
  if (shown) process.stdout.write(`  Stopped in ${formatSeconds(performance.now() - beganAt)}.\n`);
}

main(process.argv.slice(2)).then(
  (code) => process.exit(code),
  (error: unknown) => {
    const text =
      error instanceof ExplainedError ? error.message : error instanceof Error ? error.stack : error;
    process.stderr.write(`\n${text}\n`);
    process.exit(1);
  },
);
