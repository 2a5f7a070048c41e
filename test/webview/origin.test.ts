import { describe, expect, it } from 'vitest';
import type { PanelParameter, PanelState, RunOrigin } from '../../src/run-model/state.ts';
import { originText } from '../../src/webview/ui/header/origin-text.ts';
import { ERROR, FRESH } from './fake-feed.ts';

const rate: PanelParameter = {
  key: 'lr',
  name: 'lr',
  group: '',
  kind: 'float',
  value: 0.3,
  override: null,
  line: 3,
  document: 'a.py',
};

function told(origin: Partial<RunOrigin> | null, state: Partial<PanelState> = {}): string {
  const lastGoodFrom: RunOrigin | null =
    origin === null ? null : { number: 3, status: 'ok', parameters: { lr: 0.03 }, ...origin };
  const results = { ...FRESH.results, error: ERROR };
  return originText({ ...FRESH, status: 'error', results, parameters: [rate], lastGoodFrom, ...state });
}

describe('which run dimmed results are of', () => {
  it('is told by its number and the values that are others now', () => {
    expect(told({})).toBe('Dimmed: from run 3, lr = 0.03, before this edit.');
    expect(told({ parameters: { lr: 0.03, n: 5 } })).toBe('Dimmed: from run 3, lr = 0.03, before this edit.');
  });

  it('is told by its rate where nothing is another', () => {
    expect(told({ parameters: { lr: 0.3, n: 5 } })).toBe('Dimmed: from run 3, lr = 0.3, before this edit.');
  });

  it('says how it ended, and what is known where it is not in the history', () => {
    expect(told({ status: 'stopped', number: null, parameters: {} })).toBe(
      'Dimmed: from an earlier run (stopped), before this edit.',
    );
    expect(told(null)).toBe('Dimmed: from the last run that brought a result, before this edit.');
  });

  it('blames no edit for a stop or an engine that failed', () => {
    expect(told({}, { status: 'stopped', results: FRESH.results })).toMatch(/before this run\.$/);
    const results = { ...FRESH.results, error: { ...ERROR, type: 'EngineError' } };
    expect(told({}, { results })).toMatch(/before this run\.$/);
  });
});
