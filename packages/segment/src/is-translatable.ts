const letter = /\p{L}/u;

/**
 * Whether there is anything to translate: at least one letter. What has none (numbers, dashes, emoji) is copied; models
 * answer such input with inventions.
 */
export function isTranslatable(text: string): boolean {
  return letter.test(text);
}
