import { describe, expect, it } from 'vitest';
import { planRun } from '../../../src/exercises/plan.ts';
import { wrapAsCells } from '../../../src/exercises/wrap.ts';
import { outline, read } from './documents.ts';

function wrapped(text: string): string {
  const lines = text.split('\n');
  for (const change of wrapAsCells(read(text))) lines[change.line - 1] = change.text;
  return lines.join('\n');
}

describe('wrapping exercises as cells', () => {
  it('gives the same exercises, with the same titles, at the same lines', () => {
    const text = '# 3.4 Regression\nimport torch\n\n# [1] Zero\nprint(1)\n\n# [8-2]\nprint(2)\n';
    expect(wrapped(text)).toBe(
      '# 3.4 Regression\nimport torch\n\n# %% [3.4.1] Zero\nprint(1)\n\n# %% [3.4.8-2]\nprint(2)\n',
    );
    expect(outline(read(wrapped(text))).map((row) => [row[0], ...row.slice(2)])).toEqual(
      outline(read(text)).map((row) => [row[0], ...row.slice(2)]),
    );
  });

  it('makes set-up of what other exercises need, so that these still run', () => {
    const text = 'import torch\n# Q1: a net\nnet = 1\n# Q2\nprint(2)\n# Q3\nprint(net)\n';
    expect(wrapped(text)).toBe(
      'import torch\n# %% Set-up from exercise 1: a net\nnet = 1\n# %% [2]\nprint(2)\n# %% [3]\nprint(net)\n',
    );
    const lines = (code: string): number[] =>
      planRun(read(code), { exercise: '3' }).blocks.map((block) => block.firstLine);
    expect(lines(wrapped(text))).toEqual(lines(text));
  });

  it.each(['# %% [1]\nx = 1\n', 'x = 1\n', '# 1. data\nx = 1\n# 2. print\nprint(x)\n'])(
    'leaves %j alone',
    (text) => {
      expect(wrapAsCells(read(text))).toEqual([]);
    },
  );
});
