import type { Inline } from './inline.ts';

/** For each half of a pair whose other half is there, the index of that; as tags nest, the nearest of the same name. */
export function matchPairs(inline: readonly Pick<Inline, 'kind' | 'name'>[]): Map<number, number> {
  const partners = new Map<number, number>();
  const open: { name: string; index: number }[] = [];
  const names = new Map<string, number>();
  for (const [index, { kind, name = '' }] of inline.entries()) {
    if (kind === 'open') {
      open.push({ name, index });
      names.set(name, (names.get(name) ?? 0) + 1);
    } else if (kind === 'close' && names.get(name)) {
      for (let last = open.pop(); last !== undefined; last = open.pop()) {
        names.set(last.name, (names.get(last.name) ?? 1) - 1);
        if (last.name !== name) continue;
        partners.set(last.index, index).set(index, last.index);
        break;
      }
    }
  }
  return partners;
}
