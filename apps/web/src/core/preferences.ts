import { createStore, type Store } from './store.ts';

export interface Preferences {
  readonly theme: 'system' | 'light' | 'dark';
  /** Language of the interface; `null` follows the browser. */
  readonly locale: string | null;
  readonly textSize: 1 | 2 | 3 | 4;
  readonly typeface: 'serif' | 'sans';
  /** Which of the two texts a reader sees. */
  readonly view: 'both' | 'target' | 'source';
  /** Whether short texts are translated while they are typed. */
  readonly asYouType: boolean;
  readonly sourceLang: string | null;
  readonly targetLang: string | null;
}

export const defaultPreferences: Preferences = {
  theme: 'system',
  locale: null,
  textSize: 2,
  typeface: 'serif',
  view: 'both',
  asYouType: true,
  sourceLang: null,
  targetLang: null,
};

/** Also read by `public/first-paint.js`, before the first paint. */
const storageKey = 'preferences';

/** Preferences that outlive the page where the browser lets them. */
export function createPreferences(storage: Pick<Storage, 'getItem' | 'setItem'>): Store<Preferences> {
  const store = createStore<Preferences>({ ...defaultPreferences, ...readStored(storage) });
  store.subscribe(() => {
    try {
      storage.setItem(storageKey, JSON.stringify(store.get()));
    } catch {
      // Storage is full or switched off: they hold until the page is closed.
    }
  });
  return store;
}

function readStored(storage: Pick<Storage, 'getItem'>): Partial<Preferences> {
  try {
    const stored: unknown = JSON.parse(storage.getItem(storageKey) ?? '{}');
    return typeof stored === 'object' && stored !== null ? stored : {};
  } catch {
    return {};
  }
}
