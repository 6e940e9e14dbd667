import { existsSync, globSync, statSync } from 'node:fs';
import { basename, dirname, extname, join, resolve } from 'node:path';
import type { CommandLine } from './command-line.ts';
import { documentMediaType } from './document-types.ts';
import { CommandError, exitCodes } from './exit-code.ts';

/** A text to translate and where its translation goes; `-`: standard input or output. */
export interface PlannedText {
  readonly input: string;
  readonly output: string;
  readonly format: string | undefined;
  /** Of a document. */
  readonly documentType: string | undefined;
}

const formats: Readonly<Record<string, string>> = {
  '.md': 'markdown',
  '.markdown': 'markdown',
  '.html': 'html',
  '.htm': 'html',
  '.srt': 'srt',
  '.vtt': 'vtt',
};

/**
 * What is read and where it is written. A file beside its source gets the language before its ending: `book.en.txt`.
 *
 * @throws CommandError when a file is not there, or one would be written twice or over something.
 */
export function planTexts(command: CommandLine): PlannedText[] {
  const inputs = expand(command.inputs);
  const nameOf = outputOf(command, inputs);
  // The translations of an earlier run, met again by the same pattern, are no sources.
  const own = new Set(command.output === undefined ? inputs.map((input) => resolve(nameOf(input))) : []);
  const texts = inputs
    .filter((input) => input === '-' || !own.has(resolve(input)))
    .map((input) => ({
      input,
      output: nameOf(input),
      ...kindOf(command, input),
    }));
  checkOutputs(texts, command.overwrite);
  return texts;
}

/** What is said by `--format`, or by the end of the name. */
function kindOf({ format }: CommandLine, input: string): Pick<PlannedText, 'format' | 'documentType'> {
  const ending = extname(input).toLowerCase();
  const documentType = documentMediaType(format ?? ending.slice(1));
  return documentType === undefined
    ? { format: format ?? formats[ending], documentType }
    : { format: undefined, documentType };
}

/** Files that are named, and those that patterns name, each once, in the order of their names. */
function expand(words: readonly string[]): string[] {
  if (words.length === 0) return ['-'];
  const files = words.flatMap((word) => {
    if (word === '-' || existsSync(word)) return [word];
    const found = globSync(word).filter((file) => statSync(file).isFile());
    if (found.length === 0) throw new CommandError(exitCodes.file, `There is no file ${word}`);
    return found.sort();
  });
  return [...new Set(files)];
}

function outputOf({ output, targetLang }: CommandLine, inputs: readonly string[]): (input: string) => string {
  if (output === undefined) return (input) => (input === '-' ? '-' : besides(input, targetLang));
  if (output === '-') return () => '-';
  const isFolder = /[/\\]$/.test(output) || (existsSync(output) && statSync(output).isDirectory());
  if (isFolder)
    return (input) =>
      join(output, input === '-' ? `translation.${targetLang}.txt` : `${stemOf(input)}${endingOf(input)}`);
  if (inputs.length > 1) {
    throw new CommandError(exitCodes.usage, `Several texts need a folder to go to: --output ${output}/`);
  }
  return () => output;
}

function besides(input: string, targetLang: string): string {
  return join(dirname(input), `${stemOf(input)}.${targetLang}${endingOf(input)}`);
}

function stemOf(input: string): string {
  return basename(input, extname(input));
}

/** What comes out of a PDF is a text. */
function endingOf(input: string): string {
  const ending = extname(input);
  return ending.toLowerCase() === '.pdf' ? '.txt' : ending;
}

function checkOutputs(texts: readonly PlannedText[], overwrite: boolean): void {
  const seen = new Set<string>();
  for (const { input, output } of texts) {
    if (output === '-') continue;
    const path = resolve(output);
    if (path === resolve(input))
      throw new CommandError(exitCodes.file, `${output} would be its own translation.`);
    if (seen.has(path)) throw new CommandError(exitCodes.file, `Two texts would be written to ${output}`);
    if (!overwrite && existsSync(path)) {
      throw new CommandError(exitCodes.file, `${output} is there already; --overwrite replaces it.`);
    }
    seen.add(path);
  }
}
