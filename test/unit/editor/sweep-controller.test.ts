import { beforeEach, describe, expect, it } from 'vitest';
import { readParameterArgument } from '../../../src/editor/arguments.ts';
import type { SweepRequest } from '../../../src/sweep/model.ts';
import type { EndedMessage } from '../../../src/training/protocol/protocol.ts';
import type { PanelState } from '../../../src/run-model/state.ts';
import { WORKBOOK, type StartedRun } from './sample.ts';
import { EXERCISE_LINE, Scene } from './scene.ts';

const REQUEST: SweepRequest = { key: 'lr', element: null, values: [0.1, 2], seeds: 1 };

class SweepScene extends Scene {
  done: Promise<void> = Promise.resolve();

  get sweep(): NonNullable<PanelState['sweep']> {
    const { sweep } = this.panel.state;
    if (sweep === null) throw new Error('no sweep is shown');
    return sweep;
  }

  /** Begins a sweep; {@link done} resolves at its end. */
  async start(request = REQUEST): Promise<void> {
    this.done = this.controller.sweeps.start(request);
    await tick();
  }
}

async function tick(): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, 0));
}

async function end(run: StartedRun | undefined, ended: Partial<EndedMessage> = {}): Promise<void> {
  if (run === undefined) throw new Error('no such run');
  run.send({ type: 'fitStarted', run: run.id, fit: 0, model: 'Model', epochs: 1 });
  run.send({ type: 'points', run: run.id, fit: 0, curves: [{ label: 'val_loss', points: [[1, 0.5]] }] });
  run.send({ type: 'fitEnded', run: run.id, fit: 0, epochs: 1, weights: [] });
  await run.end(ended);
  await tick();
}

let scene: SweepScene;
beforeEach(() => {
  scene = new SweepScene();
  scene.controller.follow(scene.document, EXERCISE_LINE);
});

describe('a sweep', () => {
  it('runs the shown exercise with every value, and shows each run as it ends', async () => {
    await scene.start();
    expect(scene.pool.runs.map(({ request }) => request.cells[1]?.source.split('\n')[0])).toEqual([
      'lr = 0.1',
      'lr = 2.0',
    ]);
    expect(scene.sweep).toMatchObject({ status: 'running', threads: 2, runs: [] });
    await end(scene.pool.runs[1]);
    expect(scene.sweep.runs).toMatchObject([{ at: 1, seed: 0, losses: [{ value: 0.5 }] }]);
    await end(scene.pool.runs[0]);
    await scene.done;
    expect(scene.sweep).toMatchObject({ status: 'done', problem: null, outdated: false });
    expect(scene.increments.map(({ at }) => at)).toEqual([1, 0]);
  });

  it('stops with what it has; runs that did not end are no results', async () => {
    await scene.start({ ...REQUEST, values: [1, 2, 3] });
    await end(scene.pool.runs[0]);
    scene.controller.sweeps.stop();
    expect(scene.pool.runs.map(({ stopped }) => stopped)).toEqual([true, true, true]);
    await scene.pool.runs[1]?.end({ status: 'stopped' });
    await scene.pool.runs[2]?.end({ status: 'stopped' });
    await tick();
    expect(scene.sweep).toMatchObject({ status: 'stopped', runs: [{ at: 0 }] });
  });

  it('is ended by d2l.stop when no run is under way', async () => {
    await scene.start();
    expect(scene.controller.running).toBe(true);
    scene.controller.stop();
    expect(scene.pool.runs[0]?.stopped).toBe(true);
  });

  it('gives way to another one, whose results alone are shown', async () => {
    await scene.start();
    const [first] = scene.pool.runs;
    await scene.start({ ...REQUEST, values: [3, 4] });
    expect(first?.stopped).toBe(true);
    await end(first);
    expect(scene.sweep).toMatchObject({ values: [3, 4], runs: [] });
    expect(scene.increments).toEqual([]);
  });

  it('goes on behind another exercise and is complete when the cursor returns', async () => {
    await scene.start();
    scene.controller.follow(scene.document, 6);
    expect(scene.panel.state.sweep).toBeNull();
    await end(scene.pool.runs[0]);
    expect(scene.increments).toEqual([]);
    scene.controller.follow(scene.document, EXERCISE_LINE);
    expect(scene.sweep.runs).toHaveLength(1);
  });

  it('says why the engine could not be loaded', async () => {
    scene.loadPool = () => Promise.reject(new Error('python_stdlib.zip is missing'));
    await scene.start();
    expect(scene.sweep).toMatchObject({ status: 'failed', problem: 'python_stdlib.zip is missing' });
  });

  it('is not started in a restricted window, nor for what the code does not have', async () => {
    scene.trusted = false;
    await scene.start();
    scene.trusted = true;
    await scene.start({ ...REQUEST, key: 'gone' });
    await scene.start({ ...REQUEST, values: ['fast', 'slow'] });
    expect(scene.pool.runs).toEqual([]);
    expect(scene.panel.state.sweep).toBeNull();
  });

  it('ends when its document is closed', async () => {
    await scene.start();
    scene.controller.closed(scene.document);
    expect(scene.pool.runs[0]?.stopped).toBe(true);
  });
});

