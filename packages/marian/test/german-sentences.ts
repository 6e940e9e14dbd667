const subjects = [
  'Der Lehrer',
  'Meine Schwester',
  'Das alte Haus',
  'Ein Hund',
  'Die Regierung',
  'Niemand',
  'Unser Nachbar',
];
const verbs = ['sieht', 'kauft', 'vergisst', 'braucht', 'findet', 'öffnet', 'verkauft'];
const objects = [
  'das Buch',
  'einen roten Apfel',
  'die Tür',
  'sein Auto',
  'nichts',
  'die wichtigste Frage',
  'Wasser',
];
const endings = [
  '.',
  '!',
  '?',
  ' heute Abend.',
  ', weil es regnet.',
  ' im Jahr 1984.',
  ', sagte „Anna“.',
  ' – z. B. in Zürich.',
];

/** Varied sentences, always the same: grammar filled in by counting. */
export function germanSentences(count: number): string[] {
  return Array.from({ length: count }, (_, index) => {
    const pick = (from: readonly string[], step: number) =>
      from[Math.floor(index / step) % from.length] as string;
    return `${pick(subjects, 1)} ${pick(verbs, 7)} ${pick(objects, 49)}${pick(endings, 3)}`;
  });
}
