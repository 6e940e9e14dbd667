/** A part of a translated text, as it is stored: a sentence, and what stood behind it. */
export interface TargetSegment {
  readonly targetText: string;
  readonly gap: string;
}

/**
 * The paragraphs of a translated text, without their `<p>`. These are looked for in gaps alone: what is in a sentence was
 * written by a model or a reader, and is no structure.
 */
export class TargetParagraphs {
  readonly #paragraphs: string[] = [];
  #current: string | undefined;
  /** Gaps that follow on each other may be parts of one. */
  #gap = '';

  add({ targetText, gap }: TargetSegment): void {
    if (targetText !== '') {
      this.#readGap();
      if (this.#current !== undefined) this.#current += targetText;
    }
    this.#gap += gap;
  }

  end(): string[] {
    this.#readGap();
    return this.#paragraphs;
  }

  #readGap(): void {
    let position = 0;
    for (const { index, 0: tag } of this.#gap.matchAll(/<\/?p>/g)) {
      this.#keep(this.#gap.slice(position, index));
      position = index + tag.length;
      if (tag === '<p>') {
        this.#current = '';
      } else if (this.#current !== undefined) {
        this.#paragraphs.push(this.#current);
        this.#current = undefined;
      }
    }
    this.#keep(this.#gap.slice(position));
    this.#gap = '';
  }

  #keep(text: string): void {
    if (this.#current !== undefined) this.#current += text;
  }
}
