import { describe, expect, it } from 'vitest';
import { TabNames } from '../../../src/editor/variables/tab-names.ts';
import { layoutOf, pictureOf } from '../../../src/editor/variables/tensor-picture.ts';
import { choicesAfter, chosenDimensions, typedChoice } from '../../../src/editor/variables/slice-choices.ts';
import { csvOf, sliceAt, tableOf } from '../../../src/editor/variables/tensor-table.ts';
import { arranged, Watches } from '../../../src/editor/variables/watches.ts';
import { descriptionOf } from '../../../src/editor/variables/description.ts';
import { treeOf, valuesOf } from '../../../src/run-model/variable-tree.ts';
import type { Variable, VariableTensor } from '../../../src/training/protocol/protocol.ts';
import { variable } from '../run-model/fake-look.ts';
import { english } from './sample.ts';

const tensor = (shape: number[], elements: readonly (number | 'nan')[]): VariableTensor => ({
  shape,
  dtype: 'float32',
  requiresGrad: false,
  elements,
});

describe('the variables of a run', () => {
  const all = [
    variable('net', { type: 'Sequential', text: '', parameters: 3 }),
    variable('things', { type: 'list', text: '1 item' }),
    variable('0', { parent: 0, type: 'Linear', text: '', parameters: 3 }),
    variable('[0]', { parent: 1 }),
    variable('weight', { parent: 2, type: 'Parameter', text: '', tensor: tensor([1, 2], [1, 2]) }),
  ];

  it('are a tree, each with the path that the code has for it', () => {
    const paths = (nodes: ReturnType<typeof treeOf>): unknown[] =>
      nodes.map(({ path, parts }) => (parts.length === 0 ? path : [path, ...paths(parts)]));
    expect(paths(treeOf(all, null))).toEqual([
      ['net', ['net.0', 'net.0.weight']],
      ['things', 'things[0]'],
    ]);
  });

  it('that are not as after the run before are marked, none after a first run', () => {
    const first = treeOf(all, null);
    expect(first.some(({ isChanged }) => isChanged)).toBe(false);
    const next = all.map((each) =>
      each.tensor === undefined ? each : { ...each, tensor: tensor([1, 2], [1, 3]) },
    );
    const [net, things, added] = treeOf([...next, variable('new')], valuesOf(first));
    expect([net?.isChanged, net?.parts[0]?.parts[0]?.isChanged]).toEqual([false, true]);
    expect([things?.isChanged, added?.isChanged]).toEqual([false, true]);
  });

  it('are described in a line', () => {
    const described = (more: Partial<Variable>): string => descriptionOf(variable('x', more), english);
    expect(described({})).toBe('int · 1');
    expect(described({ type: 'Linear', text: '', parameters: 3 })).toBe('Linear · 3 parameters');
    expect(described({ tensor: tensor([7], [1.23456, 2, 3, 4, 5, 6, 7]), type: 'Tensor' })).toBe(
      'Tensor (7,) float32 · 1.235, 2, 3, 4, 5, 6, …',
    );
    expect(described({ tensor: tensor([9999], []), type: 'Tensor' })).toBe('Tensor (9999,) float32');
    expect(described({ type: 'a\nb', text: '\u202e' })).toBe('a␊b · \\u202e');
    expect(described({ type: '', text: '' })).toBe('');
  });

  it('have each a path of its own, though keys look alike', () => {
    const paths = treeOf([variable('[Point]'), variable('[Point]')], null).map(({ path }) => path);
    expect(paths).toEqual(['[Point]', '[Point] #2']);
  });

  it('may name owners that are not there, or come later', () => {
    expect(treeOf([variable('a', { parent: 5 }), variable('b', { parent: 1 })], null)).toHaveLength(2);
  });
});

describe('the name of a variable’s tab', () => {
  it('is its own, though other paths look the same when they are made plain, and stays', () => {
    const names = new TabNames();
    const all = (): string[] =>
      ["d['a b']", "d['a_b']", "d['a*b']", 'net.0.weight'].map((path) => names.of(path));
    expect(all()).toEqual(['d[_a_b_]', 'd[_a_b_] (2)', 'd[_a_b_] (3)', 'net.0.weight']);
    expect(all()).toEqual(all());
  });
});

