/** Random tensors, from PyTorch's own streams. */
import { getDefaultDType, isFloating, legacyName, newElements, type DType } from '../../../backend/dtype.ts';
import { runtimeError, TorchError } from '../../../backend/error.ts';
import { toContiguous } from '../../../backend/js/copy.ts';
import { numel, type Shape } from '../../../backend/layout.ts';
import type { Generator } from '../../../tensor/generator.ts';
import { fromElements, type Tensor } from '../../../tensor/tensor.ts';
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
export function checkDrawn(kernel: string, dtype: DType): DType {
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

export function checkStd(std: number): void {
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
