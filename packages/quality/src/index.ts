export { better } from './better.ts';
export { type Detected, detectLanguage } from './detect-language.ts';
export { type Flag, flags } from './flag.ts';
export { type Inspected, inspect } from './inspect.ts';
export type { Conjunction, Mark, Plan, Prepared, PrepareOptions, StandIn } from './plan.ts';
export { prepare } from './prepare.ts';
export { type Restored, restore } from './restore.ts';
export { type Retry, retries } from './retries.ts';
export {
  type CheckedOptions,
  type CheckedResult,
  type ModelOutput,
  translateChecked,
} from './translate-checked.ts';
export type { Variation, Varied } from './variation.ts';
