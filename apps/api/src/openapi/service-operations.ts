import { DetectRequest, NotReady, toProblem } from '@unlimited/contract';
import { Type } from 'typebox';
import type { Operations } from './operation.ts';
import { withJson } from './problem-groups.ts';

/** About the service itself. */
export const serviceOperations: Operations = {
  'GET /api/languages': {
    id: 'listLanguagePairs',
    tag: 'service',
    summary: 'The language pairs that are loaded',
    answers: { 200: { description: 'Every pair that a translation may ask for' } },
    problems: [],
    examples: {
      pairs: {
        summary: 'All of them',
        status: 200,
        answer: {
          languagePairs: [
            { sourceLang: 'de', targetLang: 'en' },
            { sourceLang: 'en', targetLang: 'de' },
          ],
          autoDetect: true,
        },
      },
    },
  },
  'POST /api/detect': {
    id: 'detectLanguage',
    tag: 'service',
    summary: 'The language of a text',
    body: { 'application/json': DetectRequest },
    answers: { 200: { description: 'The likeliest first; none for a text without enough letters' } },
    problems: withJson,
    examples: {
      german: {
        summary: 'A German sentence',
        body: { mediaType: 'application/json', value: { text: 'Der Hund schläft unter dem Tisch.' } },
        status: 200,
        answer: { languages: [{ lang: 'de', confidence: 0.9 }] },
      },
      invalid_request: {
        summary: 'No text',
        body: { mediaType: 'application/json', value: {} },
        status: 400,
      },
    },
  },
  'GET /api/status': {
    id: 'getStatus',
    tag: 'service',
    summary: 'What everybody should know of this service',
    answers: { 200: { description: 'A sentence of the operator or nothing, and how long texts are kept' } },
    problems: [],
    examples: { nothing: { summary: 'Nothing', status: 200, answer: { message: null, historyDays: 90 } } },
  },
  'GET /livez': {
    id: 'isAlive',
    tag: 'service',
    summary: 'The process answers',
    answers: {
      200: {
        description: 'It does',
        content: { 'application/json': Type.Object({ status: Type.Literal('alive') }) },
      },
    },
    problems: [],
    examples: { alive: { summary: 'It does', status: 200, answer: { status: 'alive' } } },
  },
  'GET /readyz': {
    id: 'isReady',
    tag: 'service',
    summary: 'It can take work',
    answers: {
      200: {
        description: 'It can',
        content: { 'application/json': Type.Object({ status: Type.Literal('ready') }) },
      },
      503: {
        description: 'It cannot, for these `reasons`',
        content: { 'application/problem+json': NotReady },
      },
    },
    problems: [],
    examples: {
      ready: { summary: 'It can', status: 200, answer: { status: 'ready' } },
      not_ready: {
        summary: 'The database is not there',
        status: 503,
        mediaType: 'application/problem+json',
        answer: {
          ...toProblem('unavailable', 'database: It does not answer.'),
          reasons: [{ part: 'database', detail: 'It does not answer.' }],
        },
      },
    },
  },
  'GET /api/openapi.json': {
    id: 'getOpenApi',
    tag: 'service',
    summary: 'This document',
    answers: {
      200: {
        description: 'OpenAPI 3.1',
        content: { 'application/json': Type.Object({ openapi: Type.Literal('3.1.0') }) },
      },
    },
    problems: [],
    examples: { document: { summary: 'All of it', status: 200, answer: { openapi: '3.1.0' } } },
  },
  'GET /api/docs': {
    id: 'readDocs',
    tag: 'service',
    summary: 'This document as a page',
    answers: { 200: { description: 'A page without scripts', content: { 'text/html': Type.String() } } },
    problems: [],
    examples: {
      page: { summary: 'The page', status: 200, mediaType: 'text/html', answer: '<!doctype html>' },
    },
  },
  'GET /api/docs/style.css': {
    id: 'getDocsStyle',
    tag: 'service',
    summary: 'How that page looks',
    answers: { 200: { description: 'A style sheet', content: { 'text/css': Type.String() } } },
    problems: [],
    examples: {
      style: { summary: 'The style sheet', status: 200, mediaType: 'text/css', answer: 'body {}' },
    },
  },
};
