import { describe, expect, it } from 'vitest';
import { csvOf, tableOf } from '../../../src/editor/variables/tensor-table.ts';
import { descriptionOf, treeOf, valuesOf } from '../../../src/editor/variables/variable-tree.ts';
import type { Variable, VariableTensor } from '../../../src/training/protocol/protocol.ts';
import { english } from './sample.ts';

const variable = (name: string, more: Partial<Variable> = {}): Variable => ({
  name,
  parent: -1,
  type: 'int',
  text: '1',
  ...more,
});
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
  });

  it('have each a path of its own, though keys look alike', () => {
    const paths = treeOf([variable('[Point]'), variable('[Point]')], null).map(({ path }) => path);
    expect(paths).toEqual(['[Point]', '[Point] #2']);
  });

  it('may name owners that are not there, or come later', () => {
    expect(treeOf([variable('a', { parent: 5 }), variable('b', { parent: 1 })], null)).toHaveLength(2);
  });
});

describe('a tensor’s table', () => {
  it('has its rows, the numbers under each other', () => {
    const { text, cells, slices } = tableOf(tensor([2, 3], [1, -2.5, 3, 10, 'nan', 6]), '');
    expect(text).toBe('   1, -2.5,    3\n  10,  nan,    6\n');
    const lines = text.split('\n');
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

  it('is copied as CSV', () => {
    expect(csvOf(tensor([2, 2], [1, 2.5, 'nan', 4]))).toBe('1,2.5\nnan,4\n');
    expect(csvOf(tensor([2], [1, 2]))).toBe('1\n2\n');
  });
});
