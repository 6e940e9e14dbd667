/** Every way in which the engine can refuse or fail. */
export type EngineErrorCode =
  | 'model_not_found'
  | 'model_invalid'
  | 'segment_too_long'
  | 'search_unavailable'
  | 'engine_crashed'
  | 'closed';

/** A failure that the caller can tell apart by its `code`; the message holds no text that was to be translated. */
export class EngineError extends Error {
  readonly code: EngineErrorCode;

  constructor(code: EngineErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'EngineError';
    this.code = code;
  }
}
