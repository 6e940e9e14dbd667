/** HTML that may stand in a page as it is. */
export class Markup {
  readonly #text: string;

  constructor(text: string) {
    this.#text = text;
  }

  toString(): string {
    return this.#text;
  }
}

type Value = string | Markup | readonly Value[];

/** HTML with values in it, which are escaped unless they are HTML themselves. */
export function html(strings: TemplateStringsArray, ...values: readonly Value[]): Markup {
  return new Markup(
    strings.map((text, i) => text + (i < values.length ? write(values[i] ?? '') : '')).join(''),
  );
}

/** A sentence in which `code` stands between backticks. */
export function prose(text: string): Markup {
  const parts = text.split('`').map((part, i) => (i % 2 === 0 ? html`${part}` : html`<code>${part}</code>`));
  return html`${parts}`;
}

function write(value: Value): string {
  if (value instanceof Markup) return String(value);
  if (typeof value !== 'string') return value.map(write).join('');
  return value.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
