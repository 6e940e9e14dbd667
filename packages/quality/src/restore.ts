import { conjunctionOf, wordPattern } from './language-marks.ts';
import { restoreCase } from './letter-case.ts';
import { placeMarks } from './place-marks.ts';
import type { Plan } from './plan.ts';
import { unvary } from './variation.ts';

export interface Restored {
  readonly targetText: string;
  /** What the model lost: inline things of the source that have no place in the target text. */
  readonly lost: readonly string[];
}

/**
 * The target text: the model's output with everything put back that `prepare` had taken out or changed. `phrases` are the
 * outputs for the phrases of `prepare`.
 */
export function restore(modelOutput: string, plan: Plan, phrases: readonly string[] = []): Restored {
  const lost: string[] = [];
  let text = modelOutput.trim();
  if (plan.varied !== undefined) text = unvary(text, plan.varied);
  if (plan.letterCase !== undefined) text = restoreCase(text, plan.letterCase, plan.keptWords);
  if (plan.quotes !== undefined) text = setQuotes(text, plan.quotes);
  if (plan.escape !== undefined) text = plan.escape(text);
  text = restoreConjunctions(text, plan, lost);
  text = placeMarks(text, plan, phrases);
  text = restoreStandIns(text, plan, lost);
  return { targetText: plan.prefix + text + plan.suffix, lost };
}

/** Straight quotation marks in pairs, as the target language writes them. An odd number of them is left alone. */
function setQuotes(text: string, [open, close]: readonly [string, string]): string {
  if ((text.split('"').length - 1) % 2 === 1) return text;
  let isOpen = false;
  return text.replaceAll('"', () => {
    isOpen = !isOpen;
    return isOpen ? open : close;
  });
}

/** `&` goes where the model wrote "and"; if it wrote more or fewer of them than it read, nobody knows where. */
function restoreConjunctions(text: string, plan: Plan, lost: string[]): string {
  const word = conjunctionOf(plan.targetLang);
  if (plan.conjunctions.length === 0) return text;
  const count = word === undefined ? 0 : text.match(wordPattern(word))?.length;
  if (word === undefined || count !== plan.conjunctionCount) {
    lost.push(...plan.conjunctions.filter(({ text: sign }) => sign !== '&').map(({ text: sign }) => sign));
    return text;
  }
  const signs = new Map(plan.conjunctions.map(({ text: sign, nth }) => [nth, sign]));
  let nth = -1;
  return text.replace(wordPattern(word), (found) => {
    nth += 1;
    return signs.get(nth) ?? found;
  });
}

function restoreStandIns(text: string, { standIns }: Plan, lost: string[]): string {
  if (standIns.length === 0) return text;
  const originals = new Map(standIns.map((standIn) => [standIn.token, standIn.text]));
  const seen = new Set<string>();
  const restored = text.replace(/[A-Z]?\d+/g, (token, offset: number) => {
    const original = originals.get(token);
    if (original === undefined || /\p{L}/u.test(text.charAt(offset - 1))) return token;
    seen.add(token);
    return original;
  });
  for (const standIn of standIns) if (!seen.has(standIn.token)) lost.push(standIn.text);
  return restored;
}
