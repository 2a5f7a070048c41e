/** Functions of whole numbers. */
import { newElements, type DType } from '../../../backend/dtype.ts';
import { toContiguous } from '../../../backend/js/copy.ts';
import { fromElements, type Tensor } from '../../../tensor/tensor.ts';
import { integers } from '../../operand-dtypes.ts';
import { operation } from '../../operation.ts';
import { typeOfBoth } from '../../scalar.ts';
import { broadcastBoth } from '../shape/broadcasting.ts';

/** Euclid's algorithm; never negative. */
function greatestCommonDivisor(a: number, b: number): number {
  let [larger, smaller] = [Math.abs(a), Math.abs(b)];
  while (smaller !== 0) [larger, smaller] = [smaller, larger % smaller];
  return larger;
}

/** 0 where one of the two is 0; never negative. */
function leastCommonMultiple(a: number, b: number): number {
  const divisor = greatestCommonDivisor(a, b);
  return divisor === 0 ? 0 : Math.abs((a / divisor) * b);
}

for (const [name, of, doc] of [
  ['gcd', greatestCommonDivisor, 'The greatest common divisors.'],
  ['lcm', leastCommonMultiple, 'The least common multiples.'],
] as const) {
  operation(`${name}(Tensor self, Tensor other) -> Tensor`, {
    dtypes: integers(`${name}_cpu`),
    forward: (self: Tensor, other: Tensor): Tensor => pairwise(of, self, other, typeOfBoth(self, other)),
    inPlace: true,
    doc,
  });
}

function pairwise(of: (a: number, b: number) => number, self: Tensor, other: Tensor, dtype: DType): Tensor {
  const [left, right] = broadcastBoth(self, other);
  const [a, b] = [toContiguous(left, dtype), toContiguous(right, dtype)];
  const elements = newElements(dtype, a.length);
  for (let i = 0; i < elements.length; i++) elements[i] = of(a[i] as number, b[i] as number);
  return fromElements(elements, dtype, left.shape);
}
