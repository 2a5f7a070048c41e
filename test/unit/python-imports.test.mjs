// The lint of Python's imports: circles, layers, and the names that modules offer in their packages.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { problemsIn } from '../../scripts/lint/python-imports.mjs';
import { collect } from '../../scripts/python-collected.mjs';

let folder;

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'python-imports-'));
});

afterEach(() => rmSync(folder, { recursive: true }));

function write(files) {
  for (const [file, source] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
    writeFileSync(path.join(folder, file), source);
  }
}

const messages = () =>
  problemsIn(folder).map(({ file, line, message }) => `${path.basename(file)}:${line} ${message}`);

test('a circle is found, also where one of its imports waits inside a function', () => {
  write({
    'torch/__init__.py': 'from . import a\n',
    'torch/a.py': 'from .b import g\n\ndef f():\n    return g()\n',
    'torch/b.py': '"""B."""\n\ndef g():\n    from .a import f\n\n    return f\n',
  });
  expect(messages()).toEqual(['a.py:1 imports run in a circle: torch.a -> torch.b -> torch.a']);
});

test.each([
  ['import torch.a', 'import torch.a\n'],
  ['several in brackets', 'from torch import (\n    c,  # first\n    a as other,\n)\n'],
  ['import_module', "from importlib import import_module\n\nx = import_module('torch.a')\n"],
])('%s closes a circle too', (_, source) => {
  write({
    'torch/__init__.py': '',
    'torch/a.py': 'from . import b\n',
    'torch/b.py': source,
    'torch/c.py': '',
  });
  expect(messages()).toEqual(['a.py:1 imports run in a circle: torch.a -> torch.b -> torch.a']);
});

test('what is imported for its types only runs in no circle', () => {
  write({
    'torch/__init__.py': '',
    'torch/a.py': 'from . import b\n',
    'torch/b.py': 'from typing import TYPE_CHECKING\n\nif TYPE_CHECKING:\n    from .a import f\n',
  });
  expect(messages()).toEqual([]);
});

test('a package below may not know one above', () => {
  write({
    'd2l/__init__.py': 'import torch\n',
    'numpy/__init__.py': 'import torch\n\ndef f():\n    import d2l\n',
    'torch/__init__.py': '',
  });
  expect(messages()).toEqual(['__init__.py:4 numpy may not import d2l: imports only point down']);
});

test('a circle through the names that a package collects is found', () => {
  write({
    'numpy/__init__.py': 'from ._collected import *\n',
    'numpy/a.py': "from . import b\n__all__ = ['f']\n_OFFERED_BY = 'numpy'\n",
    'numpy/b.py': 'def g():\n    import numpy\n',
  });
  expect(messages()).toEqual([
    '__init__.py:1 imports run in a circle: numpy -> numpy._collected -> numpy.a -> numpy.b -> numpy',
  ]);
});

test('modules say what they offer, and two may not offer the same', () => {
  write({
    'numpy/__init__.py': '',
    'numpy/a.py': "__all__ = ['f', 'g']\n_OFFERED_BY = 'numpy'\n",
    'numpy/b.py': "__all__ = [\n    'h',  # and no other\n]\n_OFFERED_LATE_BY = 'numpy'\n",
  });
  const { modules, names, late } = collect(folder).get('numpy');
  expect(modules).toEqual(['numpy.a']);
  expect([...names.keys()]).toEqual(['f', 'g']);
  expect([...late]).toEqual([['h', 'numpy.b']]);
  write({ 'numpy/c.py': "__all__ = ['h']\n_OFFERED_BY = 'numpy'\n" });
  expect(() => collect(folder)).toThrow('numpy.c and numpy.b both offer numpy.h');
});
