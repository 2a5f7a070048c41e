import { describe, expect, it } from 'vitest';
import { outcomeOf, problemOf, type Outcome } from '../../../src/sweep/outcome.ts';
import { bestRow, seedsChangeNothing, sweepRows, tellingLabel } from '../../../src/sweep/rows.ts';
import type { FitSummary, Real, RunResult } from '../../../src/training/protocol/protocol.ts';

function fit(curves: FitSummary['curves'], more: Partial<FitSummary> = {}): FitSummary {
  return { model: 'Model', epochs: 3, curves, weights: [], ...more };
}

function result(fits: readonly FitSummary[], more: Partial<RunResult> = {}): RunResult {
  return {
    type: 'ended',
    run: 1,
    status: 'ok',
    backend: 'js',
    operations: { tensorflow: 0, wasm: 0, js: 1 },
    milliseconds: 10,
    displayed: null,
    outputDropped: 0,
    error: null,
    stdout: '',
    figures: [],
    advice: [],
    fits,
    ...more,
  };
}

function ended(value: Real, more: Partial<RunResult> = {}): Outcome {
  return outcomeOf(result([fit({ train_loss: [[1, 5]], val_loss: [[1, value]] })], more));
}

const WEIGHT = { name: 'w', shape: [2], learned: [1, 2], true: [2, 2.5] };

describe('an outcome', () => {
  it('is where the curves of the last fit ended, and its largest weight error', () => {
    const last = fit(
      {
        train_loss: [
          [0.5, 4],
          [1, 2],
        ],
      },
      { weights: [{ ...WEIGHT, difference: [-1, -0.5] }] },
    );
    expect(outcomeOf(result([fit({ train_loss: [[1, 9]] }), last]))).toMatchObject({
      losses: [{ label: 'train_loss', value: 2, diverged: null }],
      weightError: 1,
      error: null,
    });
  });

  it('of a run without a fit has no numbers', () => {
    expect(outcomeOf(result([]))).toMatchObject({ losses: [], weightError: null });
  });

  it.each([
    [ended(1), null],
    [ended('inf'), 'diverged at epoch 1'],
    [ended(1, { status: 'stopped' }), 'stopped'],
    [ended(1, { status: 'timeout' }), 'time limit reached'],
    [
      ended(1, {
        status: 'error',
        error: { type: 'ValueError', message: 'no', line: 1, column: 1, traceback: '', frames: [] },
      }),
      'ValueError: no',
    ],
  ])('tells what went wrong', (outcome, text) => {
    expect(problemOf(outcome)).toBe(text);
  });

  it('gives the reason of a divergence where it is known', () => {
    const stability = { lambdaMax: 1.0753, limit: 1.86, learningRate: 2 };
    const diverged = fit(
      {
        train_loss: [
          [1, 5],
          [1.25, 'inf'],
          [1.5, 'nan'],
        ],
      },
      { stability },
    );
    expect(problemOf(outcomeOf(result([diverged])))).toBe('diverged at epoch 1.25: 2 is above 2/λmax = 1.86');
  });
});

describe('rows', () => {
  const rows = sweepRows(
    [0.1, 1, 10],
    [
      { at: 0, ...ended(2) },
      { at: 0, ...ended(4) },
      { at: 1, ...ended(1) },
      { at: 1, ...ended('inf') },
      { at: 2, ...ended('nan') },
    ],
  );

  it('have mean and spread of the runs with finite numbers', () => {
    expect(rows[0]?.losses[1]).toEqual({ label: 'val_loss', spread: { mean: 3, least: 2, most: 4 } });
    expect(rows[1]?.losses[1]?.spread).toEqual({ mean: 1, least: 1, most: 1 });
    expect(rows[2]?.losses[1]?.spread).toBeNull();
  });

  it('say what went wrong, and with how many seeds', () => {
    expect(rows.map(({ problems }) => problems.map(({ seeds }) => seeds))).toEqual([[], [1], [1]]);
  });

  it('count seeds that diverged at different epochs together', () => {
    const at = (epoch: number): Outcome => outcomeOf(result([fit({ train_loss: [[epoch, 'inf']] })]));
    const [row] = sweepRows(
      [1],
      [
        { at: 0, ...at(1) },
        { at: 0, ...at(2) },
      ],
    );
    expect(row?.problems).toEqual([{ text: 'diverged at epoch 1', seeds: 2 }]);
  });

  it('are told by the validation loss, the lowest is the best', () => {
    expect(tellingLabel(rows)).toBe('val_loss');
    expect(bestRow(rows, 'val_loss')?.value).toBe(1);
    expect(bestRow(rows, 'other')).toBeNull();
  });

  it('know when seeds change nothing', () => {
    expect(seedsChangeNothing(rows)).toBe(false);
    const same = sweepRows(
      [1],
      [
        { at: 0, ...ended(3) },
        { at: 0, ...ended(3) },
      ],
    );
    expect(seedsChangeNothing(same)).toBe(true);
    expect(seedsChangeNothing(sweepRows([1], [{ at: 0, ...ended(3) }]))).toBe(false);
  });
});
