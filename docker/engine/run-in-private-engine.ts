import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { lastLines } from '../../packages/local-stack/bootstrap/explained-error.mjs';
import { canInstallPackages, installPackages } from '../../packages/local-stack/src/debian-packages.ts';
import {
  canUnpackDebianPackages,
  unpackDebianPackages,
} from '../../packages/local-stack/src/unpack-debian-packages.ts';
import { EngineUnavailable } from './engine-unavailable.ts';

/** What the process inside says: that it is there, or why there will be no engine. */
export type MessageFromInside = { readonly entered: true } | { readonly unavailable: string };

const systemPackages = ['iptables', 'runc', 'slirp4netns', 'busybox-static'];
const enginePackages = ['docker.io', 'docker-cli', 'docker-buildx', 'docker-compose', 'containerd'];

/**
 * Runs a command where a Docker engine of its own answers, and returns its exit code.
 *
 * Engine, containers and command live in namespaces of their own: of processes, mounts and network, with a way out through
 * slirp4netns. So the machine's network stays as it is, another engine is not disturbed, and when the first process in
 * there ends, however it ends, the kernel ends and removes all of it. The engine is Debian's, unpacked into a temporary
 * folder; what it calls is installed with apt-get.
 *
 * @throws EngineUnavailable where that cannot be: not Debian, not root, or a kernel that does not allow it.
 */
export async function runInPrivateEngine(command: readonly string[], signal: AbortSignal): Promise<number> {
  if (!canInstallPackages() || !canUnpackDebianPackages()) {
    throw new EngineUnavailable('no Docker engine runs, and only root on Debian can get one here');
  }
  const folder = await mkdtemp(join(tmpdir(), 'engine-'));
  try {
    await fetchEngine(join(folder, 'root'), signal);
    return await enter(folder, command, signal);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function fetchEngine(folder: string, signal: AbortSignal): Promise<void> {
  try {
    await installPackages(systemPackages, signal);
    // Debian 13's, on any release: 12 has none that knows Compose files, and these ask for no newer libc.
    const packages = enginePackages;
    await unpackDebianPackages({ release: 'trixie', packages, withLibraries: false, folder, signal });
  } catch (cause) {
    signal.throwIfAborted();
    throw new EngineUnavailable(`Debian's Docker cannot be had: ${(cause as Error).message}`, { cause });
  }
}

async function enter(folder: string, command: readonly string[], signal: AbortSignal): Promise<number> {
  if (!existsSync('/dev/net/tun')) throw new EngineUnavailable('there is no /dev/net/tun');
  const inside = spawn(
    'unshare',
    [
      ...['--net', '--mount', '--pid', '--fork', '--kill-child', '--mount-proc'],
      ...[process.execPath, join(import.meta.dirname, 'inside.ts'), folder, ...command],
    ],
    // Its end of the channel closes when this process is gone, whatever happened to it. A group of its own: it ends in order.
    { stdio: ['ignore', 'inherit', 'inherit', 'ipc'], detached: true },
  );
  const stop = () => inside.connected && inside.disconnect();
  signal.addEventListener('abort', stop, { once: true });
  let network: ChildProcess | undefined;
  let unavailable: string | undefined;
  inside.on('message', (message: MessageFromInside) => {
    if ('unavailable' in message) unavailable = message.unavailable;
    // Not before: until then it is in the machine's own network.
    else network = connectNetwork(Number(inside.pid));
  });
  try {
    // Everything that it said has been read when the channel is closed.
    const [[code]] = await Promise.all([once(inside, 'exit'), once(inside, 'disconnect')]);
    signal.throwIfAborted();
    if (unavailable !== undefined) throw new EngineUnavailable(unavailable);
    if (network === undefined)
      throw new EngineUnavailable('the kernel gives no namespaces of its own (above)');
    return code ?? 1;
  } finally {
    network?.kill();
    signal.removeEventListener('abort', stop);
  }
}

/** Joins the namespaces of a process to the machine's network, by a user-mode TCP/IP stack. */
function connectNetwork(pid: number): ChildProcess {
  // It ends when the other end of descriptor 3 is closed, and so with this process.
  const options = ['--configure', '--mtu=65520', '--disable-host-loopback', '--exit-fd=3'];
  const network = spawn('slirp4netns', [...options, String(pid), 'tap0'], {
    stdio: ['ignore', 'ignore', 'pipe', 'pipe'],
    detached: true,
  });
  let said = '';
  network.stderr?.setEncoding('utf8').on('data', (text: string) => {
    said += text;
  });
  // The process inside sees by itself that it has no network; why, is known here.
  network.on('error', (error) => console.error(error.message));
  network.on('close', (code) => code && console.error(lastLines(said)));
  return network;
}
