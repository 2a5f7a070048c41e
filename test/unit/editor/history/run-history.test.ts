import { describe, expect, it } from 'vitest';
import { RunHistory, type StoredHistory } from '../../../../src/editor/history/run-history.ts';
import { historyCsv, historyJson } from '../../../../src/editor/history/history-text.ts';
import { MAX_PINNED, MAX_RUNS } from '../../../../src/run-model/history.ts';
import { CODE, endedState, snapshot } from './runs.ts';

const withRate = (lr: number) => snapshot(CODE, { 'Model.lr': lr });

function historyOf(...rates: number[]): RunHistory {
  const history = new RunHistory();
  for (const lr of rates) history.add(endedState(), withRate(lr), false);
  return history;
}

describe('the history of an exercise', () => {
  it('numbers its runs and tells what changed', () => {
    const { runs } = historyOf(0.03, 2);
    expect(runs.map(({ number, changes }) => [number, changes])).toEqual([
      [1, null],
      [2, [{ kind: 'parameter', name: 'lr', from: 0.03, to: 2 }]],
    ]);
    expect(runs[1]).toMatchObject({
      status: 'ok',
      milliseconds: 8,
      losses: [{ label: 'train_loss', value: 1, diverged: null }],
      weightError: 1.5,
      parameters: { lr: 2, noise: 0.01 },
    });
  });

  it('keeps where a run became infinite or NaN', () => {
    const history = new RunHistory();
    history.add(endedState({ losses: [1, 'inf'], difference: [1, 'nan'] }), snapshot(), false);
    expect(history.runs[0]).toMatchObject({
      losses: [{ value: 'inf', diverged: [1, 'inf'] }],
      weightError: 'nan',
    });
  });

  it('leaves out what failed before it fitted anything', () => {
    const history = new RunHistory();
    expect(history.add(endedState({ losses: [], status: 'error' }), snapshot(), false)).toBe(false);
    expect(history.add(endedState({ status: 'stopped' }), snapshot(), false)).toBe(true);
    expect(history.runs.map(({ status }) => status)).toEqual(['stopped']);
  });

  it('takes the runs of one movement of a control for one', () => {
    const history = historyOf(0.03);
    for (const lr of [0.1, 0.5, 0.9]) history.add(endedState(), withRate(lr), true);
    history.add(endedState(), withRate(1), false);
    history.add(endedState(), withRate(2), false);
    expect(history.runs.map(({ number, parameters }) => [number, parameters['lr']])).toEqual([
      [1, 0.03],
      [2, 1],
      [3, 2],
    ]);
    expect(history.runs[1]?.changes).toEqual([{ kind: 'parameter', name: 'lr', from: 0.03, to: 1 }]);
  });

  it('keeps the run at which a control came to rest', () => {
    const history = historyOf(0.03);
    history.add(endedState(), withRate(0.1), true);
    history.settle();
    history.add(endedState(), withRate(1), true);
    expect(history.runs.map(({ parameters }) => parameters['lr'])).toEqual([0.03, 0.1, 1]);
  });

  it('is bounded; pinned runs stay', () => {
    const history = historyOf(0);
    history.pin(1, true);
    for (let run = 1; run <= MAX_RUNS + 10; run += 1) history.add(endedState(), withRate(run), false);
    expect(history.runs).toHaveLength(MAX_RUNS);
    expect(history.runs[0]?.number).toBe(1);
    expect(history.runs[1]?.number).toBe(13);
  });

  it('gives the panel the curves of pinned runs only, and frees the oldest pin beyond the bound', () => {
    const history = historyOf(1, 2, 3, 4, 5, 6);
    for (let number = 1; number <= MAX_PINNED + 1; number += 1) history.pin(number, true);
    expect(history.shown.filter(({ pinned }) => pinned).map(({ number }) => number)).toEqual([2, 3, 4, 5]);
    expect(history.shown.map(({ fits }) => fits.length)).toEqual([0, 1, 1, 1, 1, 0]);
    expect(history.runs.every(({ fits }) => fits.length === 1)).toBe(true);
  });

  it('comes back from the storage and goes on from there', () => {
    const history = historyOf(0.03, 2);
    history.rename(2, '  too fast ');
    const back = new RunHistory(JSON.parse(JSON.stringify(history.stored)) as StoredHistory);
    back.add(endedState(), withRate(1), false);
    expect(back.runs[1]?.name).toBe('too fast');
    expect(back.runs[2]).toMatchObject({
      number: 3,
      changes: [{ kind: 'parameter', name: 'lr', from: 2, to: 1 }],
    });
    back.clear();
    expect(back.runs).toEqual([]);
  });
});

describe('exports', () => {
  it('write one line of CSV per run, with what spreadsheets would misread quoted', () => {
    const history = historyOf(0.03, 2);
    history.rename(2, '=a, "b"');
    const [heading, first, second, end] = historyCsv(history.runs).split('\r\n');
    expect(heading).toBe('run,name,changed,status,milliseconds,seed,train_loss,weight_error,lr,w,noise');
    expect(first).toBe('1,,,ok,8,0,1,1.5,0.03,2 -3.4,0.01');
    expect(second).toBe(`2,"'=a, ""b""",lr 0.03 -> 2,ok,8,0,1,1.5,2,2 -3.4,0.01`);
    expect(end).toBe('');
  });

  it('write all there is as JSON', () => {
    const { runs } = historyOf(0.03);
    expect(JSON.parse(historyJson(runs))).toEqual({ format: 'd2l-exercises runs', version: 1, runs });
  });
});
