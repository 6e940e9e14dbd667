const id = '01993ab2-7c41-7d52-9f0b-3c8a5e2d1f60';
const unknownId = '00000000-0000-7000-8000-000000000000';

/** As it is when it was just stored. */
export const queued = {
  id,
  sourceLang: 'de',
  targetLang: 'en',
  detected: false,
  format: 'plain',
  status: 'queued',
  excerpt: 'Guten Morgen. Wie geht es Ihnen?',
  title: null,
  sourceLength: 32,
  segmentCount: 2,
  doneCount: 0,
  flaggedCount: 0,
  keep: true,
  createdAt: '2026-11-25T09:00:00.000Z',
  startedAt: null,
  finishedAt: null,
};
/** As it is at the end. */
export const done = {
  ...queued,
  status: 'done',
  doneCount: 2,
  startedAt: '2026-11-25T09:00:00.020Z',
  finishedAt: '2026-11-25T09:00:00.310Z',
};

/** The first of its segments. */
export const segment = {
  index: 0,
  sourceText: 'Guten Morgen.',
  gap: ' ',
  targetText: 'Good morning.',
  origin: 'model',
  flags: [],
};

/** An example of every route that names a translation. */
export const translation_not_found = {
  summary: 'No such translation, or somebody else’s',
  params: { id: unknownId },
  status: 404,
};
