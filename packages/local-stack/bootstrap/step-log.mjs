/**
 * @typedef {object} Step
 * @property {string} detail What the line says beside the label; set it while working.
 */

/**
 * @typedef {object} StepLog
 * @property {<Result>(label: string, work: (step: Step) => Promise<Result>) => Promise<Result>} run
 *   Shows a step: a moving line on a terminal, one line with its time when it has ended elsewhere.
 * @property {(text: string) => void} note A line of its own, indented below the steps.
 */

const labelWidth = 12;
const detailWidth = 48;
const silentMs = 5000;
const frames = ['⠋', '⠙', '⠹', '⠸', '⠼', '⠴', '⠦', '⠧', '⠇', '⠏'];

/**
 * Steps as aligned lines with a mark and the time each took. Colour and movement only on a terminal.
 *
 * @param {{ write(text: string): unknown, isTTY?: boolean, columns?: number }} [out]
 * @param {Record<string, string | undefined>} [env]
 * @returns {StepLog}
 */
export function createStepLog(out = process.stdout, env = process.env) {
  const live = Boolean(out.isTTY) && env.TERM !== 'dumb' && !env.CI;
  const colour = live && !env.NO_COLOR;
  /** @type {(code: number, text: string) => string} */
  const paint = (code, text) => (colour ? `\x1b[${code}m${text}\x1b[0m` : text);
  const clear = live ? '\r\x1b[2K' : '';
  let running = false;

  return {
    async run(label, work) {
      const step = { detail: '' };
      const beganAt = performance.now();
      /** @type {(mark: string) => string} */
      const line = (mark) => stepLine(mark, label, step.detail, performance.now() - beganAt);
      const stopShowing = live
        ? showMovement((frame) => out.write(clear + paint(2, fit(line(frame), out.columns))))
        : announceLate(() => out.write(`${line('…').trimEnd()}\n`));
      running = true;
      let mark = paint(31, '✗');
      try {
        const result = await work(step);
        mark = paint(32, '✓');
        return result;
      } finally {
        running = false;
        stopShowing();
        out.write(`${clear}${line(mark)}\n`);
      }
    },
    note(text) {
      const body = text.replaceAll('\n', '\n    ');
      out.write(`${running ? clear : ''}    ${paint(2, body)}\n`);
    },
  };
}

/**
 * @param {string} mark
 * @param {string} label
 * @param {string} detail
 * @param {number} ms
 */
function stepLine(mark, label, detail, ms) {
  return `  ${mark} ${label.padEnd(labelWidth)} ${detail.padEnd(detailWidth)} ${formatSeconds(ms).padStart(7)}`;
}

/**
 * Milliseconds as seconds, with a decimal below ten: `0.4 s`, `17 s`.
 *
 * @param {number} ms
 */
export function formatSeconds(ms) {
  return `${ms < 9950 ? (ms / 1000).toFixed(1) : Math.round(ms / 1000)} s`;
}

/**
 * A moving line must not wrap, or clearing it leaves pieces behind.
 *
 * @param {string} line
 * @param {number | undefined} columns
 */
function fit(line, columns) {
  return columns === undefined ? line : line.slice(0, columns - 1);
}

/** @param {(frame: string) => void} show */
function showMovement(show) {
  let count = 0;
  const next = () => show(frames[count++ % frames.length] ?? '');
  next();
  const timer = setInterval(next, 100);
  return () => clearInterval(timer);
}

/**
 * Without a terminal a quick step is one line; a slow one also says that it began, so that a log shows what hangs.
 *
 * @param {() => void} announce
 */
function announceLate(announce) {
  const timer = setTimeout(announce, silentMs);
  return () => clearTimeout(timer);
}
