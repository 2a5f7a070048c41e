import { describe, expect, it } from 'vitest';
import { codeEdits } from '../../../src/editor/overrides/code-edits.ts';
import { readBlocks } from '../../../src/exercises/blocks.ts';
import { planRun } from '../../../src/exercises/plan.ts';
import { WORKBOOK } from './sample.ts';

describe('Apply to code', () => {
  it('replaces exactly the literals that differ', () => {
    const plan = planRun(readBlocks(WORKBOOK, 'python', 'book.py'), { exercise: '3.4.6' });
    expect(codeEdits(plan, { lr: 2, rate: 0.25 })).toEqual([
      { range: { start: { line: 2, character: 7 }, end: { line: 2, character: 10 } }, text: '0.25' },
      {
        range: { start: { line: 8, character: 5 }, end: { line: 8, character: 9 } },
        text: expect.stringMatching(/^2(\.0?)?$/),
      },
    ]);
    expect(codeEdits(plan, {})).toEqual([]);
  });

  it('finds the literal in an indented fence', () => {
    const text = '- step\n  ```python\n  lr = 0.1\n  ```\n';
    const plan = planRun(readBlocks(text, 'markdown', 'a.md'), { block: 0 });
    expect(codeEdits(plan, { lr: 0.5 })[0]?.range.start).toEqual({ line: 2, character: 7 });
  });
});
