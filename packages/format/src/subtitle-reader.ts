import type { FormatReader, Part } from './part.ts';
import { PartList } from './part-list.ts';
import { subtitlePieces } from './subtitle-inline.ts';

const time =
  /^[ \t]*(?:\d{1,3}:)?\d{1,2}:\d{2}[,.]\d{1,3}[ \t]*-->[ \t]*(?:\d{1,3}:)?\d{1,2}:\d{2}[,.]\d{1,3}/;
const number = /^\s*\d+\s*$/;
/** In a conversation each line is somebody's. */
const dash = /^[ \t]*(?:[-–—‐][ \t]*)+(?=[^\s>-])/;
/** Cues have some hundred characters; what is no subtitle file has lines without end. */
const longestCue = 16_384;

/** SubRip and WebVTT. A run is the text of a cue; numbers, names, times and settings, notes and styles are layout. */
export class SubtitleReader implements FormatReader {
  readonly #format: 'srt' | 'vtt';
  readonly #parts = new PartList();
  #buffer = '';
  #cue: string[] = [];
  #cueLength = 0;
  #isInCue = false;

  constructor(format: 'srt' | 'vtt') {
    this.#format = format;
  }

  push(piece: string): Part[] {
    this.#buffer += piece;
    let start = 0;
    for (;;) {
      const found = this.#buffer.indexOf('\n', start);
      if (found < 0 && this.#buffer.length - start <= longestCue) break;
      const end = found >= 0 ? found + 1 : withoutHalf(this.#buffer, start + longestCue);
      this.#readLine(this.#buffer.slice(start, end));
      start = end;
    }
    this.#buffer = this.#buffer.slice(start);
    return this.#parts.take();
  }

  end(): Part[] {
    if (this.#buffer !== '') this.#readLine(this.#buffer);
    this.#buffer = '';
    this.#endCue();
    return this.#parts.take();
  }

  #readLine(line: string): void {
    if (time.test(line)) {
      const name = this.#isInCue && number.test(this.#cue.at(-1) ?? '') ? this.#cue.pop() : undefined;
      this.#endCue();
      this.#parts.layout(`${name ?? ''}${line}`);
      this.#isInCue = true;
    } else if (this.#isInCue && line.trim() !== '') {
      this.#cue.push(line);
      this.#cueLength += line.length;
      if (this.#cueLength > longestCue) this.#handCue();
    } else {
      this.#endCue();
      this.#parts.layout(line);
    }
  }

  #endCue(): void {
    this.#handCue();
    this.#isInCue = false;
  }

  #handCue(): void {
    const lines = this.#cue;
    this.#cue = [];
    this.#cueLength = 0;
    const isConversation = lines.some((line) => dash.test(line));
    for (const text of isConversation ? lines : [lines.join('')]) {
      const [before = ''] = dash.exec(text) ?? [];
      const [after = ''] = /\s*$/.exec(text) ?? [];
      this.#parts.layout(before);
      const body = text.slice(before.length, text.length - after.length);
      this.#parts.run(body, subtitlePieces(body, this.#format));
      this.#parts.layout(after);
    }
  }
}

/** No cut goes through a surrogate pair. */
function withoutHalf(text: string, end: number): number {
  return /[\ud800-\udbff]/.test(text.charAt(end - 1)) ? end - 1 : end;
}
