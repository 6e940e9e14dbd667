/** The names of months and weekdays as ICU writes them within a date, without a full stop at the end. */
export function dateNames(lang: string, style: 'long' | 'short'): Set<string> {
  const names = new Set<string>();
  const format = new Intl.DateTimeFormat(lang, {
    weekday: style,
    day: 'numeric',
    month: style,
    timeZone: 'UTC',
  });
  const add = (time: number) => {
    for (const { type, value } of format.formatToParts(time)) {
      if (type === 'month' || type === 'weekday') names.add(value.replace(/\.$/, ''));
    }
  };
  for (let month = 0; month < 12; month++) add(Date.UTC(2024, month, 1));
  for (let day = 1; day <= 7; day++) add(Date.UTC(2024, 0, day));
  return names;
}
