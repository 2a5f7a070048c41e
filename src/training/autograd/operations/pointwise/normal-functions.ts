/** Functions of the normal distribution, in `torch.special`, and the entropy's term. */
import { erfcx as erfcxOf, logNdtr, ndtri as ndtriOf } from '../../../backend/js/error-function.ts';
import type { Tensor } from '../../../tensor/tensor.ts';
import { operation } from '../../operation.ts';
import { addScalar, div, mul, mulScalar, neg, subScalar } from './arithmetic.ts';
import { ofEach } from './by-element.ts';
import { exp, log } from './functions.ts';

const erfcx = operation('special_erfcx(Tensor self) -> Tensor', {
  forward: (self: Tensor): Tensor => ofEach(self, erfcxOf),
  gradient: (grad, node) => {
    const product = mul(node.savedTensor(0), node.savedTensor(1));
    return [mul(grad, subScalar(mulScalar(product, 2), 2 / Math.sqrt(Math.PI)))];
  },
  saves: ['self', 'result'],
  namespace: 'special',
  doc: 'exp(x^2) times the complement of the error function of each element.',
});

operation('special_log_ndtr(Tensor self) -> Tensor', {
  forward: (self: Tensor): Tensor => ofEach(self, logNdtr),
  gradient: (grad, node) => {
    const scaled = erfcx(mulScalar(node.savedTensor(0), -Math.SQRT1_2));
    return [mulScalar(div(grad, scaled), Math.sqrt(2 / Math.PI))];
  },
  saves: ['self'],
  namespace: 'special',
  doc: 'The logarithm of the share of the standard normal distribution below each element.',
});

operation('special_ndtri(Tensor self) -> Tensor', {
  forward: (self: Tensor): Tensor => ofEach(self, ndtriOf),
  gradient: (grad, node) => {
    const result = node.savedTensor(0);
    const inverse = mulScalar(exp(mulScalar(mul(result, result), 0.5)), Math.sqrt(2 * Math.PI));
    return [mul(grad, inverse)];
  },
  saves: ['result'],
  namespace: 'special',
  doc: 'The number below which the standard normal distribution has the share of each element.',
});

function entropyTerm(x: number): number {
  if (x === 0) return 0;
  return x < 0 ? -Infinity : -x * Math.log(x);
}

operation('special_entr(Tensor self) -> Tensor', {
  forward: (self: Tensor): Tensor => ofEach(self, entropyTerm),
  gradient: (grad, node) => [neg(mul(grad, addScalar(log(node.savedTensor(0)), 1)))],
  saves: ['self'],
  namespace: 'special',
  doc: '-x log(x) of each element, 0 at 0 and -inf below it.',
});
