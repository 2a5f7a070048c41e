import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { NUMBER_PAUSE, NUMBER_REST, TYPING_PAUSE } from '../../../src/editor/live-runs.ts';
import { DEFAULT_SETTINGS } from '../../../src/editor/settings.ts';
import type { RunError } from '../../../src/training/protocol/protocol.ts';
import { MemoryDocument, WORKBOOK } from './sample.ts';
import { EXERCISE_LINE, Scene } from './scene.ts';

let scene: Scene;
beforeEach(() => {
  vi.useFakeTimers();
  scene = new Scene();
});
afterEach(() => {
  scene.controller.dispose();
  vi.useRealTimers();
});

describe('a run', () => {
  it('executes the set-up and the exercise, with the settings', async () => {
    scene.settings = {
      ...DEFAULT_SETTINGS,
      backend: 'js',
      seed: 3,
      timeLimit: 5,
      liveRuns: 'off',
    };
    await scene.runOnce();
    const { request } = scene.session.last;
    expect(request.cells.map(({ firstLine }) => firstLine)).toEqual([2, 9]);
    expect(request).toMatchObject({ seed: 3, backend: 'js', limits: { seconds: 5 } });
    expect(scene.panel.state).toMatchObject({ status: 'ok', exercise: { id: '3.4.6' }, live: false });
  });

  it('takes in everything above on wish, other exercises too, until it is run alone again', async () => {
    const run = scene.controller.run(scene.document, { block: 2 }, 'above');
    await scene.settle();
    expect(scene.session.last.request.cells.map(({ firstLine }) => firstLine)).toEqual([2, 6, 9]);
    await scene.finish();
    await run;
    expect(scene.controller.above(scene.document, { block: 2 })).toEqual({ block: 1 });
    expect(scene.controller.above(scene.document, { block: 0 })).toBeUndefined();
    await scene.runOnce();
    expect(scene.session.last.request.cells.map(({ firstLine }) => firstLine)).toEqual([2, 9]);
  });

  it('is shown as starting until the engine answers, and can be stopped before that', () => {
    scene.load = () => new Promise(() => undefined);
    void scene.controller.run(scene.document, { block: 2 });
    expect(scene.panel.state.status).toBe('starting');
    expect(scene.controller.running).toBe(true);
    scene.controller.stop();
    expect(scene.panel.state.status).toBe('stopped');
    expect(scene.controller.running).toBe(false);
  });

  it('is stopped in the engine once it runs', async () => {
    void scene.controller.run(scene.document, { block: 2 });
    await scene.settle();
    scene.controller.stop();
    expect(scene.session.last.stopped).toBe(true);
  });

  it('ignores what an earlier run of the exercise still sends', async () => {
    await scene.runOnce();
    const [first] = scene.session.runs;
    void scene.controller.run(scene.document, { block: 2 });
    await scene.settle();
    first?.send({ type: 'output', run: 1, stream: 'stdout', text: 'late' });
    await first?.end({ status: 'stopped' });
    expect(scene.panel.state.status).toBe('starting');
    await scene.finish();
    expect(scene.panel.state).toMatchObject({ status: 'ok', run: 2, results: { outputs: [] } });
  });

  it('goes on behind another exercise and is complete when the cursor returns', async () => {
    scene.controller.follow(scene.document, EXERCISE_LINE);
    void scene.controller.run(scene.document, { line: EXERCISE_LINE });
    await scene.settle();
    scene.controller.follow(scene.document, 6);
    expect(scene.panel.state).toMatchObject({ exercise: { id: '3.4.1' }, status: 'idle' });
    await scene.finish();
    expect(scene.panel.state.status).toBe('idle');
    scene.controller.follow(scene.document, EXERCISE_LINE);
    expect(scene.panel.state).toMatchObject({ exercise: { id: '3.4.6' }, status: 'ok' });
  });

  it('reports its error, which the next run takes away', async () => {
    const error: RunError = {
      type: 'ValueError',
      message: '',
      line: 9,
      column: 1,
      traceback: '',
      frames: [],
    };
    void scene.controller.run(scene.document, { block: 2 });
    await scene.settle();
    await scene.session.last.end({ status: 'error', error });
    expect(scene.panel.state).toMatchObject({ status: 'error', results: { error } });
    void scene.controller.run(scene.document, { block: 2 });
    expect(scene.reports).toEqual([null, 'ValueError', null]);
  });

  it('says why the engine could not be loaded, and tries again', async () => {
    scene.load = () => Promise.reject(new Error('python_stdlib.zip is missing'));
    await scene.controller.run(scene.document, { block: 2 });
    expect(scene.panel.state).toMatchObject({ status: 'error', note: 'python_stdlib.zip is missing' });
    scene.load = () => Promise.resolve(scene.session);
    await scene.runOnce();
    expect(scene.panel.state).toMatchObject({ status: 'ok', note: null });
  });
});

describe('a restricted window', () => {
  it('runs nothing and says why, until it is trusted', async () => {
    scene.trusted = false;
    await scene.controller.run(scene.document, { block: 2 });
    expect(scene.session.runs).toEqual([]);
    expect(scene.panel.state.status).toBe('restricted');
    expect(scene.panel.state.note).toContain('trust');
    scene.trusted = true;
    scene.controller.trustGranted();
    expect(scene.panel.state).toMatchObject({ status: 'idle', note: null });
  });
});

