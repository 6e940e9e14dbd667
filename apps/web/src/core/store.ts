/** A value that changes over time, in the shape that React's `useSyncExternalStore` takes. */
export interface Readable<T> {
  get(): T;
  /** Calls the listener after every change; returns the function that ends it. */
  subscribe(listener: () => void): () => void;
}

export interface Store<T> extends Readable<T> {
  set(next: T): void;
  /** Replaces some of the fields. */
  patch(fields: Partial<T>): void;
}

/** A store that holds one immutable value. Setting the value it already holds tells nobody. */
export function createStore<T>(initial: T): Store<T> {
  const listeners = new Set<() => void>();
  let value = initial;
  const set = (next: T) => {
    if (Object.is(next, value)) return;
    value = next;
    for (const listener of [...listeners]) listener();
  };
  return {
    get: () => value,
    set,
    patch: (fields) => set({ ...value, ...fields }),
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
