/** A page of German prose with headings, a list, quotes and uneven layout. */
export const page = `Der alte Leuchtturm

Am Rand der kleinen Stadt stand seit vielen Jahren ein alter Leuchtturm. Die Kinder erzählten sich, dass dort ein Mann wohnte, der nie schlief. Jeden Abend ging das Licht an, und jeden Morgen ging es wieder aus.  Niemand wusste genau, wer es anzündete.

Eines Tages beschloss Anna, der Sache auf den Grund zu gehen. Sie packte eine Flasche Wasser, zwei Äpfel und eine Taschenlampe ein.

\t1. Eine Karte der Küste
\t2. Ein warmer Mantel
\t3. Viel Geduld


Der Weg war länger, als sie gedacht hatte. Nach einer Stunde begann es zu regnen. „Ich hätte den Bus nehmen sollen“, sagte sie zu sich selbst. Doch dann sah sie das Licht.   

`;

/** A paragraph in the language that the others are translated into. */
export const english = `The keeper of the lighthouse was an old woman who had come from Ireland many years ago. She had brought her books with her, and in the evenings she read them aloud to the sea.

`;

const fromTheRight = `המגדלור הישן עמד על החוף שנים רבות, ו-Anna הכירה אותו היטב. Das steht auf Deutsch da. בכל ערב נדלק האור בשעה 19:30.

كان البحر هادئًا في ذلك الصباح، وكان Paul ينتظر السفينة (رقم 7) منذ ساعتين.

Der Weg war länger, als sie gedacht hatte.

`;

/** A text long enough for the reader, in which Hebrew, Arabic and German take turns. */
export const mixedText = fromTheRight.repeat(14);

/** About this many characters of prose, in which no page is quite like another. */
export function longText(length: number): string {
  const names = ['Anna', 'Paul', 'Maria', 'Karl', 'Elsa', 'Georg', 'Clara'];
  let text = '';
  for (let chapter = 1; text.length < length; chapter++) {
    const name = names[chapter % names.length] as string;
    text += page.replace('Der alte Leuchtturm', `Kapitel ${chapter}`).replaceAll('Anna', name);
    text += `Es war der ${chapter}. Tag, und ${name} hatte ${chapter + 3} Briefe geschrieben.\n\n`;
  }
  return text;
}

const subjects = [
  'Der Hund',
  'Die Katze',
  'Mein Bruder',
  'Unsere Lehrerin',
  'Der alte Mann',
  'Das Kind',
  'Die Frau',
  'Ein Freund',
];
const verbs = ['sucht', 'findet', 'sieht', 'kauft', 'vergisst', 'zeigt', 'bringt', 'nimmt'];
const objects = [
  'das Buch',
  'einen Brief',
  'die Tasche',
  'den Schlüssel',
  'das Brot',
  'eine Lampe',
  'das Bild',
  'den Mantel',
];
const places = [
  'im Garten',
  'am Bahnhof',
  'in der Stadt',
  'auf dem Markt',
  'am See',
  'im Haus',
  'in der Schule',
  'am Fenster',
];

/** Paragraphs of short sentences that no memory knows yet: others for every seed, hardly one twice. */
export function newText(sentenceCount: number, seed: number): string {
  let state = seed;
  const pick = (words: readonly string[]) => {
    state = (state * 1_664_525 + 1_013_904_223) % 2 ** 32;
    return words[Math.floor((state / 2 ** 32) * words.length)] as string;
  };
  const clause = () => `${pick(subjects)} ${pick(verbs)} ${pick(objects)}`;
  const lowered = (text: string) => text.charAt(0).toLowerCase() + text.slice(1);
  const sentence = () => `${clause()} ${pick(places)}, aber ${lowered(clause())}.`;
  const sentences = Array.from({ length: sentenceCount }, sentence);
  return sentences.map((text, at) => text + (at % 6 === 5 ? '\n\n' : ' ')).join('');
}

let visits = Date.now();
/** A seed that was not used before. */
export const newSeed = (): number => visits++;
