export interface Lengths {
  readonly sourceText: string;
  readonly targetText: string;
  /** Tokens of both under the model's tokenizer, where known. */
  readonly sourceTokens?: number | undefined;
  readonly targetTokens?: number | undefined;
}

const characters = (text: string) => text.replace(/[^\p{L}\p{N}]/gu, '').length;

/**
 * Whether the target text is far longer or shorter than a translation between alphabetic scripts. The constants let
 * short texts be: `Doch.` may become `Yes, I do.` and `Bedienungsanleitung` may become `manual`.
 */
export function isLengthOff({ sourceText, targetText, sourceTokens, targetTokens }: Lengths): boolean {
  if (!isAlphabetic(sourceText) || !isAlphabetic(targetText)) return false;
  const source = characters(sourceText);
  const target = characters(targetText);
  if (target > 2 * source + 18 || target < 0.4 * source - 8) return true;
  if (sourceTokens === undefined || targetTokens === undefined) return false;
  return targetTokens > 3 * sourceTokens + 12;
}

/** Chinese, Japanese and Korean say much more in a character. */
function isAlphabetic(text: string): boolean {
  return !/[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Hang}]/u.test(text);
}
