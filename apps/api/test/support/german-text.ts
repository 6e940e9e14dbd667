const subjects = [
  'Die Behörde',
  'Der alte Lehrer',
  'Meine Schwester',
  'Das Gericht',
  'Der Zug nach Bern',
  'Frau Dr. Meier',
];
const verbs = ['schrieb', 'fand', 'verkaufte', 'suchte', 'vergass', 'brachte'];
const objects = [
  'einen langen Brief',
  'das Haus am See',
  'z. B. drei Bücher',
  'nichts',
  'die Antwort',
  '12,5 kg Mehl',
];
const ends = [
  'am 3. Oktober.',
  'ohne ein Wort!',
  'im letzten Winter?',
  'wegen des Regens …',
  'um 18.30 Uhr.',
  '(wie immer).',
];
const gaps = [
  ' ',
  ' ',
  ' ',
  '  ',
  '\n',
  '\n\n',
  '\r\n',
  ' \t\n\n\n',
  '\n- ',
  '\n\n    ',
  '\n3. ',
  '\n\tA\tB\n',
];

/** German of a given length with every kind of layout, the same for the same seed. */
export function germanText(length: number, seed = 1): string {
  const random = randomNumbers(seed);
  const first = seed * 100_000;
  const pick = (words: readonly string[]) => words[Math.floor(random() * words.length)];
  let text = '\n';
  for (let number = first; text.length < length; number++) {
    text += `${pick(subjects)} ${pick(verbs)} ${pick(objects)} Nummer ${number} ${pick(ends)}${pick(gaps)}`;
  }
  return `${text.slice(0, length - 4)}  \n\n`;
}

/** A linear congruential generator with the constants of Numerical Recipes: the same numbers at each call. */
function randomNumbers(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}
