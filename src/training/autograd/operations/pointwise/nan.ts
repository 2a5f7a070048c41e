/** NaN: sums and means that leave it out, and its replacement. */
import { isFloating, legacyName, type DType } from '../../../backend/dtype.ts';
import { runtimeError } from '../../../backend/error.ts';
import { toContiguous } from '../../../backend/js/copy.ts';
import type { Shape } from '../../../backend/layout.ts';
import { fromElements, full, type Tensor } from '../../../tensor/tensor.ts';
import { operation } from '../../operation.ts';
import { floatScalar } from '../../scalar.ts';
import { div } from './arithmetic.ts';
import { eqScalar, where } from './selection.ts';
import { reducedDimensions, sumDims } from '../reduce/sums.ts';
import { toDType } from '../creation/conversion.ts';

/** Bools that are true where the element is NaN. */
const nanMask = (self: Tensor): Tensor =>
  fromElements(
    Uint8Array.from(toContiguous(self, 'float64'), (value) => (value !== value ? 1 : 0)),
    'bool',
    self.shape,
  );

function sumWithoutNan(self: Tensor, dim: Shape | null, keepdim: boolean, dtype: DType | null): Tensor {
  const filled = where(nanMask(self), full([], 0, self.dtype), self);
  return sumDims(filled, reducedDimensions(self, dim), keepdim, dtype);
}

operation('nansum(Tensor self, int[1]? dim=None, bool keepdim=False, *, ScalarType? dtype=None) -> Tensor', {
  composite: true,
  node: 'Nansum',
  forward: sumWithoutNan,
  doc: 'The sum of the elements that are not NaN.',
});

operation('nanmean(Tensor self, int[1]? dim=None, bool keepdim=False, *, ScalarType? dtype=None) -> Tensor', {
  composite: true,
  forward: (self: Tensor, dim: Shape | null, keepdim: boolean, dtype: DType | null): Tensor => {
    if (!isFloating(self.dtype)) {
      throw runtimeError(
        `nanmean(): expected input to have floating point or complex dtype but got ${legacyName(self.dtype)}`,
      );
    }
    const present = toDType(eqScalar(nanMask(self), floatScalar(0)), dtype ?? self.dtype);
    const counts = sumDims(present, reducedDimensions(self, dim), keepdim);
    return div(sumWithoutNan(self, dim, keepdim, dtype), counts);
  },
  doc: 'The mean of the elements that are not NaN.',
});

operation('nan_to_num(Tensor self, float? nan=None, float? posinf=None, float? neginf=None) -> Tensor', {
  composite: true,
  node: 'NanToNum',
  forward: (self: Tensor, nan: number | null, above: number | null, below: number | null): Tensor => {
    const largest = self.dtype === 'float64' ? Number.MAX_VALUE : 3.4028234663852886e38;
    const value = (replacement: number): Tensor => full([], replacement, self.dtype);
    const filled = where(nanMask(self), value(nan ?? 0), self);
    const bounded = where(eqScalar(filled, Infinity), value(above ?? largest), filled);
    return where(eqScalar(bounded, -Infinity), value(below ?? -largest), bounded);
  },
  inPlace: true,
  doc: 'NaN replaced by `nan` (0), infinities by the largest numbers unless others are given.',
});
