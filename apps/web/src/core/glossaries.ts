import type { GlossaryEntry, LanguagePair } from '@unlimited/contract';
import { createStore, type Readable } from './store.ts';

/** The most words that the service takes with a text, and how long each may be. */
export const mostGlossaryEntries = 1000;
export const longestGlossaryText = 200;

type Entries = readonly GlossaryEntry[];
type EntriesByPair = Readonly<Record<string, Entries>>;

/** The words of the reader for each pair of languages. */
export interface Glossaries extends Readable<EntriesByPair> {
  of(pair: LanguagePair): Entries;
  set(pair: LanguagePair, entries: Entries): void;
}

const storageKey = 'glossaries';
const none: Entries = [];

/** Glossaries that outlive the page where the browser lets them. */
export function createGlossaries(storage: Pick<Storage, 'getItem' | 'setItem'>): Glossaries {
  const state = createStore<EntriesByPair>(readStored(storage));
  const of = (pair: LanguagePair) => state.get()[keyOf(pair)] ?? none;
  return {
    get: state.get,
    subscribe: state.subscribe,
    of,
    set(pair, entries) {
      const next = normalize(entries);
      if (JSON.stringify(next) === JSON.stringify(of(pair))) return;
      state.patch({ [keyOf(pair)]: next });
      try {
        storage.setItem(storageKey, JSON.stringify(state.get()));
      } catch {
        // Storage is full or switched off: they hold until the page is closed.
      }
    },
  };
}

const keyOf = ({ sourceLang, targetLang }: LanguagePair) => `${sourceLang}>${targetLang}`;

/** Without empty lines, and each word once: the last one said holds. */
function normalize(entries: Entries): Entries {
  const bySource = new Map<string, GlossaryEntry>();
  for (const { source, target = '' } of entries) {
    const word = source.trim().slice(0, longestGlossaryText);
    const translation = target.trim().slice(0, longestGlossaryText);
    if (word !== '')
      bySource.set(word, translation === '' ? { source: word } : { source: word, target: translation });
  }
  return [...bySource.values()].slice(0, mostGlossaryEntries);
}

function readStored(storage: Pick<Storage, 'getItem'>): EntriesByPair {
  try {
    const stored: unknown = JSON.parse(storage.getItem(storageKey) ?? '{}');
    if (typeof stored !== 'object' || stored === null) return {};
    const lists = Object.entries(stored).filter(([, entries]) => Array.isArray(entries));
    return Object.fromEntries(lists.map(([pair, entries]) => [pair, normalize(entries.filter(isEntry))]));
  } catch {
    return {};
  }
}

function isEntry(value: unknown): value is GlossaryEntry {
  if (typeof value !== 'object' || value === null || !('source' in value)) return false;
  return typeof value.source === 'string' && (!('target' in value) || typeof value.target === 'string');
}
