/** Ended runs and snapshots for the tests of this folder. */
import { planRun } from '../../../../src/exercises/plan.ts';
import { readBlocks } from '../../../../src/exercises/blocks.ts';
import type { Overrides } from '../../../../src/exercises/model.ts';
import { snapshotOf, type Snapshot } from '../../../../src/editor/history/snapshot.ts';
import type { Real, RunEvent, RunStatus } from '../../../../src/training/protocol/protocol.ts';
import { reduce } from '../../../../src/run-model/reduce.ts';
import { EMPTY_STATE, type PanelState } from '../../../../src/run-model/state.ts';

export const CODE = `# %% Set-up
import torch
noise = 0.01

# %% [3.4.6] Learning rates
model = Model(lr=0.03)
data = Data(w=[2, -3.4])
trainer.fit(model, data)
`;

/** What a run of the exercise in `code` executes. */
export function snapshot(code = CODE, overrides: Overrides = {}, seed = 0): Snapshot {
  const blocks = readBlocks(code, 'python', '/w/book.py');
  return snapshotOf(planRun(blocks, { exercise: '3.4.6' }), overrides, seed);
}

export interface Ended {
  readonly losses?: readonly Real[];
  readonly difference?: readonly Real[];
  readonly status?: RunStatus;
}

/** A state in which a run has ended; no losses: it fitted nothing. */
export function endedState({
  losses = [2, 1],
  difference = [0.5, -1.5],
  status = 'ok',
}: Ended = {}): PanelState {
  const fit: RunEvent[] = [
    { type: 'fitStarted', run: 1, fit: 0, model: 'Model', epochs: 3 },
    {
      type: 'points',
      run: 1,
      fit: 0,
      curves: [{ label: 'train_loss', points: losses.map((loss, index): [number, Real] => [index, loss]) }],
    },
    {
      type: 'fitEnded',
      run: 1,
      fit: 0,
      epochs: 3,
      weights: [{ name: 'w', shape: [2], learned: [2.5, -4.9], true: [2, -3.4], difference }],
    },
  ];
  const events: RunEvent[] = [
    { type: 'started', run: 1, seed: 0 },
    ...(losses.length === 0 ? [] : fit),
    {
      type: 'ended',
      run: 1,
      status,
      backend: 'js',
      operations: { js: 1, wasm: 0, tensorflow: 0 },
      milliseconds: 8,
      displayed: null,
      outputDropped: 0,
      error: null,
    },
  ];
  return events.reduce(reduce, EMPTY_STATE);
}
