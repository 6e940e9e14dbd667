import { createHash } from 'node:crypto';
import type { LoadedModel } from '@unlimited/marian';
import { baseLanguage } from '@unlimited/quality';
import { ProblemError } from '../problem-error.ts';

/** Two languages, as BCP 47 tags. */
interface LanguagePair {
  readonly sourceLang: string;
  readonly targetLang: string;
}

/** From one language to another by the models that are loaded. */
export interface Direction {
  /** Names the languages and the models; what was made under the same key is made the same way. Blocks are claimed by it. */
  readonly key: string;
  readonly sourceLang: string;
  readonly targetLang: string;
  /** The language in the middle, where it takes two models. */
  readonly via: string | undefined;
  /** One model, or two of which the second reads what the first wrote; none where the text stays as it is. */
  readonly steps: readonly LoadedModel[];
}

/** All that the loaded models can do, one by one and two in a row. */
export class Directions {
  /** Those of one model first. */
  readonly all: readonly Direction[];
  readonly #byKey: ReadonlyMap<string, Direction>;

  constructor(models: readonly LoadedModel[]) {
    const direct = models.map((model) => toDirection([model]));
    this.all = [...direct, ...pivots(models)];
    this.#byKey = new Map(this.all.map((direction) => [direction.key, direction]));
  }

  get keys(): string[] {
    return [...this.#byKey.keys()];
  }

  byKey(key: string): Direction | undefined {
    return this.#byKey.get(key);
  }

  /** The direction of a pair: that of the very tags, or of their languages without region (`de-CH` is read by `de`). */
  find(pair: LanguagePair): Direction | undefined {
    return (
      this.all.find((direction) => isSame(direction, pair)) ??
      this.all.find((direction) =>
        isSame(direction, {
          sourceLang: baseLanguage(pair.sourceLang),
          targetLang: baseLanguage(pair.targetLang),
        }),
      )
    );
  }

  /**
   * The direction of a pair, as {@link find} finds it.
   *
   * @throws ProblemError `language_pair_unavailable`, naming what is available.
   */
  of(pair: LanguagePair): Direction {
    const found = this.find(pair);
    if (found === undefined) throw new ProblemError('language_pair_unavailable', this.available());
    return found;
  }

  /** Those into a language, one for each source language. */
  into(targetLang: string): Direction[] {
    const sources = new Set(this.all.map(({ sourceLang }) => sourceLang));
    return [...sources].flatMap((sourceLang) => this.find({ sourceLang, targetLang }) ?? []);
  }

  /** What there is, as a sentence for problems. */
  available(): string {
    const pairs = this.all.map(({ sourceLang, targetLang }) => `${sourceLang}→${targetLang}`);
    return `Available: ${pairs.join(', ')}.`;
  }
}

function isSame(one: LanguagePair, other: LanguagePair): boolean {
  return (
    one.sourceLang.toLowerCase() === other.sourceLang.toLowerCase() &&
    one.targetLang.toLowerCase() === other.targetLang.toLowerCase()
  );
}

/** Pairs that no model has alone but two have together, each once: by way of English if there is a choice. */
function pivots(models: readonly LoadedModel[]): Direction[] {
  const nameOf = (sourceLang: string, targetLang: string) =>
    `${baseLanguage(sourceLang)} ${baseLanguage(targetLang)}`;
  const taken = new Set(models.map((model) => nameOf(model.sourceLang, model.targetLang)));
  const pairs = models.flatMap((first) =>
    models
      .filter((second) => baseLanguage(first.targetLang) === baseLanguage(second.sourceLang))
      .map((second) => [first, second] as const),
  );
  const isEnglish = ([{ targetLang }]: readonly [LoadedModel, LoadedModel]) =>
    baseLanguage(targetLang) === 'en';
  return pairs
    .toSorted((a, b) => Number(isEnglish(b)) - Number(isEnglish(a)))
    .flatMap(([first, second]) => {
      const name = nameOf(first.sourceLang, second.targetLang);
      if (taken.has(name) || baseLanguage(first.sourceLang) === baseLanguage(second.targetLang)) return [];
      taken.add(name);
      return [toDirection([first, second])];
    });
}

function toDirection(steps: readonly [LoadedModel, LoadedModel?]): Direction {
  const [first, second] = steps;
  const { sourceLang } = first;
  const { targetLang } = second ?? first;
  const models = steps.flatMap((model) => model ?? []);
  const parts = models.map((model) => `${model.sourceLang}>${model.targetLang} ${model.modelKey}`);
  const key = createHash('sha256').update(parts.join('\n')).digest('hex');
  const via = second === undefined ? undefined : first.targetLang;
  return { key, sourceLang, targetLang, via, steps: models };
}
