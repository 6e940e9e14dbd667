import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { expect, test } from 'vitest';
import { identifyProcess, isRunning } from '../bootstrap/process-identity.mjs';

const module = new URL('../src/end-with-us.ts', import.meta.url).href;
const script = `
  import { spawn } from 'node:child_process';
  import { endWithUs } from '${module}';
  const child = spawn('sleep', ['600'], { detached: true, stdio: 'ignore' });
  endWithUs(child.pid);
  process.on('SIGTERM', () => process.exit(1));
  console.log(child.pid);
  setInterval(() => {}, 1000);
`;

test('what must not outlive a process ends with it, also at a signal', async () => {
  const parent = spawn(process.execPath, ['--input-type=module', '--eval', script]);
  const [output] = (await once(parent.stdout, 'data')) as [Buffer];
  const child = identifyProcess(Number(output.toString())) ?? '';
  expect(isRunning(child)).toBe(true);
  parent.kill('SIGTERM');
  await once(parent, 'exit');
  await expect.poll(() => isRunning(child), { timeout: 20_000 }).toBe(false);
});
