/** Random tensors, from PyTorch's own streams. */
import {
  getDefaultDType,
  isFloating,
  legacyName,
  newElements,
  type DType,
  type Elements,
} from '../../../backend/dtype.ts';
import { runtimeError, TorchError } from '../../../backend/error.ts';
import { copyInto } from '../../../backend/compute.ts';
import { toContiguous } from '../../../backend/js/copy.ts';
import { numel, type Shape } from '../../../backend/layout.ts';
import type { Generator } from '../../../tensor/generator.ts';
import { fromElements, full, type Tensor } from '../../../tensor/tensor.ts';
import { operation } from '../../operation.ts';
import { checkedSize } from '../shape/sizes.ts';

type Floats = Float32Array | Float64Array;

function floats(size: Shape, dtype: DType | null, fill: (target: Floats) => void): Tensor {
  const type = dtype ?? getDefaultDType();
  const elements = newElements(type, numel(checkedSize(size))) as Floats;
  fill(elements);
  return fromElements(elements, type, size);
}

operation('rand(int[] size, *, Generator? generator=None, ScalarType? dtype=None) -> Tensor', {
  forward: (size: Shape, generator: Generator, dtype: DType | null) =>
    floats(size, dtype, (target) => generator.fillUniform(target, 0, 1)),
  variants: 'function',
  doc: 'Numbers drawn evenly from [0, 1).',
});

operation('rand_like(Tensor self, *, ScalarType? dtype=None, Generator? generator=None) -> Tensor', {
  forward: (self: Tensor, dtype: DType | null, generator: Generator) =>
    floats(self.shape, checkDrawn('check_uniform_bounds', dtype ?? self.dtype), (target) =>
      generator.fillUniform(target, 0, 1),
    ),
  variants: 'function',
  doc: 'Numbers drawn evenly from [0, 1), in the shape and dtype of another tensor.',
});

operation('randn(int[] size, *, Generator? generator=None, ScalarType? dtype=None) -> Tensor', {
  forward: (size: Shape, generator: Generator, dtype: DType | null) =>
    floats(size, dtype, (target) => generator.fillNormal(target, 0, 1)),
  variants: 'function',
  doc: 'Numbers drawn from the normal distribution with mean 0 and standard deviation 1.',
});

/** @throws TorchError for a dtype that random numbers are not drawn in */
function checkDrawn(kernel: string, dtype: DType): DType {
  if (isFloating(dtype)) return dtype;
  throw new TorchError('NotImplementedError', `"${kernel}" not implemented for '${legacyName(dtype)}'`);
}

operation('randn_like(Tensor self, *, ScalarType? dtype=None, Generator? generator=None) -> Tensor', {
  forward: (self: Tensor, dtype: DType | null, generator: Generator) =>
    floats(self.shape, checkDrawn('normal_kernel_cpu', dtype ?? self.dtype), (target) =>
      generator.fillNormal(target, 0, 1),
    ),
  variants: 'function',
  doc: 'Standard normal numbers in the shape and dtype of another tensor.',
});

operation(
  'normal.float_float(float mean, float std, int[] size, *, Generator? generator=None, ScalarType? dtype=None) -> Tensor',
  {
    forward: (mean: number, std: number, size: Shape, generator: Generator, dtype: DType | null) => {
      checkStd(std);
      return floats(size, dtype, (target) => generator.fillNormal(target, mean, std));
    },
    variants: 'function',
    doc: 'Numbers drawn from normal distributions of the given means and standard deviations.',
  },
);

function checkStd(std: number): void {
  if (std < 0) throw runtimeError(`normal expects std >= 0.0, but found std ${std}`);
}

/** `mean + std * z` where one or both are tensors, z of their common shape. */
function normalAround(
  mean: Tensor | number,
  std: Tensor | number,
  shape: Shape,
  generator: Generator,
): Tensor {
  const dtype = typeof mean === 'number' ? (std as Tensor).dtype : mean.dtype;
  const means = typeof mean === 'number' ? null : toContiguous(mean, dtype);
  const stds = typeof std === 'number' ? null : toContiguous(std, dtype);
  return floats(shape, dtype, (target) => {
    generator.fillNormal(target, 0, 1);
    for (let i = 0; i < target.length; i++) {
      const scale = stds === null ? (std as number) : (stds[stds.length === 1 ? 0 : i] as number);
      const shift = means === null ? (mean as number) : (means[means.length === 1 ? 0 : i] as number);
      target[i] = (target[i] as number) * scale + shift;
    }
  });
}

