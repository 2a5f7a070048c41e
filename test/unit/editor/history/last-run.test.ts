import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { LAST_RUNS, lastRunOf, type LastRun } from '../../../../src/editor/history/last-run.ts';
import type { Figure } from '../../../../src/training/protocol/protocol.ts';
import { EMPTY_FIGURE } from '../../../../src/training/protocol/figure.ts';
import type { Results } from '../../../../src/run-model/state.ts';
import { WORKBOOK } from '../sample.ts';
import { EXERCISE_LINE, Scene } from '../scene.ts';
import { endedState } from './runs.ts';

const KEY = 'lr';

describe('the last run of an exercise', () => {
  let scene: Scene;
  beforeEach(() => {
    vi.useFakeTimers();
    scene = new Scene();
  });
  afterEach(() => {
    scene.controller.dispose();
    vi.useRealTimers();
  });

  /** The window is reloaded; `code` is what the file holds then. */
  async function reload(code = WORKBOOK): Promise<void> {
    await scene.flush();
    scene.controller.dispose();
    scene = new Scene(scene.storage);
    scene.document.write(code);
    scene.controller.follow(scene.document, EXERCISE_LINE);
  }

  it('is shown again after a reload of the window, and runs follow the typing as before', async () => {
    await scene.runOnce();
    const { results } = scene.panel.state;
    await reload();
    expect(scene.panel.state).toMatchObject({ status: 'ok', results, lastGood: results, note: null });
    expect(scene.session.runs).toEqual([]);
    await scene.edit(WORKBOOK.replace('0.03', '0.1'));
    expect(scene.session.runs).toHaveLength(1);
  });

  it('has the parameters and the seed that it ran with', async () => {
    await scene.runOnce();
    scene.controller.controls.setSeed(7);
    scene.controller.controls.override(KEY, 0.5);
    await vi.advanceTimersByTimeAsync(100);
    await scene.finish();
    await reload();
    expect(scene.panel.state).toMatchObject({ status: 'ok', seed: 7, note: null });
    expect(scene.panel.state.parameters.find(({ key }) => key === KEY)?.override).toBe(0.5);
  });

  it('says that the code is not the same any more', async () => {
    await scene.runOnce();
    await reload(WORKBOOK.replace('0.03', '0.1'));
    expect(scene.panel.state.status).toBe('ok');
    expect(scene.panel.state.note).toMatch(/^Kept from an earlier session: the code has changed/);
  });

  it('is not run again by an edit where the learner stopped it', async () => {
    void scene.controller.run(scene.document, { line: EXERCISE_LINE });
    await scene.settle();
    const { last } = scene.session;
    last.send({ type: 'started', run: last.id, seed: 0 });
    last.send({ type: 'output', run: last.id, stream: 'stdout', text: 'so far' });
    scene.controller.stop();
    await last.end({ status: 'stopped' });
    await reload();
    expect(scene.panel.state).toMatchObject({
      status: 'stopped',
      results: { outputs: [{ text: 'so far' }] },
    });
    await scene.edit(WORKBOOK.replace('0.03', '0.1'));
    expect(scene.session.runs).toEqual([]);
  });

  it('gives its place to no run that failed before it brought anything', async () => {
    await scene.runOnce();
    await scene.edit(WORKBOOK.replace('0.03', '('));
    const { last } = scene.session;
    last.send({ type: 'started', run: last.id, seed: 0 });
    await last.end({ status: 'error' });
    await reload();
    expect(scene.panel.state.status).toBe('ok');
  });

  it('is forgotten with the past runs', async () => {
    await scene.runOnce();
    scene.controller.controls.changeHistory((history) => history.clear());
    await reload();
    expect(scene.panel.state.status).toBe('idle');
  });
});

describe('what is written of it', () => {
  function packed(change: Partial<Results>): LastRun {
    const state = endedState();
    const last = lastRunOf(
      { ...state, results: { ...state.results, ...change } },
      { executed: 'code', seed: 0 },
    );
    if (last === undefined) throw new Error('nothing is kept of a run that ended');
    return LAST_RUNS.pack(last);
  }

  it('has beginning and end of a long output, and counts the rest', () => {
    const { results } = packed({ outputs: [{ stream: 'stdout', text: `begin${'x'.repeat(50_000)}end` }] });
    expect(results.outputs[0]?.text).toMatch(/^beginx{9995}$/);
    expect(results.outputTail?.parts[0]?.text).toMatch(/^x{9997}end$/);
    expect(results.outputTail?.leftOut).toEqual({ characters: 30_008, lines: 0 });
  });

  it('leaves out the oldest figures where all are too large, and how many', () => {
    const y = [...Array(5000).keys()].map((index) => index / 7);
    const figure = (title: string): Figure => ({
      ...EMPTY_FIGURE,
      title,
      series: [{ kind: 'line', label: '', x: [], y }],
    });
    const last = packed({ figures: ['first', 'second'].map(figure) });
    expect(last.results.figures.map(({ title }) => title)).toEqual(['second']);
    expect(last.figuresLeftOut).toBe(1);
  });

  it('keeps the way of the weights, thinned, with its end', () => {
    const { fits } = endedState().results;
    const path = [...Array(200).keys()].map((epoch) => ({ epoch, weights: [] }));
    const { results } = packed({ fits: fits.map((fit) => ({ ...fit, path })) });
    expect(results.fits[0]?.path).toHaveLength(50);
    expect(results.fits[0]?.path.at(-1)?.epoch).toBe(199);
  });

  it('stays small however much there was', () => {
    const { fits } = endedState().results;
    const weights = fits[0]!.weights;
    const path = [...Array(200).keys()].map((epoch) => ({
      epoch,
      weights: [...Array(40).keys()].map((index) => ({
        name: `layer ${String(index)}`,
        shape: [16],
        learned: [...Array(16).keys()].map((at) => Math.sin(at)),
        difference: null,
        gradient: null,
      })),
    }));
    const last = packed({ fits: Array(20).fill({ ...fits[0]!, weights, path }) });
    expect(JSON.stringify(last).length).toBeLessThan(110_000);
  });
});
