/** New tensors: constants, ranges, and shapes taken from other tensors. */
import { fromElements, full, type Tensor } from '../../../tensor/tensor.ts';
import { getDefaultDType, newElements, type DType } from '../../../backend/dtype.ts';
import { runtimeError } from '../../../backend/error.ts';
import type { Shape } from '../../../backend/layout.ts';
import { operation } from '../../operation.ts';
import type { Scalar } from '../../scalar.ts';
import { checkedSize } from '../shape/sizes.ts';

operation('zeros(int[] size, *, ScalarType? dtype=None) -> Tensor', {
  forward: (size: Shape, dtype: DType | null) => {
    if (size.some((extent) => extent < 0)) throw runtimeError('zeros: Dimension size must be non-negative.');
    return full(size, 0, dtype ?? getDefaultDType());
  },
  variants: 'function',
  doc: 'A tensor of zeros.',
});

operation('ones(int[] size, *, ScalarType? dtype=None) -> Tensor', {
  forward: (size: Shape, dtype: DType | null) => full(checkedSize(size), 1, dtype ?? getDefaultDType()),
  variants: 'function',
  doc: 'A tensor of ones.',
});

operation('empty(int[] size, *, ScalarType? dtype=None) -> Tensor', {
  forward: (size: Shape, dtype: DType | null) => full(checkedSize(size), 0, dtype ?? getDefaultDType()),
  variants: 'function',
  doc: 'A tensor whose elements are not set to anything in particular (here they are 0).',
});

operation('full(int[] size, Scalar fill_value, *, ScalarType? dtype=None) -> Tensor', {
  forward: (size: Shape, value: Scalar, dtype: DType | null) =>
    full(checkedSize(size), value.value, dtype ?? typeOfNumbers([value])),
  variants: 'function',
  doc: 'A tensor of one repeated value, of its dtype.',
});

/** int64 when all are ints, bool when all are bools, else the default floating dtype. */
function typeOfNumbers(numbers: readonly Scalar[]): DType {
  if (numbers.some((number) => number.dtype === 'float64')) return getDefaultDType();
  return numbers.every((number) => number.dtype === 'bool') ? 'bool' : 'int64';
}

operation('scalar_tensor(Scalar s, *, ScalarType? dtype=None) -> Tensor', {
  forward: (value: Scalar, dtype: DType | null) => full([], value.value, dtype ?? getDefaultDType()),
  variants: 'function',
  out: false,
  doc: 'A tensor without dimensions; of the default dtype unless another is given.',
});

operation('zeros_like(Tensor self, *, ScalarType? dtype=None) -> Tensor', {
  forward: (self: Tensor, dtype: DType | null) => full(self.shape, 0, dtype ?? self.dtype),
  variants: 'function',
  doc: 'Zeros of the same shape and dtype.',
});

operation('ones_like(Tensor self, *, ScalarType? dtype=None) -> Tensor', {
  forward: (self: Tensor, dtype: DType | null) => full(self.shape, 1, dtype ?? self.dtype),
  variants: 'function',
  doc: 'Ones of the same shape and dtype.',
});

operation('empty_like(Tensor self, *, ScalarType? dtype=None) -> Tensor', {
  forward: (self: Tensor, dtype: DType | null) => full(self.shape, 0, dtype ?? self.dtype),
  variants: 'function',
  doc: 'A tensor of the same shape and dtype whose elements are not set (here they are 0).',
});

operation('full_like(Tensor self, Scalar fill_value, *, ScalarType? dtype=None) -> Tensor', {
  forward: (self: Tensor, value: Scalar, dtype: DType | null) =>
    full(self.shape, value.value, dtype ?? self.dtype),
  variants: 'function',
  doc: 'A tensor of the same shape and dtype filled with one value.',
});

operation('arange(Scalar end, *, ScalarType? dtype=None) -> Tensor', {
  forward: (end: Scalar, dtype: DType | null) =>
    range({ value: 0, dtype: 'int64' }, end, { value: 1, dtype: 'int64' }, dtype),
  variants: 'function',
  doc: 'The numbers from `start` (0) up to but without `end`, `step` (1) apart; int64 when all are ints.',
});

operation('arange.start(Scalar start, Scalar end, *, ScalarType? dtype=None) -> Tensor', {
  out: false,
  forward: (start: Scalar, end: Scalar, dtype: DType | null) =>
    range(start, end, { value: 1, dtype: 'int64' }, dtype),
  variants: 'function',
});

