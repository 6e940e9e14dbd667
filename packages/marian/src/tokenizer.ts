import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { EngineError } from './engine-error.ts';
import { createMarianTokenizer } from './marian-tokenizer.ts';
import { isMarianTokenizer } from './tokenizer-file.ts';

/** Text ⇄ token ids of one model. */
export interface Tokenizer {
  /** Ids of the text, ending in the end-of-sentence token. Runs of whitespace and control characters count as one space. */
  encode(text: string): number[];
  /** Text of ids that hold no special token but the unknown one, which is left out. */
  decode(ids: readonly number[]): string;
}

/**
 * Opens the tokenizer of a model folder.
 *
 * @throws EngineError `model_invalid` when its files are missing or not of the expected kind.
 */
export async function loadTokenizer(folder: string, eosTokenId: number): Promise<Tokenizer> {
  try {
    const [json, config] = await Promise.all(
      ['tokenizer.json', 'tokenizer_config.json'].map(async (name) =>
        JSON.parse(await readFile(join(folder, name), 'utf8')),
      ),
    );
    if (isMarianTokenizer({ json, config })) return createMarianTokenizer(json, eosTokenId);
    // It loads all of transformers.js, which nothing else in these processes needs.
    const { createLibraryTokenizer } = await import('./library-tokenizer.ts');
    return createLibraryTokenizer({ json, config }, eosTokenId);
  } catch (cause) {
    throw new EngineError('model_invalid', `the tokenizer in ${folder} cannot be opened`, { cause });
  }
}
