import { describe, expect, it } from 'vitest';
import { dirichletGradient, gammaGradient } from '../../../src/training/backend/js/drawn-gradients.ts';
import { gammainc } from '../../../src/training/backend/js/incomplete-gamma.ts';
import { lgamma } from '../../../src/training/backend/js/special.ts';

/** PyTorch's tests ask as much of its approximations. */
const RELATIVE_ERROR = 0.005;

/** Minus the derivative of the distribution function by the concentration, over the density. */
function exactGammaGradient(a: number, x: number): number {
  const step = 1e-5 * a;
  const slope = (gammainc(a + step, x) - gammainc(a - step, x)) / (2 * step);
  return -slope / Math.exp((a - 1) * Math.log(x) - x - lgamma(a));
}

describe('gradients of drawn numbers', () => {
  const gammas = [0.2, 0.9, 1.5, 4, 7.9, 9, 30].flatMap((a) =>
    [0.3, 0.7, 0.95, 1.05, 1.3, 2].map((share): [number, number] => [a, a * share]),
  );
  it.each(gammas)('a gamma variable of concentration %d at %d', (a, x) => {
    const exact = exactGammaGradient(a, x);
    expect(Math.abs(gammaGradient(a, x) - exact)).toBeLessThan(RELATIVE_ERROR * Math.abs(exact));
  });

  // Of two concentrations (1, b) the share is distributed as 1 - (1 - x)^b; by the other (a, 1) as x^a.
  it.each([
    [0.1, 2],
    [0.5, 1],
    [0.9, 4],
  ])('the share %d of a concentration %d beside one of 1', (x, a) => {
    const exact = (-x * Math.log(x)) / a / (1 - x);
    expect(Math.abs(dirichletGradient(x, a, a + 1) - exact)).toBeLessThan(RELATIVE_ERROR * exact);
  });
});
