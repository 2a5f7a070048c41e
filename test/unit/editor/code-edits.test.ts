import { describe, expect, it } from 'vitest';
import { codeEdits } from '../../../src/editor/overrides/code-edits.ts';
import { readBlocks } from '../../../src/exercises/blocks.ts';
import { planRun } from '../../../src/exercises/plan.ts';
import { WORKBOOK } from './sample.ts';

describe('Apply to code', () => {
  it('replaces exactly the literals that differ', () => {
    const plan = planRun(readBlocks(WORKBOOK, 'python', 'book.py'), { exercise: '3.4.6' });
    const edits = codeEdits(plan, { lr: 2, rate: 0.25 });
    expect(edits.map(({ range: { start, end } }) => [start.line, start.character, end.character])).toEqual([
      [2, 7, 10],
      [8, 5, 9],
    ]);
    expect(edits.map(({ text }) => Number(text))).toEqual([0.25, 2]);
    expect(codeEdits(plan, {})).toEqual([]);
  });

  it('finds the literal in an indented fence', () => {
    const text = '- step\n  ```python\n  lr = 0.1\n  ```\n';
    const plan = planRun(readBlocks(text, 'markdown', 'a.md'), { block: 0 });
    expect(codeEdits(plan, { lr: 0.5 })[0]?.range.start).toEqual({ line: 2, character: 7 });
  });
});
