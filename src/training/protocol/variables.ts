/** The names of a run and what they stand for, when it is over. */
import type { TensorShape } from './line-values.ts';
import type { Real } from './real.ts';
import type { RunId } from './run.ts';

/** A name, or a part of what another one stands for. */
export interface Variable {
  /**
   * Of the variable, the attribute, the key or the layer.
   * @maxLength 200
   */
  readonly name: string;
  /**
   * Of which entry it is a part: the place of an earlier one; -1: of none.
   * @minimum -1
   * @asType integer
   */
  readonly parent: number;
  /**
   * Name of its class; `function` of a function that was left half way, with its variables.
   * @maxLength 200
   */
  readonly type: string;
  /**
   * Its value in a few words; empty: it has parts, or nothing is to be told.
   * @maxLength 400
   */
  readonly text: string;
  /** Of a tensor or an array. */
  readonly tensor?: VariableTensor;
  /** Of a module: how many numbers its parameters have. */
  readonly parameters?: number;
  /** It is no name, but an expression that was evaluated. */
  readonly isResult?: true;
  /** The expression has raised an exception: `type` and `text` are of that. */
  readonly isFailed?: true;
}

export interface VariableTensor {
  readonly shape: TensorShape;
  /** @maxLength 40 */
  readonly dtype: string;
  readonly requiresGrad: boolean;
  /**
   * The elements in row-major order, from the first on; of a large tensor not all.
   * @maxItems 4096
   */
  readonly elements: readonly Real[];
}

export interface VariablesMessage {
  readonly type: 'variables';
  readonly run: RunId;
  /** @maxItems 2000 */
  readonly variables: readonly Variable[];
}
