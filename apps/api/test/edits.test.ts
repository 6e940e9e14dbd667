import type { Alternatives, Segment, Translation, TranslationList } from '@unlimited/contract';
import { expect, test } from 'vitest';
import { runningApi } from './support/running-api.ts';

const api = runningApi({ ENGINE_PROCESSES: '1' });
type Visitor = ReturnType<typeof api.visitor>;

const edit = (visitor: Visitor, id: string, index: number, body: object) =>
  visitor.send('PUT', `/api/translations/${id}/segments/${index}`, body);

test('an edit takes the place of the translation, everywhere', async () => {
  const visitor = api.visitor();
  const { id } = await visitor.translated({ sourceText: 'Das ist ein Haus.\nDas ist ein Hund.' });
  const response = await edit(visitor, id, 1, { targetText: 'Behold the hound \ud83d.' });
  expect(response.status).toBe(200);
  const edited = (await response.json()) as Segment;
  expect(edited).toMatchObject({
    index: 1,
    sourceText: 'Das ist ein Hund.',
    targetText: 'Behold the hound \ufffd.',
    origin: 'edit',
    flags: [],
  });
  expect((await visitor.segments(id))[1]).toEqual(edited);
  expect(await visitor.targetText(id)).toMatch(/\nBehold the hound \ufffd\.$/);
  const found = await visitor.json<TranslationList>('/api/translations?q=hound');
  expect(found.translations.map(({ id }) => id)).toEqual([id]);
});

test('the flags of a segment go with its edit', async () => {
  const visitor = api.visitor();
  const response = await visitor.post({
    sourceText: 'Halb \ud83d hier.\nHalb \ud83d da.',
    sourceLang: 'de',
    targetLang: 'en',
  });
  const { id } = (await response.json()) as Translation;
  await visitor.targetText(id);
  expect(await visitor.json(`/api/translations/${id}`)).toMatchObject({ flaggedCount: 2 });
  await edit(visitor, id, 0, { targetText: 'Half of it is here.' });
  expect(await visitor.json(`/api/translations/${id}`)).toMatchObject({ flaggedCount: 1 });
});

test('an edit is shown to other readers, at once and when they come back', async () => {
  const visitor = api.visitor();
  const text = Array.from({ length: 800 }, (_, i) => `Das ist der Satz mit der Nummer ${i} in diesem Text.`);
  const { id } = await visitor.translate(text.join('\n'));
  let seen: Segment | undefined;
  let isEdited = false;
  for await (const { event, id: eventId } of visitor.events(id)) {
    if (event.event === 'segments' && !isEdited) {
      isEdited = true;
      await edit(visitor, id, 0, { targetText: 'Edited while it is running.' });
      // And one that is not translated yet: the model does not get it.
      await edit(visitor, id, 799, { targetText: 'Edited before its turn.' });
    }
    if (event.event === 'edited') {
      seen ??= event.data.segments.find(({ index }) => index === 0);
      expect(eventId).toBeUndefined();
      if (seen !== undefined) break;
    }
  }
  expect(seen).toMatchObject({ targetText: 'Edited while it is running.', origin: 'edit' });

  const returned: Segment[] = [];
  for await (const { event } of visitor.events(id, 0)) {
    if (event.event === 'edited') returned.push(...event.data.segments);
    if (event.event === 'segments') break;
  }
  expect(returned).toMatchObject([{ index: 0, origin: 'edit' }]);
  await visitor.targetText(id);
  expect((await visitor.segments(id)).at(-1)).toMatchObject({
    targetText: 'Edited before its turn.',
    origin: 'edit',
  });
  expect(await visitor.json(`/api/translations/${id}`)).toMatchObject({ status: 'done', doneCount: 800 });
});

