/**
 * The workbook's checks, against runs: no exercise is solved as it starts; every solved version is, by the engine and by
 * real PyTorch's recorded results.
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { judge } from '../../src/checks/check.ts';
import type { Verdict } from '../../src/checks/verdict.ts';
import { checkOf, checks } from '../../src/checks/checks.ts';
import type { FitSummary, Real, RunResult, Weight } from '../../src/training/protocol/protocol.ts';
import { fromReal, toReal } from '../../src/training/protocol/real.ts';
import type { Session } from '../../src/training/threads/session.ts';
import { openSession, run } from './engine.ts';
import type { RecordedFit, RecordedWeight } from './recording.ts';
import { nearMissesOf } from './workbook/near-misses.ts';
import { solutionsOf, startsOf } from './workbook/programs.ts';
import { digestOf, type SolvedRecordings } from './workbook/record.ts';

const root = path.resolve(import.meta.dirname, '../..');
const starts = startsOf(root);
const solutions = solutionsOf(root);
const nearMisses = nearMissesOf(solutions);
const { programs: recordings } = JSON.parse(
  readFileSync(path.join(import.meta.dirname, 'workbook/recorded.json'), 'utf8'),
) as SolvedRecordings;

let session: Session;

beforeAll(() => {
  session = openSession();
});

afterAll(() => session.dispose());

function verdictOf(exercise: string, result: RunResult): Verdict {
  const check = checkOf(exercise);
  if (check === undefined) throw new Error(`${exercise} has no check`);
  return judge(check, result);
}

describe('the exercises', () => {
  test('have a check each, and a solved version', () => {
    const numbers = starts.map(({ exercise }) => exercise);
    expect(checks.map(({ exercise }) => exercise)).toEqual(numbers);
    expect([...new Set(solutions.map(({ exercise }) => exercise))]).toEqual(numbers);
  });
});

describe('as it starts, an exercise runs and is not solved', () => {
  test.each(starts)('$id', async ({ exercise, cells }) => {
    const result = await run(session, cells);
    expect(result.error?.traceback).toBeUndefined();
    const verdict = verdictOf(exercise, result);
    expect(verdict.solved).toBe(false);
    expect(verdict.text).toMatch(/^[A-Z0-9-].*[.?:)]$/);
    expect(verdict.text).not.toContain('put the line that does back');
  });
});

describe('solved, an exercise passes its check', () => {
  test.each(solutions)('$id', async (solution) => {
    const result = await run(session, solution.cells);
    expect(result.error?.traceback).toBeUndefined();
    expect(verdictOf(solution.exercise, result).missing).toEqual([]);
    const recording = recordings[solution.id];
    expect(recording?.digest, 'run scripts/record-workbook.mjs').toBe(digestOf(solution));
    const byPyTorch = { ...result, stdout: recording!.stdout, fits: fitsOf(recording!.fits, result.fits) };
    expect(verdictOf(solution.exercise, byPyTorch).missing, 'by PyTorch').toEqual([]);
  });
});

describe('just not right, it does not', () => {
  test('there is one for each thing that a check wants', () => {
    const counts = checks.map(({ exercise, wants }) => ({
      exercise,
      wanted: wants.length,
      missed: nearMisses.filter((miss) => miss.exercise === exercise).length,
    }));
    expect(counts.filter(({ wanted, missed }) => missed < wanted)).toEqual([]);
  });

  test.each(nearMisses)('$id', async ({ exercise, cells, says }) => {
    const result = await run(session, cells);
    expect(result.error?.traceback).toBeUndefined();
    const verdict = verdictOf(exercise, result);
    expect(verdict.solved).toBe(false);
    expect(verdict.text.slice(0, says.length)).toBe(says);
  });
});

/** PyTorch's fits beside the true weights, which are the data's and not a result of training. */
function fitsOf(recorded: readonly RecordedFit[], fits: readonly FitSummary[]): FitSummary[] {
  return recorded.map(({ model, curves, weights }, index) => ({
    model,
    curves,
    epochs: curves['val_loss']?.length ?? 0,
    weights: (weights ?? []).map((weight) => withTruth(weight, fits[index]?.weights ?? [])),
  }));
}

function withTruth({ name, shape, learned }: RecordedWeight, known: readonly Weight[]): Weight {
  const truth = known.find((weight) => weight.name === name)?.true ?? null;
  const difference = truth?.map((value, at) => toReal(real(learned[at]) - real(value))) ?? null;
  return { name, shape, learned, true: truth, difference };
}

function real(value: Real | undefined): number {
  return value === undefined ? NaN : fromReal(value);
}
