import type { Segment, TranslationFormat } from '@unlimited/contract';
import { readableText } from './shown-segments.ts';
import { createStore, type Readable } from './store.ts';

export interface ReadAloud extends Readable<{ readonly index: number | null }> {
  readonly available: boolean;
  /** Reads from a segment on, sentence by sentence, until the end or {@link stop}. */
  start(
    from: number,
    lang: string,
    format: TranslationFormat,
    segmentAt: (index: number) => Segment | undefined,
  ): void;
  stop(): void;
}

/** Reads translations aloud with the voices of the device. */
export function createReadAloud(speech: SpeechSynthesis | undefined): ReadAloud {
  const state = createStore<{ readonly index: number | null }>({ index: null });
  let turn = 0;
  const stop = () => {
    turn++;
    speech?.cancel();
    state.set({ index: null });
  };
  return {
    get: state.get,
    subscribe: state.subscribe,
    available: speech !== undefined,
    start(from, lang, format, segmentAt) {
      stop();
      const own = turn;
      const speak = (index: number) => {
        const segment = segmentAt(index);
        if (own !== turn) return;
        if (segment?.targetText == null) return stop();
        const text = readableText(segment.targetText, format);
        if (text.trim() === '') return speak(index + 1);
        state.set({ index });
        const utterance = new SpeechSynthesisUtterance(text);
        utterance.lang = lang;
        utterance.onend = () => own === turn && speak(index + 1);
        utterance.onerror = () => own === turn && stop();
        speech?.speak(utterance);
      };
      speak(from);
    },
    stop,
  };
}
