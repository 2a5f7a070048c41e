import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Parameter, ParameterValue } from '../../../src/exercises/model.ts';
import { readParameters } from '../../../src/exercises/parameters.ts';
import { blockOf } from './documents.ts';

const read = (source: string): readonly Parameter[] => readParameters(blockOf(source));
const summary = (source: string): unknown[] => read(source).map(({ key, kind, value }) => [key, kind, value]);

describe('where parameters stand', () => {
  it.each<[string, string, string, string]>([
    ['trainer = d2l.Trainer(max_epochs=3)', 'Trainer.max_epochs', 'max_epochs', 'Trainer'],
    ['Trainer(max_epochs=3)', 'Trainer.max_epochs', 'max_epochs', 'Trainer'],
    ['super().__init__(lr=1)', 'super.lr', 'lr', 'super'],
    ['superb(lr=1)', 'superb.lr', 'lr', 'superb'],
    ['self.net(x)(lr=1)', 'lr', 'lr', ''],
    ['def f(a, lr=0.1): pass', 'f.lr', 'lr', 'f'],
    ['async def f(*, lr: float = 0.1): pass', 'f.lr', 'lr', 'f'],
    ['class A(B):\n    def __init__(self, sigma=0.01):\n        pass', 'A.sigma', 'sigma', 'A'],
    ['class A:\n    def loss(self, delta=1.0):\n        pass', 'A.loss.delta', 'delta', 'A.loss'],
    ['@d2l.add_to_class(d2l.Trainer)\ndef fit(self, n=1): pass', 'Trainer.fit.n', 'n', 'Trainer.fit'],
    ['@d2l.add_to_class(Model)\ndef __init__(self, n=1): pass', 'Model.n', 'n', 'Model'],
    ['class A:\n    lr = 0.1', 'A.lr', 'lr', 'A'],
    ['lr = 0.03', 'lr', 'lr', ''],
    ['lr: float = 0.03', 'lr', 'lr', ''],
    ['def f():\n    lr = 0.03', 'lr', 'lr', ''],
    ['data . y[4,\n  5] = 10000', 'data . y[4, 5]', 'data . y[4, 5]', ''],
    ['self.lr = 1', 'self.lr', 'self.lr', ''],
    ['a = b = 1', 'a', 'a', ''],
  ])('%s', (source, key, name, group) => {
    expect(read(source)).toMatchObject([{ key, name, group }]);
  });

  it('takes the index of an element that is assigned to as well', () => {
    expect(summary('data.y[4] = 10000\nx[-1] = 2')).toEqual([
      ['index of data.y', 'integer', 4],
      ['data.y[4]', 'integer', 10000],
      ['index of x', 'integer', -1],
      ['x[-1]', 'integer', 2],
    ]);
    expect(read("x['a'] = 1\nx[i] = 1\nx[1:2] = 1").map(({ key }) => key)).toEqual([
      "x['a']",
      'x[i]',
      'x[1:2]',
    ]);
  });

  it('takes the pairs of a tuple assignment', () => {
    expect(summary('lr, num_epochs, net = 0.5, 3, f()')).toEqual([
      ['lr', 'float', 0.5],
      ['num_epochs', 'integer', 3],
    ]);
  });

  it.each([
    'print(1, 2)',
    'torch.normal(0, 1, x)',
    'x += 1',
    'x == 1',
    'lr = 0.1 * 2',
    'lr = 2 ** -3',
    'x = not True',
    'x = --1',
    'x = f"a"',
    'x = b"a"',
    'x = "a" "b"',
    'x = 1j',
    'x = 2.0.real',
    'x = 2 .real',
    'x = (1 + 2)',
    'x = (yield)',
    'x = None',
    'x = []',
    'x = [1, a]',
    'x = [[1], [2]]',
    'x = 1 if y else 2',
    'x = 9007199254740993',
    'x = "\\N{BULLET}"',
    'a, b = 1',
    'a, *b = 1, 2',
    'x = lambda a=1: a',
    'f(a=torch.randn(3))',
    'f(a=torch.tensor(torch.tensor(1)))',
    'type X = 3',
    'match x:\n    case A(b=1):\n        pass',
    '# lr = 1\n"lr = 1"',
  ])('finds none in %s', (source) => {
    expect(read(`${source}\npass`)).toEqual([]);
  });

  it('numbers those that share a key', () => {
    const source = 'd2l.Trainer(max_epochs=3)\nd2l.Trainer(max_epochs=10)\nlr = 1\nlr = 2';
    expect(read(source).map(({ key }) => key)).toEqual([
      'Trainer.max_epochs',
      'Trainer.max_epochs#2',
      'lr',
      'lr#2',
    ]);
  });
});

