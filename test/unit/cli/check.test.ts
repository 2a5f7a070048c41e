/** `run --check`: the verdict of the workbook's check. */
import { describe, expect, it } from 'vitest';
import { main } from '../../../src/cli/main.ts';
import { RecordedEnvironment, ReplayedEngine } from './stand-ins.ts';

type Replayed = ConstructorParameters<typeof ReplayedEngine>[0][number];

const FILES = { 'a.py': '# %% [3.4.6] Rates\nmodel = Model(lr=0.03)\n', 'plain.py': 'x = 1\n' };

async function call(words: string, engine = new ReplayedEngine([])) {
  const environment = new RecordedEnvironment(FILES, engine);
  const status = await main(words.split(' '), environment);
  return { status, out: environment.stdout.text, err: environment.stderr.text };
}

describe('--check', () => {
  const run = 'run a.py --exercise 3.4.6 --check';
  const fitted = (fit: number, ...losses: (number | 'inf')[]): Replayed[] => {
    const points = losses.map((loss, epoch) => [epoch + 1, loss] as const);
    return [
      { type: 'fitStarted', fit, model: 'Model', epochs: losses.length },
      { type: 'points', fit, curves: [{ label: 'val_loss', points }] },
    ];
  };
  const solved = [...fitted(0, 0.0001), ...fitted(1, 14, 13), ...fitted(2, 5, 'inf')];

  it('says what is missing, and ends with 4', async () => {
    const { status, out } = await call(run, new ReplayedEngine(fitted(0, 0.0001)));
    expect(status).toBe(4);
    expect(out).toMatch(
      /Exercise 3\.4\.6 is not solved yet: 1 of 3\.\n {2}No learning rate is so small .*\n {2}No .*\n$/,
    );
  });

  it('says that it is solved, and ends with 0', async () => {
    const { status, out } = await call(run, new ReplayedEngine(solved));
    expect(status).toBe(0);
    expect(out).toMatch(/\nExercise 3\.4\.6 is solved\. .*\n$/);
  });

  it('puts the verdict into the last line with --json', async () => {
    const { out } = await call(`${run} --json`, new ReplayedEngine(solved));
    const last = JSON.parse(out.trimEnd().split('\n').at(-1) ?? '') as object;
    expect(last).toMatchObject({ type: 'ended', verdict: { exercise: '3.4.6', solved: true, missing: [] } });
    expect((await call(`${run.replace(' --check', '')} --json`)).out).not.toContain('verdict');
  });

  it("leaves an error's status as it is", async () => {
    const error = { type: 'ValueError', message: 'no', line: 3, column: 1, traceback: 'no', frames: [] };
    expect((await call(run, new ReplayedEngine([], { status: 'error', error }))).status).toBe(1);
  });

  it('refuses an exercise without a check', async () => {
    const { status, err } = await call('run plain.py --line 1 --check');
    expect(status).toBe(2);
    expect(err).toMatch(/plain\.py: there is no check for block 0; the exercises of the workbook have one/);
  });
});
