import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { declarations } from '../../../src/training/autograd/operations/index.ts';
import { closeScope, openScope } from '../../../src/training/tensor/scope.ts';
import type { Declaration } from '../../../src/training/autograd/operation.ts';
import type { Sample } from './arguments.ts';
import {
  evaluation,
  gradientByDifferences,
  gradientByTape,
  gradientOf,
  valuesOf,
  type Evaluate,
  type Form,
} from './finite-differences.ts';
import { ownSamples, tried } from './samples.ts';

/** What they show depends on how the elements lie in memory: where those lie otherwise PyTorch refuses, or shows others. */
const NEEDS_ROW_MAJOR: ReadonlySet<string> = new Set([
  'take_along_dim',
  '_view',
  'view',
  'view_as',
  'view_copy',
  'as_strided',
  'as_strided_copy',
  '_unsafe_view',
  // Draws in the order of its argument in memory.
  'dropout',
]);

/** They read one triangle of a matrix; the gradient has both triangles, as PyTorch defines it. */
const TAKEN_FOR_SYMMETRIC: ReadonlySet<string> = new Set([
  '_from_lower',
  'linalg_cholesky',
  'linalg_cholesky_ex',
  'cholesky',
  'cholesky_inverse',
  'cholesky_solve',
  '_cholesky_solve',
  'linalg_eigh',
  'linalg_eigvalsh',
]);

/** Their gradients are PyTorch's, which are not those of the function, or of what the same random numbers would have drawn. */
const NOT_THE_DERIVATIVE: ReadonlySet<string> = new Set([
  'as_strided_scatter',
  '_standard_gamma',
  '_sample_dirichlet',
  // Their moments have no gradient.
  'native_layer_norm',
  'native_batch_norm',
]);

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

const evaluations = (declaration: Declaration, samples: readonly Sample[], form: Form): Evaluate[] =>
  samples.map((sample) => evaluation(declaration, sample, form));

let mark = 0;
beforeEach(() => {
  mark = openScope();
});
afterEach(() => {
  closeScope(mark);
});

describe('every operation with a gradient', () => {
  it('has a sample of its arguments, and every sample an operation', () => {
    expect(tried.filter(([, , samples]) => samples.length === 0).map(([entry]) => entry)).toEqual([]);
    expect(Object.keys(ownSamples).filter((entry) => !declarations.has(entry))).toEqual([]);
  });

  const smooth = tried.filter(([entry]) => !TAKEN_FOR_SYMMETRIC.has(entry) && !NOT_THE_DERIVATIVE.has(entry));
  it.each(smooth)('%s has the gradient that differences give', (_entry, declaration, samples) => {
    for (const evaluate of evaluations(declaration, samples, 'new result')) expectSame(evaluate);
  });

  it.each(smooth)('%s has the second derivative that differences give', (_entry, declaration, samples) => {
    for (const evaluate of evaluations(declaration, samples, 'new result')) expectSame(gradientOf(evaluate));
  });

  const anyLayout = smooth.filter(([entry]) => !NEEDS_ROW_MAJOR.has(entry));
  it.each(anyLayout)(
    '%s gives the same for arguments that lie otherwise in memory',
    (_entry, declaration, samples) => {
      const straight = evaluations(declaration, samples, 'new result');
      evaluations(declaration, samples, 'transposed arguments').forEach((evaluate, i) => {
        const expected = straight[i] as Evaluate;
        expect(evaluate(null).results.map(valuesOf)).toEqual(expected(null).results.map(valuesOf));
        expectSame(evaluate);
        expect(gradientByTape(gradientOf(evaluate))).toEqual(gradientByTape(gradientOf(expected)));
      });
    },
  );

  const inPlace = tried.filter(([, { applyInPlace }]) => applyInPlace !== null);
  it.each(inPlace)(
    '%s has the same gradients when it changes its argument',
    (_entry, declaration, samples) => {
      for (const evaluate of evaluations(declaration, samples, 'in place')) {
        if (growsBeyondSelf(evaluate)) continue;
        expectSame(evaluate);
        expectSame(gradientOf(evaluate));
      }
    },
  );
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
