import {
  CompatDetectRequest,
  CompatError,
  CompatFileRequest,
  CompatSuggestion,
  CompatTranslateRequest,
} from '@unlimited/contract';
import { Type } from 'typebox';
import type { Answer, Content, Example, Operations } from './operation.ts';

const tag = 'compat';

/** The same members in each of the forms that are taken. */
function forms(schema: Content[string]): Content {
  return {
    'application/json': schema,
    'application/x-www-form-urlencoded': schema,
    'multipart/form-data': schema,
  };
}

function json(value: unknown): Pick<Example, 'body'> {
  return { body: { mediaType: 'application/json', value } };
}

function form(value: Readonly<Record<string, string>>): Pick<Example, 'body'> {
  return { body: { mediaType: 'application/x-www-form-urlencoded', value } };
}

/** An example that is refused. */
function refused(summary: string, value: unknown, error: string, status = 400): Example {
  return { summary, ...json(value), status, answer: { error } };
}

const error = { 'application/json': CompatError };
const errors: Readonly<Record<number, Answer>> = {
  400: { description: 'What is wrong with the request; too long a text as well', content: error },
  403: { description: 'Not with this key, or not here at all', content: error },
  405: { description: 'This method is not taken here', content: error },
  429: { description: 'Too much from this client; `Retry-After` says how long to wait', content: error },
  500: { description: 'Something went wrong on our side', content: error },
  503: { description: 'No work can be taken now; `Retry-After` says how long to wait', content: error },
};

const request = { q: 'Guten Morgen!', source: 'de', target: 'en' };