test('what is to be remembered comes back for this owner, and for nobody else', async () => {
  const visitor = api.visitor();
  const stranger = api.visitor();
  const sourceText = 'Das ist unser Wahlspruch.';
  const { id } = await visitor.translated({ sourceText });
  await edit(visitor, id, 0, { targetText: 'Such is our secret motto.', remember: true });

  const again = await visitor.translated({ sourceText: `${sourceText}\n${sourceText}`, sourceLang: 'de-CH' });
  expect(await visitor.segments(again.id)).toMatchObject([
    { targetText: 'Such is our secret motto.', origin: 'memory' },
    { targetText: 'Such is our secret motto.', origin: 'memory' },
  ]);
  const theirs = await stranger.translated({ sourceText });
  expect(await stranger.targetText(theirs.id)).not.toMatch(/secret motto/);

  await visitor.fetch('/api/translations', { method: 'DELETE' });
  const after = await visitor.translated({ sourceText });
  expect(await visitor.targetText(after.id)).not.toMatch(/secret motto/);
});

test('an edit that is not to be remembered stays in its translation', async () => {
  const visitor = api.visitor();
  const sourceText = 'Das ist nur hier so.';
  const { id } = await visitor.translated({ sourceText });
  await edit(visitor, id, 0, { targetText: 'Only here and nowhere else.' });
  const again = await visitor.translated({ sourceText });
  expect(await visitor.targetText(again.id)).not.toMatch(/nowhere else/);
});

test('nobody edits, or asks about, what is somebody else’s or not there', async () => {
  const visitor = api.visitor();
  const { id } = await visitor.translated({ sourceText: 'Das gehört mir.' });
  const stranger = api.visitor();
  await stranger.translated({ sourceText: 'Ich bin ein anderer.' });
  const path = `/api/translations/${id}/segments`;
  for (const who of [stranger, api.visitor()]) {
    const put = edit(who, id, 0, { targetText: 'stolen', remember: true });
    expect(await who.problem(put)).toMatchObject({ code: 'translation_not_found' });
    expect(await who.problem(who.fetch(`${path}/0/alternatives`))).toMatchObject({
      code: 'translation_not_found',
    });
  }
  expect(await visitor.problem(edit(visitor, id, 1, { targetText: 'x' }))).toMatchObject({
    code: 'translation_not_found',
  });
  for (const body of [
    {},
    { targetText: 1 },
    { targetText: 'x', more: 1 },
    { targetText: 'x'.repeat(70_000) },
  ]) {
    expect(await visitor.problem(edit(visitor, id, 0, body))).toMatchObject({ code: 'invalid_request' });
  }
  expect(await visitor.problem(visitor.fetch(`${path}/0/alternatives?limit=9`))).toMatchObject({
    code: 'invalid_request',
  });
});

test('alternatives are other translations, at most so many, with all that must survive', async () => {
  const visitor = api.visitor();
  const { id } = await visitor.translated({ sourceText: 'Öffnen Sie bitte {file} noch heute.\n12' });
  const [segment] = await visitor.segments(id);
  const path = `/api/translations/${id}/segments`;
  const { alternatives } = await visitor.json<Alternatives>(`${path}/0/alternatives?limit=3`);
  expect(alternatives.length).toBeLessThanOrEqual(3);
  expect(new Set([...alternatives, segment?.targetText]).size).toBe(alternatives.length + 1);
  for (const alternative of alternatives) expect(alternative).toContain('{file}');
  expect(await visitor.json(`${path}/1/alternatives`)).toEqual({ alternatives: [] });
});

test('no log line holds a word of an edit or a glossary', async () => {
  const visitor = api.visitor();
  const glossary = [{ source: 'Geheimwort', target: 'watchword' }];
  const { id } = await visitor.translated({ sourceText: 'Das Geheimwort gilt.', glossary });
  await edit(visitor, id, 0, { targetText: 'The shibboleth holds.', remember: true });
  await visitor.json(`/api/translations/${id}/segments/0/alternatives`);
  await visitor.post({
    sourceText: 'x',
    sourceLang: 'de',
    targetLang: 'en',
    glossary: [{ source: 1, Geheimwort: 2 }],
  });
  expect(api.log()).toContain('/segments/0');
  expect(api.log()).not.toMatch(/Geheimwort|watchword|shibboleth/i);
});
