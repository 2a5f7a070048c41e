/**
 * Made-up runs for developing and testing the panel without the engine. The numbers are computed (exponential decay with a
 * fixed generator's noise), so that they look like a fit and are the same each time.
 */

import type { PastRun } from '../../src/run-model/history.ts';
import { EMPTY_FIGURE } from '../../src/training/protocol/figure.ts';
import type {
  EndedMessage,
  Figure,
  FitEndedMessage,
  PointsMessage,
  RunError,
  RunEvent,
  Weight,
} from '../../src/training/protocol/protocol.ts';
import { reduce } from '../../src/run-model/reduce.ts';
import { EMPTY_STATE, type PanelParameter, type PanelState } from '../../src/run-model/state.ts';

export const DOCUMENT = '/workbook/linear-regression.py';

/** Uniform numbers in [-1, 1) from a linear congruential generator. */
function noise(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1664525 + 1013904223) % 4294967296;
    return state / 2147483648 - 1;
  };
}

function parameter(
  group: string,
  name: string,
  kind: PanelParameter['kind'],
  value: PanelParameter['value'],
  line: number,
): PanelParameter {
  const key = group === '' ? name : `${group}.${name}`;
  return { key, name, group, kind, value, override: null, line, document: DOCUMENT };
}

export const PARAMETERS: readonly PanelParameter[] = [
  { ...parameter('LinearRegressionScratch', 'lr', 'float', 0.03, 86), override: 0.1 },
  parameter('LinearRegressionScratch', 'sigma', 'float', 0.01, 86),
  parameter('SyntheticRegressionData', 'w', 'vector', [2, -3.4], 87),
  parameter('SyntheticRegressionData', 'b', 'float', 4.2, 87),
  parameter('SyntheticRegressionData', 'shuffle', 'boolean', true, 87),
  parameter('Trainer', 'max_epochs', 'integer', 5, 88),
  parameter('Trainer', 'device', 'string', 'cpu', 88),
];

/** An exercise that has not been run. */
export const FRESH: PanelState = {
  ...EMPTY_STATE,
  document: DOCUMENT,
  documentName: 'linear-regression.py',
  exercise: { id: '3.4.6', title: 'Learning rates', line: 84 },
  parameters: PARAMETERS,
};

export function started(run = 1): RunEvent {
  return { type: 'started', run, seed: 0 };
}

/** Two points of training and one of validation per epoch, as D2L's board draws them. */
export function pointsOfEpoch(epoch: number, fit = 0, run = 1, rate = 2.2): PointsMessage {
  const random = noise(epoch + 17 * fit + 1);
  const level = (x: number): number => 8 * Math.exp(-rate * x) + 5e-5 * (1 + 0.1 * random());
  return {
    type: 'points',
    run,
    fit,
    curves: [
      { label: 'train_loss', points: [0.5, 1].map((part) => [epoch + part, level(epoch + part)]) },
      { label: 'val_loss', points: [[epoch + 1, level(epoch + 1) * 1.05]] },
    ],
  };
}

export const WEIGHTS: readonly Weight[] = [
  {
    name: 'w',
    shape: [2, 1],
    learned: [1.99934, -3.39998],
    true: [2, -3.4],
    difference: [-0.00066, 0.00002],
  },
  { name: 'b', shape: [1], learned: [4.2002], true: [4.2], difference: [0.0002] },
];

export function fitEnded(fit = 0, run = 1, weights = WEIGHTS): FitEndedMessage {
  return { type: 'fitEnded', run, fit, epochs: 5, weights };
}

export function ended(change: Partial<EndedMessage> = {}): EndedMessage {
  return {
    type: 'ended',
    run: 1,
    status: 'ok',
    backend: 'js',
    operations: { js: 12480, wasm: 0, tensorflow: 0 },
    milliseconds: 7.9,
    displayed: null,
    outputDropped: 0,
    error: null,
    ...change,
  };
}

export function fitEvents(fit = 0, rate = 2.2): readonly RunEvent[] {
  return [
    { type: 'fitStarted', run: 1, fit, model: 'LinearRegressionScratch', epochs: 5 },
    ...[0, 1, 2, 3, 4].map((epoch) => pointsOfEpoch(epoch, fit, 1, rate)),
    fitEnded(fit),
  ];
}

export const PRINTED: RunEvent = {
  type: 'output',
  run: 1,
  stream: 'stdout',
  text: 'weight diff = tensor([[6.5517e-04, 2.1219e-05]], grad_fn=<AbsBackward0>)\nbias diff = tensor([0.0002], grad_fn=<AbsBackward0>)\n',
};

