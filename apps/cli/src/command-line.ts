import { parseArgs } from 'node:util';
import { CommandError, exitCodes } from './exit-code.ts';
import { defaultServer } from './help.ts';

export interface CommandLine {
  readonly what: 'translate' | 'discard' | 'help' | 'version';
  readonly server: URL;
  readonly key: string | undefined;
  readonly sourceLang: string;
  readonly targetLang: string;
  readonly format: string | undefined;
  readonly lineBreaks: string | undefined;
  /** A file of words. */
  readonly glossary: string | undefined;
  readonly inputs: readonly string[];
  readonly output: string | undefined;
  readonly overwrite: boolean;
  readonly keep: boolean;
  readonly remembered: boolean;
  readonly quiet: boolean;
  readonly jobs: number;
  readonly patienceMs: number;
}

const options = {
  from: { type: 'string', short: 'f', default: 'auto' },
  to: { type: 'string', short: 't', default: '' },
  output: { type: 'string', short: 'o' },
  overwrite: { type: 'boolean', default: false },
  format: { type: 'string' },
  'line-breaks': { type: 'string' },
  glossary: { type: 'string' },
  jobs: { type: 'string', default: '4' },
  server: { type: 'string', short: 's' },
  key: { type: 'string' },
  keep: { type: 'boolean', default: false },
  private: { type: 'boolean', default: false },
  patience: { type: 'string', default: '600' },
  quiet: { type: 'boolean', short: 'q', default: false },
  help: { type: 'boolean', short: 'h', default: false },
  version: { type: 'boolean', default: false },
  discard: { type: 'boolean', default: false },
} as const;

/** @throws CommandError with the exit code of a wrong command line. */
export function parseCommandLine(
  args: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
): CommandLine {
  const { values, positionals } = parse(args);
  const what = values.help ? 'help' : values.version ? 'version' : values.discard ? 'discard' : 'translate';
  if (what === 'translate' && values.to === '') throw usage('--to says into which language.');
  if (what === 'discard' && positionals.length > 0) throw usage('--discard takes no files.');
  if (values.keep && values.private) throw usage('--keep and --private contradict each other.');
  return {
    what,
    server: serverOf(values.server ?? (env.UNLIMITED_TRANSLATION_SERVER || defaultServer)),
    key: values.key ?? (env.UNLIMITED_TRANSLATION_KEY || undefined),
    sourceLang: values.from,
    targetLang: values.to,
    format: values.format,
    lineBreaks: values['line-breaks'],
    glossary: values.glossary,
    inputs: positionals,
    output: values.output,
    overwrite: values.overwrite,
    keep: values.keep,
    remembered: !values.private,
    quiet: values.quiet,
    jobs: numberOf('--jobs', values.jobs, 100),
    patienceMs: 1000 * numberOf('--patience', values.patience, 1_000_000),
  };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true });
  } catch (error) {
    throw usage((error as Error).message.split('. ')[0] ?? '');
  }
}

/** With a slash at its end, so that paths are added to it and do not replace its own. */
function serverOf(address: string): URL {
  const url = URL.canParse(address) ? new URL(address) : undefined;
  if (url === undefined || !/^https?:$/.test(url.protocol)) {
    throw usage(`The server's address must begin with http:// or https://, not be ${address}`);
  }
  if (!url.pathname.endsWith('/')) url.pathname += '/';
  return url;
}

function numberOf(option: string, text: string, most: number): number {
  const number = Number(text);
  if (Number.isInteger(number) && number >= 1 && number <= most) return number;
  throw usage(`${option} must be a number from 1 to ${most}, not ${text}.`);
}

function usage(message: string): CommandError {
  return new CommandError(exitCodes.usage, `${message}\nunlimited-translation --help says more.`);
}
