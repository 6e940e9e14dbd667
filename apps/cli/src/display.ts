import type { Translation } from '@unlimited/contract';
import { formatProgress } from './progress-bar.ts';

const everyMs = 200;

/** What is shown on standard error: a bar that is drawn over and over, in a terminal alone, and sentences above it. */
export class Display {
  readonly #shown: boolean;
  readonly #translations = new Map<string, Pick<Translation, 'doneCount' | 'segmentCount'>>();
  readonly #timer: NodeJS.Timeout | undefined;
  /** What was done before we looked is no measure of the pace. */
  #before = 0;
  #beganAt: number | undefined;

  /** @param shown Nobody wants a bar in a file, nor between the lines of the translation. */
  constructor(shown: boolean) {
    this.#shown = shown;
    if (shown) this.#timer = setInterval(() => this.#draw(), everyMs);
  }

  update(input: string, translation: Translation): void {
    if (!this.#translations.has(input)) this.#before += translation.doneCount;
    this.#beganAt ??= performance.now();
    this.#translations.set(input, translation);
  }

  /** Writes a line that stays. */
  say(text: string): void {
    this.#clear();
    process.stderr.write(`${text}\n`);
  }

  end(): void {
    clearInterval(this.#timer);
    this.#clear();
  }

  #draw(): void {
    const counts = [...this.#translations.values()];
    const done = counts.reduce((sum, { doneCount }) => sum + doneCount, 0);
    const total = counts.reduce((sum, { segmentCount }) => sum + segmentCount, 0);
    const elapsedMs = this.#beganAt === undefined ? 0 : performance.now() - this.#beganAt;
    const pace = done - this.#before > 0 ? (elapsedMs * done) / (done - this.#before) : 0;
    this.#clear();
    process.stderr.write(
      formatProgress({ done, total, elapsedMs: pace }, (process.stderr.columns ?? 80) - 1),
    );
  }

  #clear(): void {
    if (this.#shown) process.stderr.write('\r\x1b[2K');
  }
}
