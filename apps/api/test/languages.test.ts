import type { DetectedLanguages, LanguagePairList, Translation } from '@unlimited/contract';
import { describe, expect, test } from 'vitest';
import { bundledModels } from './support/bundled-models.ts';
import { runningApi } from './support/running-api.ts';

// One model under two pairs: enough to see which way a text goes.
const { deEn } = bundledModels;
const api = runningApi({ MODELS: `de-en=${deEn},en-fr=${deEn}`, ENGINE_PROCESSES: '1' });

const german =
  'Der Vertrag wurde gestern von beiden Seiten unterschrieben. Er tritt am ersten Januar in Kraft, wenn niemand widerspricht.';
const english =
  'The contract was signed by both sides yesterday. It comes into force on the first of January unless somebody objects.';
const swedish =
  'Avtalet undertecknades i går av båda parter och träder i kraft den första januari om ingen protesterar mot det.';

test('the pairs of two models are listed with the language in the middle', async () => {
  expect(await api.visitor().json<LanguagePairList>('/api/languages')).toEqual({
    languagePairs: [
      { sourceLang: 'de', targetLang: 'en' },
      { sourceLang: 'en', targetLang: 'fr' },
      { sourceLang: 'de', targetLang: 'fr', via: 'en' },
    ],
    autoDetect: true,
  });
});

test('the language of a text can be asked for', async () => {
  const visitor = api.visitor();
  const detect = async (text: string) =>
    (await (await visitor.send('POST', '/api/detect', { text })).json()) as DetectedLanguages;
  const { languages } = await detect(german);
  expect(languages[0]?.lang).toBe('de');
  expect(languages[0]?.confidence).toBeGreaterThan(0.5);
  expect(await detect('12')).toEqual({ languages: [] });
  expect(await visitor.problem(visitor.send('POST', '/api/detect', { text: 1 }))).toMatchObject({
    code: 'invalid_request',
  });
});

test('a text goes through both models, segment by segment, and is remembered under both', async () => {
  const visitor = api.visitor();
  const { id } = await visitor.translated({
    sourceText: 'Öffnen Sie {file}.\n\nDas ist gut.',
    targetLang: 'fr',
  });
  const segments = await visitor.segments(id);
  expect(segments).toHaveLength(2);
  expect(segments.every(({ targetText }) => targetText !== null && targetText !== '')).toBe(true);
  // What has no flag is remembered, and not for the pair of the first model alone.
  const again = await visitor.translated({
    sourceText: 'Öffnen Sie {file}.\n\nDas ist gut.',
    targetLang: 'fr',
  });
  for (const [i, segment] of (await visitor.segments(again.id)).entries()) {
    if (segments[i]?.origin === 'model' && segments[i].flags.length === 0)
      expect(segment.origin).toBe('memory');
    expect(segment.targetText).toBe(segments[i]?.targetText);
  }
  const { id: direct } = await visitor.translated({ sourceText: 'Das ist gut.' });
  expect(await visitor.segments(direct)).toMatchObject([{ origin: 'model' }]);
});

describe('auto', () => {
  test('finds the language, and says so', async () => {
    const visitor = api.visitor();
    const translation = await visitor.translated({ sourceText: german, sourceLang: 'auto' });
    expect(translation).toMatchObject({ sourceLang: 'de', detected: true, status: 'done' });
    expect(await visitor.targetText(translation.id)).not.toContain('Vertrag');
    const given = await visitor.translated({ sourceText: german });
    expect(given).toMatchObject({ sourceLang: 'de', detected: false });
  });

  test('a paragraph in another language goes by its models', async () => {
    const visitor = api.visitor();
    const sourceText = `${english}\n\n${german}\n\n${english}`;
    const { id, sourceLang } = await visitor.translated({ sourceText, sourceLang: 'auto', targetLang: 'fr' });
    expect(sourceLang).toBe('en');
    const [first, , fromGerman] = await visitor.segments(id);
    // The German sentence by way of both models, the English one by the second alone.
    const { id: germanId } = await visitor.translated({ sourceText: german, targetLang: 'fr' });
    const { id: englishId } = await visitor.translated({
      sourceText: english,
      sourceLang: 'en',
      targetLang: 'fr',
    });
    expect(fromGerman?.targetText).toBe((await visitor.segments(germanId))[0]?.targetText);
    expect(first?.targetText).toBe((await visitor.segments(englishId))[0]?.targetText);
  });

  test('paragraphs in the target language are kept and flagged, also where the language was given', async () => {
    const visitor = api.visitor();
    const sourceText = `${german}\n\n${english}\n\n${german}`;
    for (const sourceLang of ['auto', 'de']) {
      const translation = await visitor.translated({ sourceText, sourceLang });
      const segments = await visitor.segments(translation.id);
      expect(segments.map(({ flags }) => flags.includes('already_target'))).toEqual([
        false,
        false,
        true,
        true,
        false,
        false,
      ]);
      expect(segments[2]).toMatchObject({ targetText: segments[2]?.sourceText, origin: 'copy' });
      expect(translation).toMatchObject({ sourceLang: 'de', doneCount: 6 });
    }
  });

  test('a text in the target language comes back as it is', async () => {
    const visitor = api.visitor();
    const response = await visitor.post({ sourceText: english, sourceLang: 'auto', targetLang: 'en' });
    const translation = (await response.json()) as Translation;
    expect(translation).toMatchObject({ status: 'done', sourceLang: 'en', detected: true, flaggedCount: 2 });
    expect(await visitor.targetText(translation.id)).toBe(english);
  });

  test('a stream is looked at before it is segmented, however it arrives', async () => {
    const visitor = api.visitor();
    const pieces = `${'\n'.repeat(20_000)}${german}`.match(/[\s\S]{1,701}/g) ?? [];
    const body = new ReadableStream({
      start(controller) {
        for (const piece of pieces) controller.enqueue(new TextEncoder().encode(piece));
        controller.close();
      },
    });
    const response = await visitor.upload(body, 'sourceLang=auto&targetLang=en');
    const translation = (await response.json()) as Translation;
    expect(translation).toMatchObject({ sourceLang: 'de', sourceLength: 20_000 + german.length });
  });

  test.each([
    ['a language that is not translated', swedish, 'language_not_supported', /“sv”.*en: de\./],
    ['nothing that has a language', '12 – 34', 'language_not_supported', /cannot be told.*en: de\./],
    ['nothing at all', ' \n', 'text_empty', undefined],
  ])('%s is refused', async (_what, sourceText, code, detail) => {
    const visitor = api.visitor();
    const problem = await visitor.problem(visitor.post({ sourceText, sourceLang: 'auto', targetLang: 'en' }));
    expect(problem).toMatchObject({ code });
    if (detail !== undefined) expect(problem.detail).toMatch(detail);
  });

  test('a target that no model has is refused by what there is', async () => {
    const visitor = api.visitor();
    const problem = await visitor.problem(
      visitor.post({ sourceText: german, sourceLang: 'auto', targetLang: 'sv' }),
    );
    expect(problem).toMatchObject({
      code: 'language_pair_unavailable',
      detail: 'Available: de→en, en→fr, de→fr.',
    });
  });
});
