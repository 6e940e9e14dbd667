import { expect, test } from 'vitest';
import { restoreUmlauts } from './german-spelling.ts';

test.each([
  ['Ich moechte das fuer dich ueberpruefen.', 'Ich möchte das für dich überprüfen.'],
  ['Die Aenderungen ausfuehren', 'Die Änderungen ausführen'],
])('%s is %s', (text, expected) => {
  expect(restoreUmlauts(text)).toBe(expected);
});

test.each([
  'Die neue Steuer dauert ein aktuelles Duell.',
  'Herr Mueller aus Goethes Poesie fährt fuer uns.',
  'bauen, schauen, Frauen, Quelle, Israel, Michael, zuerst, Poet, Statue, Reue',
  'Masse, Maße, Strasse, Busse',
])('%s stays', (text) => {
  expect(restoreUmlauts(text)).toBe(text);
});
