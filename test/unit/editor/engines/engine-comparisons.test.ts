import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { english } from '../../../../src/advice/translate.ts';
import { EngineComparisons } from '../../../../src/editor/engines/engine-comparisons.ts';
import type { ExerciseRecord } from '../../../../src/editor/exercise-record.ts';
import { DEFAULT_SETTINGS } from '../../../../src/editor/settings.ts';
import { ScriptedSession } from '../sample.ts';
import { EXERCISE_LINE, Scene } from '../scene.ts';

const PYTORCH = 'PyTorch 2.9.0, Python 3.11';

let scene: Scene;
let record: ExerciseRecord;
let pools: Record<'built-in' | 'pytorch', ScriptedSession>;
let comparisons: EngineComparisons;
/** Why there is no PyTorch. */
let refusal: string | undefined;

beforeEach(() => {
  vi.useFakeTimers();
  scene = new Scene();
  scene.controller.follow(scene.document, EXERCISE_LINE);
  record = scene.controller.shown!;
  pools = { 'built-in': new ScriptedSession(), pytorch: new ScriptedSession() };
  refusal = undefined;
  comparisons = new EngineComparisons({
    t: english,
    pool: (engine) =>
      refusal === undefined ? Promise.resolve(pools[engine]) : Promise.reject(new Error(refusal)),
    settings: () => ({ ...DEFAULT_SETTINGS, timeLimit: 5 }),
    facts: { version: '0.1.0', system: 'linux x64' },
  });
});

afterEach(() => {
  scene.controller.dispose();
  vi.useRealTimers();
});

const compared = (): ExerciseRecord['state']['engineComparison'] => record.state.engineComparison;

/** What the engine prints, and its run's end. */
async function end(engine: keyof typeof pools, printed: string): Promise<void> {
  const { last } = pools[engine];
  last.send({ type: 'started', run: last.id, seed: last.request.seed });
  last.send({ type: 'output', run: last.id, stream: 'stdout', text: printed });
  await last.end();
  await scene.settle();
}

async function start(): Promise<void> {
  void comparisons.start(record, PYTORCH);
  await scene.settle();
}

describe('an exercise on both engines', () => {
  it('runs the same cells with the same seed and limit on both, apart from its own runs', async () => {
    await start();
    const [one, other] = [pools['built-in'].last.request, pools.pytorch.last.request];
    expect(one).toEqual(other);
    expect(one).toMatchObject({ seed: record.state.seed, limits: { seconds: 5 } });
    expect(one.cells.map(({ firstLine }) => firstLine)).toEqual([2, 9]);
    expect(record.state.status).toBe('idle');
  });

  it('tells each side as it ends, and then how far they agree', async () => {
    await start();
    expect(compared()?.status).toBe('running');
    await end('built-in', 'loss 0.5\n');
    expect(compared()?.sides.map(({ status }) => status)).toEqual(['ok', null]);
    expect(comparisons.report(record)).toBeUndefined();
    await end('pytorch', 'loss 0.75\n');
    expect(compared()).toMatchObject({ status: 'done', comparison: { verdict: 'different' } });
    expect(compared()?.sides.map(({ name, printed }) => [name, printed])).toEqual([
      ['Built in', ['loss 0.5']],
      [PYTORCH, ['loss 0.75']],
    ]);
    expect(comparisons.report(record)).toMatch(
      /^D2L Exercises 0\.1\.0 and PyTorch 2\.9\.0, Python 3\.11 on linux x64; seed 0; ended ok and ok; different/,
    );
  });

  it('can be stopped, and closed while it runs', async () => {
    await start();
    comparisons.stop();
    for (const { last } of Object.values(pools)) {
      expect(last.stopped).toBe(true);
      await last.end({ status: 'stopped' });
    }
    await scene.settle();
    expect(compared()?.status).toBe('stopped');
    await start();
    comparisons.close(record);
    await scene.settle();
    expect(compared()).toBeNull();
  });

  it('ends the one before it, whose end tells nothing any more', async () => {
    await start();
    const first = pools['built-in'].last;
    await start();
    expect(first.stopped).toBe(true);
    await end('built-in', 'a');
    await end('pytorch', 'a');
    expect(compared()).toMatchObject({ status: 'done', comparison: { verdict: 'same' } });
  });

  it('says in a line why there is none', async () => {
    refusal = 'There is no Python at /gone: select another engine.';
    await start();
    expect(compared()).toMatchObject({ status: 'failed', problem: refusal, comparison: null });
  });
});
