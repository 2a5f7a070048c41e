import { describe, expect, it } from 'vitest';
import { lensesOf } from '../../../src/editor/lenses.ts';
import { duration, outcomeText } from '../../../src/editor/outcomes.ts';
import { statusOf } from '../../../src/editor/status.ts';
import { readBlocks } from '../../../src/exercises/blocks.ts';
import type { Real, RunEvent } from '../../../src/training/protocol/protocol.ts';
import { reduce } from '../../../src/run-model/reduce.ts';
import { EMPTY_STATE, type PanelState } from '../../../src/run-model/state.ts';
import { WORKBOOK, endedMessage, english } from './sample.ts';

const blocks = readBlocks(WORKBOOK, 'python', 'book.py');
const started: RunEvent = { type: 'started', run: 1, seed: 0 };
const after = (...events: RunEvent[]): PanelState => events.reduce(reduce, EMPTY_STATE);
const points = (label: string, ...values: Real[]): RunEvent => ({
  type: 'points',
  run: 1,
  fit: 0,
  curves: [{ label, points: values.map((y, x) => [x, y]) }],
});

describe('CodeLenses', () => {
  it('stand above exercises and fits, not above set-up', () => {
    const lenses = lensesOf(blocks, () => undefined, english);
    expect(lenses.map(({ line, title }) => [line, title])).toEqual([
      [5, '$(play) Run D2L exercise 3.4.1'],
      [5, '$(debug-alt) Debug D2L exercise'],
      [8, '$(play) Run D2L exercise 3.4.6'],
      [8, '$(debug-alt) Debug D2L exercise'],
      [8, 'Run all above'],
    ]);
    const fit = readBlocks('trainer.fit(model, data)\n', 'python', 'a.py');
    expect(lensesOf(fit, () => undefined, english)[0]?.title).toBe('$(play) Run D2L exercise');
  });

  it('offer to stop what is running, and only that', () => {
    const state = after(started);
    const lenses = lensesOf(blocks, (block) => (block.exercise === '3.4.6' ? state : undefined), english);
    expect(lenses.map(({ title, command }) => [title, command])).toEqual([
      ['$(play) Run D2L exercise 3.4.1', 'd2l.runExercise'],
      ['$(debug-alt) Debug D2L exercise', 'd2l.debugExercise'],
      ['$(debug-stop) Stop', 'd2l.stop'],
    ]);
  });

  it('offer all above only where a run leaves some of it out', () => {
    const parts = readBlocks('# %% [3.4.8-1]\na\n# %% [3.4.8-2]\nb\n', 'python', 'a.py');
    expect(lensesOf(parts, () => undefined, english).map(({ command }) => command)).toEqual([
      'd2l.runExercise',
      'd2l.debugExercise',
      'd2l.runExercise',
      'd2l.debugExercise',
    ]);
  });

  it('offer a comparison once there are two runs', () => {
    const [past] = [{} as PanelState['history'][number]];
    const state = (history: PanelState['history']) => ({ ...after(started, endedMessage(1)), history });
    const commands = (history: PanelState['history']) =>
      lensesOf(blocks.slice(1, 2), () => state(history), english).map(({ command }) => command);
    const offers = ['d2l.runExercise', 'd2l.debugExercise'];
    expect(commands([past])).toEqual([...offers, 'd2l.openPanel']);
    expect(commands([past, past])).toEqual([...offers, 'd2l.openPanel', 'd2l.compareRuns']);
  });

  it('tell the values that are not the code’s, with the ways to make both agree, while it runs too', () => {
    const rate = { key: 'lr', name: 'lr', value: 0.7, override: 0.1 } as PanelState['parameters'][number];
    const lenses = (state: PanelState) =>
      lensesOf(blocks.slice(1, 2), () => ({ ...state, parameters: [rate] }), english).map(
        ({ title, command }) => [title, command],
      );
    const told = [
      ['runs with lr = 0.1, the code says 0.7', 'd2l.openPanel'],
      ['Apply', 'd2l.applyOverrides'],
      ['Reset', 'd2l.resetOverrides'],
    ];
    expect(lenses(after(started)).slice(1)).toEqual(told);
    expect(lenses(after(started, endedMessage(1))).slice(3, 6)).toEqual(told);
  });

  it('say that results are not those of the present code', () => {
    const state = { ...after(started, endedMessage(1)), outdated: true };
    expect(lensesOf(blocks.slice(1, 2), () => state, english)[2]?.title).toBe(
      '✓ 7.9 ms · before the last change',
    );
  });

  it('offer to sweep the learning rate of what has run', () => {
    const rate = { key: 'Net.lr', name: 'lr', override: null } as PanelState['parameters'][number];
    const state = { ...after(started, endedMessage(1)), parameters: [rate] };
    const lenses = lensesOf(blocks.slice(1, 2), () => state, english);
    expect(lenses.at(-1)).toMatchObject({ title: 'Sweep lr…', command: 'd2l.sweepParameter', key: 'Net.lr' });
    const idle = lensesOf(blocks.slice(1, 2), () => ({ ...state, status: 'idle' as const }), english);
    expect(idle.map(({ command }) => command)).not.toContain('d2l.sweepParameter');
  });

  it('give the result beside the offer to run again', () => {
    const state = after(started, points('train_loss', 3), points('val_loss', 0.5, 0.04213), endedMessage(1));
    const titles = lensesOf(blocks.slice(2), () => state, english).map(({ title }) => title);
    expect(titles).toEqual([
      '$(play) Run D2L exercise 3.4.6',
      '$(debug-alt) Debug D2L exercise',
      '✓ 7.9 ms · val_loss 0.0421',
    ]);
  });
});

