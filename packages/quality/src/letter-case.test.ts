import { expect, test } from 'vitest';
import { prepare, restore } from './index.ts';

const options = { sourceLang: 'de', targetLang: 'en' } as const;

test.each([
  ['WICHTIGE HINWEISE ZUR SICHERHEIT', 'Wichtige Hinweise zur Sicherheit'],
  ['ÜBER DIE EU UND DIE NATO', 'Über die EU und die NATO'],
  ['TAG DER OFFENEN TÜR', 'Tag der offenen Tür'],
  ['VERBRAUCH IN kWh PRO JAHR', 'Verbrauch in kWh pro Jahr'],
  ['DIE MUSTER GMBH', 'Die Muster GmbH'],
  ['ACHTUNG! NICHT ÖFFNEN!', 'Achtung! Nicht öffnen!'],
  ['Wichtige Hinweise Zur Sicherheit', 'Wichtige Hinweise zur Sicherheit'],
  ['Das ist NICHT erlaubt.', 'Das ist nicht erlaubt.'],
])('%s reaches the model as %s', (sourceText, modelText) => {
  expect(prepare(sourceText, options).modelText).toBe(modelText);
});

test.each([
  ['PUT IT WHERE I CAN SEE IT', 'Put it where I can see it'],
  ['WHO NEEDS A PDF?', 'Who needs a PDF?'],
])('English: %s reaches the model as %s', (sourceText, modelText) => {
  expect(prepare(sourceText, { sourceLang: 'en-GB', targetLang: 'de' }).modelText).toBe(modelText);
});

test.each([
  'EU',
  'EU, USA, NATO',
  'GmbH',
  'PDF',
  'Die EU und die USA',
  'Ca2+ und iPhone',
  'Guten Tag, Frau Müller',
  'Sehr geehrte Frau Müller',
])('%s keeps its case', (sourceText) => {
  expect(prepare(sourceText, options)).toMatchObject({
    modelText: sourceText,
    plan: { letterCase: undefined },
  });
});

test.each([
  ['WICHTIGE HINWEISE', 'Important notes', 'IMPORTANT NOTES'],
  ['VERBRAUCH IN kWh', 'Consumption in kWh', 'CONSUMPTION IN kWh'],
  [
    'SIEHE {page} UND https://example.com/Abc!',
    'See 731 and 842!',
    'SEE {page} AND https://example.com/Abc!',
  ],
  ['Hinweise Zur Sicherheit Von Daten', 'Notes on the security of data', 'Notes on the Security of Data'],
])('%s is written alike in the target language', (sourceText, modelOutput, targetText) => {
  const { plan } = prepare(sourceText, options);
  expect(restore(modelOutput, plan)).toEqual({ targetText, lost: [] });
});
