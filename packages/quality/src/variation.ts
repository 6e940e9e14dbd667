/** A change of the surface that makes a model go another way, and which its output is relieved of again. */
export type Variation = 'finalStop' | 'quotes';

/** What was done to the model's text. */
export type Varied = 'stopAdded' | 'stopRemoved' | 'quoted';

/** The text with the full stop that it lacks or without the one it has, or in quotation marks; as it is where that does not go. */
export function vary(text: string, variation: Variation): { text: string; varied: Varied | undefined } {
  if (variation === 'quotes') {
    return text.includes('"') ? { text, varied: undefined } : { text: `"${text}"`, varied: 'quoted' };
  }
  if (/[^.]\.$/.test(text)) return { text: text.slice(0, -1), varied: 'stopRemoved' };
  if (/[\p{L}\p{M}\d)]$/u.test(text)) return { text: `${text}.`, varied: 'stopAdded' };
  return { text, varied: undefined };
}

/** The model's output without what `vary` brought in. */
export function unvary(text: string, varied: Varied): string {
  if (varied === 'quoted') return text.replace(/^["“]/, '').replace(/["”](?=[.,!?]?$)/, '');
  if (varied === 'stopAdded') return /[^.]\.$/.test(text) ? text.slice(0, -1) : text;
  return /[\p{L}\p{M}\d)"']$/u.test(text) ? `${text}.` : text;
}
