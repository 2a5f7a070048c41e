import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { DEFAULT_SETTINGS } from '../../../../src/editor/settings.ts';
import type { RunError } from '../../../../src/training/protocol/protocol.ts';
import { ScriptedSession, WORKBOOK } from '../sample.ts';
import { EXERCISE_LINE, Scene } from '../scene.ts';

let scene: Scene;
beforeEach(() => {
  vi.useFakeTimers();
  scene = new Scene();
});
afterEach(() => {
  scene.controller.dispose();
  vi.useRealTimers();
});

describe('an engine outside the sandbox', () => {
  beforeEach(() => {
    scene.settings = { ...DEFAULT_SETTINGS, engine: 'python', python: '/venv/bin/python' };
  });

  it('is asked for by runs, and by none that the typing starts', async () => {
    const wishes: string[] = [];
    scene.load = (wish) => {
      wishes.push(wish.engine);
      return Promise.resolve(scene.session);
    };
    await scene.runOnce();
    await scene.edit(WORKBOOK.replace('0.03', '0.3'));
    expect(scene.panel.state.outdated).toBe(true);
    expect(wishes).toEqual(['chosen']);
    scene.settings = DEFAULT_SETTINGS;
    await scene.edit(WORKBOOK.replace('0.03', '0.1'));
    expect(wishes).toEqual(['chosen', 'chosen']);
  });

  it('runs once where that alone is wished', async () => {
    const wishes: string[] = [];
    scene.load = (wish) => {
      wishes.push(wish.engine);
      return Promise.resolve(scene.session);
    };
    scene.controller.follow(scene.document, EXERCISE_LINE);
    scene.controller.shown!.onPyTorch = true;
    await scene.runOnce();
    await scene.runOnce();
    expect(wishes).toEqual(['pytorch', 'chosen']);
  });

  it('waits until a slider rests', async () => {
    await scene.runOnce();
    const [{ key } = { key: '' }] = scene.panel.state.parameters;
    scene.controller.controls.override(key, 0.5, true);
    await vi.advanceTimersByTimeAsync(1000);
    expect(scene.session.runs).toHaveLength(1);
    scene.controller.controls.override(key, 0.6);
    await vi.advanceTimersByTimeAsync(1000);
    expect(scene.session.runs).toHaveLength(2);
  });

  it('says why another one ran, beside the results', async () => {
    scene.load = ({ tell }) => {
      tell('There is no Python at /venv/bin/python. The built-in engine ran this.');
      return Promise.resolve(scene.session);
    };
    await scene.runOnce();
    expect(scene.panel.state).toMatchObject({
      status: 'ok',
      note: 'There is no Python at /venv/bin/python. The built-in engine ran this.',
    });
  });

  it('that ends before it began takes the results of the run before with it', async () => {
    await scene.runOnce();
    const other = new ScriptedSession();
    scene.load = () => Promise.resolve(other);
    void scene.controller.runShown();
    await scene.settle();
    await other.last.end({ status: 'error', error: EARLY_END });
    expect(scene.panel.state).toMatchObject({ status: 'error', results: { error: { type: 'EngineError' } } });
  });
});

const EARLY_END: RunError = {
  type: 'EngineError',
  message: 'this Python has no PyTorch',
  line: null,
  column: null,
  traceback: '',
  frames: [],
};
