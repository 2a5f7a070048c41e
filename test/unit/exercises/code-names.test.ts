import { describe, expect, it } from 'vitest';
import { namesOf } from '../../../src/exercises/code-names.ts';

describe('names that code binds and needs', () => {
  it.each<[source: string, binds: string, needs: string]>([
    ['x = 1', 'x', ''],
    ['x = y', 'x', 'y'],
    ['x = x + 1', 'x', 'x'],
    ['x = 1\nx = x + 1', 'x', ''],
    ['x += 1', 'x', 'x'],
    ['x: int = y', 'x', 'int y'],
    ['a, (b, c) = d', 'a b c', 'd'],
    ['a = b = c', 'a b', 'c'],
    ['x.y = z', '', 'x z'],
    ['x[i] = z', '', 'i x z'],
    ['import torch.nn as nn, os.path', 'nn os', ''],
    ['from torch import (nn, optim as o)', 'nn o', ''],
    ['for i, x in data:\n    t = i', 'i t x', 'data'],
    ['for x in f(x): pass', 'x', 'f x'],
    ['with open(p) as f: f.read()', 'f', 'open p'],
    ['try:\n    a()\nexcept E as e:\n    print(e)', 'e', 'E a print'],
    ['def f(a, b=c):\n    d = a\n    return b + d + g', 'f', 'c g'],
    ['def f():\n    return later\nlater = 1', 'f later', ''],
    ['class A(B):\n    def m(self): return self.x + C', 'A', 'B C'],
    ['@dec(A)\ndef f(): pass', 'f', 'A dec'],
    ['y = lambda x, k=d: x + z + k', 'y', 'd z'],
    ['y = [i * k for i in n if i]', 'y', 'k n'],
    ['y = {a: b for a, b in n}', 'y', 'n'],
    ['f(lr=lr)', '', 'f lr'],
    ['print(f"{x} {y:.2f}")', '', 'print x y'],
    ['if (n := f()) > 2: pass', 'n', 'f'],
    ['def f():\n    def g(): return q\n    q = 1\n    return g', 'f', ''],
  ])('%j', (source, binds, needs) => {
    const names = namesOf(source);
    const sorted = (set: ReadonlySet<string>): string[] => [...set].sort();
    expect(sorted(names.binds)).toEqual(binds.split(' ').filter(Boolean).sort());
    expect(sorted(names.needs)).toEqual(needs.split(' ').filter(Boolean).sort());
  });
});
