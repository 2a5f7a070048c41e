/** How many epochs or steps a loop of the learner's own is to have: from its `range`, where that is certain. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Session } from '../../src/training/threads/session.ts';
import { openSession, run } from './engine.ts';

let session: Session;

beforeAll(() => {
  session = openSession();
});

afterAll(() => session.dispose());

const HEAD = `import torch
from torch import nn
from d2l import torch as d2l
X = torch.randn(40, 2)
y = (X @ torch.tensor([2.0, -3.4])).reshape(-1, 1)
def model():
    net = nn.Linear(2, 1)
    return net, torch.optim.SGD(net.parameters(), lr=0.01)
net, trainer = model()
loss = nn.MSELoss()
batches = d2l.load_array((X, y), 10)
def step(net, trainer, X, y):
    l = loss(net(X), y)
    trainer.zero_grad()
    l.backward()
    trainer.step()
`;
/** A step, so far to the right. */
const stepAt = (spaces: number, features = 'X', labels = 'y'): string =>
  `l = loss(net(${features}), ${labels})\ntrainer.zero_grad()\nl.backward()\ntrainer.step()`.replace(
    /^/gm,
    ' '.repeat(spaces),
  );
const BATCHES = `    for a, b in batches:\n${stepAt(8, 'a', 'b')}`;

/** What each fit of a program was to have: epochs or steps, 0 where unknown. */
async function totals(code: string): Promise<[number, string][]> {
  const begun: [number, string][] = [];
  const { status, error } = await run(session, HEAD + code, {
    onEvent: (event) => {
      if (event.type === 'fitStarted') begun.push([event.epochs, event.unit ?? 'epoch']);
    },
  });
  expect(error?.traceback ?? '').toBe('');
  expect(status).toBe('ok');
  return begun;
}

describe('a loop says how many rounds it has', () => {
  test.each<[string, string, [number, string]]>([
    ['steps of a range', `for i in range(12):\n${stepAt(4)}`, [12, 'step']],
    ['a variable', `n = 7\nfor i in range(n):\n${stepAt(4)}`, [7, 'step']],
    ['start, end and stride', `n = 7\nfor i in range(2, 2 * n + 1, 3):\n${stepAt(4)}`, [5, 'step']],
    ['downwards', `for i in range(9, -1, -1):\n${stepAt(4)}`, [10, 'step']],
    ['the length of a tensor', `for i in range(len(X)):\n${stepAt(4)}`, [40, 'step']],
    ['enumerated', `for i, j in enumerate(range(3, 9)):\n${stepAt(4)}`, [6, 'step']],
    ['an attribute', `class C: pass\nc = C()\nc.n = 6\nfor i in range(c.n):\n${stepAt(4)}`, [6, 'step']],
    ['epochs of a DataLoader', `num_epochs = 4\nfor epoch in range(num_epochs):\n${BATCHES}`, [4, 'epoch']],
    [
      'steps within epochs',
      `for epoch in range(3):\n    for i in range(0, 40, 10):\n${stepAt(8, 'X[i:i + 10]', 'y[i:i + 10]')}`,
      [12, 'step'],
    ],
    ['in a function', `def train(n):\n    for i in range(n):\n${stepAt(8)}\ntrain(8)`, [8, 'step']],
    ['around a function', `for i in range(11):\n    step(net, trainer, X, y)`, [11, 'step']],
    ['epochs around a function', `def epoch():\n${BATCHES}\nfor e in range(5):\n    epoch()`, [5, 'epoch']],
    [
      'after a while that is over',
      `i = 0\nwhile i < 3:\n    i += 1\nfor i in range(6):\n${stepAt(4)}`,
      [6, 'step'],
    ],
  ])('%s', async (_, code, expected) => {
    expect(await totals(code)).toEqual([expected]);
  });

  test('of each of several models', async () => {
    const code = `for lr in (0.1, 0.01):\n    net, trainer = model()\n    for i in range(5):\n${stepAt(8)}`;
    expect(await totals(code)).toEqual([
      [5, 'step'],
      [5, 'step'],
    ]);
  });

  test('of models that a function makes', async () => {
    const code = `def train(lr):\n    net, trainer = model()\n    for i in range(5):\n${stepAt(8)}\nfor lr in (0.1, 0.01):\n    train(lr)`;
    expect(await totals(code)).toEqual([
      [5, 'step'],
      [5, 'step'],
    ]);
  });
});

describe('a loop whose rounds are not certain says nothing', () => {
  test.each<[string, string]>([
    ['while', `i = 0\nwhile i < 5:\n    i += 1\n${stepAt(4)}`],
    ['one that may break', `for i in range(9):\n${stepAt(4)}\n    if i == 5: break`],
    ['a list', `for i in [1, 2, 3, 4]:\n${stepAt(4)}`],
    ['the learner’s own iterator', `def those():\n    yield from range(5)\nfor i in those():\n${stepAt(4)}`],
    ['the learner’s own range', `def range(n): return [1] * n\nfor i in range(5):\n${stepAt(4)}`],
    ['one that a call makes', `def n(): return 5\nfor i in range(n()):\n${stepAt(4)}`],
    [
      'gradients added up',
      `for i in range(12):\n    loss(net(X), y).backward()\n    if i % 4 == 3:\n        trainer.step()\n        trainer.zero_grad()`,
    ],
    ['two steps a round', `for i in range(5):\n${stepAt(4)}\n${stepAt(4)}`],
    ['steps of which some are left out', `for i in range(9):\n    if i < 3: continue\n${stepAt(4)}`],
    [
      'the same model again, in a loop of unknown length',
      `for again in [1, 2]:\n    for i in range(5):\n${stepAt(8)}`,
    ],
  ])('%s', async (_, code) => {
    const found = await totals(code);
    expect(found.map(([total]) => total)).toEqual(found.map(() => 0));
    expect(found).not.toEqual([]);
  });
});
