import {
  Translation,
  TranslationChange,
  TranslationForm,
  TranslationRequest,
  TranslationUploadQuery,
} from '@unlimited/contract';
import { Type } from 'typebox';
import { documentExamples } from './document-examples.ts';
import { done, queued, translation_not_found } from './example-values.ts';
import type { Operations } from './operation.ts';
import { changing, intake, ofOne, withJson } from './problem-groups.ts';
import { shareHeader } from './share-header.ts';
import { documents, text, texts } from './text-content.ts';

/** The fields come before the text or document, and `glossary` is JSON. */
const form = Type.Interface([TranslationForm], {
  text: Type.Optional(Type.String({ contentMediaType: 'text/plain', description: 'The text, in UTF-8' })),
  document: Type.Optional(
    Type.Unsafe<Uint8Array>({
      type: 'string',
      contentMediaType: 'application/octet-stream',
      description: 'A document in place of the text; its media type or file name says what it is',
    }),
  ),
});

/** To make, list, stop and remove translations. */
export const translationsOperations: Operations = {
  'POST /api/translations': {
    id: 'createTranslation',
    tag: 'translations',
    summary: 'Take a text or document and translate it',
    description:
      'Answers as soon as all of the text is stored; it is translated whether anybody waits or not. A body that is the text itself may be of any length and is taken as it comes, with everything else in the query; a form may have a glossary beside it. With `Accept: text/plain` the answer is the translated text, as it is made. A document keeps its structure and looks, and is got back by `GET /api/translations/{id}/target` when all of it is translated; a PDF becomes plain text. The cookie `owner` that comes with the first answer is what later requests are known by.',
    query: Type.Partial(TranslationUploadQuery),
    headers: Type.Object({
      accept: Type.Optional(Type.String({ description: '`text/plain` for the translated text' })),
    }),
    body: { 'application/json': TranslationRequest, ...texts, ...documents, 'multipart/form-data': form },
    answers: {
      201: {
        description: 'It is stored and waits, or the translated text. `Location` is its address.',
        content: { 'application/json': Translation, 'text/plain': text },
      },
    },
    problems: intake,
    examples: {
      json: {
        summary: 'A text in JSON',
        body: {
          mediaType: 'application/json',
          value: {
            sourceText: 'Guten Morgen. Wie geht es Ihnen?',
            sourceLang: 'de',
            targetLang: 'en',
            keep: true,
          },
        },
        status: 201,
        answer: queued,
      },
      text: {
        summary: 'A text as such, and its translation as the answer, of which nothing is kept',
        query: { sourceLang: 'de', targetLang: 'en', keep: false },
        headers: { accept: 'text/plain' },
        body: { mediaType: 'text/plain', value: 'Guten Morgen.\n\nWie geht es Ihnen?\n' },
        status: 201,
        mediaType: 'text/plain',
        answer: 'Good morning.\n\nHow are you?\n',
      },
      markdown: {
        summary: 'A text in a format, of which the markup stays',
        query: { sourceLang: 'de', targetLang: 'en' },
        body: { mediaType: 'text/markdown', value: '# Guten Morgen\n\n- Wie geht es **Ihnen**?\n' },
        status: 201,
        answer: { ...queued, format: 'markdown' },
      },
      form: {
        summary: 'A text with a glossary, in a form; its language is found',
        body: {
          mediaType: 'multipart/form-data',
          value: {
            sourceLang: 'auto',
            targetLang: 'en',
            glossary: '[{"source":"Tisch","target":"desk"},{"source":"Waldi"}]',
            text: 'Unser Hund Waldi schläft unter dem Tisch und träumt von einem langen Spaziergang.',
          },
        },
        status: 201,
        answer: queued,
      },
      language_not_supported: {
        summary: 'A text in a language that is not translated',
        body: {
          mediaType: 'application/json',
          value: {
            sourceText:
              'Notre chien dort sous la table et rêve d’une longue promenade dans la forêt avec les enfants.',
            sourceLang: 'auto',
            targetLang: 'en',
          },
        },
        status: 422,
      },
      ...documentExamples,
      text_empty: {
        summary: 'Nothing but spaces',
        body: {
          mediaType: 'application/json',
          value: { sourceText: '  \n', sourceLang: 'de', targetLang: 'en' },
        },
        status: 400,
      },
      invalid_request: {
        summary: 'A member that is not known',
        body: {
          mediaType: 'application/json',
          value: { sourceText: 'Ja', sourceLang: 'de', targetLang: 'en', colour: 'red' },
        },
        status: 400,
      },
      language_pair_unavailable: {
        summary: 'A pair that no model translates',
        body: {
          mediaType: 'application/json',
          value: { sourceText: 'Ja', sourceLang: 'tlh', targetLang: 'en' },
        },
        status: 422,
      },
    },
  },
  'GET /api/translations': {
    id: 'listTranslations',
    tag: 'translations',
    summary: 'Your history, the newest first',
    answers: { 200: { description: 'A page of it' } },
    problems: [],
    examples: {
      all: { summary: 'The first page', status: 200, answer: { translations: [done], nextBefore: null } },
      search: {
        summary: 'What holds a word',
        query: { q: 'Morgen', limit: 10 },
        status: 200,
        answer: { translations: [done], nextBefore: null },
      },
      invalid_request: { summary: 'A page of nothing', query: { limit: 0 }, status: 400 },
    },
  },
  'DELETE /api/translations': {
    id: 'deleteTranslations',
    tag: 'translations',
    summary: 'Remove all of your history',
    answers: { 204: { description: 'It is gone' } },
    problems: changing,
    examples: { all: { summary: 'All of it', status: 204 } },
  },
  'GET /api/translations/:id': {
    id: 'getTranslation',
    tag: 'translations',
    summary: 'State and progress',
    headers: Type.Object(shareHeader),
    answers: { 200: { description: 'As it is now' } },
    problems: ofOne,
    examples: {
      state: { summary: 'One of yours', status: 200, answer: done },
      translation_not_found,
    },
  },
  'DELETE /api/translations/:id': {
    id: 'deleteTranslation',
    tag: 'translations',
    summary: 'Stop and remove',
    answers: { 204: { description: 'It is gone' } },
    problems: [...ofOne, ...changing],
    examples: { gone: { summary: 'One of yours', status: 204 }, translation_not_found },
  },
  'POST /api/translations/:id/cancel': {
    id: 'cancelTranslation',
    tag: 'translations',
    summary: 'Stop, and keep what is there',
    answers: { 200: { description: 'As it is now; one that was done before stays so' } },
    problems: [...ofOne, ...changing],
    examples: {
      stopped: {
        summary: 'One of yours',
        status: 200,
        answer: { ...done, status: 'cancelled', doneCount: 1 },
      },
      translation_not_found,
    },
  },
  'POST /api/translations/:id/resume': {
    id: 'resumeTranslation',
    tag: 'translations',
    summary: 'Go on with one that was stopped',
    answers: { 200: { description: 'As it is now; one that was not stopped stays as it is' } },
    problems: [...ofOne, ...changing],
    examples: {
      going: { summary: 'One of yours', status: 200, answer: { ...queued, doneCount: 1 } },
      translation_not_found,
    },
  },
  'PATCH /api/translations/:id': {
    id: 'renameTranslation',
    tag: 'translations',
    summary: 'Give it a title, by which the history finds it too',
    body: { 'application/json': TranslationChange },
    answers: { 200: { description: 'As it is now' } },
    problems: [...ofOne, ...withJson],
    examples: {
      titled: {
        summary: 'One of yours',
        body: { mediaType: 'application/json', value: { title: 'Letter to Anna' } },
        status: 200,
        answer: { ...done, title: 'Letter to Anna' },
      },
      invalid_request: {
        summary: 'Nothing to change',
        body: { mediaType: 'application/json', value: {} },
        status: 400,
      },
      translation_not_found: {
        ...translation_not_found,
        body: { mediaType: 'application/json', value: { title: null } },
      },
    },
  },
};
