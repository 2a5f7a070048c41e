/** Windows that lie on one to three dimensions, each reaching from one place to another. */
import { runtimeError } from '../../../backend/error.ts';
import type { Shape } from '../../../backend/layout.ts';

/** The windows along one dimension: where each begins and ends, and how far apart its elements are. */
export interface Spans {
  readonly from: readonly number[];
  readonly to: readonly number[];
  readonly step: number;
}

/** The windows on planes of the size `size`: `along(plane)` has those of each dimension. */
export interface SpanWindows {
  readonly size: readonly number[];
  readonly counts: readonly number[];
  readonly along: (plane: number) => readonly Spans[];
}

/** How windows are laid along one dimension. */
export interface Lay {
  readonly kernel: number;
  readonly stride: number;
  readonly padding: number;
  readonly dilation: number;
}

/** How many windows lie along a dimension; a last one that would start in the padding behind is none. */
export function countAlong(size: number, { kernel, stride, padding, dilation }: Lay, ceil: boolean): number {
  const steps = (size + 2 * padding - dilation * (kernel - 1) - 1) / stride;
  if (!ceil) return Math.floor(steps) + 1;
  const last = Math.ceil(steps);
  return last * stride >= size + padding ? last : last + 1;
}

/** The windows along a dimension, without what lies in the padding. */
export function spansAlong(size: number, lay: Lay, ceil: boolean): Spans {
  const { kernel, stride, padding, dilation } = lay;
  const starts = Array.from({ length: countAlong(size, lay, ceil) }, (_, i) => i * stride - padding);
  const first = (start: number): number =>
    start < 0 ? start + Math.ceil(-start / dilation) * dilation : start;
  return {
    from: starts.map(first),
    to: starts.map((start) => Math.min(start + dilation * (kernel - 1) + 1, size)),
    step: dilation,
  };
}

/** `count` parts of nearly equal size; neighbours may share an element. */
export function nearlyEqualParts(count: number, size: number): Spans {
  const all = Array.from({ length: count }, (_, i) => i);
  return {
    from: all.map((i) => Math.floor((i * size) / count)),
    to: all.map((i) => Math.ceil(((i + 1) * size) / count)),
    step: 1,
  };
}

/** A setting for each of three dimensions, where one number stands for all. @throws TorchError for another count */
export function triple(values: Shape, name: string, what: string): [number, number, number] {
  if (values.length !== 1 && values.length !== 3) {
    throw runtimeError(`${name}: ${what}`);
  }
  const [first = 0, second = first, third = first] = values;
  return [first, second, third];
}
