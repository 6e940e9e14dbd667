const numbers = ['731', '842', '953', '264', '375', '486', '597', '628', '739'];
const codes = ['A1', 'B2', 'C3', 'E5', 'F6', 'P4', 'L4', 'T6', 'Z1'];

/**
 * Tokens that a small model copies and that the text does not hold already. The first nine are measured; what comes
 * after them is of the same kind, and a sentence with so many inline things is rare.
 */
export function* standInTokens(kind: 'number' | 'code', text: string): Generator<string, never> {
  const inUse = new Set(text.match(kind === 'number' ? /\d+/g : /[A-Z]\d+/g));
  for (const token of kind === 'number' ? numbers : codes) if (!inUse.has(token)) yield token;
  for (let n = 0; ; n += 1) {
    const token = kind === 'number' ? String(113 + n * 7) : `${String.fromCharCode(65 + (n % 26))}${10 + n}`;
    if (!inUse.has(token)) yield token;
  }
}
