import manifest from '../package.json' with { type: 'json' };
import { parseCommandLine } from './command-line.ts';
import { discard } from './discard.ts';
import { Display } from './display.ts';
import { CommandError, exitCodes } from './exit-code.ts';
import { help } from './help.ts';
import { run } from './run.ts';
import { RunState } from './run-state.ts';

const { version } = manifest;

async function main(): Promise<number> {
  const command = parseCommandLine(process.argv.slice(2), process.env);
  if (command.what === 'help' || command.what === 'version') {
    process.stdout.write(command.what === 'help' ? help : `${version}\n`);
    return exitCodes.done;
  }
  const stopping = new AbortController();
  const stop = (code: number) => () => stopping.abort(new CommandError(code, stopped));
  process.once('SIGINT', stop(exitCodes.interrupted)).once('SIGTERM', stop(exitCodes.terminated));
  // Whoever read our output has seen enough, as in `… | head`.
  process.stdout.on('error', () => stopping.abort(new CommandError(exitCodes.failed, stopped)));

  const beside = process.stdout.isTTY && !command.output && command.inputs.length === 0;
  const display = new Display(process.stderr.isTTY && !command.quiet && !beside);
  const state = new RunState(process.env);
  const { signal } = stopping;
  try {
    const context = { command, state, display, version, signal };
    if (command.what === 'translate') return await run(context);
    display.say(`${await discard(context)} removed.`);
    return exitCodes.done;
  } catch (error) {
    throw signal.aborted ? signal.reason : error;
  } finally {
    display.end();
  }
}

const stopped =
  'Stopped. What is with the server goes on there: the same command gets it, --discard removes it.';

main().then(
  (code) => process.exit(code),
  (error: unknown) => {
    const known = error instanceof CommandError;
    process.stderr.write(`unlimited-translation: ${known ? error.message : (error as Error).stack}\n`);
    process.exit(known ? error.exitCode : exitCodes.failed);
  },
);