describe('what parameters hold', () => {
  it.each<[string, Parameter['kind'], ParameterValue]>([
    ['0', 'integer', 0],
    ['-3', 'integer', -3],
    ['+3', 'integer', 3],
    ['- 3', 'integer', -3],
    ['10_000', 'integer', 10_000],
    ['0xFF', 'integer', 255],
    ['0b101', 'integer', 5],
    ['0o17', 'integer', 15],
    ['0.03', 'float', 0.03],
    ['.5', 'float', 0.5],
    ['2.', 'float', 2],
    ['-2.', 'float', -2],
    ['2.e1', 'float', 20],
    ['[2., 1]', 'vector', [2, 1]],
    ['(0.5)', 'float', 0.5],
    ['1e-3', 'float', 0.001],
    ['-1_0.5E+2', 'float', -1050],
    ['1e999', 'float', Infinity],
    ["float('inf')", 'float', Infinity],
    ['float("-inf")', 'float', -Infinity],
    ['float("nan")', 'float', NaN],
    ['True', 'boolean', true],
    ['False', 'boolean', false],
    ["'L1'", 'string', 'L1'],
    ['"a\\"b\\n\\x41\\u00e9\\U0001F600\\101\\q"', 'string', 'a"b\né😀A\\q'.replace('\né', '\nAé')],
    ["r'a\\n'", 'string', 'a\\n'],
    ["u'a'", 'string', 'a'],
    ["'''a\nb'''", 'string', 'a\nb'],
    ["''", 'string', ''],
    ['[2, -3.4]', 'vector', [2, -3.4]],
    ['(0.9, 0.999)', 'vector', [0.9, 0.999]],
    ['(1,)', 'vector', [1]],
    ['[1,\n  2]', 'vector', [1, 2]],
    ['torch.tensor([2, -3.4])', 'vector', [2, -3.4]],
    ['np.array((1, 2))', 'vector', [1, 2]],
    ['torch.tensor(4.2)', 'float', 4.2],
    ['torch.tensor([2, -3.4], dtype=torch.float32)', 'vector', [2, -3.4]],
  ])('%s', (literal, kind, value) => {
    expect(read(`x = ${literal}`)).toMatchObject([{ key: 'x', kind, value }]);
    expect(read(`f(x=${literal})`)).toMatchObject([{ key: 'f.x', kind, value }]);
  });

  it('places literals in UTF-16 units, sign and brackets included', () => {
    const block = blockOf("s = '𝒳é'\r\nf(lr=-0.5, w=torch.tensor([2, 3]))\r\n");
    const literals = readParameters(block).map(({ start, end, line }) => [
      block.source.slice(start, end),
      line,
    ]);
    expect(literals).toEqual([
      ["'𝒳é'", 1],
      ['-0.5', 2],
      ['[2, 3]', 2],
    ]);
  });

  it('gives lines of the document', () => {
    const block = blockOf('# %% [1] a\n\nx = 1\nf(\n  y=2)\n');
    expect(readParameters(block).map(({ line }) => line)).toEqual([3, 5]);
  });

  it.each(['f(a=1, b=', 'def f(a=1', 'x = [1, 2', 'class A(\nx = 3', "x = 'a", ')))', 'x = (1,, 2)'])(
    'survives the unfinished %j',
    (source) => {
      expect(() => read(source)).not.toThrow();
    },
  );
});

it('never throws and keeps to its contract whatever the source', () => {
  const token = fc.constantFrom(
    'x',
    ' = ',
    '1',
    '-',
    '[',
    ']',
    '(',
    ')',
    ',',
    'f(',
    'a=',
    "'",
    '"""',
    '\n',
    '\r\n',
    '  ',
    'def f(',
    'class A:',
    ': ',
    'True',
    'torch.tensor(',
    "float('inf')",
    '@',
    '#',
    '\\',
    '𝒳',
    '.',
    'lambda ',
    '1e5',
    '*',
    'f"{',
    '}"',
  );
  fc.assert(
    fc.property(fc.array(fc.oneof(token, fc.string({ maxLength: 4 })), { maxLength: 40 }), (tokens) => {
      const block = blockOf(`pass\n${tokens.join('')}`);
      const parameters = readParameters(block);
      expect(new Set(parameters.map(({ key }) => key)).size).toBe(parameters.length);
      for (const { start, end, line } of parameters) {
        expect(start).toBeLessThan(end);
        expect(block.source.slice(0, start).split(/\r\n|\r|\n/)).toHaveLength(line);
      }
    }),
    { numRuns: 1000 },
  );
});
