// The lint of Python's errors: a public function says what it raises.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { problemsIn } from '../../scripts/lint/python-raises.mjs';

let folder;

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'python-raises-'));
});

afterEach(() => rmSync(folder, { recursive: true }));

function messages(source) {
  writeFileSync(path.join(folder, 'a.py'), source);
  return problemsIn(folder).map(({ line, message }) => `${line} ${message}`);
}

const silent =
  'def f(x):\n    """Half of x."""\n    if x < 0:\n        raise ValueError(x)\n    return x / 2\n';

test('a public function that raises without a word is found', () => {
  expect(messages(silent)).toEqual(['1 f raises ValueError: say when under Raises:']);
  const said = silent.replace('x."""', 'x.\n\n    Raises:\n        ValueError: below zero.\n    """');
  expect(messages(said)).toEqual([]);
  expect(messages(said.replace('raise ValueError', 'raise TypeError'))).toEqual([
    '1 f raises TypeError: say when under Raises:',
  ]);
});

test('so is a method without a docstring, and an error that another function makes', () => {
  const source = 'class A:\n    """An A."""\n\n    @other\n    def f(self):\n        raise unexpected("f")\n';
  expect(messages(source)).toEqual(['5 A.f raises an error: say when under Raises:']);
});

test.each([
  ['a private function', silent.replace('def f', 'def _f')],
  ['a function within', 'def f():\n    """F."""\n    def g():\n        raise ValueError\n    return g\n'],
  [
    'an error handed on',
    'def f():\n    """F."""\n    try:\n        g()\n    except ValueError:\n        raise\n',
  ],
  [
    'a class that says it for its __init__',
    'class A:\n    """An A.\n\n    Raises:\n        TypeError: always.\n    """\n\n' +
      '    def __init__(self):\n        raise TypeError\n',
  ],
  [
    'a property that says it for its setter',
    'class A:\n    """An A."""\n\n    @property\n    def x(self):\n        """X.\n\n        Raises:\n' +
      '            TypeError: when set.\n        """\n        return 1\n\n' +
      '    @x.setter\n    def x(self, value):\n        raise TypeError\n',
  ],
])('%s is let pass', (_, source) => {
  expect(messages(source)).toEqual([]);
});
