/** The incomplete and the multivariate gamma functions, and the zeta function. */
import { gammainc, gammaincc } from '../../../backend/js/incomplete-gamma.ts';
import { zeta as zetaOf } from '../../../backend/js/special.ts';
import { runtimeError } from '../../../backend/error.ts';
import { fromElements, type Tensor } from '../../../tensor/tensor.ts';
import type { Gradient } from '../../tape/node.ts';
import { floating } from '../../operand-dtypes.ts';
import { operation } from '../../operation.ts';
import { add, addScalar, mul, neg, sub, subScalar } from './arithmetic.ts';
import { noDerivative, ofPairs } from './by-element.ts';
import { exp, lgamma, log, polygamma } from './functions.ts';
import { sumDims } from '../reduce/sums.ts';
import { unsqueeze } from '../shape/views.ts';

/** The density of the gamma distribution, which is what both incomplete functions grow or shrink by. */
const densityTimes =
  (name: string, sign: (x: Tensor) => Tensor): Gradient =>
  (grad, node) => {
    if (node.needs(0)) throw noDerivative(`${name}: input`);
    const [a, x] = [node.savedTensor(0), node.savedTensor(1)];
    const exponent = sub(sub(mul(subScalar(a, 1), log(x)), x), lgamma(a));
    return [null, sign(mul(grad, exp(exponent)))];
  };

for (const [name, further, compute, sign, part] of [
  ['igamma', 'gammainc', gammainc, (x: Tensor): Tensor => x, 'lower'],
  ['igammac', 'gammaincc', gammaincc, neg, 'upper'],
] as const) {
  const doc = `The ${part} incomplete gamma function of \`self\` at \`other\`, as a share of the complete one.`;
  const own = operation(`${name}(Tensor self, Tensor other) -> Tensor`, {
    dtypes: floating(`${name}_cpu`),
    forward: (self: Tensor, other: Tensor): Tensor => ofPairs(self, other, compute),
    gradient: densityTimes(name, sign),
    saves: ['self', 'other'],
    inPlace: true,
    doc,
  });
  operation(`special_${further}(Tensor self, Tensor other) -> Tensor`, {
    composite: true,
    forward: (self: Tensor, other: Tensor): Tensor => own(self, other),
    namespace: 'special',
    doc,
  });
}

const zeta: (self: Tensor, other: Tensor) => Tensor = operation(
  'special_zeta(Tensor self, Tensor other) -> Tensor',
  {
    takesNumbers: 'but one',
    forward: (self: Tensor, other: Tensor): Tensor => ofPairs(self, other, zetaOf),
    gradient: (grad, node) => {
      if (node.needs(0)) throw noDerivative('zeta');
      const [self, other] = [node.savedTensor(0), node.savedTensor(1)];
      return [null, neg(mul(grad, mul(self, zeta(addScalar(self, 1), other))))];
    },
    saves: ['self', 'other'],
    namespace: 'special',
    doc: "Hurwitz's zeta function: the sum of 1 / (k + other)^self over all k >= 0.",
  },
);

/** `… + lgamma(x - 1/2) + lgamma(x)`, p terms, and a constant. */
function multivariate(self: Tensor, p: number): Tensor {
  if (self.dtype === 'bool') throw runtimeError('The input tensor may not be a boolean tensor.');
  if (p < 1) throw runtimeError('p has to be greater than or equal to 1');
  const steps = Float64Array.from({ length: p }, (_, k) => (k - p + 1) / 2);
  const shifts = fromElements(
    self.dtype === 'float64' ? steps : Float32Array.from(steps),
    self.dtype === 'float64' ? 'float64' : 'float32',
    [p],
  );
  const logarithms = sumDims(lgamma(add(unsqueeze(self, -1), shifts)), [-1]);
  return addScalar(logarithms, (p * (p - 1) * Math.log(Math.PI)) / 4);
}

for (const [name, namespace] of [
  ['mvlgamma', 'torch'],
  ['special_multigammaln', 'special'],
] as const) {
  operation(`${name}(Tensor self, int p) -> Tensor`, {
    composite: true,
    node: 'Mvlgamma',
    forward: multivariate,
    namespace,
    inPlace: true,
    doc: 'The logarithm of the gamma function of p dimensions at each element.',
  });
}

operation('polygamma.method(Tensor self, int n) -> Tensor', {
  composite: true,
  forward: (self: Tensor, n: number): Tensor => polygamma(n, self),
  variants: 'method',
  inPlace: true,
});
