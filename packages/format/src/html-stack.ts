import { isEndedBy, isVoid, saysTranslatable } from './html-elements.ts';
import type { HtmlToken } from './html-tokens.ts';

/** Elements open at once that are kept count of; pages have some thirty. */
const deepest = 10_000;

/** The open elements of a page, and whether what comes next is to be translated. Forgives end tags that are missing. */
export class HtmlStack {
  readonly #open: { name: string; translatable: boolean }[] = [];
  readonly #counts = new Map<string, number>();

  get depth(): number {
    return this.#open.length;
  }

  get isTranslatable(): boolean {
    return this.#open.at(-1)?.translatable ?? true;
  }

  enter(tag: HtmlToken): void {
    while (isEndedBy(this.#open.at(-1)?.name ?? '', tag.name)) this.#pop();
    if (isVoid(tag.name) || this.depth >= deepest) return;
    this.#open.push({ name: tag.name, translatable: saysTranslatable(tag) ?? this.isTranslatable });
    this.#counts.set(tag.name, (this.#counts.get(tag.name) ?? 0) + 1);
  }

  leave({ name }: HtmlToken): void {
    if (!this.#counts.get(name)) return;
    while (this.#pop() !== name);
  }

  #pop(): string | undefined {
    const name = this.#open.pop()?.name;
    if (name !== undefined) this.#counts.set(name, (this.#counts.get(name) ?? 1) - 1);
    return name;
  }
}