describe('the outcome of a run', () => {
  it('names the error, the stop and the time limit', () => {
    const error = { type: 'RuntimeError', message: 'm', line: 1, column: 1, traceback: '', frames: [] };
    expect(outcomeText(after(started, endedMessage(1, { status: 'error', error })), english)).toBe(
      '✗ RuntimeError',
    );
    expect(outcomeText(after(started, endedMessage(1, { status: 'stopped' })), english)).toBe('■ Stopped');
    expect(outcomeText(after(started, endedMessage(1, { status: 'timeout' })), english)).toBe(
      '✗ Time limit reached',
    );
    expect(outcomeText(after(started), english)).toBeNull();
  });

  it('shows a loss that became infinite or NaN, and a run without any fit', () => {
    expect(outcomeText(after(started, points('train_loss', 1, 'nan'), endedMessage(1)), english)).toBe(
      '⚠ diverged · 7.9 ms · train_loss nan',
    );
    expect(outcomeText(after(started, endedMessage(1)), english)).toBe('✓ 7.9 ms');
  });

  it.each([
    [0.04, '0.0 ms'],
    [7.94, '7.9 ms'],
    [9.96, '10 ms'],
    [999.4, '999 ms'],
    [999.6, '1.0 s'],
    [59_940, '59.9 s'],
    [59_960, '1 min 0 s'],
    [185_000, '3 min 5 s'],
  ])('writes %d ms as %s', (milliseconds, text) => {
    expect(duration(milliseconds)).toBe(text);
  });
});

describe('the status bar', () => {
  const shown: PanelState = { ...EMPTY_STATE, exercise: { id: '3.4.6', title: '', line: 1 } };

  it('is silent until something ran', () => {
    expect(statusOf(shown, english)).toBeNull();
  });

  it('stops what runs, and leads to the result and to the trust editor', () => {
    expect(statusOf({ ...shown, status: 'running' }, english)).toMatchObject({
      text: '$(sync~spin) D2L 3.4.6',
      command: 'd2l.stop',
    });
    expect(statusOf([started, endedMessage(1)].reduce(reduce, shown), english)).toMatchObject({
      text: 'D2L 3.4.6: ✓ 7.9 ms',
      command: 'd2l.openPanel',
    });
    expect(statusOf({ ...shown, status: 'restricted' }, english)?.command).toBe('workbench.trust.manage');
  });
});
