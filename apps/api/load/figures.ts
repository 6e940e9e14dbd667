/** One line of a report: what was measured, and how much of what. */
export interface Figure {
  readonly name: string;
  readonly value: number | string;
  readonly unit?: string;
}

export function printFigures(title: string, figures: readonly Figure[]): void {
  const width = Math.max(...figures.map(({ name }) => name.length));
  const lines = figures.map(({ name, value, unit = '' }) => {
    const shown = typeof value === 'number' ? formatNumber(value) : value;
    return `  ${name.padEnd(width)}  ${shown.padStart(10)} ${unit}`.trimEnd();
  });
  process.stdout.write(`\n${title}\n${lines.join('\n')}\n`);
}

export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

function formatNumber(value: number): string {
  if (Number.isInteger(value)) return value.toLocaleString('en');
  return value.toPrecision(3);
}
