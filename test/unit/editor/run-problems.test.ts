import { describe, expect, it } from 'vitest';
import { readBlocks } from '../../../src/exercises/blocks.ts';
import { afterChange, problemOf, problemsOf, type PlainRange } from '../../../src/editor/run-problems.ts';
import type { Advice, Frame, RunError } from '../../../src/training/protocol/protocol.ts';
import { english } from './sample.ts';

const frame = (line: number, name: string, document = '/w/a.py'): Frame => ({
  document,
  line,
  column: 5,
  endLine: line,
  endColumn: 17,
  function: name,
});
const error: RunError = {
  type: 'RuntimeError',
  message: 'Trying to backward through the graph a second time',
  line: 12,
  column: 5,
  traceback: '',
  frames: [frame(30, '<module>'), frame(20, 'fit'), frame(12, 'loss')],
};
const lines = (start: number, end: number): PlainRange => ({
  start: { line: start, character: 0 },
  end: { line: end, character: 3 },
});

describe('the problem of a run', () => {
  it('is on the innermost line of the learner, with the calls that led there', () => {
    const problem = problemOf(error, '/w/a.py', english);
    expect(problem).toMatchObject({
      range: { start: { line: 11, character: 4 }, end: { line: 11, character: 16 } },
      message: 'RuntimeError: Trying to backward through the graph a second time',
      type: 'RuntimeError',
    });
    expect(problem?.related.map(({ range, message }) => [range.start.line, message])).toEqual([
      [19, 'called from here, in fit'],
      [29, 'called from here'],
    ]);
  });

  it('stands on the line as a whole without frames, and nowhere without a line', () => {
    const bare = { ...error, frames: [], message: '' };
    expect(problemOf(bare, '/w/a.py', english)).toMatchObject({
      range: { start: { line: 11, character: 4 }, end: { line: 11 } },
      message: 'RuntimeError',
    });
    expect(problemOf({ ...bare, line: null, column: null }, '/w/a.py', english)).toBeNull();
  });

  it('leaves frames of other documents out', () => {
    const mixed = { ...error, frames: [frame(3, 'f'), frame(99, 'g', '/w/other.py')] };
    expect(problemOf(mixed, '/w/a.py', english)?.range.start.line).toBe(2);
  });
});

describe('advice', () => {
  const text = '- in a list\n\n  ```python\n  import torch\n  for i in range(3):\n      w -= 1\n  ```\n';
  const blocks = readBlocks(text, 'markdown', '/w/a.md');
  const place: Frame = { ...frame(6, '<module>', '/w/a.md'), endColumn: 11 };
  const advice: Advice = { kind: 'inPlaceLeaf', frame: place, facts: {} };

  it('explains the error, and brings a correction with the indent of the fence', () => {
    const raised = { ...error, frames: [place] };
    const [problem, ...others] = problemsOf({ error: raised, advice: [advice], blocks }, '/w/a.md', english);
    expect(others).toEqual([]);
    expect(problem?.severity).toBe('error');
    expect(problem?.message).toMatch(/^RuntimeError: Trying.*\n\nThis changes a weight/s);
    expect(problem?.fixes).toEqual([
      {
        title: 'Update inside torch.no_grad()',
        edits: [
          {
            range: { start: { line: 5, character: 6 }, end: { line: 5, character: 12 } },
            text: 'with torch.no_grad():\n          w -= 1',
          },
        ],
      },
    ]);
  });

  it('offers a PyTorch where the built-in engine could not do it, after what corrects the code', () => {
    const report = { error: { ...error, frames: [place] }, advice: [advice], blocks };
    const [problem] = problemsOf({ ...report, pytorch: 'PyTorch 2.9.0' }, '/w/a.md', english);
    expect(problem?.fixes.map(({ title, command }) => [title, command])).toEqual([
      ['Update inside torch.no_grad()', undefined],
      ['Run with PyTorch 2.9.0', 'd2l.runWithPyTorch'],
      ['Compare with PyTorch 2.9.0', 'd2l.compareWithPyTorch'],
    ]);
    expect(problemsOf({ ...report, pytorch: null }, '/w/a.md', english)[0]?.fixes).toHaveLength(1);
  });

  it('is a warning of its own where nothing was raised, in its own document only', () => {
    const warning: Advice = { kind: 'weightsUnchanged', frame: place, facts: { passes: 20 } };
    const report = { error: null, advice: [warning], blocks };
    expect(problemsOf(report, '/w/a.md', english)).toMatchObject([
      {
        severity: 'warning',
        type: 'weightsUnchanged',
        range: { start: { line: 5, character: 6 } },
        fixes: [],
      },
    ]);
    expect(problemsOf(report, '/w/other.md', english)).toEqual([]);
  });

  it('offers no correction of code that is another by now', () => {
    const other = readBlocks(text.replace('w -= 1', 'weight -= 1'), 'markdown', '/w/a.md');
    const report = { error: { ...error, frames: [place] }, advice: [advice], blocks: other };
    expect(problemsOf(report, '/w/a.md', english)[0]?.fixes).toEqual([]);
  });

  it('loses a correction when one of its lines is edited, and moves it with the lines above', () => {
    const first: Frame = { ...place, line: 5, endLine: 5 };
    const [problem] = problemsOf(
      { error: { ...error, frames: [place] }, advice: [advice], blocks },
      '/w/a.md',
      english,
    );
    const apart = { ...problem!, range: lines(first.line + 3, first.line + 3) };
    expect(afterChange(apart, { range: lines(5, 5), added: 0 })?.fixes).toEqual([]);
    expect(afterChange(apart, { range: lines(1, 1), added: 2 })?.fixes[0]?.edits[0]?.range.start.line).toBe(
      7,
    );
  });
});

describe('the problem after an edit', () => {
  const problem = problemOf(error, '/w/a.py', english)!;

  it('is gone when its line changed', () => {
    expect(afterChange(problem, { range: lines(11, 11), added: 0 })).toBeNull();
    expect(afterChange(problem, { range: lines(9, 15), added: 0 })).toBeNull();
  });

  it('moves with lines that come or go above it', () => {
    expect(afterChange(problem, { range: lines(2, 2), added: 3 })?.range.start.line).toBe(14);
    expect(afterChange(problem, { range: lines(2, 4), added: 0 })?.range.start.line).toBe(9);
  });

  it('stays, and its callers move, when lines change below', () => {
    const after = afterChange(problem, { range: lines(15, 15), added: 1 });
    expect(after?.range.start.line).toBe(11);
    expect(after?.related.map(({ range }) => range.start.line)).toEqual([20, 30]);
  });
});