describe('results', () => {
  beforeEach(async () => {
    await scene.start();
    await end(scene.pool.runs[0]);
    await end(scene.pool.runs[1]);
  });

  function edit(text: string): void {
    scene.document.write(text);
    scene.controller.upToDate();
  }

  it('are outdated by other code, and not any more when it is back', () => {
    edit(WORKBOOK.replace('rate = 0.5', 'rate = 0.7'));
    expect(scene.sweep.outdated).toBe(true);
    edit(WORKBOOK);
    expect(scene.sweep.outdated).toBe(false);
  });

  it('are not outdated by another value of the swept parameter', () => {
    edit(WORKBOOK.replace('lr = 0.03', 'lr = 0.5'));
    scene.controller.controls.override('lr', 2);
    scene.controller.upToDate();
    expect(scene.sweep.outdated).toBe(false);
  });

  it('are outdated when the parameter is gone, or another one or the seed has a new value', () => {
    edit(WORKBOOK.replace('lr = 0.03', 'lr = rate'));
    expect(scene.sweep.outdated).toBe(true);
    edit(WORKBOOK);
    scene.controller.controls.override('rate', 0.9);
    scene.controller.upToDate();
    expect(scene.sweep.outdated).toBe(true);
    scene.controller.controls.resetOverrides();
    scene.controller.controls.setSeed(4);
    scene.controller.upToDate();
    expect(scene.sweep.outdated).toBe(true);
  });

  it('can be cleared', () => {
    scene.controller.sweeps.clear();
    expect(scene.panel.state.sweep).toBeNull();
  });
});

describe('the form', () => {
  it('opens for a parameter of the shown exercise only', () => {
    scene.controller.sweeps.choose('lr');
    expect(scene.panel.state.sweepForm).toBe('lr');
    scene.controller.sweeps.choose('gone');
    expect(scene.panel.state.sweepForm).toBeNull();
  });

  it('has threads started while values are typed, but not by a parameter that is none', async () => {
    scene.controller.sweeps.choose('gone');
    scene.controller.sweeps.choose(null);
    await tick();
    expect(scene.pool.warm).not.toHaveBeenCalled();
    scene.controller.sweeps.choose('lr');
    await tick();
    expect(scene.pool.warm).toHaveBeenCalledTimes(1);
  });

  it('opens also where the engine cannot be loaded, which the sweep then says', async () => {
    scene.loadPool = () => Promise.reject(new Error('python_stdlib.zip is missing'));
    scene.controller.sweeps.choose('lr');
    await tick();
    expect(scene.panel.state.sweepForm).toBe('lr');
  });
});

describe('the argument of d2l.sweepParameter', () => {
  it.each([
    [
      { uri: 'file:///a', block: 2, key: 'lr' },
      { uri: 'file:///a', target: { block: 2 }, key: 'lr' },
    ],
    [
      { uri: 'file:///a', line: 3 },
      { uri: 'file:///a', target: { line: 3 }, key: null },
    ],
    [{ uri: 'file:///a' }, undefined],
    [{ uri: 'file:///a', line: 0 }, undefined],
    [{ block: 1 }, undefined],
    [null, undefined],
    ['lr', undefined],
  ])('%j', (argument, read) => {
    expect(readParameterArgument(argument)).toEqual(read);
  });
});
