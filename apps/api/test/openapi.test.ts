import { Validator } from '@seriousme/openapi-schema-validator';
import { problems } from '@unlimited/contract';
import Schema from 'typebox/schema';
import { beforeAll, expect, test } from 'vitest';
import type { OpenApiDocument } from '../src/openapi/open-api-document.ts';
import { bundledModels } from './support/bundled-models.ts';
import type { Client } from './support/client.ts';
import { type DocumentedExample, documentedExamples } from './support/documented-examples.ts';
import { runningApi } from './support/running-api.ts';

// A language that nothing is translated into, for the example that is refused.
const { deEn, enDe } = bundledModels;
const api = runningApi({ MODELS: `de-en=${deEn},en-de=${enDe},it-en=${deEn}` });
let document: OpenApiDocument;

beforeAll(async () => {
  document = await api.visitor().json<OpenApiDocument>('/api/openapi.json');
});

test('the document is OpenAPI 3.1', async () => {
  const result = await new Validator().validate(document as never);
  expect(result.errors ?? []).toEqual([]);
  expect(result.valid).toBe(true);
  expect(document.openapi).toBe('3.1.0');
});

test('every problem and every event is in it', () => {
  const text = JSON.stringify(document);
  expect(Object.keys(problems).filter((code) => !text.includes(`"code":"${code}"`))).toEqual([]);
  const events = document.paths['/api/translations/{id}/events']?.get?.responses['200']?.content;
  expect(Object.keys(events?.['text/event-stream']?.['x-events'] ?? {})).toEqual([
    'segments',
    'edited',
    'progress',
    'done',
    'problem',
  ]);
});

test('every parameter and every member of every schema is described', () => {
  const bare: string[] = [];
  const look = (value: unknown, path: string): void => {
    if (typeof value !== 'object' || value === null) return;
    for (const [key, member] of Object.entries(value)) {
      if (/^(?:examples?|x-events)$/.test(key)) continue;
      if (key === 'properties') bare.push(...undescribed(member as object, path));
      look(member, `${path}/${key}`);
    }
  };
  look(document.components, '');
  look(document.paths, '');
  for (const [path, methods] of Object.entries(document.paths)) {
    for (const { parameters = [] } of Object.values(methods)) {
      bare.push(
        ...parameters.filter((each) => each.description === undefined).map(({ name }) => `${path} ${name}`),
      );
    }
  }
  expect(bare).toEqual([]);
});

/** A reference says what it is where it leads, a constant by itself. */
function undescribed(properties: object, path: string): string[] {
  return Object.entries(properties as Record<string, Record<string, unknown>>)
    .filter(([, schema]) => !['description', '$ref', 'const'].some((key) => key in schema))
    .map(([name]) => `${path} ${name}`);
}

test('every operation has an example of its success, or says that it has none', () => {
  const sent = documentedExamples(document);
  for (const [path, methods] of Object.entries(document.paths)) {
    for (const method of Object.keys(methods)) {
      const ofRoute = sent.filter((each) => each.path === path && each.method === method.toUpperCase());
      expect(
        ofRoute.map(({ answer }) => answer.status),
        `${method} ${path}`,
      ).not.toEqual([]);
    }
  }
});

test('every example is answered as it is documented', async () => {
  for (const example of documentedExamples(document)) {
    const title = `${example.method} ${example.path} ${example.name}`;
    const visitor = api.visitor();
    const response = await send(visitor, example);
    const body = await response.text();
    expect(response.status, `${title}: ${body}`).toBe(example.answer.status);
    checkBody(example, response.headers.get('content-type'), body, title);
  }
}, 300_000);

test('the page shows every operation and asks for nothing but its style sheet', async () => {
  const response = await api.visitor().fetch('/api/docs');
  expect(response.headers.get('content-security-policy')).toMatch(/^default-src 'none'; style-src 'self';/);
  const page = await response.text();
  const operations = Object.values(document.paths).flatMap((methods) => Object.values(methods));
  expect(operations.filter(({ operationId }) => !page.includes(`id="${operationId}"`))).toEqual([]);
  expect(page).not.toMatch(/<script|<style|<img|<iframe|\sstyle=|\son\w+=/i);
  const links = [...page.matchAll(/\s(?:href|src)="([^"]*)"/g)].map(([, link = '']) => link);
  expect(links.filter((link) => !link.startsWith('#')).sort()).toEqual(['docs/style.css', 'openapi.json']);
  const anchors = links.filter((link) => link.startsWith('#')).map((link) => link.slice(1));
  expect(anchors.filter((anchor) => !page.includes(`id="${anchor}"`))).toEqual([]);
});

async function send(
  visitor: Client,
  { method, path, parameters, body }: DocumentedExample,
): Promise<Response> {
  const query = new URLSearchParams();
  const headers = new Headers();
  const inPath = new Map<string, string>();
  for (const { name, in: place, value } of parameters) {
    if (place === 'query') query.set(name, String(value));
    else if (place === 'header') headers.set(name, String(value));
    else inPath.set(name, String(value));
  }
  if (path.includes('{id}') && !inPath.has('id')) {
    inPath.set('id', (await visitor.translate('Guten Morgen. Wie geht es Ihnen?')).id);
  }
  const url = `${path.replaceAll(/\{(\w+)\}/g, (_, name: string) => inPath.get(name) ?? '')}?${query}`;
  if (body === undefined) return visitor.fetch(url, { method, headers, redirect: 'manual' });
  if (body.mediaType !== 'multipart/form-data') headers.set('content-type', body.mediaType);
  return visitor.fetch(url, { method, headers, body: encode(body) });
}

function encode({
  mediaType,
  value,
}: NonNullable<DocumentedExample['body']>): string | FormData | URLSearchParams {
  if (mediaType === 'application/json') return JSON.stringify(value);
  if (typeof value === 'string') return value;
  const entries = Object.entries(value as Record<string, string>);
  if (mediaType === 'application/x-www-form-urlencoded') return new URLSearchParams(entries);
  const form = new FormData();
  for (const [name, text] of entries) {
    if (name === 'file') form.set(name, new Blob([text]), 'brief.txt');
    else form.set(name, text);
  }
  return form;
}

function checkBody(
  { operation, answer }: DocumentedExample,
  type: string | null,
  body: string,
  title: string,
): void {
  const { status, mediaType, value } = answer;
  if (mediaType === undefined) {
    expect(body, title).toBe('');
    return;
  }
  expect(type?.split(';', 1)[0], title).toBe(mediaType);
  const media = operation.responses[status]?.content?.[mediaType];
  if (mediaType === 'text/event-stream') {
    for (const [, event = '', data = ''] of body.matchAll(/^event: (\w+)\ndata: (.*)$/gm)) {
      expectValid(media?.['x-events']?.[event], JSON.parse(data), `${title} ${event}`);
    }
    expect(body, title).toMatch(/^event: done$/m);
    return;
  }
  const received: unknown = /json$/.test(mediaType) ? JSON.parse(body) : body;
  expectValid(media?.schema, received, title);
  expectValid(media?.schema, value, `${title} as documented`);
  if (mediaType === 'application/problem+json') {
    expect((received as { code: string }).code, title).toBe((value as { code: string }).code);
  }
  if (status >= 400 && mediaType === 'application/json') expect(received, title).toEqual(value);
}

function expectValid(schema: unknown, value: unknown, title: string): void {
  expect(schema, title).toBeDefined();
  const whole = { ...(schema as object), components: document.components };
  const [valid, errors] = Schema.Errors(whole as never, value);
  expect(errors, title).toEqual([]);
  expect(valid, title).toBe(true);
}
