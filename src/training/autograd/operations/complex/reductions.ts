/** Products, spreads and norms of complex numbers. */
import { fromElements, full, type Tensor } from '../../../tensor/tensor.ts';
import { complexForm } from '../../complex-forms.ts';
import { operation } from '../../operation.ts';
import { toContiguous } from '../../../backend/js/copy.ts';
import { partsOf } from '../../../backend/dtype.ts';
import { wrapDimension } from '../../../backend/layout.ts';
import { imaginaryPart, joinParts, realPart } from '../../../tensor/complex.ts';
import { add, div, mul } from '../pointwise/arithmetic.ts';
import { sqrt } from '../pointwise/functions.ts';
import { reshape, transpose } from '../shape/views.ts';
import { flip } from '../shape/joining.ts';
import { cumsum } from '../reduce/cumulative.ts';
import { callOf } from './arithmetic.ts';
import { conj } from './functions.ts';
import { imaginaryView, realView } from './parts.ts';

/** Running products along the last dimension. */
const cumprodLast: (z: Tensor) => Tensor = operation('_complex_cumprod(Tensor self) -> Tensor', {
  forward: (self: Tensor): Tensor => {
    const size = self.shape.at(-1) ?? 1;
    const re = toContiguous(realPart(self), 'float64');
    const im = toContiguous(imaginaryPart(self), 'float64');
    for (let i = 0; i < re.length; i++) {
      if (i % size === 0) continue;
      const [a, b] = [re[i - 1] as number, im[i - 1] as number];
      const [c, d] = [re[i] as number, im[i] as number];
      re[i] = a * c - b * d;
      im[i] = a * d + b * c;
    }
    const type = partsOf(self.dtype);
    const made = (elements: typeof re): Tensor =>
      fromElements(type === 'float32' ? Float32Array.from(elements) : elements, type, self.shape);
    return joinParts(made(re), made(im));
  },
  gradient: (grad, node): Tensor[] => {
    const [self, result] = [node.savedTensor(0), node.savedTensor(1)];
    const weighted = mul(grad, conj(result));
    const later = flip(cumsum(flip(weighted, [-1]), -1), [-1]);
    return [div(later, conj(self))];
  },
  saves: ['self', 'result'],
  node: 'Cumprod',
  complex: true,
  variants: 'internal',
});

const along = (self: Tensor, dim: number): Tensor =>
  self.rank === 0 ? self : transpose(cumprodLast(transpose(self, dim, -1)), dim, -1);

complexForm('cumprod', (self: Tensor, dim: number) => along(self, wrapDimension(dim, self.rank)));
complexForm('prod', (self: Tensor): Tensor => {
  if (self.numel === 0) return full([], 1, self.dtype);
  const flat = cumprodLast(reshape(self, [-1]));
  return callOf('select_int')(flat, 0, self.numel - 1) as Tensor;
});
complexForm('prod_dim_int', (self: Tensor, dim: number, keepdim: boolean): Tensor => {
  const at = wrapDimension(dim, self.rank);
  const last = callOf('narrow')(along(self, at), at, (self.shape[at] ?? 1) - 1, 1) as Tensor;
  return keepdim ? last : (callOf('squeeze_dim')(last, at) as Tensor);
});

/** The spread of complex numbers is that of both parts together. */
for (const entry of ['var', 'var_dim', 'var_correction']) {
  const spread = (self: Tensor, ...rest: readonly unknown[]): Tensor =>
    add(
      callOf(entry)(realView(self), ...rest) as Tensor,
      callOf(entry)(imaginaryView(self), ...rest) as Tensor,
    );
  complexForm(entry, spread);
  complexForm(entry.replace('var', 'std'), (self: Tensor, ...rest: readonly unknown[]) =>
    sqrt(spread(self, ...rest)),
  );
}

/** Norms of vectors depend on absolute values alone. */
for (const entry of ['norm', 'norm_ScalarOpt_dim', 'linalg_vector_norm']) {
  complexForm(entry, (self: Tensor, ...rest: readonly unknown[]) =>
    callOf(entry)(callOf('abs')(self), ...rest),
  );
}
complexForm('dist', (self: Tensor, other: Tensor, ...rest: readonly unknown[]) =>
  callOf('norm')(callOf('abs')(callOf('sub_Tensor')(self, other)), ...rest),
);
