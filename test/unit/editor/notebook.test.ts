import { describe, expect, it } from 'vitest';
import { fitFigure } from '../../../src/editor/notebook/fit-figure.ts';
import { figureText } from '../../../src/editor/notebook/figure-text.ts';
import { Kernel } from '../../../src/editor/notebook/kernel.ts';
import { asInNotebook } from '../../../src/editor/notebook/traceback.ts';
import { readNotebookArgument } from '../../../src/editor/arguments.ts';
import { reduce } from '../../../src/run-model/reduce.ts';
import { EMPTY_STATE } from '../../../src/run-model/state.ts';
import { ScriptedSession, endedMessage } from './sample.ts';

class KernelSession extends ScriptedSession {
  disposed = false;

  dispose(): Promise<void> {
    this.disposed = true;
    return Promise.resolve();
  }
}

class Scene {
  readonly sessions: KernelSession[] = [];
  lose: ((reason: string) => void) | undefined;
  readonly kernel = new Kernel((options) => {
    this.sessions.push(new KernelSession());
    this.lose = options.onThreadLost;
    return Promise.resolve(this.session);
  });

  get session(): KernelSession {
    return this.sessions.at(-1)!;
  }

  async run(source: string): Promise<void> {
    this.kernel.begin();
    const running = this.kernel.run({ source, seed: 3, backend: 'js' }, () => undefined);
    await Promise.resolve();
    await this.session.last.end();
    await running;
  }
}

describe('the kernel of a notebook', () => {
  it('counts its cells, names them for tracebacks, and sets no time limit', async () => {
    const { kernel, ...scene } = new Scene();
    expect(kernel.begin()).toBe(1);
    void kernel.run({ source: 'a', seed: 3, backend: 'js' }, () => undefined);
    await Promise.resolve();
    expect(scene.sessions[0]?.last.request).toMatchObject({
      cells: [{ source: 'a', document: 'Cell In[1]', firstLine: 1 }],
      execution: 1,
      seed: 3,
      limits: { seconds: 0 },
    });
  });

  it('keeps its session from cell to cell, and has another after a restart', async () => {
    const scene = new Scene();
    await scene.run('a');
    await scene.run('b');
    expect(scene.session.runs.map(({ request }) => request.execution)).toEqual([1, 2]);
    await scene.kernel.restart();
    expect(scene.session.disposed).toBe(true);
    await scene.run('c');
    expect(scene.sessions).toHaveLength(2);
    expect(scene.session.last.request.execution).toBe(1);
  });

  it('stops the cell that runs, and does not start one that was interrupted while the engine loads', async () => {
    const scene = new Scene();
    scene.kernel.begin();
    const early = scene.kernel.run({ source: 'a', seed: 0, backend: 'js' }, () => undefined);
    scene.kernel.interrupt();
    expect(await early).toBeNull();
    scene.kernel.begin();
    void scene.kernel.run({ source: 'b', seed: 0, backend: 'js' }, () => undefined);
    await Promise.resolve();
    scene.kernel.interrupt();
    expect(scene.session.last.stopped).toBe(true);
  });

  it('looks into the names between two cells, and lets the next one wait', async () => {
    const scene = new Scene();
    const settings = { seed: 0, backend: 'js' } as const;
    expect(await scene.kernel.graph(settings)).toBeNull();
    await scene.run('a');
    const looking = scene.kernel.graph(settings);
    await Promise.resolve();
    expect(scene.session.last.request).toMatchObject({ cells: [], execution: 1, graph: true });
    scene.kernel.begin();
    const next = scene.kernel.run({ source: 'b', ...settings }, () => undefined);
    await Promise.resolve();
    expect(scene.session.runs).toHaveLength(2);
    await scene.session.last.end();
    await looking;
    await Promise.resolve();
    expect(scene.session.last.request.execution).toBe(2);
    expect(await scene.kernel.graph(settings)).toBeNull();
    await scene.session.last.end();
    await next;
  });

  it('tells once that the names are lost, and counts from 1 again', async () => {
    const scene = new Scene();
    await scene.run('a');
    scene.lose?.('crash');
    expect(scene.kernel.takeLoss()).toBe('crash');
    expect(scene.kernel.takeLoss()).toBeNull();
    expect(scene.kernel.begin()).toBe(1);
  });
});

describe('what a cell shows', () => {
  it('names places as IPython does', () => {
    const traceback =
      'Traceback (most recent call last):\n  File "Cell In[2]", line 1, in <module>\n    f()\nE: x\n';
    expect(asInNotebook(traceback)).toBe(
      'Traceback (most recent call last):\nCell In[2], line 1, in <module>\n    f()\nE: x',
    );
  });

  it('draws a fit as the book’s board does', () => {
    let state = reduce(EMPTY_STATE, { type: 'started', run: 1, seed: 0 });
    state = reduce(state, { type: 'fitStarted', run: 1, fit: 0, model: 'Net', epochs: 3 });
    const curves = [{ label: 'train_loss', points: [[0.5, 4] as const, [1, 'inf'] as const] }];
    state = reduce(state, { type: 'points', run: 1, fit: 0, curves });
    state = reduce(state, endedMessage(1));
    const figure = fitFigure(state.results.fits[0]!);
    expect(figure).toMatchObject({
      title: 'Net',
      xlabel: 'epoch',
      xlim: [0, 3],
      series: [{ kind: 'line', label: 'train_loss', x: [0.5, 1], y: [4, 'inf'] }],
    });
    expect(figureText(figure)).toBe('<Figure "Net": train_loss over epoch>');
    expect(figureText({ ...figure, title: '', series: [], xlabel: '' })).toBe('<Figure: empty>');
  });
});

describe('the argument of the notebook’s toolbar', () => {
  it('is its URI', () => {
    const uri = { toString: () => 'file:///a.ipynb' };
    expect(readNotebookArgument({ notebookEditor: { notebookUri: uri } })).toBe('file:///a.ipynb');
    for (const none of [undefined, null, 3, {}, { notebookEditor: null }, { notebookEditor: {} }]) {
      expect(readNotebookArgument(none)).toBeUndefined();
    }
  });
});