operation('arange.start_step(Scalar start, Scalar end, Scalar step=1, *, ScalarType? dtype=None) -> Tensor', {
  forward: (start: Scalar, end: Scalar, step: Scalar, dtype: DType | null) => range(start, end, step, dtype),
  variants: 'function',
});

/**
 * `a * b + c` rounded once, as PyTorch's processors do it: -8 + 80 * 0.1 is 4.4e-16, since 0.1 is not a tenth.
 *
 * The product's rounding error is found by Dekker's splitting (Numerische Mathematik 18, 1971).
 */
function multiplyAdd(a: number, b: number, c: number): number {
  const product = a * b;
  const [high, low] = halves(a);
  const [otherHigh, otherLow] = halves(b);
  const error = low * otherLow - (product - high * otherHigh - low * otherHigh - high * otherLow);
  return product + c + error;
}

/** A number as the sum of two of half as many digits. */
function halves(x: number): readonly [number, number] {
  const scaled = x * 134217729;
  const high = scaled - (scaled - x);
  return [high, x - high];
}

const spelled = (bound: number): string => String(bound).replace('Infinity', 'inf').replace('NaN', 'nan');

function range(start: Scalar, end: Scalar, step: Scalar, dtype: DType | null): Tensor {
  if (step.value === 0) throw runtimeError('step must be nonzero');
  if (!Number.isFinite(start.value) || !Number.isFinite(end.value))
    throw runtimeError(`unsupported range: ${spelled(start.value)} -> ${spelled(end.value)}`);
  if ((end.value - start.value) * step.value < 0) {
    throw runtimeError('upper bound and lower bound inconsistent with step sign');
  }
  const type = dtype ?? typeOfNumbers([start, end, step]);
  const count = Math.ceil((end.value - start.value) / step.value);
  const elements = newElements(type, count);
  for (let i = 0; i < count; i++) elements[i] = multiplyAdd(i, step.value, start.value);
  return fromElements(elements, type, [count]);
}

operation('linspace(Scalar start, Scalar end, int steps, *, ScalarType? dtype=None) -> Tensor', {
  forward: (start: Scalar, end: Scalar, steps: number, dtype: DType | null) =>
    spaced(start.value, end.value, steps, dtype, (x) => x),
  variants: 'function',
  doc: '`steps` numbers from `start` to `end`, both included, equally far apart.',
});

operation(
  'logspace(Scalar start, Scalar end, int steps, float base=10.0, *, ScalarType? dtype=None) -> Tensor',
  {
    forward: (start: Scalar, end: Scalar, steps: number, base: number, dtype: DType | null) =>
      spaced(start.value, end.value, steps, dtype, (x) => base ** x),
    variants: 'function',
    doc: '`steps` powers of `base`, the exponents from `start` to `end` equally far apart.',
  },
);

/** PyTorch counts from both ends so that the last value is `end` exactly. */
function spaced(
  start: number,
  end: number,
  steps: number,
  dtype: DType | null,
  map: (x: number) => number,
): Tensor {
  if (steps < 0) throw runtimeError('number of steps must be non-negative');
  const type = dtype ?? getDefaultDType();
  const elements = newElements(type, steps);
  const round = type === 'float32' ? Math.fround : (x: number): number => x;
  const step = round((end - start) / Math.max(steps - 1, 1));
  for (let i = 0; i < steps; i++) {
    elements[i] = map(i < steps / 2 ? start + step * i : end - step * (steps - 1 - i));
  }
  return fromElements(elements, type, [steps]);
}

operation('eye(int n, int? m=None, *, ScalarType? dtype=None) -> Tensor', {
  forward: (n: number, m: number | null, dtype: DType | null) => {
    const columns = m ?? n;
    for (const [name, extent] of [
      ['n', n],
      ['m', columns],
    ] as const) {
      if (extent < 0) {
        throw runtimeError(`${name} must be greater or equal to 0, got ${extent}`);
      }
    }
    const result = full([n, columns], 0, dtype ?? getDefaultDType());
    const elements = result.buffer.write();
    for (let i = 0; i < Math.min(n, columns); i++) elements[i * columns + i] = 1;
    return result;
  },
  variants: 'function',
  doc: 'A matrix with ones on the diagonal and zeros elsewhere.',
});
