import { setTimeout as sleep } from 'node:timers/promises';

interface Ending {
  stop(): Promise<unknown>;
  kill(): Promise<unknown>;
}

/** What has to be ended when the command ends, whichever way. */
export interface Shutdown {
  /** Aborted at the first request to stop; the reason is what asked for it. */
  readonly signal: AbortSignal;
  /** Resolves at the first request to stop, with what asked for it. */
  readonly requested: Promise<string>;
  /** What was added last ends first. */
  add(ending: Ending): void;
  /** Ends everything in order; at a second request, at once. */
  run(): Promise<void>;
}

/** npm passes on a Ctrl-C that the terminal has already sent to us: so close together, they are one. */
const samePressMs = 700;

/** Listens for SIGINT, SIGTERM, SIGHUP and the end of the process that started us. */
export function createShutdown(source: NodeJS.Process = process): Shutdown {
  const controller = new AbortController();
  const { promise: requested, resolve: request } = Promise.withResolvers<string>();
  const { promise: forced, resolve: force } = Promise.withResolvers<void>();
  const endings: Ending[] = [];
  let firstAt = 0;
  const onRequest = (name: string) => {
    if (!controller.signal.aborted) {
      firstAt = performance.now();
      controller.abort(name);
      request(name);
    } else if (performance.now() - firstAt > samePressMs) force();
  };
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) source.on(name, () => onRequest(name));
  // The channel to the bootstrap script closes when that is killed, which no signal would tell.
  source.on('disconnect', () => onRequest('the end of the process that started it'));
  source.channel?.unref();

  return {
    signal: controller.signal,
    requested,
    add: (ending) => endings.push(ending),
    async run() {
      const inOrder = async () => {
        for (const ending of endings.toReversed()) await ending.stop();
      };
      const atOnce = forced.then(() => Promise.all(endings.map((ending) => ending.kill())));
      await Promise.race([inOrder(), atOnce]);
      await sleep(0);
    },
  };
}
