/** What is told of a network that trains: its layers, what a classifier takes for what, what a translator writes. */
import type { Real } from './real.ts';
import type { FitIndex, RunId } from './run.ts';

/** A layer, or a block of layers, as data went through it. */
export interface Layer {
  /**
   * Its path in the model: `net.0`.
   * @maxLength 1000
   */
  readonly name: string;
  /**
   * Its class.
   * @maxLength 1000
   */
  readonly type: string;
  /** Of its output, examples included; null: none was seen. */
  readonly shape: readonly number[] | null;
  /** Numbers that it learns, those of the layers within it included. */
  readonly parameters: number;
}

export interface Layers {
  /**
   * In the order of their definition, a block before what is within it.
   * @maxItems 200
   */
  readonly layers: readonly Layer[];
  /** Layers that are not listed. */
  readonly more: number;
  /** Numbers that the whole model learns. */
  readonly parameters: number;
}

/** Comes with the first minibatch that goes through a model of several layers. */
export interface LayersMessage {
  readonly type: 'layers';
  readonly run: RunId;
  readonly fit: FitIndex;
  readonly layers: Layers;
}

/** Matrices of one size out of a trained network: the filters of a convolution layer, or attention weights. */
export interface Matrices {
  readonly kind: 'filters' | 'attention';
  /**
   * The layer's path in the model: `net.0`.
   * @maxLength 1000
   */
  readonly name: string;
  readonly rows: number;
  readonly columns: number;
  /** How many of them belong together: of a filter one for each input channel. */
  readonly across: number;
  /** Filters, or heads, and what belongs to each of them: how many there are, told or not. */
  readonly all: readonly [number, number];
  /**
   * Matrix after matrix, each row by row.
   * @maxItems 20000
   */
  readonly values: readonly Real[];
}

/** Comes after the end of a fit of a network that has any. */
export interface MatricesMessage {
  readonly type: 'matrices';
  readonly run: RunId;
  readonly fit: FitIndex;
  /** @maxItems 20 */
  readonly matrices: readonly Matrices[];
}

/** A picture that a classifier takes for something else, or hardly for what it is. */
export interface JudgedPicture {
  /** Its place in the data. */
  readonly index: number;
  readonly columns: number;
  /**
   * Row-major bytes, of colours three a pixel.
   * @maxItems 10000
   */
  readonly pixels: readonly number[];
  readonly channels: 1 | 3;
  /** Indices of classes. */
  readonly truth: number;
  readonly predicted: number;
  /** That the model gives the true class. */
  readonly probability: number;
}

export interface Predictions {
  /**
   * Names of the classes.
   * @maxItems 100
   */
  readonly classes: readonly string[];
  /** How many of each class (a row each) were taken for each class (a column each). */
  readonly counts: readonly number[];
  /** Which data was looked at; validation data unless given. */
  readonly data?: 'training';
  /** Examples that were looked at, and how many there are. */
  readonly examined: number;
  readonly total: number;
  /**
   * The least likely true classes, worst first.
   * @maxItems 24
   */
  readonly worst: readonly JudgedPicture[];
}

/** Comes after the end of a classifier's fit to pictures. */
export interface PredictionsMessage {
  readonly type: 'predictions';
  readonly run: RunId;
  readonly fit: FitIndex;
  readonly predictions: Predictions;
}

/** A sentence as an encoder and a decoder translate it. */
export interface Translation {
  readonly source: string;
  readonly translation: string;
  /** The right translation; empty: none was given. */
  readonly reference: string;
  /** BLEU of pairs of words, from 0 to 1; null without a reference. */
  readonly bleu: number | null;
}

export interface TranslationsMessage {
  readonly type: 'translations';
  readonly run: RunId;
  /** @maxItems 100 */
  readonly translations: readonly Translation[];
}
