/** The order of numbers, against a sort by comparison. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { firstOf, orderOf } from '../../../src/training/backend/js/order.ts';

/** Places in order: NaN is more than anything, equal ones stay as they are. */
function sorted(values: ArrayLike<number>, descending: boolean): number[] {
  const more = (a: number, b: number): boolean => (Number.isNaN(a) ? !Number.isNaN(b) : a > b);
  return Array.from(values, (_, i) => i).sort((i, j) => {
    const [a, b] = (descending ? [j, i] : [i, j]).map((at) => values[at] as number) as [number, number];
    return more(a, b) ? 1 : more(b, a) ? -1 : i - j;
  });
}

const edges = fc.constantFrom(0, -0, NaN, Infinity, -Infinity, 1, -1, 1e-45, -1e-45, 3e38);
const floats = fc.array(fc.oneof(edges, fc.float(), fc.integer({ min: -3, max: 3 })), { maxLength: 40 });
const arrays = fc.oneof(
  floats.map((values) => Float32Array.from(values)),
  floats.map((values) => Float64Array.from(values)),
  fc.array(fc.integer({ min: -5, max: 5 })).map((values) => Float64Array.from(values)),
  fc.array(fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 })).map((values) => Int32Array.from(values)),
  fc.array(fc.integer({ min: 0, max: 3 })).map((values) => Uint8Array.from(values)),
);

describe('the order of numbers', () => {
  it('is stable, with NaN as the largest', () => {
    fc.assert(
      fc.property(arrays, fc.boolean(), (values, descending) => {
        const out = new Float64Array(values.length);
        orderOf(values, descending, out);
        expect([...out]).toEqual(sorted(values, descending));
      }),
      { numRuns: 500 },
    );
  });

  it('begins with those that are asked for', () => {
    fc.assert(
      fc.property(arrays, fc.boolean(), fc.nat({ max: 6 }), (values, descending, count) => {
        const wanted = sorted(values, descending).slice(0, count);
        expect(firstOf(values, count, descending)).toEqual(wanted);
      }),
      { numRuns: 500 },
    );
  });
});
