import { expect, test } from 'vitest';
import { type CheckedOptions, type ModelOutput, translateChecked } from './index.ts';

/** A model of a few sentences, which records what it is asked. */
function modelOf(answers: Readonly<Record<string, string>>): { asked: string[]; options: CheckedOptions } {
  const asked: string[] = [];
  const answer = (text: string): ModelOutput => {
    const targetText = answers[text] ?? `[${text}]`;
    return { targetText, cutShort: false, sourceTokens: 5, targetTokens: 5 };
  };
  const translate = async (texts: readonly string[]) => {
    asked.push(...texts);
    return texts.map(answer);
  };
  return { asked, options: { sourceLang: 'de', targetLang: 'en', translate } };
}

test('nothing without letters reaches the model', async () => {
  const { asked, options } = modelOf({});
  const texts = ['-', ' ', '…', '12.03.', '😀', 'https://example.com'];
  expect(await translateChecked(texts, options)).toEqual(
    texts.map((targetText) => ({ targetText, flags: [], origin: 'copy' })),
  );
  expect(asked).toEqual([]);
});

test('a flagged result is tried again until one has no flag, and good ones are left alone', async () => {
  const { asked, options } = modelOf({
    'Das ist gut.': 'That is good.',
    'Das Haus ist sehr alt.': 'Das Haus ist sehr alt.',
    '"Das Haus ist sehr alt."': '"The house is very old."',
  });
  expect(await translateChecked(['Das ist gut.', 'Das Haus ist sehr alt.'], options)).toEqual([
    { targetText: 'That is good.', flags: [], origin: 'model' },
    { targetText: 'The house is very old.', flags: [], origin: 'model' },
  ]);
  expect(asked).toEqual(['Das ist gut.', 'Das Haus ist sehr alt.', '"Das Haus ist sehr alt."']);
});

test('a placeholder that the model loses twice is kept by cutting the sentence around it', async () => {
  const { options } = modelOf({
    'Bitte öffnen Sie 731 noch heute.': 'Please open it today.',
    'Bitte öffnen Sie A1 noch heute.': 'Please open it today.',
    'Bitte öffnen Sie': 'Please open',
    'noch heute.': 'today.',
  });
  expect(await translateChecked(['Bitte öffnen Sie {file} noch heute.'], options)).toEqual([
    { targetText: 'Please open {file} today.', flags: [], origin: 'model' },
  ]);
});

test('what stays bad is delivered with its flags, the lightest that was seen', async () => {
  const { options } = modelOf({
    'Das kostet viel.': 'It costs 3.',
    'Das kostet viel': 'It is it is it is it is',
  });
  expect(await translateChecked(['Das kostet viel.'], options)).toEqual([
    { targetText: 'It costs 3.', flags: ['numbers_changed'], origin: 'model' },
  ]);
});

test('a part of which the model makes nothing leaves no space at the end', async () => {
  const { options } = modelOf({
    'Bitte öffnen Sie 731 noch heute.': 'Please open it today.',
    'Bitte öffnen Sie A1 noch heute.': 'Please open it today.',
    'Bitte öffnen Sie': 'Please open',
    'noch heute.': '',
  });
  const [result] = await translateChecked(['Bitte öffnen Sie {file} noch heute.'], options);
  expect(result?.targetText).toBe('Please open {file}');
});