describe('a watched expression', () => {
  const value = (name: string, text: string): Variable => variable(name, { text, isResult: true });
  const labels = (nodes: ReturnType<typeof treeOf>): string[] =>
    nodes.map(({ path, variable: { text }, isWatched }) => `${isWatched ? '*' : ''}${path}=${text}`);

  it('stands before the others, in its own order, also while it has no value', () => {
    const tree = treeOf([value('n + 1', '4'), value('n * 2', '6'), variable('n', { text: '3' })], null);
    expect(labels(arranged(tree, ['n * 2', 'm'], new Set(), 'TimeoutError'))).toEqual([
      '*(n * 2)=6',
      '*(m)=TimeoutError',
      '(n + 1)=4',
      'n=3',
    ]);
    expect(labels(arranged(tree, [], new Set(['n + 1']), ''))).toEqual(['(n * 2)=6', 'n=3']);
  });

  it('is marked where its value has changed since the last run, not when it is new', () => {
    const before = valuesOf(treeOf([value('n + 1', '4'), variable('n')], null));
    const tree = treeOf([value('n + 1', '5'), value('n * 2', '6'), variable('n')], before);
    expect(tree.map(({ isChanged }) => isChanged)).toEqual([true, false, false]);
  });

  it('is kept by the workspace, and bounded', () => {
    const kept = new Map<string, unknown>();
    const storage = {
      get: (key: string) => kept.get(key),
      update: (key: string, value: unknown) => Promise.resolve(void kept.set(key, value)),
    };
    const watches = new Watches();
    watches.keepIn(storage);
    expect(['a', 'b', 'a', ' ', 'x'.repeat(201)].map((one) => watches.add(one))).toEqual([
      true,
      true,
      true,
      false,
      false,
    ]);
    watches.remove('a');
    const again = new Watches();
    again.keepIn(storage);
    expect(again.expressions).toEqual(['b']);
    const added = Array.from({ length: 30 }, (_, index) => again.add(String(index)));
    expect(added.filter(Boolean)).toHaveLength(19);
    const broken = new Watches();
    broken.keepIn({ ...storage, get: () => [3, null, 'ok'] });
    expect(broken.expressions).toEqual(['ok']);
  });
});

describe('the slices of a tensor', () => {
  const labels = (shape: number[], index: number[], known = 1000): string[] =>
    choicesAfter(shape, index, known).map(({ label }) => label);

  it('are chosen one dimension after the other; one of a single index is none to choose', () => {
    expect(labels([2, 3, 8, 8], [])).toEqual(['[0, :, :, :]', '[1, :, :, :]']);
    expect(labels([2, 3, 8, 8], [1])).toEqual(['[1, 0, :, :]', '[1, 1, :, :]', '[1, 2, :, :]']);
    expect(labels([2, 1, 8, 8], [])).toEqual(['[0, 0, :, :]', '[1, 0, :, :]']);
    expect(labels([1, 2, 8, 8], [])).toEqual(['[0, 0, :, :]', '[0, 1, :, :]']);
    expect(labels([1, 1, 8, 8], [])).toEqual(['[0, 0, :, :]']);
    expect(chosenDimensions([2, 1, 3, 8, 8])).toEqual([0, 2]);
  });

  it('are those that the table has', () => {
    expect(labels([4, 3, 8, 8], [], 7)).toEqual(['[0, :, :, :]', '[1, :, :, :]', '[2, :, :, :]']);
    expect(labels([4, 3, 8, 8], [2], 7)).toEqual(['[2, 0, :, :]']);
  });

  it('are found by an index that is typed', () => {
    expect(typedChoice([4, 3, 8, 8], '2, 1', 12)).toEqual({ label: '[2, 1, :, :]', index: [2, 1] });
    for (const text of ['', '2', '4, 0', '3, 2']) expect(typedChoice([4, 3, 8, 8], text, 11)).toBeUndefined();
  });
});

