import { ExplainedError, explainOutput, lastLines } from './explained-error.mjs';
import { spawnGroup } from './process-group.mjs';

const keptCharacters = 256 * 1024;

/**
 * Runs a program without showing what it prints.
 *
 * @param {readonly string[]} command The program and its arguments.
 * @param {object} [options]
 * @param {string} [options.cwd]
 * @param {NodeJS.ProcessEnv} [options.env]
 * @param {AbortSignal | undefined} [options.signal]
 * @param {number} [options.uid]
 * @param {number} [options.gid]
 * @param {string} [options.input] What it reads on standard input; nothing by default.
 * @param {(output: string) => void} [options.onEnd] Gets all it printed, also when it failed.
 * @returns {Promise<string>} What it printed on standard output, at most the last 256 Ki characters.
 * @throws {ExplainedError} when it cannot be run or fails: with the end of its output and a likely cause.
 * @throws the signal's reason when that ended it.
 */
export async function runQuietly(command, { input, onEnd, signal, ...options } = {}) {
  signal?.throwIfAborted();
  const child = spawnGroup(command, { ...options, stdio: ['pipe', 'pipe', 'pipe'] }, signal);
  let stdout = '';
  let all = '';
  child.stdin?.on('error', () => {}).end(input ?? '');
  child.stdout?.setEncoding('utf8').on('data', (text) => {
    stdout = (stdout + text).slice(-keptCharacters);
    all = (all + text).slice(-keptCharacters);
  });
  child.stderr?.setEncoding('utf8').on('data', (text) => {
    all = (all + text).slice(-keptCharacters);
  });
  const code = await new Promise((resolve, reject) => {
    child.on('error', (error) => reject(new ExplainedError(`${command[0]} cannot be run: ${error.message}`)));
    child.on('close', (status, name) => resolve(status ?? name));
  });
  onEnd?.(all);
  signal?.throwIfAborted();
  if (code !== 0) throw new ExplainedError(describeFailure(command, code, all));
  return stdout;
}

/**
 * @param {readonly string[]} command
 * @param {number | string} code
 * @param {string} output
 */
function describeFailure(command, code, output) {
  const cause = explainOutput(output);
  const shown = command.join(' ');
  const what = `${shown.length > 160 ? `${shown.slice(0, 159)}…` : shown} failed (${code})`;
  return [cause, output.trim() === '' ? '' : lastLines(output), what].filter(Boolean).join('\n\n');
}
