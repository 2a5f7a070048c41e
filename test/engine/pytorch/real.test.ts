/** Section 3.4's nine exercises, an own loop, a classifier and a failing program on the built-in engine and on real PyTorch. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { compareResults, firstParting } from '../../../src/compare/compare.ts';
import { readBlocks } from '../../../src/exercises/blocks.ts';
import { planCells, planRun } from '../../../src/exercises/plan.ts';
import type { Cell } from '../../../src/training/protocol/protocol.ts';
import { openSession } from '../engine.ts';
import { execute, pythonWithPyTorch, sessionOf } from './pythons.ts';

const SECTION = '3.4-linear-regression-scratch.py';
const workbook = await readFile(path.join(import.meta.dirname, '../../../workbook', SECTION), 'utf8');

function cellsOf(exercise: string): readonly Cell[] {
  return planCells(planRun(readBlocks(workbook, 'python', SECTION), { exercise }), {});
}

const alone = (source: string): readonly Cell[] => [{ source, document: 'exercise.py', firstLine: 1 }];

const LOOP = `
import torch
true_w, true_b = torch.tensor([2, -3.4]), 4.2
X = torch.normal(0, 1, (1000, 2))
y = X @ true_w + true_b + torch.normal(0, 0.01, (1000,))
w, b = torch.zeros(2, requires_grad=True), torch.zeros(1, requires_grad=True)
for step in range(30):
    loss = ((X @ w + b - y) ** 2).mean()
    loss.backward()
    with torch.no_grad():
        w.data -= 0.1 * w.grad
        b.data -= 0.1 * b.grad
    w.grad = b.grad = None
print(w)
`;

const CLASSIFIER = `
import torch
from torch import nn
from torch.utils import data
X = torch.randn(200, 4)
y = (X[:, 0] > 0).long()
loader = data.DataLoader(data.TensorDataset(X, y), 20, shuffle=True)
net = nn.Sequential(nn.Linear(4, 8), nn.ReLU(), nn.Linear(8, 2))
optimizer = torch.optim.SGD(net.parameters(), lr=0.5)
loss = nn.CrossEntropyLoss()
for epoch in range(5):
    for inputs, labels in loader:
        optimizer.zero_grad()
        l = loss(net(inputs), labels)
        l.backward()
        optimizer.step()
float((net(X).argmax(1) == y).float().mean())
`;

const FAILING = 'import torch\nx = torch.ones(2, 2)\nprint("before")\nx @ torch.ones(3, 4)\n';

const PLOT =
  'import torch\nfrom d2l import torch as d2l\nx = torch.arange(0, 3, 0.1)\nd2l.plot(x, [x ** 2, 2 * x - 1], "x", "f(x)", legend=["f(x)", "Tangent"])\n';

const PROGRAMS: readonly [string, readonly Cell[]][] = [
  ...Array.from({ length: 9 }, (_, index): [string, readonly Cell[]] => {
    const exercise = `3.4.${String(index + 1)}`;
    return [exercise, cellsOf(exercise)];
  }),
  ['an own loop', alone(LOOP)],
  ['a classifier', alone(CLASSIFIER)],
  ['a failing program', alone(FAILING)],
  ['a figure', alone(PLOT)],
];

describe.skipIf(pythonWithPyTorch === null)('the same on both engines', () => {
  const builtIn = openSession();
  const pytorch = sessionOf(pythonWithPyTorch ?? '');
  afterAll(() => Promise.all([builtIn.dispose(), pytorch.dispose()]));

  test.each(PROGRAMS)('%s', async (_, cells) => {
    const [one, other] = await Promise.all([
      execute(builtIn, '', { cells }),
      execute(pytorch, '', { cells }),
    ]);
    const comparison = compareResults(one.result, other.result);
    expect(firstParting(comparison)).toBeUndefined();
    expect(comparison.verdict).toBe('same');
    expect(other.result.error?.line).toBe(one.result.error?.line);
    expect(other.result.fits.map(({ unit }) => unit)).toEqual(one.result.fits.map(({ unit }) => unit));
  });
});
