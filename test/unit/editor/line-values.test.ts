import { describe, expect, it } from 'vitest';
import { broadcastDetails, valueDetails } from '../../../src/editor/line-values/details.ts';
import { hintsIn } from '../../../src/editor/line-values/hints.ts';
import { shapesText } from '../../../src/text/varied-shapes.ts';
import {
  after,
  afterEdit,
  during,
  NO_VALUES,
  ofDocument,
  type ShownValues,
} from '../../../src/editor/line-values/shown-values.ts';
import type { Broadcast, LineValue, TensorSummary } from '../../../src/training/protocol/protocol.ts';
import { lineValue as value } from '../run-model/fake-look.ts';
import { english } from './sample.ts';

const broadcast = (line: number): Broadcast => ({
  document: 'a.py',
  line,
  column: 5,
  endLine: line,
  endColumn: 14,
  function: 'loss',
  operands: [[3, 1], [3]],
  result: [3, 3],
});

const shownOf = (values: readonly LineValue[], broadcasts: readonly Broadcast[] = []): ShownValues => ({
  ...NO_VALUES,
  values,
  broadcasts,
  code: [{ first: 1, last: 20 }],
});

const texts = (shown: ShownValues): (readonly [number, string])[] =>
  hintsIn(shown, 1, 100).map(({ line, parts }) => [line, parts.map(({ text }) => text).join(', ')]);

describe('shapes', () => {
  it('are written as Python writes them, with the sizes that varied', () => {
    expect(shapesText([[32, 2]])).toBe('(32, 2)');
    expect(shapesText([[]])).toBe('()');
    expect(shapesText([[8], [32]])).toBe('(32|8,)');
    expect(
      shapesText([
        [8, 2],
        [32, 2],
      ]),
    ).toBe('(32|8, 2)');
    expect(shapesText([1, 2, 3, 4, 5].map((size) => [size, 2]))).toBe('(1…5, 2)');
    expect(shapesText([[3], [3, 1]])).toBe('(3,) or (3, 1)');
    expect(shapesText([[], [1], [1, 1], [1, 1, 1]])).toBe('(1,) or (1, 1) or (1, 1, 1) or …');
  });
});

describe('what stands behind a line', () => {
  it('names parameters, targets and layers; a layer’s result that has a name only once', () => {
    const shown = shownOf([
      value(3, 'y', { shapes: [[32, 10]] }),
      value(3, 'Linear', { kind: 'called', shapes: [[32, 10]] }),
      value(3, 'ReLU', { kind: 'called', shapes: [[32, 4]] }),
      value(1, 'x', {
        kind: 'parameter',
        shapes: [
          [32, 2],
          [8, 2],
        ],
      }),
    ]);
    expect(texts(shown)).toEqual([
      [1, 'x: (32|8, 2) float32'],
      [3, 'y: (32, 10), ReLU → (32, 4) float32'],
    ]);
  });

  it('marks a broadcast that made a larger tensor', () => {
    expect(texts(shownOf([], [broadcast(2)]))).toEqual([[2, '⤢ (3, 1), (3,) → (3, 3)']]);
  });

  it('is one line, whatever the engine says', () => {
    const [hint] = texts(shownOf([value(1, 'a\nb\u202e', { dtype: 'x\ny' })]));
    expect(hint?.[1]).toBe('a␊b\\u202e: (32, 2) x␊y');
    const many = Array.from({ length: 50 }, (_, index) => value(1, `x${index}`));
    expect(hintsIn(shownOf(many), 1, 1)[0]?.parts).toHaveLength(6);
  });
});

describe('values through runs and edits', () => {
  const shown = shownOf([value(3, 'X'), value(5, 'y')], [broadcast(5)]);
  const insert = (line: number, added: number, endLine = line) => ({
    range: { start: { line: line - 1, character: 0 }, end: { line: endLine - 1, character: 0 } },
    added,
  });

  it('move with the lines above them, and go with their own', () => {
    expect(texts(afterEdit(shown, insert(4, 2), true)).map(([line]) => line)).toEqual([3, 7]);
    expect(texts(afterEdit(shown, insert(3, 0), true)).map(([line]) => line)).toEqual([5]);
    expect(texts(afterEdit(shown, insert(3, 0, 5), true))).toEqual([]);
    expect(afterEdit(shown, insert(4, 1), true).isOutdated).toBe(true);
  });

  it('go all where no run follows the edit of the code, and stay where it is elsewhere', () => {
    expect(afterEdit(shown, insert(4, 0), false)).toEqual(NO_VALUES);
    expect(texts(afterEdit(shown, insert(21, 1), false)).map(([line]) => line)).toEqual([3, 5]);
    expect(afterEdit(shown, insert(21, 1), false).isOutdated).toBe(false);
  });

  it('stay while a run goes on, until it tells others', () => {
    const told = ofDocument({ values: [value(3, 'X', { shapes: [[4]] })], broadcasts: [] }, 'a.py', []);
    expect(texts(during(shown, told))).toEqual([
      [3, 'X: (4,) float32'],
      [5, 'y: (32, 2) float32, ⤢ (3, 1), (3,) → (3, 3)'],
    ]);
  });

  it('are after a run those that it told of its lines; others’ stay', () => {
    const message = { values: [value(3, 'Z'), value(4, 'q', { document: 'b.py' })], broadcasts: [] };
    const told = ofDocument(message, 'a.py', [{ first: 3, last: 4 }]);
    expect(texts(after(shown, told)).map(([line]) => line)).toEqual([3, 5]);
    const all = ofDocument(message, 'a.py', [{ first: 1, last: 20 }]);
    expect(texts(after(shown, all))).toEqual([[3, 'Z: (32, 2) float32']]);
  });
});

describe('the details', () => {
  const summary: TensorSummary = {
    head: [1, 2.000001, 'nan'],
    least: 1,
    mean: 1.5,
    most: 2,
    nans: 1,
    infinities: 0,
    histogram: [1, 0, 4],
    execution: 3,
  };

  it('tell values, range, NaNs, a histogram and what is recorded', () => {
    const text = valueDetails(
      value(1, 'X', { count: 1234, gradFn: 'MulBackward0', requiresGrad: true, summary }),
      false,
      english,
    );
    expect(text).toContain('X: (32, 2) float32');
    expect(text).toMatch(/values +1, 2, nan, …/);
    expect(text).toMatch(/min, mean, max +1, 1\.5, 2/);
    expect(text).toMatch(/NaN +1 of 64/);
    expect(text).toMatch(/histogram +▃▁█/);
    expect(text).toMatch(/grad_fn +MulBackward0/);
    expect(text).toMatch(/runs of the line +1,234/);
    expect(text).toContain('execution 3');
  });

  it('say what is not the latest', () => {
    const changed = valueDetails(value(1, 'X', { summary: { ...summary, isChanged: true } }), true, english);
    expect(changed).toContain('changed in place');
    expect(changed).toContain('The code has changed since.');
    expect(valueDetails(value(1, 'X', { count: 300, isMore: true }), false, english)).toContain('≥ 300');
    expect(broadcastDetails(broadcast(1), english)).toContain('(3, 3)');
  });

  it('cannot be left by what they show', () => {
    const text = valueDetails(value(1, '```\n[x](command:evil)'), false, english);
    expect(text.split('\n')[0]).toBe('````python');
  });
});
