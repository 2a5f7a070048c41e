/** Results of runs that tests compare. */

import type { ComparedResult } from '../../../src/compare/compare.ts';
import type { Figure, FitSummary } from '../../../src/training/protocol/protocol.ts';

export const FIT: FitSummary = {
  model: 'LinearRegression',
  epochs: 2,
  curves: {
    train_loss: [
      [0.5, 3],
      [1, 1.5],
    ],
    val_loss: [[1, 1.25]],
  },
  weights: [{ name: 'w', shape: [2], learned: [2, -3.4], true: null, difference: null }],
};

export const FIGURE = {
  series: [{ kind: 'line', label: 'f', x: [0, 1], y: [1, 'nan'] }],
} as unknown as Figure;

export const RESULT: ComparedResult = {
  status: 'ok',
  error: null,
  stdout: 'loss 0.5\ndone\n',
  displayed: 'tensor([1.0000, 2.0000])',
  fits: [FIT],
  figures: [FIGURE],
};

export const withError = (type: string, message: string): ComparedResult => ({
  ...RESULT,
  status: 'error',
  error: { type, message, line: 3, column: null, traceback: '', frames: [] },
});

/** The result with another value of its loss at the second point. */
export function withLoss(value: number): ComparedResult {
  const curves = {
    ...FIT.curves,
    train_loss: [
      [0.5, 3],
      [1, value],
    ] as const,
  };
  return { ...RESULT, fits: [{ ...FIT, curves }] };
}
