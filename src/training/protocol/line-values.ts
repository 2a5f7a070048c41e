/** What lines of the learner's code gave names to: shapes and values of tensors. */
import type { Frame } from './frame.ts';
import type { Place } from './output.ts';
import type { Real } from './real.ts';
import type { RunId } from './run.ts';

/** The values of a tensor in a few numbers. */
export interface TensorSummary {
  /**
   * The first elements in row-major order.
   * @maxItems 12
   */
  readonly head: readonly Real[];
  /** Of all finite elements, as the mean; null where there are none. */
  readonly least: Real | null;
  readonly most: Real | null;
  readonly mean: Real | null;
  readonly nans: number;
  readonly infinities: number;
  /**
   * How many of the finite elements lie in each of equally wide parts from the least to the largest.
   * @maxItems 16
   */
  readonly histogram: readonly number[];
  /** At which execution of its line the tensor was looked at, as {@link LineValue.count} counts. */
  readonly execution: number;
  /** It was changed in place after its line had run; these are its values at the end. */
  readonly isChanged?: true;
}

/** The tensors that a name in a line of code has had. */
export interface LineValue extends Place {
  /** `assigned`: a target of an assignment; `parameter`: of a function; `called`: what a layer returned. */
  readonly kind: 'assigned' | 'parameter' | 'called';
  /**
   * As the code calls it: `X`, `self.w`; of a layer its class: `Linear`.
   * @maxLength 100
   */
  readonly name: string;
  /**
   * The shapes that it had, as far as they are told apart, the latest last.
   * @maxItems 8
   */
  readonly shapes: readonly TensorShape[];
  /** PyTorch's name, `float32`; of the latest. @maxLength 40 */
  readonly dtype: string;
  /** How often the line had a tensor for the name. */
  readonly count: number;
  /** It has run more often than that: nobody looked any more, so that the run stays fast. */
  readonly isMore?: true;
  readonly requiresGrad: boolean;
  /** PyTorch's name of the node that made it; empty: none. @maxLength 100 */
  readonly gradFn: string;
  /** Missing while the run goes on, and of tensors too large to be looked at. */
  readonly summary?: TensorSummary;
}

/** @maxItems 64 */
export type TensorShape = readonly number[];

/** An operation that spread its operands over each other: the result is larger than either. */
export interface Broadcast extends Frame {
  readonly operands: readonly [TensorShape, TensorShape];
  readonly result: TensorShape;
}

/** The names that had other shapes than before since the last such message; at the end of the run all of them. */
export interface LineValuesMessage {
  readonly type: 'lineValues';
  readonly run: RunId;
  /** @maxItems 1000 */
  readonly values: readonly LineValue[];
  /** @maxItems 100 */
  readonly broadcasts: readonly Broadcast[];
  /** Whether it is the last one: what it does not have, the run did not come to. */
  readonly isLast: boolean;
}
