/** What kind of number an element is: NaN, infinite, finite, real. */
import * as compute from '../../../backend/compute.ts';
import { full, Tensor } from '../../../tensor/tensor.ts';
import { operation } from '../../operation.ts';
import { eqScalar } from './selection.ts';

for (const [name, kernel, doc] of [
  ['isnan', 'isnan', 'True where the element is NaN.'],
  ['isinf', 'isinf', 'True where the element is infinite.'],
  ['isfinite', 'isfinite', 'True where the element is neither infinite nor NaN.'],
] as const) {
  operation(`${name}(Tensor self) -> Tensor`, {
    forward: (self: Tensor) => new Tensor(compute.unary(kernel, self, 'bool'), self.shape),
    doc,
  });
}

for (const [name, value, sign] of [
  ['isposinf', Infinity, 'positive'],
  ['isneginf', -Infinity, 'negative'],
] as const) {
  operation(`${name}(Tensor self) -> Tensor`, {
    forward: (self: Tensor): Tensor => eqScalar(self, value),
    doc: `True where the element is ${sign} infinity.`,
  });
}

operation('isreal(Tensor self) -> Tensor', {
  forward: (self: Tensor): Tensor => full(self.shape, 1, 'bool'),
  out: false,
  doc: 'True everywhere: no dtype here is complex.',
});
