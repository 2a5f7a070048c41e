import { beforeEach, describe, expect, test } from 'vitest';
import type { LineValuesMessage, RunEvent } from '../../../src/training/protocol/protocol.ts';
import { add } from '../../../src/training/autograd/operations/pointwise/arithmetic.ts';
import { LineValues } from '../../../src/training/realm/line-values.ts';
import { full, type Tensor } from '../../../src/training/tensor/tensor.ts';

let time: number;
let posted: LineValuesMessage[];
let values: LineValues;
const port = { post: (event: RunEvent) => void posted.push(event as LineValuesMessage), now: () => time };
const frame = { document: 'a.py', line: 4, column: 1, endLine: 4, endColumn: 6, function: 'f' };
const ones = (...shape: number[]): Tensor => full(shape, 1, 'float32');
const named = (...names: string[]) => ({
  document: 'a.py',
  kind: 'assigned' as const,
  names: names.map((name, index) => [index + 1, name] as const),
});

beforeEach(() => {
  time = 1000;
  posted = [];
  values = new LineValues(port, () => ({ ...frame, operation: 'add' }));
  values.begin(7, { values: true, graph: false }, false);
});

describe('what lines give names to', () => {
  test('is told in a while where the run goes on, once for each shape, and with the values in the end', () => {
    const x = values.name(named('x'));
    values.note(x, ones(2));
    values.flushIfDue();
    expect(posted).toHaveLength(0);
    time += 400;
    values.flushIfDue();
    time += 2000;
    values.note(x, ones(2));
    values.flushIfDue();
    expect(posted).toHaveLength(1);
    expect(posted[0]).toMatchObject({
      run: 7,
      isLast: false,
      values: [{ name: 'x', shapes: [[2]], count: 1 }],
    });
    expect(posted[0]?.values[0]).not.toHaveProperty('summary');
    values.end();
    expect(posted[1]).toMatchObject({ isLast: true, values: [{ count: 2, summary: { head: [1, 1] } }] });
  });

  test('keeps no tensor alive but those that it shows, and none after the run', () => {
    const x = values.name(named('x'));
    const [first, second] = [ones(2), ones(3)];
    values.note(x, first);
    values.note(x, second);
    expect([first.buffer.references, second.buffer.references]).toEqual([1, 2]);
    const large = ones(2 ** 19);
    values.note(x, large);
    expect([second.buffer.references, large.buffer.references]).toEqual([1, 1]);
    values.note(x, second);
    values.end();
    expect(second.buffer.references).toBe(1);
  });

  test('keeps no more than there is room for', () => {
    const first = values.name(named(...Array.from({ length: 100 }, (_, index) => `x${String(index)}`)));
    const tensors = Array.from({ length: 100 }, () => ones(2 ** 18));
    tensors.forEach((tensor, index) => values.note(first + index, tensor));
    expect(tensors.filter(({ buffer }) => buffer.references > 1)).toHaveLength(64);
    values.end();
  });

  test('tells eight shapes of a name at most, the latest last', () => {
    const x = values.name(named('x'));
    for (let size = 0; size < 20; size++) values.note(x, ones(size));
    values.note(x, ones(15));
    values.end();
    expect(posted[0]?.values[0]?.shapes).toEqual([[12], [13], [14], [16], [17], [18], [19], [15]]);
  });

  test('gives a name up that takes too much of the run’s time, but none that is seldom seen', () => {
    const [often, seldom] = [values.name(named('often')), values.name(named('seldom'))];
    const x = ones(1);
    let notes = 0;
    while (!values.note(often, x)) if (++notes > 100_000) break;
    expect(notes).toBeGreaterThan(256);
    expect(notes).toBeLessThan(10_000);
    expect(values.note(seldom, x)).toBe(false);
    time += 10_000;
    for (let i = 0; i < 500; i++) expect(values.note(seldom, x)).toBe(false);
  });

  test('gives a name up for the graph too, unless nodes have made what it names', () => {
    values.begin(8, { values: false, graph: true }, false);
    const [data, made] = [values.name(named('X')), values.name(named('y_hat'))];
    const w = ones(1);
    w.requiresGrad = true;
    const product = add(w, w);
    let notes = 0;
    while (!values.note(data, ones(1))) if (++notes > 100_000) break;
    expect(notes).toBeLessThan(10_000);
    for (let i = 0; i < 1000; i++) expect(values.note(made, product)).toBe(false);
    expect(values.made()).toMatchObject([{ name: 'y_hat' }]);
  });

  test('forgets the oldest names of a long notebook', () => {
    const x = values.name(named('x'));
    values.begin(8, { values: true, graph: false }, true);
    expect(values.note(x, ones(1))).toBe(false);
    values.name(named(...Array.from({ length: 1000 }, () => 'y')));
    expect(values.note(x, ones(1))).toBe(true);
  });

  test('is nothing where nobody asks', () => {
    values.begin(9, { values: false, graph: false }, true);
    expect(values.note(values.name(named('x')), ones(1))).toBe(true);
    add(ones(3, 1), ones(3));
    values.end();
    expect(posted).toHaveLength(0);
  });

  test('has the first broadcast of a place that is larger than both operands', () => {
    add(ones(3, 1), ones(3));
    add(ones(2, 1), ones(2));
    add(ones(3, 3), ones(3));
    values.end();
    expect(posted[0]?.broadcasts).toEqual([{ ...frame, operands: [[3, 1], [3]], result: [3, 3] }]);
  });

  test('looks for the place of few of very many broadcasts', () => {
    let looks = 0;
    values = new LineValues(port, () => ({ ...frame, line: ++looks, operation: 'add' }));
    values.begin(7, { values: true, graph: false }, false);
    for (let size = 1; size < 100; size++) for (let i = 0; i < 20; i++) add(ones(size, 1), ones(2));
    values.end();
    expect(looks).toBeLessThanOrEqual(300);
    expect(posted[0]?.broadcasts.length).toBeLessThanOrEqual(100);
  });
});
