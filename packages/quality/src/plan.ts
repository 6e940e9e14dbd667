import type { Glossary } from './glossary.ts';
import type { MarkupOptions } from './inline.ts';
import type { LetterCase } from './letter-case.ts';
import type { Variation, Varied } from './variation.ts';

/** What the model sees in place of something that must survive: `731` or `B2`. */
export interface StandIn {
  readonly token: string;
  readonly text: string;
}

/** Something that stood beside the words and was taken out of the sentence. */
export interface Mark {
  readonly text: string;
  /** Whitespace that was taken out before it. */
  readonly gap: string;
  /** The word (a run without whitespace) that it follows or precedes. */
  readonly wordIndex: number;
  readonly side: 'before' | 'after';
  /** Punctuation of that word that stays outside: before the mark for `before`, after it for `after`. */
  readonly punctuation: string;
  /** Punctuation right before a mark that follows its word, which tells its place best. */
  readonly anchor: string;
  /** For half of a pair or a line break; else it stands alone. */
  readonly role?: 'open' | 'close' | 'break';
}

/** Two marks around words: `<b>` and `</b>`. */
export interface Pair {
  /** Indexes of its halves in `marks`. */
  readonly open: number;
  readonly close: number;
  /** The words between, by number; `last` is less than `first` where there are none. */
  readonly first: number;
  readonly last: number;
}

/** `&` or `&amp;`, which the model read as the `nth` "and" of its text. */
export interface Conjunction {
  readonly text: string;
  readonly nth: number;
}

/** How `restore` turns the model's output into the target text. */
export interface Plan {
  /** What stands before and after the text that the model was given, whitespace included. */
  readonly prefix: string;
  readonly suffix: string;
  readonly standIns: readonly StandIn[];
  readonly marks: readonly Mark[];
  /** In the order of their beginnings. */
  readonly pairs: readonly Pair[];
  /** Words of the model's text; 0 where there are no marks to place among them. */
  readonly wordCount: number;
  readonly conjunctions: readonly Conjunction[];
  /** All words "and" of the model's text. */
  readonly conjunctionCount: number;
  readonly letterCase: LetterCase | undefined;
  /** Words of a heading that keep their own case. */
  readonly keptWords: ReadonlySet<string>;
  /** What to set where the model writes straight quotation marks. */
  readonly quotes: readonly [open: string, close: string] | undefined;
  readonly varied: Varied | undefined;
  /** BCP 47. */
  readonly targetLang: string;
  /** Makes the model's words fit to stand in their format. */
  readonly escape: ((text: string) => string) | undefined;
}

/** Both languages are BCP 47 tags. */
export interface PrepareOptions extends MarkupOptions {
  readonly sourceLang: string;
  readonly targetLang: string;
  /**
   * What stands in for inline things. `number` (731, 842, …) is what the bundled model copies best: all of 21 in
   * sentences with one to three of them, against 19 of 21 for `code` (A1, B2, …), which is the second try.
   */
  readonly standIns?: 'number' | 'code';
  /** Whether all numbers get a stand-in, not only those with a unit or with decimal and group marks. For a second try. */
  readonly protectNumbers?: boolean;
  /** For a second try of a text on which the model went astray. */
  readonly variation?: Variation;
  /** What certain words are to become. */
  readonly glossary?: Glossary | undefined;
  /**
   * For which terms a stand-in is given to the model: those that are not to be translated (the default), for it often knows
   * the others by itself and inflects them better; or all, for a second try.
   */
  readonly heldTerms?: 'untranslated' | 'all';
}

export interface Prepared {
  /** What to give to the model; empty when there is nothing to translate, and then `restore('', plan)` is the copy. */
  readonly modelText: string;
  readonly plan: Plan;
  /** The words within each pair of `plan.pairs`, where their translation would tell its place; else empty. */
  readonly phrases: readonly string[];
}
