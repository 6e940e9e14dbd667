import { ApiClient } from './api-client.ts';
import { Patience } from './patience.ts';
import type { RunContext } from './run.ts';
import { ServerError } from './server-error.ts';

/** Stops and removes on the server what interrupted runs have left there; returns how many they were. */
export async function discard({ command, state, version, signal }: RunContext): Promise<number> {
  const { server, key, patienceMs } = command;
  const left = state.unfinished().filter(([, run]) => run.server === server.href);
  for (const [name, { id, cookie }] of left) {
    const client = new ApiClient({ server, key, version, cookie });
    await new Patience(patienceMs, signal).until(() =>
      client.remove(id, signal).catch((error: unknown) => {
        if (error instanceof ServerError && error.code === 'translation_not_found') return;
        throw error;
      }),
    );
    state.forget(name);
  }
  return left.length;
}
