import { type ProblemCode, problems, toProblem } from '@unlimited/contract';
import type { RouteOptions } from 'fastify';
import type { TObject, TSchema } from 'typebox';
import { components, withRefs } from './components.ts';
import type {
  OpenApiContent,
  OpenApiDocument,
  OpenApiExample,
  OpenApiOperation,
  OpenApiParameter,
} from './open-api-document.ts';
import type { Answer, Content, Example, Operation, Operations } from './operation.ts';

/** What is read of a route. */
export type DocumentedRoute = Pick<RouteOptions, 'method' | 'url' | 'schema'>;

/** Of every route: who asks and how often, how the request is made, and what may happen to us. */
const everywhere: readonly ProblemCode[] = [
  'invalid_request',
  'api_key_required',
  'api_key_invalid',
  'method_not_allowed',
  'request_timeout',
  'headers_too_large',
  'too_many_requests',
  'internal',
  'unavailable',
];

/**
 * The OpenAPI 3.1 document of routes. Schemas go in as they are, for both are JSON Schema 2020-12. An example has the
 * same name wherever a part of it stands: in parameters, in the body, and in the answer that it gets.
 *
 * @throws Error when a route has no operation, or an operation no route.
 */
export function openApiDocument(
  head: Omit<OpenApiDocument, 'openapi' | 'paths'>,
  routes: readonly DocumentedRoute[],
  operations: Operations,
): OpenApiDocument {
  const paths: OpenApiDocument['paths'] = {};
  const left = new Set(Object.keys(operations));
  for (const route of routes) {
    const key = `${route.method} ${route.url}`;
    const operation = operations[key];
    if (operation === undefined) throw new Error(`${key} is not documented`);
    left.delete(key);
    const path = route.url.replaceAll(/:(\w+)/g, '{$1}');
    paths[path] = { ...paths[path], [String(route.method).toLowerCase()]: toOperation(route, operation) };
  }
  if (left.size > 0) throw new Error(`documented, but no route: ${[...left].join(', ')}`);
  const elsewhere: OpenApiOperation['responses'] = {};
  addProblem(elsewhere, 'not_found');
  const responses = { NotFound: elsewhere[problems.not_found.status] };
  return {
    openapi: '3.1.0',
    ...head,
    paths,
    components: { ...head.components, schemas: components(), responses },
  };
}

function toOperation({ schema }: DocumentedRoute, operation: Operation): OpenApiOperation {
  const { id, tag, summary, description, body, examples } = operation;
  const parameters = [
    ...toParameters('path', schema?.params as TObject | undefined, examples),
    ...toParameters('query', operation.query ?? (schema?.querystring as TObject | undefined), examples),
    ...toParameters('header', operation.headers, examples),
  ];
  return {
    operationId: id,
    tags: [tag],
    summary,
    ...(description === undefined ? {} : { description }),
    ...(parameters.length === 0 ? {} : { parameters }),
    ...(body === undefined ? {} : { requestBody: toRequestBody(body, examples) }),
    responses: toResponses(schema?.response as Record<number, TSchema> | undefined, operation),
  };
}

const exampleField = { path: 'params', query: 'query', header: 'headers' } as const;

function toParameters(
  place: OpenApiParameter['in'],
  schema: TObject | undefined,
  examples: Operation['examples'],
): OpenApiParameter[] {
  const required = (schema?.required ?? []) as string[];
  return Object.entries(schema?.properties ?? {}).map(([name, property]) => {
    const { description, ...rest } = property as TSchema & { description?: string; default?: unknown };
    const given = selectExamples(examples, (example) => example[exampleField[place]]?.[name]);
    return {
      name,
      in: place,
      required: required.includes(name) && rest.default === undefined,
      ...(description === undefined ? {} : { description }),
      schema: withRefs(rest),
      ...given,
    };
  });
}

function toRequestBody(body: Content, examples: Operation['examples']) {
  const content = toContent(body, examples, ({ body: sent }, mediaType) =>
    sent?.mediaType === mediaType ? sent.value : undefined,
  );
  return { required: true, content };
}

function toResponses(schemas: Record<number, TSchema> | undefined, operation: Operation) {
  const responses: OpenApiOperation['responses'] = {};
  for (const [status, answer] of Object.entries(operation.answers)) {
    responses[status] = toResponse(Number(status), answer, schemas?.[Number(status)], operation.examples);
  }
  const codes = operation.problems === undefined ? [] : [...operation.problems, ...everywhere];
  for (const code of new Set(codes)) addProblem(responses, code);
  return responses;
}

function toResponse(
  status: number,
  { description, events, ...answer }: Answer,
  schema: TSchema | undefined,
  examples: Operation['examples'],
) {
  const content = answer.content ?? (schema === undefined ? undefined : { 'application/json': schema });
  if (content === undefined) return { description };
  const media = toContent(content, examples, (example, mediaType) =>
    example.status === status && (example.mediaType ?? 'application/json') === mediaType
      ? example.answer
      : undefined,
  );
  const stream = media['text/event-stream'];
  if (stream !== undefined && events !== undefined) {
    const named = Object.entries(events).map(([name, data]) => [name, withRefs(data)]);
    media['text/event-stream'] = { ...stream, 'x-events': Object.fromEntries(named) };
  }
  return { description, content: media };
}

function addProblem(responses: OpenApiOperation['responses'], code: ProblemCode): void {
  const { status, title } = problems[code];
  const before = responses[status]?.content?.['application/problem+json'];
  responses[status] = {
    description: before === undefined ? title : `${responses[status]?.description}; ${title}`,
    content: {
      'application/problem+json': {
        // A route may say more of its own problem.
        schema: before?.schema ?? { $ref: '#/components/schemas/Problem' },
        examples: { ...before?.examples, [code]: { summary: title, value: toProblem(code) } },
      },
    },
  };
}

function toContent(
  content: Content,
  examples: Operation['examples'],
  pick: (example: Example, mediaType: string) => unknown,
): OpenApiContent {
  const entries = Object.entries(content).map(([mediaType, schema]) => [
    mediaType,
    { schema: withRefs(schema), ...selectExamples(examples, (example) => pick(example, mediaType)) },
  ]);
  return Object.fromEntries(entries);
}

function selectExamples(
  examples: Operation['examples'],
  pick: (example: Example) => unknown,
): { examples?: Record<string, OpenApiExample> } {
  const found = Object.entries(examples).flatMap(([name, example]) => {
    const value = pick(example);
    return value === undefined ? [] : [[name, { summary: example.summary, value }] as const];
  });
  return found.length === 0 ? {} : { examples: Object.fromEntries(found) };
}
