import { ConfigSchema } from '../src/config.ts';

/** The configuration as a Markdown table; `node scripts/config-table.ts` prints it for the README. */
export function configTable(): string {
  const rows = Object.entries(ConfigSchema.properties).map(([name, schema]) => {
    const { description, default: given } = schema as { description?: string; default?: unknown };
    const value = given === undefined ? 'required' : given === '' ? '' : `\`${given}\``;
    return `| \`${name}\` | ${value} | ${description} |`;
  });
  return ['| variable | default | what it says |', '|---|---|---|', ...rows].join('\n');
}

if (import.meta.main) process.stdout.write(`${configTable()}\n`);
