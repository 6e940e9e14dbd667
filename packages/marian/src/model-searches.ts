import { EngineError } from './engine-error.ts';
import type { EngineOptions } from './engine-options.ts';
import { compileOnce, type PreparedModel } from './prepare-model.ts';
import { largestBeamSize, type SearchSpec } from './search-spec.ts';
import type { TranslateOptions } from './translate-call.ts';

function checkCount(name: string, value: number, least: number, most: number): void {
  if (Number.isInteger(value) && value >= least && value <= most) return;
  throw new RangeError(`${name} should be a whole number from ${least} to ${most}, not ${value}`);
}

/** The searches of one model that calls have asked for. Graphs of other beam sizes than the model's are compiled at first need. */
export class ModelSearches {
  readonly #model: PreparedModel;
  readonly #options: EngineOptions;
  readonly #closing = new AbortController();
  readonly #graphs = new Map<number, Promise<string | undefined>>();
  readonly #searches = new Map<string, Promise<SearchSpec>>();
  readonly usual: SearchSpec;

  constructor(model: PreparedModel, options: EngineOptions) {
    const { beamSize, graph } = model;
    this.#model = model;
    this.#options = options;
    this.#graphs.set(beamSize, Promise.resolve(graph));
    this.usual = makeSearch(beamSize, 0, graph);
    this.#searches.set(`${beamSize} 0`, Promise.resolve(this.usual));
  }

  /**
   * The search that a call wants: one and the same object for the same wishes.
   *
   * @throws RangeError for numbers out of range; EngineError `search_unavailable`, again at every call, when the graph cannot be
   *   compiled or stored; `closed`.
   */
  async find({ beamSize: wanted, alternatives = 0 }: TranslateOptions): Promise<SearchSpec> {
    checkCount('alternatives', alternatives, 0, largestBeamSize - 1);
    const beamSize = wanted ?? Math.max(this.usual.beamSize, alternatives + 1);
    if (beamSize !== this.usual.beamSize) checkCount('beamSize', beamSize, 1, largestBeamSize);
    const key = `${beamSize} ${alternatives}`;
    const known = this.#searches.get(key);
    if (known !== undefined) return known;
    const search = this.#graphOf(beamSize).then((graph) => makeSearch(beamSize, alternatives, graph));
    this.#searches.set(key, search);
    return search;
  }

  /** Ends what is being compiled. */
  close(): void {
    this.#closing.abort(new EngineError('closed', 'the engine is closed'));
  }

  #graphOf(beamSize: number): Promise<string | undefined> {
    const known = this.#graphs.get(beamSize);
    if (known !== undefined) return known;
    const made = this.#compile(beamSize);
    this.#graphs.set(beamSize, made);
    return made;
  }

  async #compile(beamSize: number): Promise<string | undefined> {
    if (this.#model.graph === undefined) return undefined;
    const { signal } = this.#closing;
    try {
      return (await compileOnce(this.#model, beamSize, this.#options, signal)).graph;
    } catch (cause) {
      signal.throwIfAborted();
      const reason = cause instanceof Error ? cause.message : String(cause);
      this.#options.logger?.warn({ beamSize, reason }, 'no graph for another beam size');
      throw new EngineError('search_unavailable', `no graph of ${beamSize} beams: ${reason}`, { cause });
    }
  }
}

function makeSearch(beamSize: number, alternatives: number, graph: string | undefined): SearchSpec {
  return { beamSize, alternatives, ...(graph === undefined ? {} : { graph }) };
}
