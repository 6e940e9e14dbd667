/** A matrix of `rows` inputs × `columns` outputs, in row order. */
export interface Matrix {
  readonly rows: number;
  readonly columns: number;
  readonly values: Float32Array;
  /** The same in 8 bits, value = integer × scale of the column, when the model file has it so. */
  readonly integers?: { readonly values: Int8Array; readonly scales: Float32Array };
}

export interface Linear {
  readonly weight: Matrix;
  readonly bias: Float32Array;
}

export interface Norm {
  readonly gamma: Float32Array;
  readonly beta: Float32Array;
  readonly epsilon: number;
}

export interface Attention {
  readonly q: Linear;
  readonly k: Linear;
  readonly v: Linear;
  readonly out: Linear;
}

export interface EncoderLayer {
  readonly selfAttention: Attention;
  readonly selfNorm: Norm;
  readonly fc1: Linear;
  readonly fc2: Linear;
  readonly finalNorm: Norm;
}

export interface DecoderLayer extends EncoderLayer {
  readonly crossAttention: Attention;
  readonly crossNorm: Norm;
}

export type Activation = 'relu' | 'swish';

export interface Embedding {
  /** Vocabulary × model width, not yet scaled. */
  readonly tokens: Matrix;
  readonly scale: number;
  /** Positions × model width. */
  readonly positions: Matrix;
}

/** Everything that a Marian model has learnt. */
export interface MarianWeights {
  readonly activation: Activation;
  readonly encoder: { readonly embedding: Embedding; readonly layers: readonly EncoderLayer[] };
  readonly decoder: {
    readonly embedding: Embedding;
    readonly layers: readonly DecoderLayer[];
    readonly head: Linear;
  };
}
