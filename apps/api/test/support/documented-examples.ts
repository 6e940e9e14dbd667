import type {
  OpenApiDocument,
  OpenApiExample,
  OpenApiOperation,
} from '../../src/openapi/open-api-document.ts';

/** An example of the document, put together from the places where its parts stand. */
export interface DocumentedExample {
  readonly method: string;
  readonly path: string;
  readonly name: string;
  readonly operation: OpenApiOperation;
  readonly parameters: readonly { readonly name: string; readonly in: string; readonly value: unknown }[];
  readonly body: { readonly mediaType: string; readonly value: unknown } | undefined;
  readonly answer: { readonly status: number; readonly mediaType?: string; readonly value?: unknown };
}

/** Every example that can be sent: those of an answer alone, which nobody asks for, are left out. */
export function documentedExamples(document: OpenApiDocument): DocumentedExample[] {
  return Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).flatMap(([method, operation]) =>
      exampleNames(operation).map((name) => ({
        method: method.toUpperCase(),
        path,
        name,
        operation,
        parameters: parametersOf(operation, name),
        body: bodyOf(operation, name),
        answer: answerOf(operation, name),
      })),
    ),
  );
}

function exampleNames({ parameters = [], requestBody, responses }: OpenApiOperation): string[] {
  const asked = [
    ...parameters.map(({ examples }) => examples),
    ...Object.values(requestBody?.content ?? {}).map(({ examples }) => examples),
  ].flatMap((examples) => Object.keys(examples ?? {}));
  const good = Object.entries(responses)
    .filter(([status]) => status < '400')
    .flatMap(([, { content = {} }]) =>
      Object.values(content).flatMap(({ examples }) => Object.keys(examples ?? {})),
    );
  const bare = Object.values(responses).some(({ content }) => content === undefined) ? ['bare'] : [];
  return [...new Set([...asked, ...good, ...bare])];
}

function parametersOf({ parameters = [] }: OpenApiOperation, name: string) {
  return parameters.flatMap(({ name: parameter, in: place, examples }) => {
    const example = examples?.[name];
    return example === undefined ? [] : [{ name: parameter, in: place, value: example.value }];
  });
}

function bodyOf({ requestBody }: OpenApiOperation, name: string) {
  const [found] = withExample(requestBody?.content, name);
  return found && { mediaType: found.mediaType, value: found.example.value };
}

function answerOf({ responses }: OpenApiOperation, name: string): DocumentedExample['answer'] {
  for (const [status, { content }] of Object.entries(responses)) {
    if (content === undefined && name === 'bare') return { status: Number(status) };
    const [found] = withExample(content, name);
    if (found !== undefined) {
      return { status: Number(status), mediaType: found.mediaType, value: found.example.value };
    }
  }
  throw new Error(`the answer to ${name} is not documented`);
}

function withExample(
  content: OpenApiOperation['responses'][string]['content'] = {},
  name: string,
): { mediaType: string; example: OpenApiExample }[] {
  return Object.entries(content).flatMap(([mediaType, { examples }]) => {
    const example = examples?.[name];
    return example === undefined ? [] : [{ mediaType, example }];
  });
}
