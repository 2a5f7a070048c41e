/** Engines beside each other, made up: what the panel's pictures and tests show of them. */

import { compareResults, type ComparedResult } from '../../src/compare/compare.ts';
import type { ComparedSide, EngineComparison } from '../../src/run-model/engine-comparison.ts';
import { pastFits } from '../../src/run-model/history.ts';
import type { PanelState } from '../../src/run-model/state.ts';
import { ERROR, FRESH, after, ended, fitEvents, started } from './fake-feed.ts';

const PYTORCH = 'PyTorch 2.9.0, Python 3.11';
const VERSION = { place: 'process', torch: '2.9.0+cpu', python: '3.11.9', cuda: null, d2l: '1.0.3' } as const;
const UNSUPPORTED = {
  ...ERROR,
  type: 'AttributeError',
  message: 'D2L Exercises does not support torch.fft.hfft2',
};

const trained = (): PanelState => after([started(), ...fitEvents(), ended()]);

const side = (name: string, milliseconds: number, printed: readonly string[]): ComparedSide => ({
  name,
  status: 'ok',
  milliseconds,
  fits: pastFits(trained().results.fits),
  printed,
  error: null,
});

/** Two runs that printed so. */
export function comparisonOf(one: readonly string[], other: readonly string[]): EngineComparison {
  const result = (printed: readonly string[]): ComparedResult => ({
    status: 'ok',
    error: null,
    stdout: printed.join('\n'),
    displayed: null,
    fits: [],
    figures: [],
  });
  return {
    status: 'done',
    problem: null,
    sides: [side('Built in', 41, one), side(PYTORCH, 2350, other)],
    comparison: compareResults(result(one), result(other)),
  };
}

export const ENGINES: Readonly<Record<string, () => PanelState>> = {
  'on-pytorch': () => ({
    ...after([
      { type: 'started', run: 1, seed: 0, pytorch: VERSION },
      ...fitEvents(),
      ended({ backend: 'pytorch', milliseconds: 812 }),
    ]),
    engine: { kind: 'python', name: PYTORCH },
  }),
  outgrown: () => ({
    ...after([started(), ended({ status: 'error', error: UNSUPPORTED })]),
    pytorchOffer: PYTORCH,
  }),
  comparing: () => ({
    ...FRESH,
    engineComparison: {
      status: 'running',
      problem: null,
      sides: [
        side('Built in', 41, []),
        { ...side(PYTORCH, 0, []), status: null, milliseconds: null, fits: [] },
      ],
      comparison: null,
    },
  }),
  agreed: () => ({ ...trained(), engineComparison: comparisonOf(['loss 0.5'], ['loss 0.5']) }),
  parted: () => ({
    ...trained(),
    engineComparison: comparisonOf(['first', 'loss 0.5', 'end'], ['first', 'loss 0.75', 'end']),
  }),
};
