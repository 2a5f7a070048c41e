import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MOST_RUNS } from '../../../src/sweep/model.ts';
import { suggestedRange } from '../../../src/sweep/suggestion.ts';
import { rangeValues, readSeeds, readValues, sweptKind, SweepError } from '../../../src/sweep/values.ts';

function problem(read: () => unknown): string {
  try {
    read();
  } catch (error) {
    if (error instanceof SweepError) return `${error.field}: ${error.message}`;
    throw error;
  }
  return 'none';
}

describe('a list', () => {
  it('takes numbers as Python writes them, each once', () => {
    expect(readValues('0.01, .1, 1e-3, -2, 1_000, 0.1', 'float')).toEqual([0.01, 0.1, 0.001, -2, 1000]);
    expect(readValues('[1, 2]', 'integer')).toEqual([1, 2]);
    expect(readValues('1, 2,', 'integer')).toEqual([1, 2]);
  });

  it('takes booleans and words', () => {
    expect(readValues('False, True', 'boolean')).toEqual([false, true]);
    expect(readValues('relu, "tanh"', 'string')).toEqual(['relu', 'tanh']);
  });

  it.each([
    ['', 'float', 'list: No values: write some with commas'],
    ['0.1, fast', 'float', 'list: "fast", value 2 of the list, is not a number.'],
    ['1, , 2', 'float', 'list: "", value 2 of the list, is not a number.'],
    ['1, 2.5', 'integer', 'list: "2.5", value 2 of the list, is not an integer.'],
    ['1, inf', 'float', 'list: "inf", value 2 of the list, is not finite.'],
    ['0.1', 'float', 'list: One value is no sweep'],
    ['0.1, 0.1', 'float', 'list: One value is no sweep'],
    ['yes, no', 'boolean', 'list: "yes", value 1 of the list, is not True or False.'],
    [Array.from({ length: 201 }, (_, n) => n).join(), 'integer', 'list: 201 values are too many: 200 runs'],
  ] as const)('%j of %s is refused', (text, kind, message) => {
    expect(problem(() => readValues(text, kind))).toContain(message);
  });
});

describe('a range', () => {
  it.each([
    ['0.001 … 10 log 5', [0.001, 0.01, 0.1, 1, 10]],
    ['0.001...10 5 log', [0.001, 0.01, 0.1, 1, 10]],
    ['0.1..0.5 5', [0.1, 0.2, 0.3, 0.4, 0.5]],
    ['-1 to 1 linear 3', [-1, 0, 1]],
    ['10 … 1 linear 4', [10, 7, 4, 1]],
    ['0.01 … 1', [0.01, 0.0178, 0.0316, 0.0562, 0.1, 0.178, 0.316, 0.562, 1]],
  ])('%s', (text, values) => {
    expect(readValues(text, 'float')).toEqual(values);
  });

  it('of integers has whole numbers, each once', () => {
    expect(readValues('1 … 4 linear 10', 'integer')).toEqual([1, 2, 3, 4]);
    expect(readValues('8 … 128 log 5', 'integer')).toEqual([8, 16, 32, 64, 128]);
  });

  const RANGE = { from: '0.1', to: '10', count: '3', scale: 'log' } as const;
  it.each([
    [{ ...RANGE, from: 'x' }, 'from: "x" is not a number.'],
    [{ ...RANGE, to: ' ' }, 'to: The range needs an end "to".'],
    [{ ...RANGE, from: '0' }, 'from: A logarithmic range needs ends above zero'],
    [{ ...RANGE, to: '-1' }, 'to: A logarithmic range needs ends above zero'],
    [{ ...RANGE, to: '0.1' }, 'to: The ends are the same'],
    [{ ...RANGE, to: 'inf' }, 'to: "inf" is not a number.'],
    [{ ...RANGE, count: '1' }, 'count: A range has 2 to 200 values, not "1".'],
    [{ ...RANGE, count: '201' }, 'count: A range has 2 to 200'],
    [{ ...RANGE, count: '2.5' }, 'count: A range has 2 to 200'],
  ])('%j is refused', (text, message) => {
    expect(problem(() => rangeValues(text, 'float'))).toContain(message);
  });

  it('needs numbers', () => {
    expect(problem(() => rangeValues(RANGE, 'boolean'))).toContain('list the values');
  });

  it('keeps its ends, its order and its number of values', () => {
    const end = fc.double({ min: 1e-6, max: 1e6, noNaN: true });
    fc.assert(
      fc.property(end, end, fc.integer({ min: 2, max: MOST_RUNS }), fc.boolean(), (a, b, count, isLog) => {
        fc.pre(Math.abs(Math.log(b / a)) > 0.01);
        const text = { from: String(a), to: String(b), count: String(count) };
        const values = rangeValues({ ...text, scale: isLog ? 'log' : 'linear' }, 'float');
        const sorted = values.toSorted((left, right) => (a < b ? left - right : right - left));
        expect([values[0], values.at(-1), values.length]).toEqual([a, b, count]);
        expect(values).toEqual(sorted);
      }),
    );
  });
});

describe('seeds', () => {
  it('are a whole number, and together with the values at most so many runs', () => {
    expect(readSeeds('3', 9)).toBe(3);
    expect(problem(() => readSeeds('0', 9))).toContain('seeds: A number of seeds is needed');
    expect(problem(() => readSeeds('two', 9))).toContain('not "two"');
    expect(problem(() => readSeeds('50', 9))).toBe(
      'seeds: 9 values with 50 seeds each are 450 runs: 200 at most.',
    );
  });
});

describe('what is suggested', () => {
  it.each([
    ['float', 0.03],
    ['float', 1],
    ['float', 0],
    ['float', 4.2],
    ['vector', -3.4],
    ['integer', 0],
    ['integer', 1],
    ['integer', 3],
    ['integer', 32],
    ['integer', 1000],
    ['integer', -5],
  ] as const)('for %s %d can be swept', (kind, value) => {
    const range = suggestedRange(kind, value);
    expect(range).not.toBeNull();
    if (range === null) return;
    const values = rangeValues(range, sweptKind(kind));
    expect(values.length).toBeGreaterThan(1);
    if (value !== 0) expect(Math.min(...values)).toBeLessThanOrEqual(value);
    expect(Math.max(...values)).toBeGreaterThanOrEqual(value);
  });

  it('for a rate spans four decades about it', () => {
    expect(suggestedRange('float', 0.03)).toEqual({ from: '0.0003', to: '3', count: '9', scale: 'log' });
  });

  it('for a rate above one does too', () => {
    expect(suggestedRange('float', 2, 'lr')).toEqual({ from: '0.02', to: '200', count: '9', scale: 'log' });
    expect(suggestedRange('float', 2, 'b')).toMatchObject({ from: '0', to: '4', scale: 'linear' });
  });

  it('for words and switches is no range', () => {
    expect(suggestedRange('boolean', 0)).toBeNull();
    expect(suggestedRange('string', 0)).toBeNull();
  });
});
