import type { ServiceStatus } from '@unlimited/contract';
import { createContext, useContext, useSyncExternalStore } from 'react';
import type { ApiClient } from '../core/api-client.ts';
import type { Glossaries } from '../core/glossaries.ts';
import type { History } from '../core/history.ts';
import type { Preferences } from '../core/preferences.ts';
import type { ReadAloud } from '../core/read-aloud.ts';
import type { Readable, Store } from '../core/store.ts';
import type { Workspace } from '../core/workspace.ts';

/** What the page is made of, apart from what is seen. */
export interface Services {
  readonly api: ApiClient;
  readonly history: History;
  readonly workspace: Workspace;
  readonly readAloud: ReadAloud;
  readonly preferences: Store<Preferences>;
  readonly glossaries: Glossaries;
  readonly status: Readable<ServiceStatus | null>;
}

const ServicesContext = createContext<Services | null>(null);
export const ServicesProvider = ServicesContext.Provider;

export function useServices(): Services {
  const services = useContext(ServicesContext);
  if (services === null) throw new Error('no services');
  return services;
}

/** The present value of a store; the component follows it. */
export function useReadable<T>(readable: Readable<T>): T {
  return useSyncExternalStore(readable.subscribe, readable.get, readable.get);
}
