/** The elements of a tensor in a few numbers, however they lie. */
import { describe, expect, test } from 'vitest';
import type { Operand } from '../../../src/training/backend/operand.ts';
import { normOf, statisticsOf } from '../../../src/training/tensor/statistics.ts';
import { fromElements } from '../../../src/training/tensor/tensor.ts';

const { buffer } = fromElements(Float32Array.of(1, -2, 3, Infinity, 4, NaN), 'float32', [6]);

/** A part of these elements. */
const view = (shape: readonly number[], strides: readonly number[], offset: number): Operand => ({
  buffer,
  shape,
  strides,
  offset,
});

describe('statistics', () => {
  test('of a part that lies in order', () => {
    const part = view([3], [1], 0);
    expect(statisticsOf(part)).toMatchObject({ head: [1, -2, 3], least: -2, most: 3, mean: 2 / 3, nans: 0 });
    expect(normOf(part)).toBeCloseTo(Math.sqrt(14), 12);
  });

  test('of a part with gaps, and of one that repeats', () => {
    expect(statisticsOf(view([3], [2], 0))).toMatchObject({ head: [1, 3, 4], least: 1, most: 4 });
    expect(normOf(view([3], [2], 0))).toBeCloseTo(Math.sqrt(26), 12);
    expect(normOf(view([2, 2], [0, 1], 1))).toBeCloseTo(Math.sqrt(26), 12);
  });

  test('of what is not finite, and of nothing', () => {
    expect(statisticsOf(view([6], [1], 0))).toMatchObject({ nans: 1, infinities: 1, most: 4 });
    expect(normOf(view([2], [1], 3))).toBe(Infinity);
    expect(normOf(view([0], [1], 0))).toBe(0);
    expect(statisticsOf(view([0], [1], 0)).histogram).toEqual([]);
  });
});
