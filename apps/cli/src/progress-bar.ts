/** Sentences of all texts that are known by now. */
export interface Progress {
  readonly done: number;
  readonly total: number;
  /** Since the first of them was begun. */
  readonly elapsedMs: number;
  /** What is being waited for, if anything. */
  readonly note?: string;
}

const barLength = 24;

/** One line: `[######------] 48 %  1,234 of 2,570 sentences  21/s  1:04 left`, cut to the width of the terminal. */
export function formatProgress({ done, total, elapsedMs, note }: Progress, columns: number): string {
  if (total === 0) return (note ?? 'sending …').slice(0, columns);
  const share = done / total;
  const filled = Math.round(share * barLength);
  const perSecond = elapsedMs > 0 ? (done * 1000) / elapsedMs : 0;
  const parts = [
    `[${'#'.repeat(filled)}${'-'.repeat(barLength - filled)}] ${Math.floor(share * 100)} %`,
    `${done.toLocaleString('en')} of ${total.toLocaleString('en')} sentences`,
    ...(perSecond > 0 ? [`${perSecond < 10 ? perSecond.toFixed(1) : Math.round(perSecond)}/s`] : []),
    ...(perSecond > 0 && done < total ? [`${formatTime((total - done) / perSecond)} left`] : []),
    ...(note === undefined ? [] : [note]),
  ];
  return parts.join('  ').slice(0, columns);
}

/** `1:04`, `2:00:09` */
export function formatTime(seconds: number): string {
  const whole = Math.ceil(seconds);
  const two = (value: number) => String(value).padStart(2, '0');
  const hours = Math.floor(whole / 3600);
  const minutes = Math.floor((whole % 3600) / 60);
  return hours > 0 ? `${hours}:${two(minutes)}:${two(whole % 60)}` : `${minutes}:${two(whole % 60)}`;
}
