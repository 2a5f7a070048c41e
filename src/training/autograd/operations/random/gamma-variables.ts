/** Gamma variables, and probabilities made of them, with the gradients of their concentrations. */
import { newElements } from '../../../backend/dtype.ts';
import { toContiguous } from '../../../backend/js/copy.ts';
import { dirichletGradient, gammaGradient } from '../../../backend/js/drawn-gradients.ts';
import type { Generator } from '../../../tensor/generator.ts';
import { gammaNumber } from '../../../tensor/sampling.ts';
import { fromElements, type Tensor } from '../../../tensor/tensor.ts';
import type { Gradients } from '../../tape/node.ts';
import { floating } from '../../operand-dtypes.ts';
import { operation } from '../../operation.ts';
import { mul, sub } from '../pointwise/arithmetic.ts';
import { ofPairs } from '../pointwise/by-element.ts';
import { sumDims } from '../reduce/sums.ts';

/** The smallest normal numbers; PyTorch gives nothing below. */
const SMALLEST = { float32: 1.1754943508222875e-38, float64: 2.2250738585072014e-308 } as const;

operation('_standard_gamma(Tensor self, Generator? generator=None) -> Tensor', {
  dtypes: floating('gamma'),
  forward: (self: Tensor, generator: Generator): Tensor => {
    const elements = newElements(self.dtype, self.numel);
    const smallest = self.dtype === 'float64' ? SMALLEST.float64 : SMALLEST.float32;
    toContiguous(self, self.dtype).forEach((concentration, i) => {
      elements[i] = Math.max(smallest, gammaNumber(generator, concentration));
    });
    return fromElements(elements, self.dtype, self.shape);
  },
  gradient: (grad, node): Gradients => [
    mul(grad, ofPairs(node.savedTensor(0), node.savedTensor(1), gammaGradient)),
  ],
  saves: ['self', 'result'],
  variants: 'function',
  doc: 'Gamma variables of rate 1 whose concentrations the elements give.',
});

operation('_sample_dirichlet(Tensor self, Generator? generator=None) -> Tensor', {
  dtypes: floating('dirichlet'),
  forward: (self: Tensor, generator: Generator): Tensor => {
    const drawn = toContiguous(self, 'float64').map((concentration) => gammaNumber(generator, concentration));
    const wide = fromElements(drawn, 'float64', self.shape);
    const totals = toContiguous(sumDims(wide, [-1], true), 'float64');
    const size = self.shape.at(-1) as number;
    const shares = newElements(self.dtype, self.numel);
    const most = 1 - (self.dtype === 'float64' ? EPSILON.float64 : EPSILON.float32) / 2;
    const least = self.dtype === 'float64' ? SMALLEST.float64 : SMALLEST.float32;
    drawn.forEach((value, i) => {
      const share = value / (totals[Math.floor(i / size)] as number);
      shares[i] = Math.min(most, Math.max(least, share));
    });
    return fromElements(shares, self.dtype, self.shape);
  },
  gradient: (grad, node): Gradients => {
    const [self, result] = [node.savedTensor(0), node.savedTensor(1)];
    const slopes = slopesOfShares(result, self);
    return [mul(slopes, sub(grad, sumDims(mul(result, grad), [-1], true)))];
  },
  saves: ['self', 'result'],
  variants: 'function',
  doc: 'Probabilities that add up to 1 along the last dimension, drawn by concentrations.',
});

const EPSILON = { float32: 2 ** -23, float64: 2 ** -52 } as const;

/** How each probability grows with its own concentration, over what is left of 1. */
function slopesOfShares(shares: Tensor, concentrations: Tensor): Tensor {
  const size = concentrations.shape.at(-1) as number;
  const [x, alpha] = [toContiguous(shares, 'float64'), toContiguous(concentrations, 'float64')];
  const totals = toContiguous(sumDims(concentrations, [-1], true), 'float64');
  const slopes = newElements(concentrations.dtype, alpha.length);
  alpha.forEach((concentration, i) => {
    slopes[i] = dirichletGradient(x[i] as number, concentration, totals[Math.floor(i / size)] as number);
  });
  return fromElements(slopes, concentrations.dtype, concentrations.shape);
}
