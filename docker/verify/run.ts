import { spawn } from 'node:child_process';

export interface RunOptions {
  readonly cwd?: string;
  readonly env?: NodeJS.ProcessEnv;
}

/**
 * Runs a program to its end and returns what it wrote to standard output.
 *
 * @throws Error with the end of all that it wrote, if it fails.
 */
export function run(program: string, args: readonly string[], options: RunOptions = {}): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    let everything = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      output += text;
      everything += text;
    });
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      everything += text;
    });
    child.on('error', reject);
    child.on('close', (code) => {
      if (code === 0) resolve(output);
      else reject(new Error(`${program} ${args.join(' ')}\nended with ${code}:\n${everything.slice(-6000)}`));
    });
  });
}
