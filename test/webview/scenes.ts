/** The panel's designed states by name, made up: what its pictures and the checks on accessibility go through. */

import type { RunEvent } from '../../src/training/protocol/protocol.ts';
import { EMPTY_STATE, type PanelState } from '../../src/run-model/state.ts';
import {
  BARS,
  CRASH,
  DIVERGING,
  ERROR,
  FRESH,
  HISTORY,
  IMAGE,
  NAN_WEIGHTS,
  PLANCK,
  PRINTED,
  after,
  ended,
  fitEnded,
  fitEvents,
  started,
} from './fake-feed.ts';
import { SWEEPS } from './fake-sweeps.ts';
import { SOLVED, UNSOLVED } from './fake-verdicts.ts';
import { CROWDED } from './crowded-scenes.ts';
import { ENGINES } from './engine-scenes.ts';
import { GRAPHS } from './graph-scenes.ts';
import { NETWORKS } from './network-scenes.ts';

export const SCENES: Readonly<Record<string, () => PanelState>> = {
  nothing: () => EMPTY_STATE,
  fresh: () => FRESH,
  starting: () => ({ ...FRESH, status: 'starting' }),
  running: () => after([started(), ...fitEvents().slice(0, 4)]),
  ok: () => after([started(), ...fitEvents(), PRINTED, ended()]),
  again: () => after([started(2), ...fitEvents().slice(0, 1)], SCENES['ok']!()),
  stopped: () => after([started(), ...fitEvents().slice(0, 3), ended({ status: 'stopped' })]),
  timeout: () =>
    after([started(), ...fitEvents().slice(0, 3), ended({ status: 'timeout', milliseconds: 60_012 })]),
  restricted: () => ({
    ...FRESH,
    status: 'restricted',
    note: 'This window is restricted: exercises run once you trust the workspace.',
  }),
  crashed: () => after([started(), ...fitEvents().slice(0, 3), ended({ status: 'error', error: CRASH })]),
  restarting: () => ({ ...SCENES['crashed']!(), status: 'starting' }),
  unsolved: () => ({ ...SCENES['ok']!(), verdict: UNSOLVED }),
  solved: () => ({ ...SCENES['ok']!(), verdict: SOLVED }),
  compared: () => ({ ...SCENES['ok']!(), history: HISTORY }),
  diverged: () => {
    const begun = fitEvents().slice(0, 1);
    return after([
      started(),
      ...begun,
      DIVERGING,
      fitEnded(0, 1, NAN_WEIGHTS),
      ended({ milliseconds: 1234 }),
    ]);
  },
  error: () =>
    after([started(), ...fitEvents().slice(0, 3), PRINTED, ended({ status: 'error', error: ERROR })]),
  unparsed: () => {
    const good = after([started(), ...fitEvents(), PRINTED, ended()]);
    const error = { ...ERROR, type: 'SyntaxError', message: "'(' was never closed", traceback: '' };
    return after([started(2), ended({ run: 2, status: 'error', error })], good);
  },
  fits: () =>
    after([
      started(),
      ...[0.3, 0.9, 1.6, 3].flatMap((rate, fit) => fitEvents(fit, rate)),
      { type: 'figure', run: 1, figure: PLANCK },
      ended(),
    ]),
  figures: () =>
    after([
      started(),
      ...[PLANCK, BARS, IMAGE].map((figure): RunEvent => ({ type: 'figure', run: 1, figure })),
      { type: 'output', run: 1, stream: 'displayed', text: 'tensor(0.0061)' },
      ended(),
    ]),
  'fits side by side': () => SCENES['fits']!(),
  ...SWEEPS,
  ...CROWDED,
  ...NETWORKS,
  ...GRAPHS,
  ...ENGINES,
};
