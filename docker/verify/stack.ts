import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { run } from './run.ts';

const root = join(import.meta.dirname, '../..');
/** Where the certificates of a machine lie, for builds behind a proxy that signs with its own. */
const certificates = '/etc/ssl/certs/ca-certificates.crt';

/** A Compose stack of its own, from a clean clone of what is committed. */
export interface Stack {
  readonly url: string;
  readonly folder: string;
  readonly project: string;
  compose(...args: string[]): Promise<string>;
  /** What `docker inspect` says of a container. */
  inspect(service: string): Promise<Inspection>;
  /** What a command in a running container prints. */
  exec(service: string, ...command: string[]): Promise<string>;
  remove(): Promise<void>;
}

export interface Inspection {
  readonly Id: string;
  readonly State: { readonly ExitCode: number; readonly OOMKilled: boolean };
  readonly HostConfig: {
    readonly ReadonlyRootfs: boolean;
    readonly CapDrop: string[] | null;
    readonly SecurityOpt: string[] | null;
    readonly Memory: number;
  };
}

export async function createStack(): Promise<Stack> {
  const folder = await mkdtemp(join(tmpdir(), 'unlimited-translation-'));
  const project = `unlimited-verify-${process.pid}`;
  await run('git', ['clone', '--quiet', '--no-hardlinks', root, folder]);
  const port = await freePort();
  const env = {
    ...process.env,
    PORT: String(port),
    VERSION: 'verify',
    CA_FILE: process.env.CA_FILE ?? (existsSync(certificates) ? certificates : '/dev/null'),
  };
  const compose = (...args: string[]) =>
    run('docker', ['compose', '--file', 'docker/compose.yaml', '--project-name', project, ...args], {
      cwd: folder,
      env,
    });
  return {
    url: `http://127.0.0.1:${port}`,
    folder,
    project,
    compose,
    async inspect(service) {
      const id = (await compose('ps', '--all', '--quiet', service)).trim();
      return JSON.parse(await run('docker', ['inspect', id]))[0];
    },
    exec: (service, ...command) => compose('exec', '--no-TTY', service, ...command),
    async remove() {
      await compose('down', '--volumes', '--timeout', '10');
      await rm(folder, { recursive: true });
    },
  };
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => (typeof address === 'object' && address ? resolve(address.port) : reject(address)));
    });
  });
}
