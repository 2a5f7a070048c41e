/** The workbook's exercises as programs: as they start, and solved. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { readBlocks } from '../../../src/exercises/blocks.ts';
import type { Block } from '../../../src/exercises/model.ts';
import { compareSectionFiles, exerciseOf } from '../../../src/exercises/numbers.ts';
import { planCells, planRun } from '../../../src/exercises/plan.ts';

export interface WorkbookProgram {
  /** The exercise's number; of a further solution followed by which one it is: `3.4.6 (2)`. */
  readonly id: string;
  readonly exercise: string;
  /** Sources in the order in which a run executes them. */
  readonly cells: readonly string[];
}

/** Every exercise of the workbook's files as a learner finds it. `root`: the project's folder. */
export function startsOf(root: string): readonly WorkbookProgram[] {
  return filesOf(root).flatMap((file) => {
    const blocks = blocksOf(path.join(root, 'workbook', file));
    return exercisesIn(blocks).map((block) => {
      const exercise = block.exercise ?? '';
      const cells = planCells(planRun(blocks, { block: block.index }), {}).map(({ source }) => source);
      return { id: exercise, exercise, cells };
    });
  });
}

/** Every solution in `solved/`, after the set-up of the workbook's file of the same name. */
export function solutionsOf(root: string): readonly WorkbookProgram[] {
  return filesOf(root).flatMap((file) => {
    const setUp = blocksOf(path.join(root, 'workbook', file)).filter(({ exercise }) => exercise === null);
    const solutions = blocksOf(path.join(root, 'test/engine/workbook/solved', file));
    return solutions.map((solution) => program(setUp, solutions, solution));
  });
}

/** A part of an exercise comes after the first solution of each part before it. */
function program(setUp: readonly Block[], solutions: readonly Block[], solution: Block): WorkbookProgram {
  const exercise = solution.exercise ?? '';
  const alike = solutions.filter((other) => other.exercise === exercise);
  const before = solutions.filter(
    (other) =>
      other.index < solution.index &&
      other.exercise !== exercise &&
      exerciseOf(other.exercise ?? '') === exerciseOf(exercise) &&
      solutions.find((first) => first.exercise === other.exercise) === other,
  );
  const nth = alike.indexOf(solution) + 1;
  return {
    id: nth === 1 ? exercise : `${exercise} (${nth})`,
    exercise,
    cells: [...setUp, ...before, solution].map(({ source }) => source),
  };
}

/** Names of the workbook's files in order. */
function filesOf(root: string): readonly string[] {
  return readdirSync(path.join(root, 'workbook'))
    .filter((name) => name.endsWith('.py'))
    .sort(compareSectionFiles);
}

function blocksOf(file: string): readonly Block[] {
  return readBlocks(readFileSync(file, 'utf8'), 'python', path.basename(file));
}

/** Blocks of exercises; a section's own program (`3.4`) is none. */
function exercisesIn(blocks: readonly Block[]): readonly Block[] {
  return blocks.filter(({ exercise }) => exercise !== null && exercise.split('.').length > 2);
}
