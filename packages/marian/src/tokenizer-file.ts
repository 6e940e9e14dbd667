/** What `tokenizer.json` and `tokenizer_config.json` have that matters here. */
export interface TokenizerFiles {
  readonly json: TokenizerJson;
  readonly config: { readonly remove_space?: boolean; readonly do_lowercase_and_remove_accent?: boolean };
}

export interface TokenizerJson {
  readonly added_tokens: readonly { id: number; content: string; special: boolean }[];
  readonly normalizer: Step | null;
  readonly pre_tokenizer: Step | null;
  readonly decoder: Step | null;
  readonly model: {
    readonly type?: string;
    readonly unk_id: number;
    readonly vocab: readonly (readonly [piece: string, score: number])[];
    readonly byte_fallback?: boolean;
  };
}

interface Step {
  readonly type: string;
  readonly normalizers?: readonly Step[];
  readonly pretokenizers?: readonly Step[];
  readonly replacement?: string;
  readonly prepend_scheme?: string;
  readonly pattern?: { readonly Regex?: string };
  readonly content?: string;
}

/**
 * Whether it is what Marian models have: SentencePiece's normalization, words, unigram pieces. Another one is left to
 * transformers.js.
 */
export function isMarianTokenizer({ json, config }: TokenizerFiles): boolean {
  const { normalizer, pre_tokenizer, decoder, model } = json;
  const [words, space, ...more] = pre_tokenizer?.pretokenizers ?? [];
  return (
    (model.type ?? 'Unigram') === 'Unigram' &&
    model.byte_fallback !== true &&
    (normalizer?.normalizers ?? [normalizer]).every((step, i) =>
      i === 0 ? step?.type === 'Precompiled' : isSpaceJoiner(step),
    ) &&
    words?.type === 'WhitespaceSplit' &&
    isMetaspace(space) &&
    more.length === 0 &&
    isMetaspace(decoder) &&
    config.remove_space !== true &&
    config.do_lowercase_and_remove_accent !== true
  );
}

function isMetaspace(step: Step | null | undefined): boolean {
  return (
    step?.type === 'Metaspace' &&
    (step.replacement ?? '▁') === '▁' &&
    (step.prepend_scheme ?? 'always') === 'always'
  );
}

/** It makes one space of several, which changes nothing where words are split at spaces. */
function isSpaceJoiner(step: Step | null): boolean {
  return step?.type === 'Replace' && step.pattern?.Regex === ' {2,}' && step.content === ' ';
}
