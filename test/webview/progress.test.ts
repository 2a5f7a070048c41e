import { describe, expect, it } from 'vitest';
import type { PanelState } from '../../src/run-model/state.ts';
import { statusText } from '../../src/webview/ui/header/status-text.ts';
import { after, started } from './fake-feed.ts';

const training = (epochs: number, x: number, unit: 'epoch' | 'step' = 'epoch'): PanelState =>
  after([
    started(),
    { type: 'fitStarted', run: 1, fit: 0, model: 'Net', epochs, unit },
    { type: 'points', run: 1, fit: 0, curves: [{ label: 'loss', points: [[x, 1]] }] },
  ]);

describe('a run that goes on', () => {
  it('says the epoch of how many, the time so far and the time left', () => {
    expect(statusText(training(10, 2), 10_000).text).toBe('Running… epoch 2 of 10, 10 s, about 40 s left');
  });

  it('says no total and no time left where the total is not known', () => {
    expect(statusText(training(0, 120, 'step'), 90_000).text).toBe(
      'Running… step 120, 1 min 30 s, of how many is not known',
    );
  });

  it('says the steps of a loop whose range is known', () => {
    expect(statusText(training(200, 50, 'step'), 10_000).text).toBe(
      'Running… step 50 of 200, 10 s, about 30 s left',
    );
  });

  it('says the time before anything trains', () => {
    expect(statusText(after([started()]), 5000).text).toBe('Running… 5 s');
  });
});
