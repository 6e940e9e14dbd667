import type { FastifyInstance, FastifyRequest } from 'fastify';
import { CompatRefusal, tooLong } from './compat-error.ts';

/** A file of a form. */
export interface CompatFilePart {
  readonly name: string;
  readonly bytes: Buffer;
}

/** What a request says, in whichever of the forms it came. */
export interface CompatInput {
  readonly isJson: boolean;
  /** The value of this name, of any JSON type; the first where there are several. */
  get(name: string): unknown;
  readonly file: CompatFilePart | undefined;
}

/** JSON, a form, or a body of another kind, which is passed over: everything may stand in the query as well. */
export function compatBodyParsers(app: FastifyInstance, { maxBytes }: { maxBytes: number }): void {
  app.removeContentTypeParser(['application/json', 'text/plain']);
  const buffer = { parseAs: 'buffer', bodyLimit: maxBytes } as const;
  app.addContentTypeParser(
    /^application\/([\w.-]+\+)?json\b/i,
    buffer,
    async (_request: FastifyRequest, body: Buffer) => new CompatJson(parseJson(body)),
  );
  app.addContentTypeParser(
    'application/x-www-form-urlencoded',
    buffer,
    async (_request: FastifyRequest, body: Buffer) => new URLSearchParams(body.toString()),
  );
  app.addContentTypeParser('*', buffer, async () => undefined);
}

/** Told apart from a form by its class. */
class CompatJson {
  readonly values: ReadonlyMap<string, unknown>;

  constructor(value: unknown) {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) throw invalidJson();
    this.values = new Map(Object.entries(value));
  }
}

/** What a request says. @throws CompatRefusal when a form is too large. */
export async function readInput(
  request: FastifyRequest,
  { maxBytes }: { maxBytes: number },
): Promise<CompatInput> {
  const { body } = request;
  if (body instanceof CompatJson) {
    return { isJson: true, get: (name) => body.values.get(name), file: undefined };
  }
  const inQuery = new URLSearchParams(request.url.split('?').slice(1).join('?'));
  const { fields, file } = request.isMultipart()
    ? await readParts(request, maxBytes).catch(refuseForm)
    : { fields: body instanceof URLSearchParams ? body : new URLSearchParams(), file: undefined };
  return { isJson: false, get: (name) => inQuery.get(name) ?? fields.get(name), file };
}

/** In memory, for the file may stand before the fields that say what to do with it. */
async function readParts(request: FastifyRequest, maxBytes: number) {
  const fields = new URLSearchParams();
  let file: CompatFilePart | undefined;
  let size = 0;
  const limits = { fieldSize: maxBytes, fileSize: maxBytes, fields: 50, files: 1 };
  for await (const part of request.parts({ limits })) {
    if (part.type === 'file') {
      const bytes = await part.toBuffer();
      size += bytes.length;
      // A file field under another name is a field that nobody asked for.
      if (part.fieldname === 'file') file = { name: part.filename ?? '', bytes };
    } else {
      const value = typeof part.value === 'string' ? part.value : '';
      size += value.length;
      fields.append(part.fieldname, value);
    }
    if (size > maxBytes) throw tooLong(size, maxBytes);
  }
  return { fields, file };
}

/** What the parser of forms stumbles over has no code, unlike every other error. */
function refuseForm(error: unknown): never {
  const known = error instanceof CompatRefusal || typeof (error as { code?: unknown }).code === 'string';
  throw known ? error : new CompatRefusal(400, 'Invalid request: the form cannot be read');
}

function parseJson(body: Buffer): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body));
  } catch {
    throw invalidJson();
  }
}

function invalidJson(): CompatRefusal {
  return new CompatRefusal(400, 'Invalid JSON format');
}
