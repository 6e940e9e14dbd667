import { type ProblemCode, problems } from '@unlimited/contract';

/** A problem that the caller is told about, as opposed to a fault of ours. `detail` never holds user text. */
export class ProblemError extends Error {
  override readonly name = 'ProblemError';
  readonly code: ProblemCode;
  readonly detail: string | undefined;
  readonly retryAfterSeconds: number | undefined;
  /** Further members of the problem document. */
  readonly members: Readonly<Record<string, unknown>>;

  constructor(
    code: ProblemCode,
    detail?: string,
    options: {
      retryAfterSeconds?: number;
      cause?: unknown;
      members?: Readonly<Record<string, unknown>>;
    } = {},
  ) {
    super(detail ?? problems[code].title, { cause: options.cause });
    this.code = code;
    this.detail = detail;
    this.retryAfterSeconds = options.retryAfterSeconds;
    this.members = options.members ?? {};
  }
}
