import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { DEFAULT_SETTINGS } from '../../../src/editor/settings.ts';
import { EMPTY_STATE } from '../../../src/run-model/state.ts';
import { changed } from '../../../src/run-model/store.ts';
import { WORKBOOK } from './sample.ts';
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

describe('the panel', () => {
  const runs = () => scene.session.runs.length;

  it('runs with its values, and with the code’s again after a reset', async () => {
    await scene.runOnce();
    scene.controller.controls.override('lr', 1);
    scene.controller.controls.override('lr', 2);
    await vi.advanceTimersByTimeAsync(100);
    expect(runs()).toBe(2);
    expect(scene.session.last.request.cells.at(-1)?.source).toContain('lr = 2');
    const find = () => scene.panel.state.parameters.find(({ key }) => key === 'lr');
    expect(find()).toMatchObject({ value: 0.03, override: 2 });
    scene.controller.controls.resetOverrides();
    await vi.advanceTimersByTimeAsync(100);
    expect(scene.session.last.request.cells.at(-1)?.source).toContain('lr = 0.03');
    expect(find()?.override).toBeNull();
  });

  it('runs the exercise whose control was used, and no other one that it shows by then', async () => {
    await scene.runOnce();
    scene.controller.controls.override('lr', 1);
    expect(scene.panel.state.outdated).toBe(false);
    scene.controller.follow(scene.document, 6);
    await vi.advanceTimersByTimeAsync(100);
    expect(runs()).toBe(1);
    scene.controller.follow(scene.document, EXERCISE_LINE);
    expect(scene.panel.state.outdated).toBe(true);
  });

  it('hears of every change of the state that it shows: it has the record’s own, and no copy', async () => {
    await scene.runOnce();
    const before = scene.panel.state;
    scene.changes.length = 0;
    scene.controller.controls.override('lr', 1);
    await vi.advanceTimersByTimeAsync(100);
    await scene.finish();
    expect(scene.panel.state).toBe(scene.controller.shown?.state);
    expect(scene.changes.reduce(changed, before)).toEqual(scene.panel.state);
    const ends = scene.changes.filter((change) => change.type === 'event' && change.event.type === 'ended');
    expect(ends).toHaveLength(1);
  });

  it('takes a movement for one run also where it rests at a value whose run is under way', async () => {
    await scene.runOnce();
    scene.controller.controls.override('lr', 1, true);
    await vi.advanceTimersByTimeAsync(100);
    await scene.finish();
    scene.controller.controls.override('lr', 2, true);
    await vi.advanceTimersByTimeAsync(100);
    scene.controller.controls.override('lr', 2);
    await scene.finish();
    expect(runs()).toBe(3);
    expect(scene.pastRates()).toEqual([0.03, 2]);
  });

  it('takes a movement of a control for one run, also when a value on the way ends after it rests', async () => {
    await scene.runOnce();
    scene.controller.controls.override('lr', 1, true);
    await vi.advanceTimersByTimeAsync(100);
    scene.controller.controls.override('lr', 2);
    await scene.finish();
    await vi.advanceTimersByTimeAsync(100);
    await scene.finish();
    expect(runs()).toBe(3);
    expect(scene.pastRates()).toEqual([0.03, 2]);
  });

  it('repeats with its seed, whatever the setting becomes', async () => {
    await scene.runOnce();
    scene.controller.controls.setSeed(41);
    await vi.advanceTimersByTimeAsync(100);
    expect(scene.session.last.request.seed).toBe(41);
    scene.settings = { ...DEFAULT_SETTINGS, seed: 5 };
    scene.controller.settingsChanged();
    expect(scene.panel.state.seed).toBe(41);
  });

  it('leaves an override out that no longer fits the code', async () => {
    await scene.runOnce();
    scene.controller.controls.override('lr', 2);
    await vi.advanceTimersByTimeAsync(100);
    await scene.edit(WORKBOOK.replace('0.03', "'fast'"));
    expect(scene.session.last.request.cells.at(-1)?.source).toContain("lr = 'fast'");
  });

  it('shows parameters of the present text while the exercise is edited', async () => {
    scene.controller.follow(scene.document, EXERCISE_LINE);
    await scene.edit(WORKBOOK.replace('lr = 0.03', 'lr = 0.03\nepochs = 5'));
    expect(scene.panel.state.parameters.map(({ key }) => key)).toContain('epochs');
  });

  it('says so when a document holds nothing to run, and is empty when it is closed', () => {
    scene.document.write('');
    scene.controller.follow(scene.document, 1);
    expect(scene.panel.state).toMatchObject({ documentName: 'book.py', exercise: null });
    expect(scene.panel.state.note).not.toBeNull();
    scene.controller.closed(scene.document);
    expect(scene.panel.state).toEqual(EMPTY_STATE);
  });
});
