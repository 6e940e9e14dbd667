import { readFileSync } from 'node:fs';
import type { GlossaryEntry } from '@unlimited/contract';
import { CommandError, exitCodes } from './exit-code.ts';

/**
 * The words of a glossary file: a line for each, `source`, a tab and `target`, or `source` alone for what is not to be
 * translated; lines that begin with `#` say nothing. Or JSON, as the server takes it.
 *
 * @throws CommandError when it cannot be read.
 */
export function readGlossary(file: string): GlossaryEntry[] {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(file));
  } catch (cause) {
    const { code = 'no UTF-8' } = cause as NodeJS.ErrnoException;
    throw new CommandError(exitCodes.file, `The glossary ${file} cannot be read (${code})`, { cause });
  }
  return text.trimStart().startsWith('[') ? parseJson(file, text) : parseLines(file, text);
}

function parseJson(file: string, text: string): GlossaryEntry[] {
  try {
    // What is in it the server looks at.
    return JSON.parse(text) as GlossaryEntry[];
  } catch (cause) {
    throw new CommandError(exitCodes.file, `The glossary ${file} is no JSON`, { cause });
  }
}

function parseLines(file: string, text: string): GlossaryEntry[] {
  return text.split(/\r?\n/).flatMap((line, index): GlossaryEntry[] => {
    if (line.trim() === '' || line.startsWith('#')) return [];
    const [source = '', target = '', ...more] = line.split('\t').map((cell) => cell.trim());
    if (source === '' || more.length > 0) {
      const where = `line ${index + 1} of the glossary ${file}`;
      throw new CommandError(exitCodes.file, `A word, a tab and its translation are wanted in ${where}`);
    }
    return [target === '' ? { source } : { source, target }];
  });
}
