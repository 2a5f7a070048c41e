/** The mean of each window on the last dimensions: what it covers, added up and divided. */
import type { Shape } from '../../../backend/layout.ts';
import { fromElements, type Tensor } from '../../../tensor/tensor.ts';
import { toDType } from '../creation/conversion.ts';
import { div } from '../pointwise/arithmetic.ts';
import { mixed, mixture } from './mixing.ts';
import type { Spans } from './spans.ts';

/** The sum of each window. */
function sumsOf(x: Tensor, spans: readonly Spans[]): Tensor {
  const mixtures = spans.map(({ from, to }, d) =>
    mixture(from.length, x.shape.at(d - spans.length) as number, (i) => {
      const first = from[i] as number;
      return Array.from({ length: (to[i] as number) - first }, (_, j) => [first + j, 1]);
    }),
  );
  return mixed(x, mixtures);
}

/** How many elements each window covers: the products of its lengths along the dimensions. */
export function areas(lengths: readonly Shape[]): number[] {
  return lengths.reduce<number[]>((found, own) => found.flatMap((area) => own.map((n) => area * n)), [1]);
}

/** @param divisors of the windows, row by row */
export function meansOfWindows(x: Tensor, spans: readonly Spans[], divisors: readonly number[]): Tensor {
  const counts = spans.map(({ from }) => from.length);
  const all = fromElements(Float64Array.from(divisors), 'float64', counts);
  return div(sumsOf(x, spans), toDType(all, x.dtype));
}
