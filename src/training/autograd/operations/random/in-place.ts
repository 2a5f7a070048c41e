/** Tensors whose elements are drawn anew, in place. */
import { copyInto } from '../../../backend/compute.ts';
import { isFloating, legacyName, newElements, type Elements } from '../../../backend/dtype.ts';
import { runtimeError } from '../../../backend/error.ts';
import type { Generator } from '../../../tensor/generator.ts';
import { fromElements, full, type Tensor } from '../../../tensor/tensor.ts';
import { operation } from '../../operation.ts';
import { checkDrawn, checkStd } from './random.ts';

type Floats = Float32Array | Float64Array;

/** Draws into a fresh array and lays it over `self`, whatever its strides. */
function redraw(self: Tensor, draw: (target: Elements) => void): Tensor {
  const elements = newElements(self.dtype, self.numel);
  draw(elements);
  return fromElements(elements, self.dtype, self.shape);
}

/** Declares `name_`, which draws a tensor's elements anew; their old history has no gradient. */
function drawn<A extends readonly unknown[]>(
  schema: string,
  doc: string,
  draw: (target: Elements, self: Tensor, ...args: A) => void,
): void {
  const fresh = (self: Tensor, args: A): Tensor => redraw(self, (target) => draw(target, self, ...args));
  operation(schema, {
    forward: (self: Tensor, ...args: A): Tensor => fresh(self, args),
    gradient: (grad) => [full(grad.shape, 0, grad.dtype)],
    inPlace: true,
    into: (self: Tensor, ...args: A): boolean => {
      copyInto(self, fresh(self, args));
      return true;
    },
    variants: 'inPlace',
    doc,
  });
}

function checkFloating(name: string, self: Tensor): void {
  checkDrawn(name, self.dtype);
}

drawn(
  'normal(Tensor self, float mean=0, float std=1, *, Generator? generator=None) -> Tensor',
  'Draws the elements anew from a normal distribution.',
  (target, self, mean: number, std: number, generator: Generator) => {
    checkFloating('normal_kernel_cpu', self);
    checkStd(std);
    generator.fillNormal(target as Floats, mean, std);
  },
);

/** @throws TorchError with `message` unless `condition` holds */
function require(condition: boolean, message: string): void {
  if (!condition) throw runtimeError(message);
}

drawn(
  'uniform(Tensor self, float from=0, float to=1, *, Generator? generator=None) -> Tensor',
  'Draws the elements anew evenly from [from, to).',
  (target, self, from: number, to: number, generator: Generator) => {
    checkFloating('check_uniform_bounds', self);
    require(from <= to, `uniform_ expects to return a [from, to) range, but found from=${from} > to=${to}`);
    generator.fillUniform(target as Floats, from, to);
  },
);

drawn(
  'exponential(Tensor self, float lambd=1, *, Generator? generator=None) -> Tensor',
  'Draws the elements anew from an exponential distribution of rate `lambd`.',
  (target, self, rate: number, generator: Generator) => {
    requireFloating('Exponential', self);
    require(rate > 0, `exponential_ expects lambda > 0.0, but found lambda=${rate}`);
    generator.fillExponential(target as Floats, rate);
  },
);

drawn(
  'geometric(Tensor self, float p, *, Generator? generator=None) -> Tensor',
  'Draws the elements anew: the number of trials up to the first success of probability `p`.',
  (target, _self, p: number, generator: Generator) => {
    require(p > 0 && p < 1, `geometric_ expects p to be in (0, 1), but got p=${p}`);
    generator.fillGeometric(target, p);
  },
);

drawn(
  'cauchy(Tensor self, float median=0, float sigma=1, *, Generator? generator=None) -> Tensor',
  'Draws the elements anew from a Cauchy distribution.',
  (target, self, median: number, sigma: number, generator: Generator) => {
    requireFloating('Cauchy', self);
    require(sigma > 0, `cauchy_ expects sigma > 0.0, but found sigma=${sigma}`);
    generator.fillCauchy(target as Floats, median, sigma);
  },
);

drawn(
  'log_normal(Tensor self, float mean=1, float std=2, *, Generator? generator=None) -> Tensor',
  'Draws the elements anew: exponentials of normal numbers with the given mean and standard deviation.',
  (target, self, mean: number, std: number, generator: Generator) => {
    requireFloating('Log-normal', self);
    require(std > 0, `log_normal_ expects std > 0.0, but found std=${std}`);
    generator.fillLogNormal(target as Floats, mean, std);
  },
);

/** @throws TorchError for a continuous distribution into whole numbers */
function requireFloating(distribution: string, { dtype }: Tensor): void {
  require(isFloating(
    dtype,
  ), `${distribution} distribution is a continuous probability distribution. dtype must be a floating point but you specified ${legacyName(dtype)}`);
}

drawn(
  'random(Tensor self, *, Generator? generator=None) -> Tensor',
  'Draws the elements anew from all integers the dtype holds exactly.',
  (target, self, generator: Generator) => generator.fillRandom(target, self.dtype),
);

drawn(
  'random.to(Tensor self, int to, *, Generator? generator=None) -> Tensor',
  '',
  (target, _self, to: number, generator: Generator) => generator.fillRandint(target, 0, to),
);

drawn(
  'random.from(Tensor self, int from, int to, *, Generator? generator=None) -> Tensor',
  '',
  (target, _self, from: number, to: number, generator: Generator) => generator.fillRandint(target, from, to),
);

drawn(
  'bernoulli.float(Tensor self, float p=0.5, *, Generator? generator=None) -> Tensor',
  'Draws the elements anew: 1 with probability `p`, else 0.',
  (target, _self, p: number, generator: Generator) => {
    require(p >= 0 && p <= 1, `bernoulli_ expects p to be in [0, 1], but got p=${p}`);
    generator.fillBernoulli(target, p);
  },
);
