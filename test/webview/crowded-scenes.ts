/** Made-up states that hold much: many weights, matrices, a surface, long names, long tracebacks, fifty past runs. */

import type { PastRun } from '../../src/run-model/history.ts';
import type {
  EpochWeight,
  RunError,
  RunEvent,
  Surface,
  Weight,
} from '../../src/training/protocol/protocol.ts';
import type { PanelState } from '../../src/run-model/state.ts';
import {
  DOCUMENT,
  ERROR,
  PARAMETERS,
  PRINTED,
  WEIGHTS,
  after,
  ended,
  fitEnded,
  fitEvents,
  pastRun,
  started,
} from './fake-feed.ts';

function weight(name: string, shape: readonly number[], truth: (index: number) => number): Weight {
  const size = shape.reduce((product, length) => product * length, 1);
  const values = [...Array(size).keys()].map(truth);
  const difference = values.map((_, index) => 0.02 * Math.sin(7 * index));
  return {
    name,
    shape,
    learned: values.map((value, index) => value + difference[index]!),
    true: values,
    difference,
  };
}

function learnedAlone({ name, shape, learned }: Weight): Weight {
  return { name, shape, learned, true: null, difference: null };
}

function afterFit(weights: readonly Weight[], ...more: readonly RunEvent[]): () => PanelState {
  return () => after([started(), ...fitEvents().slice(0, -1), fitEnded(0, 1, weights), ...more, ended()]);
}

const EPOCHS = [...Array(30).keys()];

/** Descent to (2, 4.2) in a bowl that is four times as steep in `b`. */
const WAY = EPOCHS.map((epoch): readonly [number, number] => [
  2 - 2 * 0.85 ** epoch,
  4.2 - 4.2 * 0.6 ** epoch,
]);

function pathEvents(): readonly RunEvent[] {
  return WAY.map(([w, b], epoch): RunEvent => {
    const entry = (name: string, learned: number, truth: number): EpochWeight => ({
      name,
      shape: [1],
      learned: [learned],
      difference: [learned - truth],
      gradient: epoch === 0 ? null : 2 * Math.abs(learned - truth) + 0.01,
    });
    return { type: 'weights', run: 1, fit: 0, epoch, weights: [entry('w', w, 2), entry('b', b, 4.2)] };
  });
}

function surface(): Surface {
  const x = [...Array(25).keys()].map((index) => -1 + index * 0.2);
  const y = [...Array(25).keys()].map((index) => -1 + index * 0.3);
  const loss = y.flatMap((b) => x.map((w) => (w - 2) ** 2 + 4 * (b - 4.2) ** 2));
  return { names: ['w', 'b'], x, y, loss, path: WAY, true: [2, 4.2], random: false };
}

const LONG = 'a_learning_rate_whose_name_goes_on_and_on_as_some_do_in_generated_code';

const LONG_ERROR: RunError = {
  ...ERROR,
  traceback: [
    'Traceback (most recent call last):',
    ...[...Array(40).keys()].flatMap((index) => [
      `  File "${DOCUMENT}", line ${String(index + 1)}, in step_${String(index)}`,
      `    return step_${String(index + 1)}(model, data, learning_rate=0.03, momentum=0.9, weight_decay=1e-4, nesterov=True)`,
    ]),
    'RecursionError: maximum recursion depth exceeded',
  ].join('\n'),
  type: 'RecursionError',
  message: 'maximum recursion depth exceeded',
};

const FIFTY: readonly PastRun[] = [...Array(50).keys()].map((index) => pastRun(index + 1));

const PINNED: readonly PastRun[] = [1, 0.6, 1.4, 3].map((rate, index) =>
  pastRun(index + 1, {
    name: index === 1 ? 'the one whose name a learner has made as long as a name may well be, sixty' : '',
    pinned: true,
    fits: after([started(), ...fitEvents(0, rate)]).results.fits,
  }),
);

/** States by name. */
export const CROWDED: Readonly<Record<string, () => PanelState>> = {
  'many weights': afterFit([weight('w', [200, 1], (index) => Math.sin(index / 9)), WEIGHTS[1]!]),
  'some weights': afterFit([weight('w', [30, 1], (index) => 1000 * Math.sin(index / 9)), WEIGHTS[1]!]),
  matrices: afterFit([
    learnedAlone(weight('net.1.weight', [16, 24], (index) => Math.sin(index / 5))),
    learnedAlone(weight('net.1.bias', [16], (index) => index / 16)),
    learnedAlone(weight('net.3.weight', [4, 16], (index) => Math.cos(index / 3))),
  ]),
  surface: afterFit([weight('w', [1], () => 2), weight('b', [1], () => 4.2)], ...pathEvents(), {
    type: 'surface',
    run: 1,
    fit: 0,
    surface: surface(),
  }),
  'long names': () => ({
    ...afterFit([weight(`net.${LONG}.weight`, [2, 1], (index) => index), WEIGHTS[1]!], PRINTED)(),
    documentName: `${LONG}_of_the_chapter_on_linear_regression.py`,
    exercise: { id: '3.4.6', title: `Learning rates, and what ${LONG} does to them`, line: 84 },
    parameters: [
      ...PARAMETERS,
      { ...PARAMETERS[0]!, key: LONG, name: LONG, group: 'AModelOfWhichTheClassNameIsLongEnoughToWrapTwice' },
      { ...PARAMETERS[3]!, key: 'x', name: 'x', value: 123456789.125, override: -1.5e-12 },
      { ...PARAMETERS[2]!, key: 'v', name: 'v', value: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12] },
    ],
  }),
  'large weights': afterFit([
    learnedAlone(weight('0.bias', [256], (index) => 0.3 * Math.sin(3 * index))),
    learnedAlone(weight('1.weight', [10, 256], (index) => 0.1 * Math.sin(index * index))),
    learnedAlone(weight('1.bias', [10], (index) => index / 100)),
  ]),
  'side by side': () => {
    const state = afterFit(WEIGHTS)();
    const [fits, code] = [state.results.fits, { template: 'a', written: {} }];
    const history = [
      pastRun(1, { changes: null, fits, code, parameters: { lr: 0.03, max_epochs: 5 } }),
      pastRun(2, { changes: [], fits, code, parameters: { lr: 0.03, max_epochs: 5 } }),
      pastRun(3, { changes: [], fits, code, parameters: { lr: 0.03, max_epochs: 5 } }),
      pastRun(4, { fits, code, parameters: { lr: 0.15, max_epochs: 5 } }),
    ];
    return { ...state, history, compared: [3, 4] };
  },
  'long traceback': () =>
    after([started(), ...fitEvents().slice(0, 3), ended({ status: 'error', error: LONG_ERROR })]),
  'fifty runs': () => ({ ...afterFit(WEIGHTS)(), history: FIFTY }),
  'four pins': () => ({ ...afterFit(WEIGHTS)(), history: PINNED }),
  kept: () => ({
    ...afterFit(WEIGHTS, PRINTED)(),
    note: 'Kept from an earlier session: the code has changed since this run.',
  }),
};
