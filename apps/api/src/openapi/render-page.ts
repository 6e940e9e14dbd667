import { html, type Markup, prose } from './html.ts';
import type {
  OpenApiContent,
  OpenApiDocument,
  OpenApiExample,
  OpenApiOperation,
  OpenApiParameter,
} from './open-api-document.ts';
import { nameOf, schemaText } from './schema-text.ts';

/** The document as a page of plain HTML: no script, no asset but its style sheet. */
export function renderPage(document: OpenApiDocument): string {
  const { info, tags, components } = document;
  const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method: method.toUpperCase(), operation })),
  );
  const groups = tags.map((tag) => ({
    ...tag,
    members: operations.filter(({ operation }) => operation.tags.includes(tag.name)),
  }));
  const sections = groups.map(({ name, description, members }) => {
    return html`<section><h2 id="${name}">${prose(description)}</h2>${members.map(renderOperation)}</section>`;
  });
  const index = groups
    .flatMap(({ members }) => members)
    .map(
      ({ method, path, operation }) =>
        html`<li><a href="#${operation.operationId}"><b>${method}</b> ${path}</a> ${prose(operation.summary)}</li>`,
    );
  const schemas = Object.entries(components.schemas ?? {}).map(
    ([name, schema]) => html`<h3 id="${name}">${name}</h3><pre>${schemaText(schema)}</pre>`,
  );
  return String(html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${info.title}: HTTP API</title>
<link rel="stylesheet" href="docs/style.css">
</head>
<body>
<header><h1>${info.title}: HTTP API</h1><p>${prose(info.description)}</p>
<p>Version ${info.version}. The same as <a href="openapi.json">OpenAPI 3.1</a>.</p></header>
<nav aria-label="Operations"><ul>${index}</ul></nav>
<main>${sections}<section><h2 id="schemas">Schemas</h2>${schemas}</section></main>
</body>
</html>
`);
}

interface Entry {
  readonly method: string;
  readonly path: string;
  readonly operation: OpenApiOperation;
}

function renderOperation({ method, path, operation }: Entry): Markup {
  const { operationId, summary, description, parameters = [], requestBody, responses } = operation;
  return html`<article aria-labelledby="${operationId}">
<h3 id="${operationId}"><b>${method}</b> <code>${path}</code></h3>
<p>${prose(summary)}.${description === undefined ? '' : html` ${prose(description)}`}</p>
${parameters.length > 0 ? renderParameters(parameters) : ''}
${requestBody === undefined ? '' : html`<h4>Body</h4>${renderContent(requestBody.content)}`}
<h4>Answers</h4>
${Object.entries(responses).map(
  ([status, response]) =>
    html`<details ${status < '300' ? 'open' : ''}><summary><b>${status}</b> ${prose(response.description)}</summary>${renderContent(response.content ?? {})}</details>`,
)}
</article>
`;
}

function renderParameters(parameters: readonly OpenApiParameter[]): Markup {
  const rows = parameters.map(
    ({ name, in: place, required, schema, description = '' }) =>
      html`<tr><td><code>${name}</code></td><td>${place}${required ? ', required' : ''}</td><td><code>${schemaText(schema)}</code></td><td>${prose(description)}</td></tr>`,
  );
  return html`<h4>Parameters</h4><table><thead><tr><th>Name</th><th>In</th><th>Type</th><th></th></tr></thead><tbody>${rows}</tbody></table>`;
}

function renderContent(content: OpenApiContent): Markup {
  const parts = Object.entries(content).map(([mediaType, { schema, examples = {}, 'x-events': events }]) => {
    const data = Object.entries(events ?? {}).map(
      ([name, each]) => html`<p>Data of <code>${name}</code>:</p>${renderSchema(each)}`,
    );
    return html`<p><code>${mediaType}</code></p>${renderSchema(schema)}${data}${Object.values(examples).map(renderExample)}`;
  });
  return html`${parts}`;
}

function renderSchema(schema: unknown): Markup {
  const { $ref } = schema as { $ref?: string };
  if ($ref === undefined) return html`<pre>${schemaText(schema)}</pre>`;
  return html`<pre><a href="#${nameOf($ref)}">${nameOf($ref)}</a></pre>`;
}

function renderExample({ summary = '', value }: OpenApiExample): Markup {
  const text = typeof value === 'string' ? value : JSON.stringify(value, null, 2);
  return html`<figure><figcaption>${prose(summary)}</figcaption><pre>${text}</pre></figure>`;
}