/** LibreTranslate's wire format. */
export const compatOperations: Operations = {
  'POST /translate': {
    id: 'compatTranslate',
    tag,
    summary: 'Translate while the client waits',
    description:
      'Nothing of it is kept. A client that hangs up stops it. Values may also stand in the query of a request that is not JSON.',
    body: forms(CompatTranslateRequest),
    answers: { 200: { description: 'A list where `q` is a list' }, ...errors },
    examples: {
      text: {
        summary: 'One text',
        ...json(request),
        status: 200,
        answer: { translatedText: 'Good morning!' },
      },
      list: {
        summary: 'Several texts',
        ...json({ ...request, q: ['Guten Morgen!', 'Gute Nacht!'], format: 'text', api_key: null }),
        status: 200,
        answer: { translatedText: ['Good morning!', 'Good night!'] },
      },
      html: {
        summary: 'HTML, of which the markup stays',
        ...json({ ...request, q: '<p>Guten <b>Morgen</b>!</p>', format: 'html' }),
        status: 200,
        answer: { translatedText: '<p>Good <b>morning</b>!</p>' },
      },
      form: { summary: 'A form', ...form(request), status: 200, answer: { translatedText: 'Good morning!' } },
      detected: {
        summary: 'A text of which the language is not known',
        ...json({ ...request, source: 'auto' }),
        status: 200,
        answer: {
          translatedText: 'Good morning!',
          detectedLanguage: { confidence: 82.5, language: 'de' },
        },
      },
      missing: refused('No text', { ...request, q: '' }, 'Invalid request: missing q parameter'),
      language: refused('No such language', { ...request, target: 'zz' }, 'zz is not supported'),
      format: refused('No such format', { ...request, format: 'xml' }, 'xml format is not supported'),
      pair: refused(
        'A pair that no model translates',
        { ...request, target: 'it' },
        'Italian (it) is not available as a target language from German (de)',
      ),
    },
  },
  'POST /detect': {
    id: 'compatDetect',
    tag,
    summary: 'The language of a text',
    description: 'Out of those that the service translates from or to. Confidence goes from 0 to 100.',
    body: forms(CompatDetectRequest),
    answers: { 200: { description: 'The likeliest first' }, ...errors },
    examples: {
      text: {
        summary: 'A German text',
        ...json({ q: 'Der Hund schläft unter dem Tisch.', api_key: null }),
        status: 200,
        answer: [{ confidence: 91.2, language: 'de' }],
      },
      form: {
        summary: 'A form',
        ...form({ q: 'Der Hund schläft unter dem Tisch.' }),
        status: 200,
        answer: [{ confidence: 91.2, language: 'de' }],
      },
      missing: refused('No text', { q: '' }, 'Invalid request: missing q parameter'),
    },
  },
  'GET /languages': {
    id: 'compatLanguages',
    tag,
    summary: 'The languages, and into which each is translated',
    answers: { 200: { description: 'Every source and target language' }, ...errors },
    examples: {
      all: {
        summary: 'All of them',
        status: 200,
        answer: [{ code: 'de', name: 'German', targets: ['de', 'en'] }],
      },
    },
  },
  'POST /translate_file': {
    id: 'compatTranslateFile',
    tag,
    summary: 'Translate a file',
    description: 'Answers as soon as the file is stored. It can be read for a while, then it is removed.',
    body: { 'multipart/form-data': CompatFileRequest },
    answers: { 200: { description: 'Where the translated file is' }, ...errors },
    examples: {
      file: {
        summary: 'A text file',
        body: {
          mediaType: 'multipart/form-data',
          value: { file: 'Guten Morgen!\n', source: 'de', target: 'en' },
        },
        status: 200,
        answer: {
          translatedFileUrl:
            'https://example.org/download_file/01993ab2-7c41-7d52-9f0b-3c8a5e2d1f60.translation_en.txt?key=aB3_kE9-dQ1',
        },
      },
    },
  },
  'GET /download_file/:name': {
    id: 'compatDownloadFile',
    tag,
    summary: 'A translated file, as it is made',
    answers: {
      200: {
        description: 'The file',
        content: { 'text/plain': Type.String({ contentMediaType: 'text/plain' }) },
      },
      404: { description: 'There is none, or it is removed', content: error },
      ...errors,
    },
    examples: {
      unknown: {
        summary: 'One that is not there',
        params: { name: '00000000-0000-7000-8000-000000000000.translation_en.txt' },
        query: { key: 'none' },
        status: 404,
        answer: { error: 'There is no such translation' },
      },
    },
  },
  'POST /suggest': {
    id: 'compatSuggest',
    tag,
    summary: 'Suggest another translation: not taken here',
    body: forms(CompatSuggestion),
    answers: errors,
    examples: {
      suggestion: refused(
        'Any',
        { ...request, s: 'Morning!' },
        'Suggestions are disabled on this server.',
        403,
      ),
    },
  },
  'GET /frontend/settings': {
    id: 'compatSettings',
    tag,
    summary: 'What a page needs to know',
    answers: { 200: { description: 'Limits and abilities' }, ...errors },
    examples: {
      all: {
        summary: 'All of them',
        status: 200,
        answer: {
          charLimit: -1,
          frontendTimeout: 500,
          apiKeys: true,
          keyRequired: false,
          suggestions: false,
          filesTranslation: true,
          supportedFilesFormat: [
            '.txt',
            '.html',
            '.md',
            '.srt',
            '.vtt',
            '.docx',
            '.pptx',
            '.xlsx',
            '.odt',
            '.odp',
            '.epub',
            '.pdf',
          ],
          language: {
            source: { code: 'auto', name: 'Auto Detect' },
            target: { code: 'en', name: 'English' },
          },
        },
      },
    },
  },
  'GET /health': {
    id: 'compatHealth',
    tag,
    summary: 'The process answers',
    answers: { 200: { description: 'It does' }, ...errors },
    examples: { alive: { summary: 'It does', status: 200, answer: { status: 'ok' } } },
  },
  'GET /spec': {
    id: 'compatSpec',
    tag,
    summary: 'This document',
    answers: {
      200: {
        description: 'OpenAPI 3.1',
        content: { 'application/json': Type.Object({ openapi: Type.Literal('3.1.0') }) },
      },
      ...errors,
    },
    examples: { document: { summary: 'All of it', status: 200, answer: { openapi: '3.1.0' } } },
  },
  'GET /docs': {
    id: 'compatDocs',
    tag,
    summary: 'This document as a page',
    answers: { 302: { description: 'It is at `/api/docs`' }, ...errors },
    examples: { page: { summary: 'The page', status: 302 } },
  },
};
