/** The mistakes that the engine recognises while it runs, with what it knows of each. Words and corrections are the host's. */

import type { Frame } from './frame.ts';

/** The `__init__` of a class of the learner's. */
export interface Initializer {
  readonly owner: string;
  readonly document: string;
  /** 1-based line of its `def`. */
  readonly line: number;
}

/** What is told of each kind of mistake; `Advice.frame` says where it is. */
export interface AdviceFacts {
  /** A second `backward()` through a graph whose values were freed; `first`: by this call, where it was found. */
  readonly secondBackward: { readonly first: Frame | null };
  /** A name is misspelled, and Python knows another that is near. */
  readonly didYouMean: { readonly written: string; readonly meant: string };
  /** Two operands of a matrix product do not fit; `layer`: the second belongs to a linear layer. */
  readonly productShapes: {
    readonly first: readonly [rows: number, columns: number];
    readonly second: readonly [rows: number, columns: number];
    readonly layer: boolean;
  };
  /** A device was asked for that is not there. */
  readonly noCuda: Readonly<Record<never, never>>;
  /**
   * A data set's file is nowhere. `dataSet`: its name, which the list of data sets may have or not. `standIn`: the name by which
   * data of the same form can be generated, if they can.
   */
  readonly dataMissing: {
    readonly file: string;
    readonly url: string;
    readonly dataSet: string | null;
    readonly standIn: string | null;
  };
  /** A leaf that wants a gradient was changed in place while operations are recorded. */
  readonly inPlaceLeaf: Readonly<Record<never, never>>;
  /** A gradient was asked for of a tensor of integers. */
  readonly integerGradient: Readonly<Record<never, never>>;
  /** `backward()` of something that no recorded operation made. */
  readonly detached: Readonly<Record<never, never>>;
  /** An argument of `__init__` was read as an attribute, and `save_hyperparameters()` was not called. */
  readonly noHyperparameters: { readonly attribute: string; readonly init: Initializer };
  /** A module was used before `super().__init__()`. */
  readonly noSuperInit: { readonly init: Initializer };
  /** A loss compared shapes (rows, 1) and (rows,), so each row with every other one. */
  readonly broadcastLoss: { readonly rows: number; readonly flat: 'first' | 'second' };
  /** Gradients add up over the updates of the weights. What could clear them, by the names the learner's code has. */
  readonly gradientsKept: {
    readonly optimizer: string | null;
    readonly module: string | null;
    readonly weights: readonly string[];
  };
  /** Plain descent above the bound of its quadratic loss. */
  readonly rateTooLarge: { readonly rate: number; readonly limit: number };
  /** The same, where the loss is the sum over the rows of a minibatch. */
  readonly sumLoss: { readonly rate: number; readonly limit: number; readonly rows: number };
  /** The minibatches of a training come in the order of their sorted labels. */
  readonly sortedData: { readonly rows: number; readonly batches: number };
  /** Backward passes reach the weights, and nothing changes them. */
  readonly weightsUnchanged: { readonly passes: number };
  /** The operation that made, of finite numbers, the first one that reached the loss and was not finite. */
  readonly notFinite: {
    readonly value: 'nan' | 'inf' | '-inf';
    /** As the learner's code calls it: `log`, `__truediv__`; `backward` for a gradient. */
    readonly operation: string;
    /** Smallest and largest element of the last operand; null for `backward`. */
    readonly range: readonly [smallest: number, largest: number] | null;
  };
}

export type AdviceKind = keyof AdviceFacts;

export type Advice = {
  readonly [K in AdviceKind]: {
    readonly kind: K;
    /** Null where the learner's code has no part in it. */
    readonly frame: Frame | null;
    readonly facts: AdviceFacts[K];
  };
}[AdviceKind];
