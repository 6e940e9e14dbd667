/** The most hypotheses that may be asked for. */
export const largestBeamSize = 8;

/** How the tokens of a text are chosen, and what is wanted of it. Texts of one batch have the same. */
export interface SearchSpec {
  /** Hypotheses kept for each sentence; 1 is greedy. */
  readonly beamSize: number;
  /** How many of the next best translations are wanted, too. */
  readonly alternatives: number;
  /** The compiled graph; without one, the model is decoded step by step. */
  readonly graph?: string;
}