describe('a tensor’s table', () => {
  it('has its rows, the numbers under each other', () => {
    const { text, cellsIn, slices, least, most } = tableOf(tensor([2, 3], [1, -2.5, 3, 10, 'nan', 6]), '');
    expect(text).toBe('   1, -2.5,    3\n  10,  nan,    6\n');
    const lines = text.split('\n');
    const cells = [0, 1, 2].flatMap((line) => cellsIn(line, 256));
    expect(cellsIn(1, 2)).toHaveLength(2);
    expect([least, most]).toEqual([-2.5, 10]);
    expect(cells.map(({ line, from, to }) => lines[line]?.slice(from, to))).toEqual([
      '1',
      '-2.5',
      '3',
      '10',
      'nan',
      '6',
    ]);
    expect(slices).toEqual([]);
  });

  it('is a column of a vector, a number of a scalar, nothing of no elements', () => {
    expect(tableOf(tensor([2], [1, 2]), '').text).toBe('1\n2\n');
    expect(tableOf(tensor([], [7]), '').text).toBe('7\n');
    expect(tableOf(tensor([0, 3], []), '').text).toBe('\n');
  });

  it('has the slices of more dimensions one after the other, each with its indices', () => {
    const { text, slices } = tableOf(tensor([2, 1, 2, 2], [1, 2, 3, 4, 5, 6, 7, 8]), '');
    expect(text).toBe('# [0, 0, :, :]\n1, 2\n3, 4\n\n# [1, 0, :, :]\n5, 6\n7, 8\n');
    expect(slices).toEqual([
      { line: 0, name: '[0, 0, :, :]' },
      { line: 4, name: '[1, 0, :, :]' },
    ]);
  });

  it('says what it has not', () => {
    expect(tableOf(tensor([2, 2], [1, 2, 3]), 'The first 3 of 4').text).toBe(
      '1, 2\n3\n\n# The first 3 of 4\n',
    );
  });

  it('has slices that are found by their index', () => {
    expect(sliceAt([4, 3, 28, 28], '2, 1')).toBe(7);
    expect(sliceAt([4, 3, 28, 28], '[2, 1, :, :]')).toBe(7);
    for (const text of ['', '4, 0', '2', '1, 1, 1', 'a, 1', '-1, 0'])
      expect(sliceAt([4, 3, 8, 8], text)).toBeNull();
  });

  it('is copied as CSV', () => {
    expect(csvOf(tensor([2, 2], [1, 2.5, 'nan', 4]))).toBe('1,2.5\nnan,4\n');
    expect(csvOf(tensor([2], [1, 2]))).toBe('1\n2\n');
  });
});

describe('a tensor’s picture', () => {
  const pixels = (shape: number[], elements: readonly (number | 'nan')[]): number[][] => {
    const layout = layoutOf(shape);
    if (layout === null) throw new Error('no picture');
    const { width, height, data } = pictureOf(tensor(shape, elements), layout);
    const times = height / ((shape.length === 3 && shape[2] === 3 ? shape[0] : shape.at(-2)) ?? 1);
    return Array.from({ length: (width / times) * (height / times) }, (_, index) => {
      const [x, y] = [index % (width / times), Math.floor(index / (width / times))];
      const at = 4 * (y * times * width + x * times);
      return [...data.slice(at, at + 4)];
    });
  };

  it('is one where it has height and width, and one or three channels', () => {
    const shapes = [
      [28, 28],
      [1, 28, 28],
      [3, 8, 8],
      [64, 1, 28, 28],
      [2, 3, 8, 8],
      [8, 8, 3],
    ];
    expect(shapes.map(layoutOf)).not.toContain(null);
    const others = [[], [7], [1, 1], [0, 3], [2, 8, 8], [5, 4, 8, 8], [2, 2, 3, 8, 8], [9999, 2]];
    expect(others.map(layoutOf)).toEqual(others.map(() => null));
  });

  it('is grey from the least number to the largest, or as bytes where they are from 0 to 1; NaN is transparent', () => {
    expect(pixels([1, 3], [-1, 0, 1])).toEqual([
      [0, 0, 0, 255],
      [128, 128, 128, 255],
      [255, 255, 255, 255],
    ]);
    expect(pixels([1, 2], [0.2, 'nan'])).toEqual([
      [51, 51, 51, 255],
      [0, 0, 0, 0],
    ]);
  });

  it('has colours by channel, first or last', () => {
    expect(pixels([3, 1, 2], [1, 0, 0, 1, 0, 0])).toEqual([
      [255, 0, 0, 255],
      [0, 255, 0, 255],
    ]);
    expect(
      pixels(
        [2, 4, 3],
        Array.from({ length: 24 }, (_, index) => (index === 2 ? 1 : 0)),
      )[0],
    ).toEqual([0, 0, 255, 255]);
  });

  it('of a batch is a sheet of pictures', () => {
    const layout = layoutOf([100, 1, 28, 28]);
    expect(layout?.pictures).toBe(64);
    const { width, height } = pictureOf(tensor([100, 1, 28, 28], Array<number>(64 * 784).fill(0)), layout!);
    expect([width, height]).toEqual([8 * 30 - 2, 8 * 30 - 2]);
  });
});
