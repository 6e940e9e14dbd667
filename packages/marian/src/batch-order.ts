/** What a process is to do, in the order in which it begins: what is urgent before what is not, else as it came. */
export class BatchOrder<Batch extends { readonly urgent: boolean }> {
  #waiting: Batch[] = [];

  push(batch: Batch): void {
    this.#waiting.push(batch);
  }

  /** The next one, which waits no longer; `undefined` when there is none. */
  next(): Batch | undefined {
    return this.nextUrgent() ?? this.#waiting.shift();
  }

  /** The next one of those that are urgent. */
  nextUrgent(): Batch | undefined {
    const place = this.#waiting.findIndex(({ urgent }) => urgent);
    return place < 0 ? undefined : this.#waiting.splice(place, 1)[0];
  }
}
