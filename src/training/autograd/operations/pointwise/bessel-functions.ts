/** Bessel functions and their relatives, mostly in `torch.special`; only the modified ones of the first kind have gradients. */
import { airyAi } from '../../../backend/js/airy.ts';
import * as bessel from '../../../backend/js/bessel.ts';
import { full, type Tensor } from '../../../tensor/tensor.ts';
import { operation } from '../../operation.ts';
import { add, div, mul, sub } from './arithmetic.ts';
import { ofEach } from './by-element.ts';
import { sign } from './functions.ts';
import { eqScalar, where } from './selection.ts';

/** `slope`, and 1/2 at 0, where both functions of order 1 would divide by 0. */
const halfAtZero = (self: Tensor, slope: (safe: Tensor) => Tensor): Tensor => {
  const isZero = eqScalar(self, 0);
  const safe = where(isZero, full([], 1, self.dtype), self);
  return where(isZero, full([], 0.5, self.dtype), slope(safe));
};

/** PyTorch's expansions make NaN of infinities. */
const ofFinite =
  (compute: (x: number) => number) =>
  (x: number): number =>
    Number.isFinite(x) ? compute(x) : NaN;

const i0 = operation('i0(Tensor self) -> Tensor', {
  forward: (self: Tensor): Tensor => ofEach(self, ofFinite(bessel.besselI0)),
  gradient: (grad, node) => [mul(grad, i1(node.savedTensor(0)))],
  saves: ['self'],
  inPlace: true,
  doc: 'The modified Bessel function of the first kind and order 0 of each element.',
});

const i1: (self: Tensor) => Tensor = operation('special_i1(Tensor self) -> Tensor', {
  forward: (self: Tensor): Tensor => ofEach(self, ofFinite(bessel.besselI1)),
  gradient: (grad, node) => {
    const [self, result] = [node.savedTensor(0), node.savedTensor(1)];
    return [
      mul(
        grad,
        halfAtZero(self, (safe) => sub(i0(self), div(result, safe))),
      ),
    ];
  },
  saves: ['self', 'result'],
  namespace: 'special',
  doc: 'The modified Bessel function of the first kind and order 1 of each element.',
});

const i0e = operation('special_i0e(Tensor self) -> Tensor', {
  forward: (self: Tensor): Tensor => ofEach(self, bessel.besselI0e),
  gradient: (grad, node) => {
    const [self, result] = [node.savedTensor(0), node.savedTensor(1)];
    return [mul(grad, sub(i1e(self), mul(sign(self), result)))];
  },
  saves: ['self', 'result'],
  node: 'SpecialI0E',
  namespace: 'special',
  doc: 'exp(-|x|) times the modified Bessel function of the first kind and order 0.',
});

const i1e: (self: Tensor) => Tensor = operation('special_i1e(Tensor self) -> Tensor', {
  forward: (self: Tensor): Tensor => ofEach(self, bessel.besselI1e),
  gradient: (grad, node) => {
    const [self, result] = [node.savedTensor(0), node.savedTensor(1)];
    const slope = (safe: Tensor): Tensor => sub(i0e(self), add(mul(result, sign(safe)), div(result, safe)));
    return [mul(grad, halfAtZero(self, slope))];
  },
  saves: ['self', 'result'],
  node: 'SpecialI1E',
  namespace: 'special',
  doc: 'exp(-|x|) times the modified Bessel function of the first kind and order 1.',
});

operation('special_i0(Tensor self) -> Tensor', {
  composite: true,
  forward: (self: Tensor): Tensor => i0(self),
  namespace: 'special',
  doc: 'The modified Bessel function of the first kind and order 0 of each element.',
});

for (const [name, compute, doc] of [
  [
    'bessel_j0',
    ofFinite(bessel.besselJ0),
    'The Bessel function of the first kind and order 0 of each element.',
  ],
  [
    'bessel_j1',
    ofFinite(bessel.besselJ1),
    'The Bessel function of the first kind and order 1 of each element.',
  ],
  [
    'bessel_y0',
    ofFinite(bessel.besselY0),
    'The Bessel function of the second kind and order 0 of each element.',
  ],
  [
    'bessel_y1',
    ofFinite(bessel.besselY1),
    'The Bessel function of the second kind and order 1 of each element.',
  ],
  ['modified_bessel_i0', ofFinite(bessel.besselI0), 'The same as `i0`, without a gradient.'],
  ['modified_bessel_i1', ofFinite(bessel.besselI1), 'The same as `i1`, without a gradient.'],
  ['modified_bessel_k0', bessel.besselK0, 'The modified Bessel function of the second kind and order 0.'],
  ['modified_bessel_k1', bessel.besselK1, 'The modified Bessel function of the second kind and order 1.'],
  ['scaled_modified_bessel_k0', bessel.besselK0e, 'exp(x) times `modified_bessel_k0`.'],
  ['scaled_modified_bessel_k1', bessel.besselK1e, 'exp(x) times `modified_bessel_k1`.'],
  ['spherical_bessel_j0', bessel.sphericalBesselJ0, 'sin(x) / x of each element, 1 at 0.'],
  ['airy_ai', ofFinite(airyAi), "Airy's function Ai of each element."],
] as const) {
  operation(`special_${name}(Tensor x) -> Tensor`, {
    forward: (x: Tensor): Tensor => ofEach(x, compute),
    namespace: 'special',
    doc,
  });
}
