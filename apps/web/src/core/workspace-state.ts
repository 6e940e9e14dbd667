import type { LanguagePair, TextFormat } from '@unlimited/contract';
import type { FailureCode } from './api-error.ts';
import type { Waiting } from './persist.ts';
import type { DocumentFailure, TextDocument } from './text-document.ts';
import { anyLanguage, type TranslationOptions } from './translation-options.ts';
import type { TranslationSession } from './translation-session.ts';

/** Up to this length a text is translated while it is typed, and stays editable beside its translation. */
export const longestLiveText = 3000;
/** Longer texts do not stand in the text box: no browser edits them smoothly. */
export const longestBoxText = 50_000;

export interface WorkspaceState {
  /** `desk`: a text being written; `opening`: a translation is fetched; `reader`: a long translation. */
  readonly stage: 'desk' | 'opening' | 'reader';
  readonly text: string;
  readonly document: TextDocument | null;
  /** What the service can translate; `null` until it answered. */
  readonly languagePairs: readonly LanguagePair[] | null;
  /** Whether the service finds the language of a text by itself. */
  readonly autoDetect: boolean;
  /** A language, or `auto`. */
  readonly sourceLang: string;
  readonly targetLang: string;
  /** The target was chosen for the text on the desk; else it may give way to the language of the text. */
  readonly targetChosen: boolean;
  readonly format: TextFormat;
  readonly lineBreaks: TranslationOptions['lineBreaks'];
  readonly keep: boolean;
  /** A text is on its way to the service. */
  readonly sending: boolean;
  readonly waiting: Waiting | null;
  readonly failure: FailureCode | DocumentFailure | null;
  /** The translation in sight. */
  readonly session: TranslationSession | null;
  /** The text was changed since the translation in sight was ordered. */
  readonly stale: boolean;
}

export const emptyWorkspace: WorkspaceState = {
  stage: 'desk',
  text: '',
  document: null,
  languagePairs: null,
  autoDetect: false,
  sourceLang: anyLanguage,
  targetLang: 'en',
  targetChosen: false,
  format: 'plain',
  lineBreaks: 'unwrap',
  keep: true,
  sending: false,
  waiting: null,
  failure: null,
  session: null,
  stale: false,
};
