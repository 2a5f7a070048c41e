import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { backward } from '../../../src/training/autograd/tape/backward.ts';
import { add, mul } from '../../../src/training/autograd/operations/pointwise/arithmetic.ts';
import { sum } from '../../../src/training/autograd/operations/reduce/sums.ts';
import { reshape, transpose } from '../../../src/training/autograd/operations/shape/views.ts';
import { closeScope, openScope } from '../../../src/training/tensor/scope.ts';
import { fromElements, type Tensor } from '../../../src/training/tensor/tensor.ts';
import { valuesOf } from './finite-differences.ts';

function leaf(values: readonly number[], shape: readonly number[]): Tensor {
  const tensor = fromElements(Float32Array.from(values), 'float32', shape);
  tensor.requiresGrad = true;
  return tensor;
}

function gradOf({ grad }: Tensor): number[] {
  if (grad === null) throw new Error('the leaf has no grad');
  return [...valuesOf(grad)];
}

/** PyTorch lets the second and third pair share memory; here no two leaves' gradients ever do. */
const SUMS: readonly (readonly [string, (a: Tensor, b: Tensor) => Tensor])[] = [
  ['a + b.reshape(2, 3)', (a, b) => add(a, reshape(b, [2, 3]))],
  ['a.reshape(6) + b.reshape(6)', (a, b) => add(reshape(a, [6]), reshape(b, [6]))],
  ['a.unsqueeze(0) + b.reshape(1, 2, 3)', (a, b) => add(reshape(a, [1, 2, 3]), reshape(b, [1, 2, 3]))],
  ['a + b.T', (a, b) => add(a, transpose(b, 0, 1))],
];

let mark = 0;

beforeEach(() => {
  mark = openScope();
});
afterEach(() => closeScope(mark));

describe("a leaf's first gradient", () => {
  it.each(SUMS)('of %s is its own: what another leaf collects later does not change it', (_, combine) => {
    const [a, b] = [leaf([1, 2, 3, 4, 5, 6], [2, 3]), leaf([1, 1, 1, 1, 1, 1], [3, 2])];
    const combined = combine(a, b);
    backward([sum(mul(combined, combined))], [null], [], { retainGraph: false, createGraph: false });
    const before = gradOf(a);
    backward([sum(b)], [null], [], { retainGraph: false, createGraph: false });
    expect(gradOf(a)).toEqual(before);
    expect(gradOf(b).reduce((total, value) => total + value, 0)).toBe(
      before.reduce((total, value) => total + value, 0) + 6,
    );
  });
});
