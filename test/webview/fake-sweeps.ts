/** Sweeps of a learning rate in all their states, made up: the loss of plain descent on a parabola, computed. */

import { sweepCurves, type Sweep, type SweepRun } from '../../src/run-model/sweep.ts';
import type { PanelState } from '../../src/run-model/state.ts';
import type { Real } from '../../src/training/protocol/protocol.ts';
import { FRESH, after, ended, fitEvents, started } from './fake-feed.ts';

const KEY = 'LinearRegressionScratch.lr';
const VALUES = [0.0003, 0.003, 0.03, 0.3, 1.5, 2.5];
const LAMBDA = 1.07;
const EPOCHS = 8;
const STEPS = 10;
const LARGEST_FLOAT32 = 3.4e38;

function real(value: number): Real {
  return Math.abs(value) < LARGEST_FLOAT32 ? value : 'inf';
}

/** Of `(1 - lr λ)²` per step; the seed shifts where it begins. */
function lossAt(lr: number, epoch: number, seed: number): Real {
  const rate = (1 - lr * LAMBDA) ** 2;
  return real((8 + seed) * rate ** (STEPS * epoch) + 5e-5);
}

function sweepRun(at: number, seed: number): SweepRun {
  const lr = VALUES[at]!;
  const points = [...Array(EPOCHS).keys()].map((epoch): [number, Real] => [
    epoch + 1,
    lossAt(lr, epoch + 1, seed),
  ]);
  const curves = sweepCurves({
    model: 'LinearRegressionScratch',
    epochs: EPOCHS,
    curves: { train_loss: points, val_loss: points },
    weights: [],
  });
  const diverged = curves[0]?.diverged ?? null;
  const value = points.at(-1)![1];
  return {
    at,
    seed,
    status: 'ok',
    milliseconds: 11 + at,
    error: null,
    losses: ['train_loss', 'val_loss'].map((label) => ({ label, value, diverged })),
    unit: 'epoch',
    weightError: typeof value === 'number' ? Math.sqrt(value) : 'inf',
    stability: lr > 2 / LAMBDA ? { lambdaMax: LAMBDA, limit: 2 / LAMBDA, learningRate: lr } : null,
    curves,
  };
}

const RUNS = VALUES.flatMap((_, at) => [0, 1, 2].map((seed) => sweepRun(at, seed)));

const SWEEP: Sweep = {
  key: KEY,
  element: null,
  values: VALUES,
  seeds: 3,
  id: 1,
  status: 'done',
  runs: RUNS,
  milliseconds: 812,
  threads: 2,
  problem: null,
  outdated: false,
};

const FAILED: SweepRun = {
  ...sweepRun(2, 1),
  status: 'error',
  error: 'ValueError: the batch size must be at least 1',
  losses: [],
  weightError: null,
  curves: [],
};

function withSweep(change: Partial<Sweep>, state: Partial<PanelState> = {}): () => PanelState {
  return () => ({
    ...after([started(), ...fitEvents(), ended()], FRESH),
    sweep: { ...SWEEP, ...change },
    ...state,
  });
}

/** States by name. */
export const SWEEPS: Readonly<Record<string, () => PanelState>> = {
  'sweep form': () => ({ ...FRESH, sweepForm: KEY }),
  'sweep running': withSweep({ status: 'running', runs: RUNS.slice(0, 5), milliseconds: null }),
  'sweep done': withSweep({}, { sweepForm: KEY }),
  'sweep stopped': withSweep({ status: 'stopped', runs: RUNS.slice(0, 7), outdated: true }),
  'sweep with an error': withSweep({ runs: RUNS.map((run, index) => (index === 7 ? FAILED : run)) }),
  'sweep failed': withSweep({
    status: 'failed',
    runs: [],
    milliseconds: 3,
    threads: null,
    problem: 'The engine could not be started: out of memory.',
  }),
};
