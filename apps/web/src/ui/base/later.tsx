import { type ComponentType, useEffect, useState } from 'react';

const retryMs = 2000;

/** A part of the page whose code is not needed to begin with. */
export interface LaterPart<P> {
  /** The part, once its code is there. */
  loaded(): ComponentType<P> | null;
  load(): Promise<ComponentType<P>>;
}

const parts: LaterPart<never>[] = [];

/** Leaves the code of a part out of the first load. */
export function later<P>(fetchPart: () => Promise<ComponentType<P>>): LaterPart<P> {
  let known: ComponentType<P> | null = null;
  const part: LaterPart<P> = {
    loaded: () => known,
    async load() {
      known ??= await fetchPart();
      return known;
    },
  };
  parts.push(part as LaterPart<never>);
  return part;
}

interface LaterProps<P> {
  readonly part: LaterPart<P>;
  readonly props: P;
}

/** Shows a part as soon as its code is there; tries again where it cannot be fetched. */
export function Later<P extends object>({ part, props }: LaterProps<P>) {
  const [Part, setPart] = useState(() => part.loaded());
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const look = () => {
      part.load().then(
        (loaded) => setPart(() => loaded),
        () => {
          timer = setTimeout(look, retryMs);
        },
      );
    };
    look();
    return () => clearTimeout(timer);
  }, [part]);
  return Part === null ? null : <Part {...props} />;
}

/** Fetches what comes later, so that it is there when the network is not. */
export function loadTheRest(): void {
  // What fails now is fetched when it is needed.
  void Promise.allSettled(parts.map((part) => part.load()));
}