describe('a live run', () => {
  const changed = WORKBOOK.replace('0.03', '2');

  it('follows an edit after the first run, once the typing pauses', async () => {
    await scene.edit(WORKBOOK.replace('0.03', '0.1'));
    expect(scene.session.runs).toHaveLength(0);
    await scene.runOnce();
    const changes = scene.document.write(changed);
    for (let keystroke = 0; keystroke < 4; keystroke += 1) {
      scene.controller.edited(scene.document, changes);
      await vi.advanceTimersByTimeAsync(TYPING_PAUSE - 1);
    }
    expect(scene.session.runs).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(1);
    await scene.settle();
    expect(scene.session.last.request.cells.at(-1)?.source).toContain('lr = 2\n');
  });

  it('waits less while a number is typed, and the runs until it rests count as one', async () => {
    await scene.runOnce();
    for (const rate of ['0.0', '0.00', '0.001']) await scene.typeRate(rate);
    expect(scene.session.runs).toHaveLength(4);
    expect(scene.pastRates()).toEqual([0.03, 0.001]);
    await vi.advanceTimersByTimeAsync(NUMBER_REST);
    await scene.typeRate('2');
    expect(scene.pastRates()).toEqual([0.03, 0.001, 2]);
  });

  it('does not call outdated what it is about to replace, and does so where it is switched off', async () => {
    await scene.runOnce();
    const told = () =>
      scene.changes
        .flatMap((change) => (change.type === 'change' ? [change.change.outdated ?? []] : []))
        .flat();
    scene.changes.length = 0;
    await scene.typeRate('0.1');
    expect(scene.session.runs).toHaveLength(2);
    expect(told()).toEqual([]);
    scene.controller.controls.setLive(false);
    await scene.edit(changed);
    expect(told()).toEqual([true]);
  });

  it('is dropped when nothing that it executes has changed', async () => {
    await scene.runOnce();
    await scene.edit(WORKBOOK.replace('a = 1', 'a = 2'));
    await scene.edit(`\n\n${WORKBOOK}`);
    expect(scene.session.runs).toHaveLength(1);
    await scene.edit(WORKBOOK.replace('rate = 0.5', 'rate = 1'));
    expect(scene.session.runs).toHaveLength(2);
  });

  it('is awaited pause by pause, and what a document waits for can be read', async () => {
    const { controller, document } = scene;
    const pending = () => controller.schedule.pending(document.uri);
    await scene.runOnce();
    expect(pending()).toEqual([]);
    controller.edited(document, document.write(changed), true);
    expect(pending()).toEqual(['typing', 'number']);
    await vi.advanceTimersByTimeAsync(NUMBER_PAUSE);
    expect(pending()).toEqual(['number', 'start']);
    await scene.settle();
    expect(scene.session.runs).toHaveLength(2);
    expect(pending()).toEqual(['number']);
    controller.controls.override('lr', 5, true);
    expect(pending()).toEqual(['number', 'control']);
    controller.closed(document);
    expect(pending()).toEqual([]);
  });

  it('does not bring back what the learner stopped', async () => {
    void scene.controller.run(scene.document, { line: EXERCISE_LINE });
    await scene.settle();
    scene.controller.stop();
    await scene.session.last.end({ status: 'stopped' });
    await scene.edit(changed);
    expect(scene.session.runs).toHaveLength(1);
    await scene.runOnce();
    await scene.edit(WORKBOOK);
    expect(scene.session.runs).toHaveLength(3);
  });

  it('waits for the save where the setting says so', async () => {
    scene.settings = { ...DEFAULT_SETTINGS, liveRuns: 'onSave' };
    await scene.runOnce();
    await scene.edit(changed);
    expect(scene.session.runs).toHaveLength(1);
    scene.controller.saved(scene.document);
    await scene.settle();
    expect(scene.session.runs).toHaveLength(2);
  });

  it('obeys the switch in the panel over the setting', async () => {
    await scene.runOnce();
    scene.controller.controls.setLive(false);
    await scene.edit(changed);
    expect(scene.session.runs).toHaveLength(1);
    scene.settings = { ...DEFAULT_SETTINGS, liveRuns: 'off' };
    scene.controller.settingsChanged();
    scene.controller.controls.setLive(true);
    await scene.settle();
    expect(scene.session.runs).toHaveLength(2);
    await scene.edit(WORKBOOK.replace('0.03', '3'));
    expect(scene.session.runs).toHaveLength(3);
  });
});

describe('a check of the workbook', () => {
  it('judges the runs of its own files only', async () => {
    await scene.runOnce();
    expect(scene.verdicts).toEqual([null]);
    expect(scene.panel.state.verdict).toBeNull();
  });

  it('judges what the run brought, and the verdict stays until the next run has ended', async () => {
    const document = new MemoryDocument(WORKBOOK, '3.4-linear-regression-scratch.py');
    const run = async (losses: readonly (number | 'inf')[]): Promise<void> => {
      const done = scene.controller.run(document, { line: EXERCISE_LINE });
      await scene.settle();
      const { last } = scene.session;
      last.send({ type: 'started', run: last.id, seed: 0 });
      losses.forEach((loss, fit) => {
        const curves = [{ label: 'val_loss', points: [[1, loss] as const] }];
        last.send({ type: 'fitStarted', run: last.id, fit, model: 'Model', epochs: 1 });
        last.send({ type: 'points', run: last.id, fit, curves });
      });
      await last.end();
      await done;
    };
    scene.controller.follow(document, EXERCISE_LINE);
    await run([0.0005]);
    expect(scene.panel.state.verdict).toMatchObject({ exercise: '3.4.6', solved: false, met: 1, wanted: 3 });
    await run([0.0005, 14, 'inf']);
    expect(scene.panel.state.verdict).toMatchObject({ solved: true, missing: [] });
    expect(scene.verdicts).toEqual([false, true]);
  });
});
