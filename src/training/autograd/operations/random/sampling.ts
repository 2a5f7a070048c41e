/** Draws whose distribution each element gives: Bernoulli, categories, Poisson. */
import { isFloating, legacyName, newElements } from '../../../backend/dtype.ts';
import { runtimeError, TorchError } from '../../../backend/error.ts';
import { toContiguous } from '../../../backend/js/copy.ts';
import type { Generator } from '../../../tensor/generator.ts';
import { binomialNumber } from '../../../tensor/binomial.ts';
import { multinomial, poissonNumber } from '../../../tensor/sampling.ts';
import { fromElements, full, type Tensor } from '../../../tensor/tensor.ts';
import type { Gradients } from '../../tape/node.ts';
import { floating } from '../../operand-dtypes.ts';
import { operation } from '../../operation.ts';
import { broadcastBoth } from '../shape/broadcasting.ts';

type Floats = Float32Array | Float64Array;

const none = (grad: Tensor): Gradients => [full(grad.shape, 0, grad.dtype)];

function checkProbabilities(p: Floats): void {
  if (p.some((value) => !(value >= 0 && value <= 1))) {
    throw runtimeError(
      'Expected p_in >= 0 && p_in <= 1 to be true, but got false.  (Could this error message be improved?  If so, please report an enhancement request to PyTorch.)',
    );
  }
}

function drawn(shaped: Tensor, probabilities: Tensor, generator: Generator): Tensor {
  const p = toContiguous(probabilities, probabilities.dtype === 'float64' ? 'float64' : 'float32') as Floats;
  checkProbabilities(p);
  const elements = newElements(shaped.dtype, shaped.numel);
  generator.fillBernoulliEach(elements, p);
  return fromElements(elements, shaped.dtype, shaped.shape);
}

operation('bernoulli(Tensor self, *, Generator? generator=None) -> Tensor', {
  forward: (self: Tensor, generator: Generator) => {
    if (!isFloating(self.dtype)) {
      throw new TorchError(
        'NotImplementedError',
        `"bernoulli_tensor_cpu_p_" not implemented for '${legacyName(self.dtype)}'`,
      );
    }
    return drawn(self, self, generator);
  },
  gradient: none,
  doc: '1 with the probability that each element gives, else 0.',
});

operation('bernoulli.p(Tensor self, float p, *, Generator? generator=None) -> Tensor', {
  forward: (self: Tensor, p: number, generator: Generator) => {
    if (!(p >= 0 && p <= 1)) throw runtimeError(`bernoulli_ expects p to be in [0, 1], but got p=${p}`);
    const elements = newElements(self.dtype, self.numel);
    generator.fillBernoulli(elements, p);
    return fromElements(elements, self.dtype, self.shape);
  },
  gradient: none,
});

operation('bernoulli.Tensor(Tensor self, Tensor p, *, Generator? generator=None) -> Tensor', {
  forward: (self: Tensor, p: Tensor, generator: Generator) => drawn(self, p, generator),
  gradient: (grad, node): Gradients => [...none(grad), full(node.inputs[1]?.shape ?? [], 0, grad.dtype)],
  inPlace: true,
  variants: 'inPlace',
});

operation(
  'multinomial(Tensor self, int num_samples, bool replacement=False, *, Generator? generator=None) -> Tensor',
  {
    forward: (self: Tensor, count: number, replacement: boolean, generator: Generator): Tensor => {
      checkWeights(self, count, replacement);
      const categories = self.shape.at(-1) as number;
      const weights = toContiguous(self, self.dtype) as Floats;
      if (!weights.every((weight) => weight >= 0 && weight < Infinity)) {
        throw runtimeError('probability tensor contains either `inf`, `nan` or element < 0');
      }
      const rows = weights.length / categories;
      for (let row = 0; row < rows; row++) {
        if (weights.subarray(row * categories, (row + 1) * categories).every((weight) => weight === 0)) {
          throw runtimeError('invalid multinomial distribution (sum of probabilities <= 0)');
        }
      }
      const found = multinomial(generator, weights, categories, count, replacement);
      return fromElements(found, 'int64', self.rank === 1 ? [count] : [rows, count]);
    },
    doc: 'Indices drawn by the weights in each row, with or without replacement.',
  },
);

function checkWeights(self: Tensor, count: number, replacement: boolean): void {
  if (self.rank !== 1 && self.rank !== 2) throw runtimeError('prob_dist must be 1 or 2 dim');
  if (!isFloating(self.dtype)) {
    throw runtimeError(
      `multinomial only supports floating-point dtypes for input, got: ${legacyName(self.dtype)}`,
    );
  }
  if (count <= 0) throw runtimeError('cannot sample n_sample <= 0 samples');
  if (!replacement && count > (self.shape.at(-1) as number)) {
    throw runtimeError('cannot sample n_sample > prob_dist.size(-1) samples without replacement');
  }
}

operation('binomial(Tensor count, Tensor prob, Generator? generator=None) -> Tensor', {
  forward: (count: Tensor, probability: Tensor, generator: Generator): Tensor => {
    if (count.dtype !== probability.dtype) {
      throw runtimeError(
        `Found dtype ${legacyName(probability.dtype)} but expected ${legacyName(count.dtype)}`,
      );
    }
    const [trials, chances] = broadcastBoth(count, probability);
    const probabilities = toContiguous(chances, chances.dtype);
    const elements = newElements(trials.dtype, trials.numel);
    toContiguous(trials, trials.dtype).forEach((n, i) => {
      elements[i] = binomialNumber(generator, n, probabilities[i] as number);
    });
    return fromElements(elements, trials.dtype, trials.shape);
  },
  gradient: (_, node): Gradients => node.inputs.map(({ shape, dtype }) => full(shape, 0, dtype)),
  variants: 'function',
  doc: 'How many of so many trials succeed, each with the probability that the other tensor gives.',
});

operation('poisson(Tensor self, Generator? generator=None) -> Tensor', {
  dtypes: floating('poisson_cpu'),
  forward: (self: Tensor, generator: Generator): Tensor => {
    const rates = toContiguous(self, self.dtype);
    if (rates.some((rate) => !(rate >= 0))) {
      throw runtimeError('invalid Poisson rate, expected rate to be non-negative');
    }
    const elements = newElements(self.dtype, self.numel);
    rates.forEach((rate, i) => (elements[i] = poissonNumber(generator, rate)));
    return fromElements(elements, self.dtype, self.shape);
  },
  gradient: none,
  variants: 'function',
  doc: 'Numbers from the Poisson distributions whose rates the elements give.',
});
