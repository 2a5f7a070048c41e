/** The frequencies of Fourier transforms: which they are, and with the zero in the middle. */
import { getDefaultDType, isComplex, type DType } from '../../../backend/dtype.ts';
import { wrapDimension, type Shape } from '../../../backend/layout.ts';
import { fromElements, type Tensor } from '../../../tensor/tensor.ts';
import { operation } from '../../operation.ts';
import { mulScalar } from '../pointwise/arithmetic.ts';
import { callOf } from './arithmetic.ts';

/** Sample frequencies from 0 on: the second half is negative, or left out. */
function frequencies(n: number, isHalf: boolean, d: number, dtype: DType | null): Tensor {
  const count = isHalf ? Math.floor(n / 2) + 1 : n;
  const type = dtype === null || isComplex(dtype) ? getDefaultDType() : dtype;
  const values = Float64Array.from({ length: count }, (_, i) => (isHalf || i < Math.ceil(n / 2) ? i : i - n));
  return mulScalar(callOf('to_dtype')(fromElements(values, 'float64', [count]), type) as Tensor, 1 / (n * d));
}

operation('fft_fftfreq(int n, float d=1.0, *, ScalarType? dtype=None) -> Tensor', {
  forward: (n: number, d: number, dtype: DType | null) => frequencies(n, false, d, dtype),
  variants: 'function',
  namespace: 'fft',
  doc: 'The frequencies of the transform of n samples that are d apart.',
});
operation('fft_rfftfreq(int n, float d=1.0, *, ScalarType? dtype=None) -> Tensor', {
  forward: (n: number, d: number, dtype: DType | null) => frequencies(n, true, d, dtype),
  variants: 'function',
  namespace: 'fft',
  doc: 'The same of half the transform of real numbers.',
});

for (const [name, shift, doc] of [
  ['fftshift', (size: number) => Math.floor(size / 2), 'The zero frequency in the middle.'],
  ['ifftshift', (size: number) => Math.ceil(size / 2), 'The inverse of fftshift.'],
] as const) {
  operation(`fft_${name}(Tensor self, int[1]? dim=None) -> Tensor`, {
    composite: true,
    forward: (self: Tensor, dim: Shape | null): Tensor => {
      const dims = (dim ?? self.shape.map((_, d) => d)).map((d) => wrapDimension(d, self.rank));
      return callOf('roll')(
        self,
        dims.map((d) => shift(self.shape[d] ?? 1)),
        dims,
      ) as Tensor;
    },
    node: 'Roll',
    namespace: 'fft',
    doc,
  });
}
