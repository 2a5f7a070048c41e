import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Declaration } from '../../../src/training/autograd/operation.ts';
import { declarations } from '../../../src/training/autograd/operations/index.ts';
import { closeScope, openScope } from '../../../src/training/tensor/scope.ts';
import { allSamples as samples } from './all-samples.ts';
import {
  evaluation,
  gradientByDifferences,
  gradientByTape,
  gradientOf,
  valuesOf,
  type Evaluate,
  type Form,
} from './finite-differences.ts';

/** They may not copy, so they refuse such arguments as PyTorch does. */
const NEEDS_ROW_MAJOR: ReadonlySet<string> = new Set(['_view', 'view', 'view_as', '_unsafe_view']);

/** Composites have the gradients of what they are made of. */
const differentiable = [...declarations].filter(
  ([, { definition }]) => definition.gradient !== undefined || definition.composite === true,
);
const tried = [...declarations].filter(([entry]) => entry in samples);

/** Both gradients agree to the accuracy of central differences. */
function expectSame(evaluate: Evaluate): void {
  const byTape = gradientByTape(evaluate);
  const byDifferences = gradientByDifferences(evaluate);
  byDifferences.forEach((expected, k) => {
    const actual = byTape[k] ?? new Float64Array(0);
    expect(actual).toHaveLength(expected.length);
    expected.forEach((value, i) => {
      const distance = Math.abs((actual[i] as number) - value);
      expect(distance, `input ${k}, element ${i}: ${actual[i]}, by differences ${value}`).toBeLessThan(
        1e-7 * Math.max(1, Math.abs(value)),
      );
    });
  });
}

const evaluations = (entry: string, declaration: Declaration, form: Form): Evaluate[] =>
  (samples[entry] ?? []).map((sample) => evaluation(declaration, sample, form));

let mark = 0;
beforeEach(() => {
  mark = openScope();
});
afterEach(() => {
  closeScope(mark);
});

describe('every operation with a gradient', () => {
  it('has a sample of its arguments, and every sample an operation', () => {
    expect(differentiable.map(([entry]) => entry).filter((entry) => !(entry in samples))).toEqual([]);
    expect(Object.keys(samples).filter((entry) => !declarations.has(entry))).toEqual([]);
  });

  it.each(tried)('%s has the gradient that differences give', (entry, declaration) => {
    for (const evaluate of evaluations(entry, declaration, 'new result')) expectSame(evaluate);
  });

  it.each(tried)('%s has the second derivative that differences give', (entry, declaration) => {
    for (const evaluate of evaluations(entry, declaration, 'new result')) expectSame(gradientOf(evaluate));
  });

  const anyLayout = tried.filter(([entry]) => !NEEDS_ROW_MAJOR.has(entry));
  it.each(anyLayout)('%s gives the same for arguments that lie otherwise in memory', (entry, declaration) => {
    const straight = evaluations(entry, declaration, 'new result');
    evaluations(entry, declaration, 'transposed arguments').forEach((evaluate, i) => {
      const expected = straight[i] as Evaluate;
      expect(evaluate(null).results.map(valuesOf)).toEqual(expected(null).results.map(valuesOf));
      expectSame(evaluate);
      expect(gradientByTape(gradientOf(evaluate))).toEqual(gradientByTape(gradientOf(expected)));
    });
  });

  const inPlace = tried.filter(([, { applyInPlace }]) => applyInPlace !== null);
  it.each(inPlace)('%s has the same gradients when it changes its argument', (entry, declaration) => {
    for (const evaluate of evaluations(entry, declaration, 'in place')) {
      if (growsBeyondSelf(evaluate)) continue;
      expectSame(evaluate);
      expectSame(gradientOf(evaluate));
    }
  });
});

/** A result of a larger shape cannot be written into the argument. */
function growsBeyondSelf(evaluate: Evaluate): boolean {
  try {
    evaluate(null);
    return false;
  } catch (error) {
    if (error instanceof Error && error.message.includes("doesn't match the broadcast shape")) return true;
    throw error;
  }
}
