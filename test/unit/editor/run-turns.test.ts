import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { lensesOf } from '../../../src/editor/lenses.ts';
import { statusOf } from '../../../src/editor/status.ts';
import { MemoryDocument, english } from './sample.ts';
import { EXERCISE_LINE, Scene } from './scene.ts';

let scene: Scene;
const other = new MemoryDocument('# %% [9.1] Other\nn = 1\nprint(n)\n', 'other.py');

/** Lets promises settle. */
const turn = (): Promise<unknown> => vi.advanceTimersByTimeAsync(0);

beforeEach(() => {
  vi.useFakeTimers();
  scene = new Scene();
});
afterEach(() => vi.useRealTimers());

/** Runs the exercise and, while it goes on, one of another file. */
async function startBoth(): Promise<void> {
  void scene.controller.run(scene.document, { line: EXERCISE_LINE });
  await turn();
  scene.session.last.send({ type: 'started', run: 1, seed: 0 });
  void scene.controller.run(other, { line: 2 });
  await turn();
}

const titles = (document: MemoryDocument): readonly string[] =>
  lensesOf(
    scene.controller.blocksOf(document),
    (block) => scene.controller.stateOf(document, block),
    english,
  ).map(({ title }) => title);

describe('an exercise that is started while another one runs', () => {
  it('does not end it: it waits, and says for what', async () => {
    await startBoth();
    expect(scene.session.runs).toHaveLength(1);
    expect(scene.session.last.stopped).toBe(false);
    expect(scene.panel.state).toMatchObject({
      status: 'queued',
      waitingFor: expect.stringMatching(/\.py/) as string,
    });
    expect(titles(other).slice(0, 3)).toEqual([
      expect.stringMatching(/^\$\(clock\) Waiting for .+ to finish$/),
      'Run now instead',
      'Cancel',
    ]);
  });

  it('runs when the first has ended', async () => {
    await startBoth();
    await scene.session.last.end();
    await turn();
    expect(scene.session.runs).toHaveLength(2);
    expect(scene.session.last.request.cells.at(-1)?.source).toContain('print(n)');
    expect(scene.panel.state).toMatchObject({ status: 'starting', waitingFor: null });
  });

  it('runs at once where the learner says so, and the first keeps what it had', async () => {
    await startBoth();
    const [first] = scene.session.runs;
    scene.controller.runNow();
    expect(first?.stopped).toBe(true);
    await first?.end({ status: 'stopped' });
    await turn();
    expect(scene.session.runs).toHaveLength(2);
  });

  it('does not run when it is cancelled', async () => {
    await startBoth();
    scene.controller.cancelWaiting();
    expect(scene.panel.state).toMatchObject({ status: 'idle', waitingFor: null });
    await scene.session.last.end();
    await turn();
    expect(scene.session.runs).toHaveLength(1);
  });

  it('is forgotten when its document is closed', async () => {
    await startBoth();
    scene.controller.closed(other);
    await scene.session.last.end();
    await turn();
    expect(scene.session.runs).toHaveLength(1);
  });

  it('of the same document waits as well', async () => {
    const document = new MemoryDocument('# %% [9.1] One\nprint(1)\n# %% [9.2] Two\nprint(2)\n');
    void scene.controller.run(document, { line: 2 });
    await turn();
    scene.session.last.send({ type: 'started', run: 1, seed: 0 });
    void scene.controller.run(document, { line: 4 });
    await turn();
    expect(scene.session.runs).toHaveLength(1);
    expect(scene.panel.state.waitingFor).toMatch(/9\.1$/);
  });
});

describe('a run near its time limit', () => {
  beforeEach(async () => {
    scene.settings = { ...scene.settings, timeLimit: 60 };
    void scene.controller.run(scene.document, { line: EXERCISE_LINE });
    await turn();
    scene.session.last.send({ type: 'started', run: 1, seed: 0 });
  });

  it('can be let go on, in the status bar', async () => {
    const command = (): string | undefined => statusOf(scene.panel.state, english)?.command;
    await vi.advanceTimersByTimeAsync(30_000);
    expect(command()).toBe('d2l.stop');
    await vi.advanceTimersByTimeAsync(20_000);
    expect(command()).toBe('d2l.continueRun');
    scene.controller.continueRun();
    expect(scene.session.last.extended).toBe(60);
    expect(scene.panel.state.clock).toMatchObject({ limit: 120, more: 60 });
    expect(command()).toBe('d2l.stop');
    scene.controller.continueRun();
    expect(scene.session.last.extended).toBe(120);
  });

  it('cannot once it has ended', async () => {
    await scene.session.last.end();
    scene.controller.continueRun();
    expect(scene.session.last.extended).toBe(0);
    expect(scene.panel.state.clock).toBeNull();
  });
});

describe('results of an earlier run', () => {
  it('say which run they are of', async () => {
    void scene.controller.run(scene.document, { line: EXERCISE_LINE });
    await turn();
    scene.session.last.send({ type: 'started', run: 1, seed: 0 });
    await scene.session.last.end();
    expect(scene.panel.state.lastGoodFrom).toMatchObject({ number: 1, status: 'ok' });
    expect(Object.keys(scene.panel.state.lastGoodFrom?.parameters ?? {})).not.toHaveLength(0);
  });

  it('that a closing window has interrupted say so, then and in the next session', async () => {
    void scene.controller.run(scene.document, { line: EXERCISE_LINE });
    await turn();
    scene.session.last.send({ type: 'started', run: 1, seed: 0 });
    scene.session.last.send({ type: 'fitStarted', run: 1, fit: 0, model: 'Net', epochs: 9 });
    scene.session.last.send({
      type: 'points',
      run: 1,
      fit: 0,
      curves: [{ label: 'loss', points: [[1, 0.5]] }],
    });
    scene.controller.interrupt();
    await scene.session.last.end({ status: 'stopped' });
    expect(scene.panel.state.results.interrupted).toBe(true);
    await scene.lastRuns.flush();
    const next = new Scene(scene.storage);
    next.controller.follow(next.document, EXERCISE_LINE);
    expect(next.panel.state).toMatchObject({ status: 'stopped', results: { interrupted: true } });
    expect(next.panel.state.results.fits[0]?.curves[0]?.last).toEqual([1, 0.5]);
  });
});
