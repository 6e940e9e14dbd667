import { baseLanguage, detectLanguage, foreignLanguage, type Markup, proseOf } from '@unlimited/quality';
import type { SourceSegment } from '@unlimited/segment';
import type { Direction } from './directions.ts';

export interface RoutedSegment {
  readonly segment: SourceSegment;
  /** `main`: by the text's own direction; `kept`: it is in the target language; else by another direction. */
  readonly route: Route;
}

export type Route = 'main' | 'kept' | Direction;

export interface RouterOptions {
  readonly main: Direction;
  readonly targetLang: string;
  /** Directions for paragraphs in other languages, by source language. */
  readonly others: ReadonlyMap<string, Direction>;
  /** The format of the text; default: none. */
  readonly markup?: Markup | undefined;
}

/** A paragraph's language is told from no more than this. */
const longestSample = 1200;
/** A paragraph that is shorter, in code units, has no say. */
const shortestTelling = 60;
/** Sentences that are shorter follow their paragraph. */
const shortestSentence = 30;
/** Segments without a say that wait for what comes after them. */
const mostWaiting = 64;
/** A line break, or in a format a tag: what stands in a gap is none within a sentence. */
const paragraphEnd = /[\n\v\f\r\u0085\u2028\u2029<]/;

/**
 * Says of each segment which way it goes, by the language of its paragraph: what surely is in the target language is
 * kept, what surely is in another language that is translated goes by that one's models, and in every doubt the text's
 * main direction counts. Segments come out in order, some later than they went in; memory is bounded.
 */
export class ParagraphRouter {
  readonly #options: RouterOptions;
  #paragraph: SourceSegment[] = [];
  #length = 0;
  /** The language of the paragraph that goes on, when its beginning has told it; `null`: the main one. */
  #current: string | null | undefined;
  /** The language of the last paragraph with a say. */
  #last: string | null = null;
  /** Paragraphs without a say after one in another language. */
  #waiting: SourceSegment[] = [];

  constructor(options: RouterOptions) {
    this.#options = options;
  }

  push(segments: readonly SourceSegment[]): RoutedSegment[] {
    const routed: RoutedSegment[] = [];
    for (const segment of segments) {
      const isEnd = paragraphEnd.test(segment.gap);
      if (this.#current !== undefined) routed.push(this.#route(segment, this.#current));
      else {
        this.#paragraph.push(segment);
        this.#length += segment.sourceText.length + segment.gap.length;
        if (isEnd || this.#length >= longestSample) routed.push(...this.#decide());
      }
      if (isEnd) this.#current = undefined;
    }
    return routed;
  }

  end(): RoutedSegment[] {
    const routed = this.#paragraph.length === 0 ? [] : this.#decide();
    return [...routed, ...this.#release(null)];
  }

  #decide(): RoutedSegment[] {
    const paragraph = this.#paragraph;
    const text = paragraph.map(({ sourceText }) => this.#proseOf(sourceText)).join(' ');
    this.#paragraph = [];
    this.#length = 0;
    if (text.length < shortestTelling) {
      if (this.#last === null) return paragraph.map((segment) => this.#route(segment, null));
      this.#waiting.push(...paragraph);
      return this.#waiting.length > mostWaiting ? this.#release(null) : [];
    }
    const language = foreignLanguage(text, this.#options.main.sourceLang) ?? null;
    const released = this.#release(language);
    this.#last = this.#isRouted(language) ? language : null;
    this.#current = language;
    return [...released, ...paragraph.map((segment) => this.#route(segment, language))];
  }

  /** What stands between two paragraphs of one language, and looks like it, is of that language too. */
  #release(next: string | null): RoutedSegment[] {
    const waiting = this.#waiting;
    this.#waiting = [];
    const language = next === this.#last ? next : null;
    return waiting.map((segment) =>
      this.#route(segment, language !== null && this.#looksLike(segment, language) ? language : null),
    );
  }

  #looksLike({ sourceText }: SourceSegment, language: string): boolean {
    const among = [language, this.#options.main.sourceLang];
    return detectLanguage(this.#proseOf(sourceText), among).language === language;
  }

  /** Tags are in no language. */
  #proseOf(text: string): string {
    const { markup } = this.#options;
    return markup === undefined ? text : proseOf(text, { markup });
  }

  #isRouted(language: string | null): boolean {
    return language !== null && (this.#isTarget(language) || this.#options.others.has(language));
  }

  #isTarget(language: string): boolean {
    return language === baseLanguage(this.#options.targetLang);
  }

  #route(segment: SourceSegment, language: string | null): RoutedSegment {
    const { main, others } = this.#options;
    if (language === null) return { segment, route: main.steps.length === 0 ? 'kept' : 'main' };
    if (!this.#isTarget(language)) return { segment, route: others.get(language) ?? this.#mainRoute() };
    // A sentence of its own language in a paragraph of the other is not left untranslated.
    const isOwn = segment.sourceText.length >= shortestSentence && !this.#looksLike(segment, language);
    return { segment, route: isOwn ? this.#mainRoute() : 'kept' };
  }

  #mainRoute(): Route {
    return this.#options.main.steps.length === 0 ? 'kept' : 'main';
  }
}