operation('normal.Tensor_float(Tensor mean, float std=1, *, Generator? generator=None) -> Tensor', {
  forward: (mean: Tensor, std: number, generator: Generator) =>
    normalAround(mean, std, mean.shape, generator),
  variants: 'function',
});

operation('normal.float_Tensor(float mean, Tensor std, *, Generator? generator=None) -> Tensor', {
  forward: (mean: number, std: Tensor, generator: Generator) => normalAround(mean, std, std.shape, generator),
  variants: 'function',
});

operation('normal.Tensor_Tensor(Tensor mean, Tensor std, *, Generator? generator=None) -> Tensor', {
  forward: (mean: Tensor, std: Tensor, generator: Generator) =>
    normalAround(mean, std, mean.numel >= std.numel ? mean.shape : std.shape, generator),
  variants: 'function',
});

operation('randint(int high, int[] size, *, Generator? generator=None, ScalarType? dtype=None) -> Tensor', {
  forward: (high: number, size: Shape, generator: Generator, dtype: DType | null) =>
    integers(0, high, size, generator, dtype),
  variants: 'function',
  doc: 'Integers drawn evenly from `low` (0) up to but without `high`.',
});

operation(
  'randint.low(int low, int high, int[] size, *, Generator? generator=None, ScalarType? dtype=None) -> Tensor',
  {
    forward: (low: number, high: number, size: Shape, generator: Generator, dtype: DType | null) =>
      integers(low, high, size, generator, dtype),
    variants: 'function',
  },
);

operation(
  'randint_like(Tensor self, int high, *, ScalarType? dtype=None, Generator? generator=None) -> Tensor',
  {
    forward: (self: Tensor, high: number, dtype: DType | null, generator: Generator) =>
      integers(0, high, self.shape, generator, dtype ?? self.dtype),
    variants: 'function',
    doc: 'Integers drawn evenly, in the shape and dtype of another tensor.',
  },
);

operation(
  'randint_like.low_dtype(Tensor self, int low, int high, *, ScalarType? dtype=None, Generator? generator=None) -> Tensor',
  {
    forward: (self: Tensor, low: number, high: number, dtype: DType | null, generator: Generator) =>
      integers(low, high, self.shape, generator, dtype ?? self.dtype),
    variants: 'function',
  },
);

function integers(low: number, high: number, size: Shape, generator: Generator, dtype: DType | null): Tensor {
  if (low >= high) {
    throw runtimeError(`random_ expects 'from' to be less than 'to', but got from=${low} >= to=${high}`);
  }
  const type = dtype ?? 'int64';
  const elements = newElements(type, numel(checkedSize(size)));
  generator.fillRandint(elements, low, high);
  return fromElements(elements, type, size);
}

operation('randperm(int n, *, Generator? generator=None, ScalarType? dtype=None) -> Tensor', {
  forward: (n: number, generator: Generator, dtype: DType | null) => {
    const type = dtype ?? 'int64';
    const elements = newElements(type, n);
    elements.set(generator.permutation(n));
    return fromElements(elements, type, [n]);
  },
  variants: 'function',
  doc: 'The integers from 0 to n - 1 in random order.',
});

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
  (target, _self, rate: number, generator: Generator) => {
    require(rate > 0, `exponential_ expects lambda > 0.0, but found lambda=${rate}`);
    generator.fillExponential(target as Floats, rate);
  },
);

drawn(
  'cauchy(Tensor self, float median=0, float sigma=1, *, Generator? generator=None) -> Tensor',
  'Draws the elements anew from a Cauchy distribution.',
  (target, self, median: number, sigma: number, generator: Generator) => {
    checkFloating('cauchy_cpu', self);
    require(sigma > 0, `cauchy_ expects sigma > 0.0, but found sigma=${sigma}`);
    generator.fillCauchy(target as Floats, median, sigma);
  },
);

drawn(
  'log_normal(Tensor self, float mean=1, float std=2, *, Generator? generator=None) -> Tensor',
  'Draws the elements anew: the exponentials of normal numbers of that mean and standard deviation.',
  (target, self, mean: number, std: number, generator: Generator) => {
    checkFloating('log_normal_cpu', self);
    require(std > 0, `log_normal_ expects std > 0.0, but found std=${std}`);
    generator.fillLogNormal(target as Floats, mean, std);
  },
);

drawn(
  'geometric(Tensor self, float p, *, Generator? generator=None) -> Tensor',
  'Draws the elements anew: the number of trials up to the first success, of probability `p`.',
  (target, _self, p: number, generator: Generator) => {
    require(p > 0 && p < 1, `geometric_ expects p to be in (0, 1), but got p=${p}`);
    generator.fillGeometric(target, p);
  },
);

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
