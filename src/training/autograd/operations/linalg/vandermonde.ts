/** Matrices of powers. */
import { runtimeError } from '../../../backend/error.ts';
import { fromElements, type Tensor } from '../../../tensor/tensor.ts';
import { operation } from '../../operation.ts';
import { pow } from '../pointwise/powers.ts';
import { reshape, unsqueeze } from '../shape/views.ts';
import { toDType } from '../creation/conversion.ts';

/** The elements to the powers 0, 1, … (or falling to 0) along a new last dimension. */
function powers(x: Tensor, count: number, increasing: boolean): Tensor {
  const exponents = Float64Array.from({ length: count }, (_, i) => (increasing ? i : count - 1 - i));
  const base = x.dtype === 'bool' ? toDType(x, 'int64') : x;
  return pow(unsqueeze(base, -1), fromElements(exponents, 'int64', [count]));
}

operation('vander(Tensor x, int? N=None, bool increasing=False) -> Tensor', {
  composite: true,
  forward: (x: Tensor, count: number | null, increasing: boolean): Tensor => {
    if (x.rank !== 1) throw runtimeError('x must be a one-dimensional tensor.');
    if (count !== null && count < 0) throw runtimeError('N must be non-negative.');
    return powers(x, count ?? x.numel, increasing);
  },
  variants: 'function',
  out: false,
  doc: "The powers of a vector's elements: column j has power N - 1 - j, or j when increasing.",
});

operation('linalg_vander(Tensor x, *, int? N=None) -> Tensor', {
  composite: true,
  forward: (x: Tensor, count: number | null): Tensor => {
    if (x.dtype === 'bool') {
      throw runtimeError('linalg.vander supports floating point, complex, and integer tensors, but got Bool');
    }
    const columns = count ?? x.shape.at(-1) ?? 1;
    if (columns < 2) throw runtimeError('N must be greater than 1.');
    return powers(x.rank === 0 ? reshape(x, [1]) : x, columns, true);
  },
  namespace: 'linalg',
  doc: 'The powers 0, 1, … of all elements along a new last dimension.',
});
