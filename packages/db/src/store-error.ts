const messages = {
  not_receiving: 'The translation takes no more text: it is complete, cancelled, deleted or was never begun',
  out_of_order: 'The segments do not continue where the last ones ended, or start inside a block',
  memory_full: 'The owner has as much remembered as one may',
  results_incomplete: 'The results are not one for each open segment of the block',
};

export type StoreErrorCode = keyof typeof messages;

/** A call that does not fit the state of what is stored; nothing was written. */
export class StoreError extends Error {
  override readonly name = 'StoreError';
  readonly code: StoreErrorCode;

  constructor(code: StoreErrorCode) {
    super(messages[code]);
    this.code = code;
  }
}
