/** What samples are made of: leaves that want a gradient, indices and masks outside the tape, and the usual operands. */
import { floatScalar, intScalar } from '../../../src/training/autograd/scalar.ts';
import type { Shape } from '../../../src/training/backend/layout.ts';
import { toContiguous } from '../../../src/training/backend/js/copy.ts';
import { fromElements, type Tensor } from '../../../src/training/tensor/tensor.ts';
import { constant, leaf, type Sample } from './arguments.ts';

/** Positive and not near 0. */
export const positive = (...shape: number[]): Tensor => leaf(shape, 0.4, 2.6);
export const x = (...shape: number[]): Tensor => leaf(shape);
/** Other numbers than {@link x} gives. */
export const y = (...shape: number[]): Tensor => leaf(shape, -1.9, 1.9, 0.11);
export const fraction = (...shape: number[]): Tensor => leaf(shape, -0.9, 0.9);

/** Like {@link x}, with its second element 0. */
export function withZero(...shape: number[]): Tensor {
  const tensor = x(...shape);
  tensor.buffer.write()[1] = 0;
  return tensor;
}

export const indices = (values: readonly number[], shape?: Shape): Tensor => constant(values, 'int64', shape);
export const mask = (values: readonly number[], shape?: Shape): Tensor => constant(values, 'bool', shape);

/** A symmetric positive-definite leaf: A Aᵀ plus the unit matrix. */
export function definite(size: number): Tensor {
  const a = toContiguous(x(size, size), 'float64');
  const elements = Float64Array.from({ length: size * size }, (_, at) => {
    const [i, j] = [Math.floor(at / size), at % size];
    let total = i === j ? 1 : 0;
    for (let k = 0; k < size; k++) total += (a[i * size + k] as number) * (a[j * size + k] as number);
    return total;
  });
  const tensor = fromElements(elements, 'float64', [size, size]);
  tensor.requiresGrad = true;
  return tensor;
}

/** The same in its lower triangle only: what reads nothing else must not see the rest. */
export function definiteBelow(size: number): Tensor {
  const tensor = definite(size);
  const elements = tensor.buffer.write();
  for (let i = 0; i < size; i++) for (let j = i + 1; j < size; j++) elements[i * size + j] = 0.1 * (i + j);
  return tensor;
}

/** A leaf of square matrices with a dominant diagonal, so that they are regular. */
export function regular(...shape: number[]): Tensor {
  const tensor = x(...shape);
  const elements = tensor.buffer.write();
  const size = shape.at(-1) as number;
  for (let at = 0; at < elements.length; at += size + 1) {
    if (at % (size * size) === 0 || Math.floor(at / size) % size === at % size)
      elements[at] = (elements[at] as number) + 3 + (at % 5);
  }
  return tensor;
}

/** A number that is no whole one, and one that is. */
export const number = floatScalar(1.7);
export const whole = intScalar(3);

const one = (make: () => Tensor): readonly Sample[] => [() => [make()]];
export const anywhere = one(() => x(2, 3));
export const aboveZero = one(() => positive(2, 3));
export const withinOne = one(() => fraction(2, 3));
export const share = one(() => leaf([2, 3], 0.1, 0.9));

/** Two operands of one shape, and broadcast. */
export const pair: readonly Sample[] = [() => [x(2, 3), y(2, 3)], () => [x(2, 1), y(3)]];
/** Two operands: of one shape, broadcast either way, with a number. */
export const pairs: readonly Sample[] = [
  () => [x(2, 3), positive(2, 3)],
  () => [x(2, 3), positive(3)],
  () => [x(3, 1), positive(2, 1, 4)],
  () => [x(2), positive()],
];

/** Targets between 0 and 1, outside the tape. */
export function fractions(...shape: number[]): Tensor {
  const tensor = leaf(shape, 0.1, 0.9, 0.53);
  tensor.requiresGrad = false;
  return tensor;
}

export const reductions = (make: (reduction: string) => readonly unknown[]): Sample[] =>
  ['none', 'mean', 'sum'].map((reduction) => () => make(reduction));
