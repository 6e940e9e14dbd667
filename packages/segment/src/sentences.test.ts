import { expect, test } from 'vitest';
import { segmentText } from './index.ts';

/** Each text is written with `|` where a sentence must end, and must be cut there and nowhere else. */
function expectSentences(lang: string, marked: readonly string[]) {
  for (const text of marked) {
    const sentences = segmentText(text.replaceAll('|', ''), { lang }).map(({ sourceText }) => sourceText);
    expect(sentences).toEqual(text.split('|').map((sentence) => sentence.trim()));
  }
}

test('German abbreviations, with and without spaces, also non-breaking ones', () => {
  expectSentences('de', [
    'Obst, z. B. Äpfel, ist gesund.| Gemüse auch.',
    'Obst, z.B. Äpfel, d.h. Kernobst.| Das ist gut.',
    'Obst, z.\u00a0B. Der große Apfel.| Das war es.',
    'Das gilt i. d. R. Montags, d.\u202fh. Immer.',
    'Siehe Nr. 5 bzw. Abs. 3 Satz 1.| Vgl. Kap. 4.| So ist es.',
    'Dr. Meier und Prof. Dr. h. c. Schulz wohnen in der Hauptstr. 5.| Sie sind nett.',
    'Äpfel, Birnen usw. Er kaufte alles.'.replace('usw. ', 'usw.| '),
    'Die Firma Müller GmbH & Co. KG liefert ca. 5 Mio. Euro.| Heute.',
    'St. Gallen liegt in der Schweiz.| Im 3. Jh. v. Chr. Geburt.',
    'ACHTUNG, DR. MEIER!| DAS IST NR. 5.',
    'Die evang. Kirche, der staatl. Betrieb und Prof. Dr. med. habil. Weber.| Ende.',
  ]);
});

test('German ordinals, dates, numbers', () => {
  expectSentences('de', [
    'Am 3. Oktober 1990 war es so weit.| Der 2. Weltkrieg war lange vorbei.',
    'Am 24.12. Heiligabend feiern.| Am 31.12. Silvester.',
    'Ludwig XIV. Bourbon regierte lange.| Dann kam Ludwig XV. Er war anders.'.replace('XV. ', 'XV.| '),
    'Er wurde 1990 geboren.| Sie kam im Jahr 2010.| Peter auch.',
    'Es kostet 1.234,50 Euro.| Das sind 3.5 kg.| Um 20.15 Uhr ist Schluss.',
    'Er wurde 39. Das ist viel.'.replace('39. ', '39.| '),
  ]);
});

test('quotes, parentheses, ellipses', () => {
  expectSentences('de', [
    '„Was ist das?“ fragte er.| „Nichts.“| Sie ging.',
    '„Komm!“, rief sie.| »Ja.«| Er kam.',
    'Das ist ein (!) Haus.| Die Wahl (welche?) Partei gewann.',
    'Er kam (endlich!).| (Das war gut.)| Dann ging er.',
    'Nun ja ... vielleicht.| Doch ...| Nein.',
    'Wirklich?!| Ja!!!| Gut.',
  ]);
  expectSentences('fr', ['Il a dit « pièce. »| Elle est partie.| « Oui ! »| Voilà.']);
});

test('addresses of pages and people, initials', () => {
  expectSentences('de', [
    'Siehe https://example.org/a.html?id=5.Test&x=A! Danke.'.replace('! ', '!| '),
    'Mail an max.mustermann@example.org genügt.| Danke.',
    'J. S. Bach und C. Ph. E. Bach sind verwandt.| Johann war der Vater.',
    'Das ist Node.js.| Es läuft.',
  ]);
});

test('what other languages need', () => {
  expectSentences('en', [
    'The Intl. Olympic Committee met in Austin, Tex. Monday.| It is old.',
    'Mr. Smith met Dr. Jones at 5 p.m. He left.'.replace('p.m. ', 'p.m.| '),
    'See Fig. 3 and No. 5.| No.| It is, e.g. The Times, a paper.',
    'He lives in the U.S. Department of State.| J. R. R. Tolkien wrote it. [17]| It is long.',
  ]);
  expectSentences('es', [
    'El Sr. García vive en EE. UU. desde 2010.| La calle es el núm. 5.| Está en Av. Libertad.',
  ]);
  expectSentences('fr', [
    'M. Dupont est né en 100 av. J.-C. à Rome.| Mme. Durand aussi.| Il habite au n° 5.',
  ]);
  expectSentences('it', ['Il sig. Rossi cita l’art. 5 della legge n. 300.| Il dott. Bianchi no.| Ecc.']);
});

test('a language without rules gets the boundaries of UAX #29, and a script without spaces too', () => {
  expectSentences('nl', ['Dit is een zin.| Dit ook.']);
  expectSentences('ja', ['これは文です。|これも文です。|終わり']);
});
