/** What a training was at single steps: its weights and gradients, and what the model makes of the data. */
import type { Real } from './real.ts';
import type { FitIndex, RunId } from './run.ts';

/**
 * What is drawn of a model. `curve`: its output over the one input; `plane`: over the two inputs; `regions`: which class it
 * sees where, over the two inputs; `values`: what it predicts of examples; `labels`: which class it sees in them.
 */
export type LearnedKind = 'curve' | 'plane' | 'regions' | 'values' | 'labels';

/** What does not change with the steps. */
export interface Examples {
  readonly kind: LearnedKind;
  /**
   * Places at which the model is evaluated along its first and its second input; empty where it has more.
   * @maxItems 200
   */
  readonly x: readonly Real[];
  /** @maxItems 200 */
  readonly y: readonly Real[];
  /**
   * Examples that are shown: their inputs, where there are no more than two.
   * @maxItems 512
   */
  readonly across: readonly Real[];
  /** @maxItems 512 */
  readonly up: readonly Real[];
  /**
   * What the examples are: values, or indices of classes; empty where that is not known.
   * @maxItems 512
   */
  readonly truth: readonly Real[];
  /**
   * `labels`, `regions`: how many classes there are; else 0.
   * @asType integer
   * @minimum 0
   * @maximum 20
   */
  readonly classes: number;
  /** The output at which a model of two classes changes its mind; null: it has no two. */
  readonly boundary: Real | null;
}

/** Comes before the first step of a fit of which the model can be evaluated. */
export interface ExamplesMessage {
  readonly type: 'examples';
  readonly run: RunId;
  readonly fit: FitIndex;
  readonly examples: Examples;
}

/** How values are spread. */
export interface Spread {
  /** Of the finite ones; null where there are none. */
  readonly least: number | null;
  readonly most: number | null;
  readonly mean: Real | null;
  /** Infinities and NaN. */
  readonly notFinite: number;
  /**
   * How many lie in each of equally wide parts from the least to the largest.
   * @maxItems 64
   */
  readonly histogram: readonly number[];
}

/** A weight and its gradient at a step. */
export interface StepWeight {
  /** @maxLength 1000 */
  readonly name: string;
  /** @maxItems 64 */
  readonly shape: readonly number[];
  readonly values: Spread;
  readonly gradient: Spread | null;
  /** Euclidean norm; null where there is none. */
  readonly gradientNorm: Real | null;
  /**
   * In row-major order, of few elements only; else empty.
   * @maxItems 16
   */
  readonly elements: readonly Real[];
}

export interface TrainingStep {
  /**
   * Backward passes of the fit before it.
   * @asType integer
   */
  readonly step: number;
  /** In the fit's unit. */
  readonly x: Real;
  /** Of the minibatch; null after the last step. */
  readonly loss: Real | null;
  /** Euclidean norm over all weights; null after the last step. */
  readonly gradientNorm: Real | null;
  /** @maxItems 32 */
  readonly weights: readonly StepWeight[];
  /** Weights that are not listed. */
  readonly more: number;
  /**
   * By {@link LearnedKind}: outputs at the places, row by row; classes at them; predicted values; or counts, a row for each
   * true class. Empty where the model cannot be evaluated.
   * @maxItems 2000
   */
  readonly learned: readonly Real[];
}

/** The fit's state right after a backward pass, before the weights change; or after its end. */
export interface StepMessage {
  readonly type: 'step';
  readonly run: RunId;
  readonly fit: FitIndex;
  /**
   * Steps that are no multiple of it are not wanted any more, the first and the last apart.
   * @asType integer
   * @minimum 1
   */
  readonly every: number;
  readonly step: TrainingStep;
}
