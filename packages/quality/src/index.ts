export { type AlternativesOptions, alternativesOf } from './alternatives.ts';
export { better } from './better.ts';
export {
  type Detected,
  detectLanguage,
  isDetectable,
  type LikelyLanguage,
  likelyLanguages,
  sureLanguage,
} from './detect-language.ts';
export { type Flag, flags } from './flag.ts';
export { foreignLanguage } from './foreign-language.ts';
export {
  createGlossary,
  type Glossary,
  type GlossaryEntry,
  glossaryCondition,
  type Term,
} from './glossary.ts';
export { proseOf } from './inline.ts';
export { type Inspected, inspect } from './inspect.ts';
export { baseLanguage } from './language-marks.ts';
export { type MainLanguage, mainLanguage, mainLanguageSample } from './main-language.ts';
export type { Markup, MarkupPiece } from './markup.ts';
export type { Conjunction, Mark, Pair, Plan, Prepared, PrepareOptions, StandIn } from './plan.ts';
export { prepare } from './prepare.ts';
export { type Restored, restore } from './restore.ts';
export { type Retry, retries, retryBeamSize } from './retries.ts';
export {
  type CheckedOptions,
  type CheckedResult,
  type ModelOutput,
  translateChecked,
} from './translate-checked.ts';
export type { Variation, Varied } from './variation.ts';
