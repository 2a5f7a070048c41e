import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readBlocks } from '../../../src/exercises/blocks.ts';
import type { Plan } from '../../../src/exercises/model.ts';
import {
  exerciseNumbers,
  planCells,
  planRun,
  UnknownTarget,
  type Target,
} from '../../../src/exercises/plan.ts';

const DOCUMENT = [
  'import d2l',
  '# %% [3.4.1] Start',
  'first = 1',
  '# %% Shared',
  'Trainer(max_epochs=3)',
  '# %% [3.4.8-1] One',
  'one = 1',
  '# %% Between',
  'between = 1',
  '# %% [3.4.8-2] Two',
  'Trainer(max_epochs=5)',
  '# %% [3.4.9] Last',
  'last = 1',
  '# %% [3.4.9]',
  'again = 1',
  '# %% [3.5.9] Elsewhere',
  'x = 1',
  '# %% Below',
  'below = 1',
].join('\n');
const blocks = readBlocks(DOCUMENT, 'python', 'doc.py');
const plan = (target: Target): Plan => planRun(blocks, target);
const lines = (target: Target): number[] => plan(target).blocks.map(({ firstLine }) => firstLine);

describe('which blocks a run executes', () => {
  it.each<[Target, number[]]>([
    [{ exercise: '3.4.1' }, [1, 3]],
    [{ exercise: '3.4.8' }, [1, 5, 7, 9, 11]],
    [{ exercise: '8' }, [1, 5, 7, 9, 11]],
    [{ exercise: '3.4.8-1' }, [1, 5, 7]],
    [{ exercise: '8-2' }, [1, 5, 7, 9, 11]],
    [{ exercise: ' 1 ' }, [1, 3]],
    [{ exercise: 'Exercise 1' }, [1, 3]],
    [{ exercise: '[8-2]' }, [1, 5, 7, 9, 11]],
    [{ exercise: '3.4.9' }, [1, 5, 9, 13, 15]],
    [{ line: 1 }, [1]],
    [{ line: 2 }, [1, 3]],
    [{ line: 3 }, [1, 3]],
    [{ line: 5 }, [1, 5]],
    [{ line: 13 }, [1, 5, 9, 13]],
    [{ line: 99 }, [1, 5, 9, 19]],
    [{ block: 0 }, [1]],
    [{ block: 3 }, [1, 5, 7]],
    ['all', [1, 3, 5, 7, 9, 11, 13, 15, 17, 19]],
  ])('%j', (target, expected) => {
    expect(lines(target)).toEqual(expected);
  });
});

describe('what a plan is called', () => {
  it.each<[Target, string, string, string | null]>([
    [{ exercise: '1' }, '3.4.1', 'Start', '3.4.1'],
    [{ exercise: '8' }, '3.4.8-2', 'Two', '3.4.8-2'],
    [{ line: 13 }, '3.4.9#1', 'Last', '3.4.9'],
    [{ exercise: '3.4.9' }, '3.4.9', 'Last', '3.4.9'],
    [{ line: 5 }, 'Shared', 'Shared', null],
    [{ line: 1 }, 'block 0', '', null],
    ['all', 'all', '', null],
  ])('%j', (target, id, title, exercise) => {
    expect(plan(target)).toMatchObject({ id, title, exercise });
  });
});

describe('targets that do not exist', () => {
  it.each<[Target, RegExp]>([
    [{ exercise: '7' }, /^There is no exercise 7: the exercises here are 3\.4\.1, 3\.4\.8-1, .*3\.5\.9\.$/],
    [{ exercise: '9' }, /^Exercise 9 is ambiguous: 3\.4\.9, 3\.5\.9\.$/],
    [{ exercise: '8-3' }, /^There is no exercise 8-3/],
    [{ exercise: '4.1' }, /^There is no exercise 4\.1:/],
    [{ exercise: '' }, /^There is no exercise/],
    [{ block: 10 }, /^There is no block 10: the blocks are 0 to 9\.$/],
  ])('%j', (target, message) => {
    expect(() => plan(target)).toThrow(UnknownTarget);
    expect(() => plan(target)).toThrow(message);
  });

  it('says when a document has no blocks or no exercises', () => {
    expect(() => planRun([], { line: 1 })).toThrow(/no Python code/);
    expect(planRun([], 'all').blocks).toEqual([]);
    const plain = readBlocks('\n\n# %%\nx = 1', 'python', 'doc.py');
    expect(() => planRun(plain, { exercise: '1' })).toThrow(/no block names an exercise/);
    expect(() => planRun(plain, { line: 2 })).toThrow(/the first begins at line 3/);
  });

  it('does not take a line of a notebook, whose lines count within cells', () => {
    const cells = ['x = 1', 'y = 2'].map((source) => ({ cell_type: 'code', source }));
    const notebook = readBlocks(JSON.stringify({ cells }), 'notebook', 'a.ipynb');
    expect(() => planRun(notebook, { line: 1 })).toThrow(/choose an exercise/);
  });
});

describe('parameters and cells of a plan', () => {
  it('gives the own parameters the plain keys', () => {
    expect(plan({ exercise: '8' }).parameters.map(({ key, line }) => [key, line])).toEqual([
      ['one', 7],
      ['Trainer.max_epochs', 11],
      ['Trainer.max_epochs#2', 5],
      ['between', 9],
    ]);
  });

  it('applies each override to its own block', () => {
    const cells = planCells(plan({ exercise: '8' }), {
      'Trainer.max_epochs': 9,
      'Trainer.max_epochs#2': 8,
      one: 7,
    });
    expect(cells).toEqual([
      { source: 'import d2l\n', document: 'doc.py', firstLine: 1 },
      { source: 'Trainer(max_epochs=8)\n', document: 'doc.py', firstLine: 5 },
      { source: 'one = 7\n', document: 'doc.py', firstLine: 7 },
      { source: 'between = 1\n', document: 'doc.py', firstLine: 9 },
      { source: 'Trainer(max_epochs=9)\n', document: 'doc.py', firstLine: 11 },
    ]);
  });
});

it('does not take the number of a section for that of an exercise', () => {
  const section = readBlocks('# %% [3.4] s\nx = 1\n# %% [3.4.4] e\ny = 1\n', 'python', 'doc.py');
  expect(planRun(section, { exercise: '4' }).exercise).toBe('3.4.4');
  expect(planRun(section, { exercise: '3.4' }).exercise).toBe('3.4');
});

it("plans the workbook's section and each of its exercises", () => {
  const workbook = readBlocks(
    readFileSync('workbook/3.4-linear-regression-scratch.py', 'utf8'),
    'python',
    'workbook.py',
  );
  for (const number of exerciseNumbers(workbook)) {
    const { blocks: planned, exercise } = planRun(workbook, { exercise: number });
    expect(exercise).toBe(number);
    const others = planned.filter(
      (block) => block.exercise !== null && !number.startsWith(block.exercise.split('-')[0] ?? ''),
    );
    expect(others).toEqual([]);
    expect(planned.length).toBeGreaterThan(3);
  }
});
