import type { ServiceStatus } from '@unlimited/contract';
import type { ApiClient } from './api-client.ts';
import { createStore, type Readable } from './store.ts';

const everyMs = 5 * 60_000;

/** What everybody should know of the service; `null` until it answered. Asked again while the page is looked at. */
export function followStatus(api: Pick<ApiClient, 'status'>): Readable<ServiceStatus | null> {
  const state = createStore<ServiceStatus | null>(null);
  const look = () => {
    if (document.hidden) return;
    // What was known stays so if there is no answer: others say that the service is away.
    api.status().then(state.set, () => undefined);
  };
  look();
  setInterval(look, everyMs);
  return state;
}
