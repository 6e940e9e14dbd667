import type { ProblemCode } from '@unlimited/contract';
import type { TObject, TSchema } from 'typebox';

/** Schemas by media type. */
export type Content = Readonly<Record<string, TSchema>>;

export interface Answer {
  readonly description: string;
  /** Left out: what the route itself says of this status, or no body where it says nothing. */
  readonly content?: Content;
  /** Of an event stream: the schema of the data of each event by its name. */
  readonly events?: Readonly<Record<string, TSchema>>;
}

/** A request that can be sent as it stands, and what it is answered with. */
export interface Example {
  readonly summary: string;
  /** Only where it must not be an id that exists. */
  readonly params?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, string | number | boolean>>;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: { readonly mediaType: string; readonly value: unknown };
  readonly status: number;
  /** Of the answer; `application/json` if not given. */
  readonly mediaType?: string;
  /** What an answer looks like; left out where there is no body. */
  readonly answer?: unknown;
}

/** What the document says of a route beside the schemas by which the route itself checks. */
export interface Operation {
  readonly id: string;
  readonly tag: string;
  readonly summary: string;
  readonly description?: string;
  /** Where a handler checks these itself, because it takes more than one form. */
  readonly query?: TObject;
  readonly headers?: TObject;
  readonly body?: Content;
  readonly answers: Readonly<Record<number, Answer>>;
  /** Beside those that every route may answer with. */
  readonly problems?: readonly ProblemCode[];
  readonly examples: Readonly<Record<string, Example>>;
}

/** By method and path, as Fastify writes them: `GET /api/translations/:id`. */
export type Operations = Readonly<Record<string, Operation>>;
