import { referencePieces } from './character-references.ts';
import type { Piece } from './part.ts';

const markup =
  /<(?<close>\/?)(?<name>[A-Za-z]{1,20})[^<>\n]{0,200}>|<\d[\d:.]{1,15}>|\{\\[^{}\n]{0,200}\}|(?<break>\r\n|\n|\r)/g;

/** Tags, times and line breaks in the text of a cue. Character references mean something in WebVTT only. */
export function subtitlePieces(text: string, format: 'srt' | 'vtt'): Piece[] {
  const pieces = Array.from(text.matchAll(markup), ({ index, 0: written, groups = {} }): Piece => {
    const span = { start: index, end: index + written.length, nested: [] };
    if (groups.break !== undefined) return { ...span, kind: 'break', name: '', plain: ' ' };
    if (groups.name === undefined) return { ...span, kind: 'mark', name: '', plain: '' };
    return {
      ...span,
      kind: groups.close === '' ? 'open' : 'close',
      name: groups.name.toLowerCase(),
      plain: '',
    };
  });
  if (format === 'srt') return pieces;
  return [...pieces, ...referencePieces(text)].sort((a, b) => a.start - b.start).filter(isFirst);
}

function isFirst({ start }: Piece, index: number, pieces: readonly Piece[]): boolean {
  return start >= (pieces[index - 1]?.end ?? 0);
}
