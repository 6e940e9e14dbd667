const subjects = [
  'Der alte Lehrer',
  'Meine Schwester',
  'Das Gericht',
  'Der Zug nach Bern',
  'Die Nachbarin',
  'Unser Hund',
];
const verbs = ['fand', 'suchte', 'brachte', 'verkaufte', 'sah', 'vergaß'];
const objects = [
  'einen langen Brief',
  'das Haus am See',
  'drei Bücher',
  'die Antwort',
  'den Schlüssel',
  'ein rotes Auto',
];
const ends = [
  'am Montag',
  'im letzten Winter',
  'wegen des Regens',
  'ohne ein Wort',
  'in der Stadt',
  'nach dem Essen',
];

/** German prose of at least `length` characters in which no sentence returns, so that nothing comes from memory. */
export function germanText(length: number): string {
  const pick = (words: readonly string[], number: number) => words[number % words.length];
  let text = '';
  for (let number = 0; text.length < length; number++) {
    const words = [
      pick(subjects, number),
      pick(verbs, Math.floor(number / 6)),
      pick(objects, Math.floor(number / 36)),
      pick(ends, Math.floor(number / 216)),
    ];
    text += `${words.join(' ')}, und ${number} Leute sahen zu.${number % 5 === 4 ? '\n\n' : ' '}`;
  }
  return text;
}
