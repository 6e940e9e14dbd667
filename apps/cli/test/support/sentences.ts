/** German sentences on lines of their own, none of them twice. */
export function sentences(count: number, name: string): string {
  const lines = Array.from(
    { length: count },
    (_, i) => `Am Tag ${i} kam ${name} mit ${i * 3} Briefen nach Hause.`,
  );
  return `\n${lines.join('\n\n  ')}\n`;
}
