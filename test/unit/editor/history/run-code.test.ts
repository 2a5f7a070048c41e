import { describe, expect, it } from 'vitest';
import { RunCodes, codeOf, filled } from '../../../../src/editor/history/run-code.ts';
import { applied, restoration } from '../../../../src/editor/history/restored-text.ts';
import { readBlocks } from '../../../../src/exercises/blocks.ts';
import type { DocumentKind, Plan } from '../../../../src/exercises/model.ts';
import { planRun } from '../../../../src/exercises/plan.ts';

const BOOK = [
  '# %% Set-up',
  'import torch',
  'lr = 0.03',
  '# %% [3.4.6] Learning rates',
  'model = Model(lr=lr, sigma=0.01)',
  'fit(model)',
  '',
].join('\n');

function planOf(text: string, kind: DocumentKind = 'python'): Plan {
  const blocks = readBlocks(text, kind, 'book.py');
  return planRun(blocks, { block: blocks.length - 1 });
}

function restored(now: string, then: string, kind: DocumentKind = 'python'): string {
  const code = filled(codeOf(planOf(then, kind)));
  const { edits } = restoration(now.split('\n'), planOf(now, kind).blocks, code);
  return applied(now.split('\n'), edits).join('\n');
}

describe('the code of past runs', () => {
  it('is the document’s, with the literals that it had then', () => {
    const plan = planOf(BOOK);
    expect(filled(codeOf(plan)).map(({ source }) => source)).toEqual(plan.blocks.map(({ source }) => source));
  });

  it('is kept once for all runs that differ by literals only', () => {
    const codes = new RunCodes();
    const runs = [BOOK, BOOK.replace('0.03', '0.5'), BOOK.replace('fit(model)', 'fit(model, 3)')].map(
      (text) => codes.add(codeOf(planOf(text))),
    );
    expect(runs[0]?.template).toBe(runs[1]?.template);
    expect(runs[2]?.template).not.toBe(runs[0]?.template);
    expect(codes.get(runs[1])?.[0]?.source).toContain('lr = 0.5');
    const kept = new RunCodes(codes.storedFor(new Set([runs[0]!.template])));
    expect(kept.get(runs[0])?.[0]?.source).toContain('lr = 0.03');
    expect(kept.get(runs[2])).toBeUndefined();
  });

  it('is bounded: the oldest goes first', () => {
    const codes = new RunCodes();
    const runs = [...Array(8).keys()].map((index) =>
      codes.add(codeOf(planOf(`${BOOK}# ${String(index).repeat(20_000)}\n`))),
    );
    expect(runs.map((run) => codes.get(run) !== undefined)).toEqual([
      ...Array<boolean>(6).fill(false),
      true,
      true,
    ]);
  });
});

describe('code that is put back', () => {
  it('changes the blocks of the run and nothing else', () => {
    const now = `${BOOK.replace('0.03', '2').replace('fit(model)', 'fit(model)\nprint(1)\nprint(2)')}# %% [3.4.7] Other\nkept()\n`;
    const blocks = readBlocks(now, 'python', 'book.py');
    const plan = planRun(blocks, { block: 1 });
    const { edits, missing } = restoration(now.split('\n'), plan.blocks, filled(codeOf(planOf(BOOK))));
    expect(applied(now.split('\n'), edits).join('\n')).toBe(`${BOOK}# %% [3.4.7] Other\nkept()\n`);
    expect([edits.length, missing]).toEqual([2, 0]);
  });

  it('is nothing where the document has it already, and says what is gone', () => {
    expect(restored(BOOK, BOOK)).toBe(BOOK);
    const without = BOOK.replace('# %% Set-up', '# %% Other');
    const { missing } = restoration(
      without.split('\n'),
      planOf(without).blocks,
      filled(codeOf(planOf(BOOK))),
    );
    expect(missing).toBe(1);
  });

  it('keeps what only the document has: the indentation of a fence, and a notebook’s own commands', () => {
    const fence = (lr: string): string =>
      `1. Try [3.4.6]\n\n   \`\`\`python\n   %matplotlib inline\n   lr = ${lr}\n   fit(lr)\n   \`\`\`\n`;
    expect(restored(fence('2'), fence('0.03'), 'markdown')).toBe(fence('0.03'));
  });
});
