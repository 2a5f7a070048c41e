/** What the weights of a learner's own loop are compared with, what is no training loop, and curves drawn by hand. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Session } from '../../src/training/threads/session.ts';
import { openSession } from './engine.ts';
import { DATA, fitOf, fitsOf, losses, UPDATE, VARIABLES, xs } from './loop-programs.ts';

let session: Session;

beforeAll(() => {
  session = openSession();
});

afterAll(() => session.dispose());

describe('true values', () => {
  const oneStep = (setUp: string, model: string) => `
import torch
from torch import nn
from d2l import torch as d2l
X = torch.randn(16, 2)
${setUp}
for step in range(2):
    loss = (${model}).square().mean()
    loss.backward()
    with torch.no_grad():
        for p in params:
            p -= 0.01 * p.grad`;

  test('are those of the name, in another case too', async () => {
    const fit = await fitOf(
      session,
      oneStep('T = 300.0\nt = torch.zeros(1, requires_grad=True)\nparams = [t]', 'X * t - 1'),
    );
    expect(fit.weights[0]).toMatchObject({ name: 't', true: [300] });
  });

  test('are those of the data object', async () => {
    const setUp = `data = d2l.SyntheticRegressionData(torch.tensor([2.0, -3.4]), 4.2)
net = nn.Linear(2, 1)
params = list(net.parameters())`;
    const fit = await fitOf(session, oneStep(setUp, 'net(X)'));
    expect(fit.weights.map((weight) => weight.true?.length)).toEqual([2, 1]);
  });

  test('are none where the number of elements differs, or two layers could be meant', async () => {
    const differs = await fitOf(
      session,
      oneStep('w_true = torch.ones(3)\nw = torch.zeros(2, requires_grad=True)\nparams = [w]', 'X @ w - 1'),
    );
    expect(differs.weights[0]).toMatchObject({ true: null, difference: null });
    const layers = `true_w, true_b = torch.ones(2), 1.0
net = nn.Sequential(nn.Linear(2, 2), nn.Linear(2, 1))
params = list(net.parameters())`;
    const deep = await fitOf(session, oneStep(layers, 'net(X)'));
    expect(deep.weights.map((weight) => weight.true)).toEqual([null, null, null, null]);
  });

  test('are never what is learned itself', async () => {
    const setUp = `W = torch.zeros(2, requires_grad=True)
w = torch.zeros(2, requires_grad=True)
params = [w, W]`;
    const fit = await fitOf(session, oneStep(setUp, 'X @ w + X @ W - 1'));
    expect(fit.weights.map((weight) => weight.true)).toEqual([null, null]);
  });
});

describe('no fit', () => {
  test("is the book's demonstration of autograd", async () => {
    const fits = await fitsOf(
      session,
      `
import torch
x = torch.arange(4.0, requires_grad=True)
y = 2 * torch.dot(x, x)
y.backward()
x.grad.zero_()
y = x.sum()
y.backward()
x.grad.zero_()
(x * x).sum().backward()
def f(a):
    b = a * 2
    while b.norm() < 1000:
        b = b * 2
    return b if b.sum() > 0 else 100 * b
a = torch.randn(size=(), requires_grad=True)
d = f(a)
d.backward()
a.grad == d / a`,
    );
    expect(fits).toEqual([]);
  });

  test('are many backward passes without an update', async () => {
    expect(
      await fitsOf(
        session,
        `${DATA}${VARIABLES}
for row in range(20):
    (X[row] @ w + b - y[row]).square().sum().backward()`,
      ),
    ).toEqual([]);
  });

  test('is one step, or a tensor for each step', async () => {
    expect(
      await fitsOf(
        session,
        `
import torch
for step in range(10):
    w = torch.ones(2, requires_grad=True)
    w.sum().backward()
    with torch.no_grad():
        w -= w.grad`,
      ),
    ).toEqual([]);
  });
});

describe('names', () => {
  test('do without self in a method of an object that no variable holds', async () => {
    const fit = await fitOf(
      session,
      `${DATA}
class Agent:
    def __init__(self):
        self.net = nn.Linear(2, 1)
        self.optimizer = torch.optim.SGD(self.net.parameters(), lr=0.1)
    def learn(self):
        for step in range(3):
            self.optimizer.zero_grad()
            ((self.net(X).squeeze() - y) ** 2).mean().backward()
            self.optimizer.step()
Agent().learn()`,
    );
    expect(fit.model).toBe('Agent');
    expect(fit.weights.map(({ name }) => name)).toEqual(['net.weight', 'net.bias']);
  });

  test('are said to be missing where nothing holds a weight', async () => {
    const fit = await fitOf(
      session,
      `${DATA}
def training():
    hidden = {'deep': {'er': torch.zeros(2, requires_grad=True)}}
    def step():
        ((X @ hidden['deep']['er'] - y) ** 2).mean().backward()
        with torch.no_grad():
            hidden['deep']['er'] -= 0.1 * hidden['deep']['er'].grad
    return step
step = training()
for _ in range(3):
    step()`,
    );
    expect(fit.weights.map(({ name, shape }) => [name, shape])).toEqual([['unnamed 1', [2]]]);
  });
});

describe('the curve', () => {
  test('has a bounded number of points', async () => {
    const fit = await fitOf(
      session,
      `
import torch
w = torch.zeros(1, requires_grad=True)
for step in range(5000):
    loss = (w - 1).square().sum()
    loss.backward()
    with torch.no_grad():
        w -= 1e-3 * w.grad
        w.grad.zero_()`,
    );
    expect(losses(fit).length).toBeLessThan(1300);
    expect(xs(fit)?.at(-1)).toBeGreaterThan(4900);
  });

  test('shows where the loss becomes infinite or NaN', async () => {
    const fit = await fitOf(
      session,
      `${DATA}${VARIABLES}
for step in range(200):
    ((X @ w + b - y) ** 2).mean().backward()${UPDATE.replace('0.1', '10.0')}`,
    );
    expect(fit.curves['loss']?.some(([, value]) => value === 'inf')).toBe(true);
    expect(fit.weights[0]?.learned).toEqual(['nan', 'nan']);
  });
});

describe('curves that the code draws itself', () => {
  test('belong to the fit of the loop: train_ch3', async () => {
    const fit = await fitOf(
      session,
      `${DATA}
labels = (y > 0).long()
batches = d2l.load_array((X, labels), 16)
net = nn.Linear(2, 2)
d2l.train_ch3(net, batches, batches, nn.CrossEntropyLoss(reduction='none'), 3, torch.optim.SGD(net.parameters(), lr=0.1))`,
    );
    expect(fit).toMatchObject({ model: 'Linear', epochs: 3 });
    expect(Object.keys(fit.curves)).toEqual(['loss', 'train loss', 'train acc', 'test acc']);
    expect(xs(fit, 'train loss')).toEqual([1, 2, 3]);
    expect(xs(fit)).toHaveLength(6);
  });

  test('are apart from a loss over steps', async () => {
    const fits = await fitsOf(
      session,
      `${DATA}${VARIABLES}
animator = d2l.Animator(legend=['mine'])
for step in range(5):
    loss = ((X @ w + b - y) ** 2).mean()
    loss.backward()${UPDATE}
    animator.add(step + 1, loss.item())`,
    );
    expect(fits.map((fit) => Object.keys(fit.curves))).toEqual([['loss'], ['mine']]);
    expect(xs(fits[1], 'mine')).toEqual([1, 2, 3, 4, 5]);
  });

  test('need no loop', async () => {
    const fits = await fitsOf(
      session,
      `
from d2l import torch as d2l
board = d2l.ProgressBoard('x')
for x in range(10):
    board.draw(x, x * x, 'square', every_n=1)`,
    );
    expect(fits.map((fit) => Object.keys(fit.curves))).toEqual([['square']]);
    expect(xs(fits[0], 'square')).toHaveLength(10);
  });
});

test('a Trainer is its own fit, before and after loops', async () => {
  const fits = await fitsOf(
    session,
    `${DATA}${VARIABLES}
for step in range(3):
    ((X @ w + b - y) ** 2).mean().backward()${UPDATE}
data = d2l.SyntheticRegressionData(true_w, true_b)
model = d2l.LinearRegressionScratch(2, lr=0.03)
d2l.Trainer(max_epochs=2).fit(model, data)
for step in range(3):
    ((X @ w + b - y) ** 2).mean().backward()${UPDATE}`,
  );
  expect(fits.map(({ model, epochs }) => [model, epochs])).toEqual([
    ['loop', 0],
    ['LinearRegressionScratch', 2],
  ]);
  expect(Object.keys(fits[1]?.curves ?? {})).toEqual(['train_loss', 'val_loss']);
  // The loop's weights are its own; it goes on where it was.
  expect(losses(fits[0])).toHaveLength(6);
});