/** A training whose loss grows beyond the largest float32. */
export const DIVERGING: RunEvent = {
  type: 'points',
  run: 1,
  fit: 0,
  curves: [
    {
      label: 'train_loss',
      points: [
        [0.5, 12],
        [1, 8.1e4],
        [1.5, 6.2e11],
        [2, 4.4e27],
        [2.5, 'inf'],
        [3, 'nan'],
        [3.5, 'nan'],
      ],
    },
    {
      label: 'val_loss',
      points: [
        [1, 9.3e5],
        [2, 5e29],
        [3, 'nan'],
      ],
    },
  ],
};

export const NAN_WEIGHTS: readonly Weight[] = [
  { name: 'w', shape: [2, 1], learned: ['nan', 'nan'], true: [2, -3.4], difference: ['nan', 'nan'] },
  { name: 'b', shape: [1], learned: ['nan'], true: [4.2], difference: ['nan'] },
];

const LONG_LINE =
  "    trainer.fit(model, data)  # and this goes on for a while, further than a narrow panel's width";

export const ERROR: RunError = {
  type: 'RuntimeError',
  message:
    'Trying to backward through the graph a second time (or directly access saved tensors after they have already been freed).',
  line: 91,
  column: 5,
  traceback: `Traceback (most recent call last):\n  File "${DOCUMENT}", line 91, in <module>\n${LONG_LINE}\n    ^^^^^^^^^^^^^^^^^^^^^^^^\nRuntimeError: Trying to backward through the graph a second time`,
  frames: [{ document: DOCUMENT, line: 91, column: 5, endLine: 91, endColumn: 29, function: '<module>' }],
};

/** What the session says of a thread that ended by itself. */
export const CRASH: RunError = {
  type: 'EngineError',
  message: 'the engine ended by itself: out of memory',
  line: null,
  column: null,
  traceback: 'EngineError: the engine ended by itself: out of memory\n',
  frames: [],
};

export function pastRun(number: number, change: Partial<PastRun> = {}): PastRun {
  return {
    number,
    name: '',
    changes: [{ kind: 'parameter', name: 'lr', from: (3 * number) / 100, to: (3 * number + 3) / 100 }],
    status: 'ok',
    milliseconds: 7.9 * number,
    seed: 0,
    parameters: { lr: (3 * number + 3) / 100 },
    losses: [{ label: 'val_loss', value: 0.042 / number, diverged: null }],
    weightError: 0.19 / number,
    pinned: false,
    fits: [],
    ...change,
  };
}

/** Runs of which one diverged and is pinned, one has a name, one failed and one had its code changed. */
export const HISTORY: readonly PastRun[] = [
  pastRun(1, { changes: null, name: 'as in the book' }),
  pastRun(2, {
    changes: [
      { kind: 'lines', removed: ['loss = d2l.HuberLoss()'], added: ['loss = nn.MSELoss()'], more: 0 },
    ],
  }),
  pastRun(3, { status: 'error', losses: [], weightError: null, changes: [] }),
  pastRun(4, {
    losses: [{ label: 'val_loss', value: 'inf', diverged: [1.4, 'inf'] }],
    weightError: 'inf',
    pinned: true,
    fits: after([started(), ...fitEvents(0, 1)]).results.fits,
  }),
  pastRun(5),
];

const WAVES = [...Array(120).keys()].map((index) => 0.02 + index / 40);

export const PLANCK: Figure = {
  ...EMPTY_FIGURE,
  title: "Planck's law",
  xlabel: 'wavelength (µm)',
  ylabel: 'spectral energy',
  series: [
    {
      kind: 'line',
      label: 'law',
      x: WAVES,
      y: WAVES.map((x) => 3 / (x ** 5 * (Math.exp(2.4 / x) - 1))),
    },
    {
      kind: 'line',
      label: 'fitted',
      format: 'r--',
      x: WAVES,
      y: WAVES.map((x) => 2.9 / (x ** 5 * (Math.exp(2.38 / x) - 1))),
    },
    {
      kind: 'scatter',
      label: 'measured',
      format: 'ko',
      x: [0.3, 0.6, 0.9, 1.4, 2],
      y: [0.4, 0.75, 0.41, 0.13, 0.04],
    },
  ],
};

export const BARS: Figure = {
  ...PLANCK,
  title: '',
  xlabel: 'batch size',
  ylabel: 'error',
  series: [{ kind: 'bar', label: 'error', x: [1, 2, 3, 4], y: [0.4, -0.1, 0.2, 0.3] }],
};

export const IMAGE: Figure = {
  ...PLANCK,
  title: 'features',
  series: [
    {
      kind: 'image',
      label: '',
      x: [],
      y: [...Array(16 * 12).keys()].map((index) => Math.sin(index / 7)),
      columns: 16,
    },
  ],
};

/** The state after these events. */
export function after(events: readonly RunEvent[], from: PanelState = FRESH): PanelState {
  return events.reduce(reduce, from);
}
