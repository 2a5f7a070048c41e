/** Special functions to nearly all digits of float64: the values are those of mpmath with 25 digits. */
import { describe, expect, it } from 'vitest';
import { airyAi } from '../../../src/training/backend/js/airy.ts';
import * as bessel from '../../../src/training/backend/js/bessel.ts';
import { erfcx, logNdtr, ndtri } from '../../../src/training/backend/js/error-function.ts';
import { gammainc, gammaincc } from '../../../src/training/backend/js/incomplete-gamma.ts';
import { zeta } from '../../../src/training/backend/js/special.ts';

const FUNCTIONS: Readonly<Record<string, (...args: number[]) => number>> = {
  ...bessel,
  airyAi,
  erfcx,
  logNdtr,
  ndtri,
  gammainc,
  gammaincc,
  zeta,
};

const VALUES: readonly (readonly [string, readonly number[], number])[] = [
  ['besselJ0', [8], 0.1716508071375539],
  ['besselJ1', [-1.5], -0.5579365079100996],
  ['besselY0', [0.3], -0.8072735778045195],
  ['besselY1', [14.5], -0.08104209092873875],
  ['besselI0', [20], 43558282.559553534],
  ['besselI1e', [60], 0.05117963018902872],
  ['besselK0', [0.05], 3.11423402947199],
  ['besselK1e', [700], 0.04739618765349454],
  ['airyAi', [-12], -0.06655517505437313],
  ['airyAi', [-3.3], -0.41718093737455014],
  ['airyAi', [9], 2.47116843087249e-9],
  ['gammainc', [50, 49], 0.46210439360094024],
  ['gammaincc', [0.3, 11], 9.840699051552192e-7],
  ['zeta', [50, 20], 9.741288743603644e-66],
  ['zeta', [1.5, 0.25], 10.213055360466601],
  ['zeta', [3, -100.25], -62.01250410345885],
  ['zeta', [2, -1e9 - 0.5], 9.869604400089358],
  ['erfcx', [30], 0.01879588886141675],
  ['logNdtr', [-20], -203.91715537109727],
  ['ndtri', [1e-20], -9.262340089798407],
];

describe('special functions', () => {
  it.each(VALUES)('%s of %j', (name, args, value) => {
    expect(Math.abs(FUNCTIONS[name]!(...args) / value - 1)).toBeLessThan(5e-12);
  });

  it('adds no terms from minus infinity on', () => {
    expect(zeta(2, -Infinity)).toBe(Infinity);
  });
});
