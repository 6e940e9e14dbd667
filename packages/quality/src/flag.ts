/**
 * What is wrong with a target text.
 *
 * - `empty_target`: there is none, though the source has words.
 * - `cut_short`: the model reached its output limit before it ended the sentence.
 * - `repetition`: words, phrases or letters come again and again, more than in the source.
 * - `copied_source`: the source's words stand there untranslated.
 * - `missing_sentence`: fewer sentences than the source has, and too short to say it all.
 * - `doubled_sentence`: a sentence stands there twice that is not twice in the source.
 * - `length_off`: far shorter or far longer than a translation would be.
 * - `numbers_changed`: a number of the source or its unit is missing, or one came in that the source does not have.
 * - `lost_inline`: an address, placeholder, emoji or other thing that must survive is missing, or a format's tags come in
 *   another order.
 * - `wrong_script`: letters of a script in which the target language is not written.
 * - `glossary_missed`: a term of the glossary is not there as it was asked for.
 */
export const flags = [
  'empty_target',
  'cut_short',
  'repetition',
  'copied_source',
  'missing_sentence',
  'doubled_sentence',
  'length_off',
  'numbers_changed',
  'lost_inline',
  'wrong_script',
  'glossary_missed',
] as const;

export type Flag = (typeof flags)[number];
