import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ParameterValue } from '../../../src/exercises/model.ts';
import { applyOverrides } from '../../../src/exercises/overrides.ts';
import { readParameters } from '../../../src/exercises/parameters.ts';
import { blockOf } from './documents.ts';

function override(source: string, overrides: Record<string, ParameterValue>): string {
  const block = blockOf(source);
  return applyOverrides(block, readParameters(block), overrides).slice(0, -1);
}

describe('the literal that is written', () => {
  it.each<[string, ParameterValue, string]>([
    ['3', 2, '2'],
    ['3', -2, '-2'],
    ['3', 1e21, '1000000000000000000000'],
    ['3', Infinity, "float('inf')"],
    ['0.03', 2, '2.0'],
    ['0.03', 0.5, '0.5'],
    ['0.03', 1e-5, '1e-05'],
    ['0.03', 1.25e-7, '1.25e-07'],
    ['0.03', 0.0001, '0.0001'],
    ['0.03', 1e16, '1e+16'],
    ['0.03', 123456789012345, '123456789012345.0'],
    ['0.03', -0.000123, '-0.000123'],
    ['0.03', 0, '0.0'],
    ['0.03', -0, '-0.0'],
    ['0.03', Infinity, "float('inf')"],
    ['0.03', -Infinity, "float('-inf')"],
    ['0.03', NaN, "float('nan')"],
    ['True', false, 'False'],
    ['"a"', 'b"c\\\n', '"b\\"c\\\\\\n"'],
    ["'a'", 'it\'s "so"\\', "'it\\'s \"so\"\\\\'"],
    ["'a'", '\u2028\0é😀', "'\\u2028\\u0000é😀'"],
    ['[2, -3.4]', [3, 0.5], '[3, 0.5]'],
    ['[2, -3.4]', [3, -3], '[3, -3.0]'],
    ['[2., 1]', [3, 4, 5], '[3.0, 4, 5.0]'],
    ['[1, 2]', [3, 4, 5], '[3, 4, 5]'],
    ['2.  # two', 3, '3.0  # two'],
    ['(2)', 3, '(3)'],
    ['(0.9, 0.999)', [0.5], '(0.5,)'],
    ['torch.tensor([2, -3.4])', [1, 2.5], 'torch.tensor([1, 2.5])'],
  ])('%s set to %j', (literal, value, written) => {
    expect(override(`x = ${literal}`, { x: value })).toBe(`x = ${written}`);
  });

  it.each<[string, ParameterValue, string]>([
    ['x = [1,\n  2]\ny = 1', [5, 6], 'x = [5, 6\n]\ny = 1'],
    ['x = (1,\r\n)\r\ny = 1', [5], 'x = (5,\r\n)\r\ny = 1'],
    ['x = """a\nb"""\ny = 1', 'c', 'x = ("c"\n)\ny = 1'],
  ])('%j keeps its lines', (source, value, written) => {
    expect(override(source, { x: value })).toBe(written);
  });

  it.each<[string, ParameterValue]>([
    ['3', 'a'],
    ['3', true],
    ['True', 1],
    ['"a"', 1],
    ['[1]', 1],
    ['0.1', [1]],
  ])('refuses %s set to %j', (literal, value) => {
    expect(() => override(`x = ${literal}`, { x: value })).toThrow(/^x is .* is not$/);
  });
});

describe('overrides of a block', () => {
  it('replaces several and leaves the rest', () => {
    const source = 'm = Model(2, lr=0.03)\nt = Trainer(max_epochs=3, lr=1)\n# lr=0.03';
    expect(override(source, { 'Model.lr': 2, 'Trainer.max_epochs': 10 })).toBe(
      'm = Model(2, lr=2.0)\nt = Trainer(max_epochs=10, lr=1)\n# lr=0.03',
    );
  });

  it('ignores keys of other blocks, and names of every object', () => {
    expect(override('x = 1', { y: 2 })).toBe('x = 1');
    expect(override('toString = 1', {})).toBe('toString = 1');
  });
});

describe('any override', () => {
  const literal = fc.oneof(
    fc.integer().map(String),
    fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => value.toExponential()),
    fc.constantFrom(
      'True',
      'False',
      "float('inf')",
      '1_0',
      '0x1F',
      '.5',
      "'''a\nb'''",
      '[1,\n -2.5]',
      '(1,)',
    ),
    fc.string().map((text) => JSON.stringify(text)),
    fc.array(fc.integer(), { minLength: 1 }).map((items) => `[${items.join(', ')}]`),
  );
  const source = fc
    .array(literal, { minLength: 1, maxLength: 8 })
    .map((literals) =>
      literals
        .map((text, nth) => (nth % 2 === 0 ? `x${nth} = ${text}` : `f(x${nth}=${text}, y=z)`))
        .join('\n'),
    );
  const other: Record<string, ParameterValue> = {
    integer: -7,
    float: 0.125,
    boolean: true,
    string: '\'"\\\n',
    vector: [4],
  };

  it('with the own values reads back the same values', () => {
    fc.assert(
      fc.property(source, (text) => {
        const block = blockOf(text);
        const parameters = readParameters(block);
        const own = Object.fromEntries(parameters.map(({ key, value }) => [key, value]));
        const again = readParameters(blockOf(applyOverrides(block, parameters, own)));
        expect(again.map(({ key, value }) => [key, value])).toEqual(
          parameters.map(({ key, value }) => [key, value]),
        );
      }),
    );
  });

  it('changes that literal only, and no line moves', () => {
    fc.assert(
      fc.property(source, fc.nat(), (text, pick) => {
        const block = blockOf(text);
        const parameters = readParameters(block);
        const parameter = parameters[pick % parameters.length];
        if (!parameter) throw new Error('no parameter');
        const value = other[parameter.kind] ?? 0;
        const changed = applyOverrides(block, parameters, { [parameter.key]: value });
        expect(changed.startsWith(block.source.slice(0, parameter.start))).toBe(true);
        expect(changed.endsWith(block.source.slice(parameter.end))).toBe(true);
        expect(changed.split('\n')).toHaveLength(block.source.split('\n').length);
        const again = readParameters(blockOf(changed)).find(({ key }) => key === parameter.key);
        expect(again?.value).toEqual(value);
      }),
    );
  });
});
