import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Examples, StepMessage } from '../../src/training/protocol/protocol.ts';
import type { Session } from '../../src/training/threads/session.ts';
import { openSession, run, start } from './engine.ts';

let session: Session;

beforeAll(() => {
  session = openSession();
});

afterAll(() => session.dispose());

interface Told {
  readonly stdout: string;
  readonly steps: readonly StepMessage[];
  readonly examples: readonly Examples[];
}

async function told(source: string, steps = true): Promise<Told> {
  const [found, examples]: [StepMessage[], Examples[]] = [[], []];
  const started = start(session, source, {
    steps,
    onEvent: (event) => {
      if (event.type === 'step') found.push(event);
      if (event.type === 'examples') examples.push(event.examples);
    },
  });
  const { status, stdout, error } = await started.result;
  expect(status, error?.traceback).toBe('ok');
  return { stdout, steps: found, examples };
}

const LINEAR = `
import torch
from d2l import torch as d2l
model = d2l.LinearRegressionScratch(2, lr=0.03)
data = d2l.SyntheticRegressionData(w=torch.tensor([2, -3.4]), b=4.2)
d2l.Trainer(max_epochs=6).fit(model, data)
print(model.w.tolist(), torch.rand(2).tolist())`;

const MOONS = `
import torch, math
from torch import nn
t = torch.rand(60) * math.pi
X = torch.cat([torch.stack([torch.cos(t), torch.sin(t)], 1), torch.stack([1 - torch.cos(t), 0.5 - torch.sin(t)], 1)])
y = torch.cat([torch.zeros(60), torch.ones(60)])
net = nn.Sequential(nn.Linear(2, 16), nn.Tanh(), nn.Linear(16, 1))
loss_fn = nn.BCEWithLogitsLoss()
opt = torch.optim.Adam(net.parameters(), lr=0.05)
for epoch in range(300):
    opt.zero_grad()
    loss = loss_fn(net(X).squeeze(-1), y)
    loss.backward()
    opt.step()
print(loss.item())`;

const CURVE = `
import torch
w = torch.zeros(1, requires_grad=True)
b = torch.zeros(1, requires_grad=True)
x = torch.linspace(-1, 1, 50)
y = 2 * x + 1
for i in range(30):
    y_hat = w * x + b
    l = ((y_hat - y) ** 2).mean()
    l.backward()
    with torch.no_grad():
        for p in (w, b):
            p -= 0.5 * p.grad
            p.grad.zero_()`;

const SCRATCH = `
import torch, random
def data_iter(batch_size, features, labels):
    for i in range(0, len(features), batch_size):
        yield features[i:i + batch_size], labels[i:i + batch_size]
def linreg(X, w, b):
    return torch.matmul(X, w) + b
def squared_loss(y_hat, y):
    return (y_hat - y.reshape(y_hat.shape)) ** 2 / 2
features = torch.randn(100, 3)
labels = features @ torch.tensor([[2.0], [-3.4], [1.0]]) + 4.2
w = torch.zeros((3, 1), requires_grad=True)
b = torch.zeros(1, requires_grad=True)
net, loss = linreg, squared_loss
for epoch in range(5):
    for X, y in data_iter(10, features, labels):
        l = loss(net(X, w, b), y)
        l.sum().backward()
        with torch.no_grad():
            for p in [w, b]:
                p -= 0.03 * p.grad / 10
                p.grad.zero_()`;

const PICTURES = `
import torch
from torch import nn
X = torch.randn(120, 1, 8, 8)
y = (X.mean(dim=(1, 2, 3)) > 0).long() + 2 * (X[:, 0, 0, 0] > 0).long()
net = nn.Sequential(nn.Conv2d(1, 4, 3), nn.ReLU(), nn.BatchNorm2d(4), nn.Flatten(), nn.Dropout(0.5), nn.Linear(144, 4))
loader = torch.utils.data.DataLoader(torch.utils.data.TensorDataset(X, y), batch_size=20, shuffle=True)
opt = torch.optim.SGD(net.parameters(), lr=0.1)
for epoch in range(5):
    for xb, yb in loader:
        loss = nn.functional.cross_entropy(net(xb), yb)
        opt.zero_grad(); loss.backward(); opt.step()
print(loss.item(), net[2].running_mean.tolist(), net[4].training, torch.rand(1).item())`;

describe('what is told of a training', () => {
  test('two inputs of a Trainer’s model: its output over the plane, step by step', async () => {
    const { steps, examples } = await told(LINEAR);
    const [first, last] = [steps[0]?.step, steps.at(-1)?.step];
    expect(examples).toMatchObject([{ kind: 'plane', boundary: null }]);
    expect(examples[0]?.across).toHaveLength(256);
    expect(examples[0]?.truth).toHaveLength(256);
    expect(first).toMatchObject({ step: 0, x: 0 });
    expect(first?.weights.map(({ name }) => name)).toEqual(['w', 'b']);
    expect(first?.learned).toHaveLength(25 * 25);
    expect(last).toMatchObject({ x: 6, loss: null, gradientNorm: null });
    const { x = [], y = [] } = examples[0] ?? {};
    // 2 x1 - 3.4 x2 + 4.2 has nearly been learned.
    const corner = 2 * Number(x[0]) - 3.4 * Number(y[0]) + 4.2;
    expect(Number(last?.learned[0])).toBeCloseTo(corner, 0);
    expect(first?.gradientNorm).toBeGreaterThan(1);
  });

  test('one input of a loop’s own formula: the curve through the points', async () => {
    const { steps, examples } = await told(CURVE);
    expect(examples).toMatchObject([{ kind: 'curve', y: [], up: [] }]);
    const last = steps.at(-1)?.step;
    const at = examples[0]?.x.map((x) => 2 * Number(x) + 1) ?? [];
    last?.learned.forEach((value, index) => expect(Number(value)).toBeCloseTo(at[index] ?? NaN, 1));
    expect(last?.weights.map(({ elements }) => Number(elements[0]).toFixed(1))).toEqual(['2.0', '1.0']);
  });

  test('two classes over two inputs: logits change their mind at 0', async () => {
    const { steps, examples } = await told(MOONS);
    expect(examples).toMatchObject([{ kind: 'plane', boundary: 0 }]);
    expect(steps.length).toBeGreaterThan(5);
    expect(steps.length).toBeLessThan(310);
    expect(steps.at(-1)?.step.weights).toHaveLength(4);
  });

  test('more inputs: predictions beside the truth, of all that the minibatches are taken of', async () => {
    const { steps, examples } = await told(SCRATCH);
    expect(examples).toMatchObject([{ kind: 'values', x: [], across: [] }]);
    expect(examples[0]?.truth).toHaveLength(100);
    expect(steps.at(-1)?.step.learned).toHaveLength(100);
  });

  test('classes of pictures: how many of each are taken for each', async () => {
    const { steps, examples } = await told(PICTURES);
    expect(examples).toMatchObject([{ kind: 'labels', classes: 4, boundary: null }]);
    expect(steps.at(-1)?.step.x).toBe(5);
    const counts = steps.at(-1)?.step.learned ?? [];
    expect(counts).toHaveLength(16);
    expect(counts.reduce<number>((sum, count) => sum + Number(count), 0)).toBe(120);
  });
});

/** A loop over minibatches whose loss is computed somewhere else. */
const elsewhere = (definitions: string, round: string): string => `
import torch
from torch import nn
X, y = torch.randn(100, 3), torch.randn(100)
net = nn.Sequential(nn.Linear(3, 8), nn.ReLU(), nn.Linear(8, 1))
loss_fn = nn.MSELoss()
opt = torch.optim.SGD(net.parameters(), lr=0.1)
rows = torch.utils.data.TensorDataset(X, y)
${definitions}
for epoch in range(3):
    for xb, yb in torch.utils.data.DataLoader(rows, batch_size=20):
        opt.zero_grad()
        ${round}`;

describe('a loss that is computed elsewhere shows what the model learns:', () => {
  test.each([
    [
      'in a function',
      `
def loss_of(X, y, scale=1.0):
    """Of a minibatch."""
    y_hat = net(X).squeeze(-1)
    l = loss_fn(y_hat, y)
    l = l * scale
    return l`,
      'l = loss_of(xb, y=yb); l.backward(); opt.step()',
    ],
    [
      'in a function within a function, with the prediction',
      `
def predict(net, X): return net(X).squeeze(-1)
def compute(net, X, y):
    y_hat = predict(net, X)
    return loss_fn(y_hat, y), y_hat`,
      'l, y_hat = compute(net, xb, yb); l.backward(); opt.step()',
    ],
    ['in a lambda', 'loss = lambda X, y: loss_fn(net(X)[:, 0], y)', 'loss(xb, yb).backward(); opt.step()'],
    [
      'in a step of its own',
      `
def step(X, y):
    y_hat = net(X).squeeze(-1)
    l = loss_fn(y_hat, y)
    l.backward()
    opt.step()
    return l.item()`,
      'step(xb, yb)',
    ],
    [
      'in a method',
      `
class Learner:
    def __init__(self):
        self.net = net
    def loss(self, X, y):
        return loss_fn(self.net(X).squeeze(-1), y)
learner = Learner()`,
      'l = learner.loss(xb, yb); l.backward(); opt.step()',
    ],
    [
      'in what an optimizer calls',
      '',
      `def closure():
            l = loss_fn(net(xb).squeeze(-1), yb)
            l.backward()
            return l
        opt.step(closure)`,
    ],
  ])('%s', async (_where, definitions, round) => {
    const { steps, examples } = await told(elsewhere(definitions, round));
    expect(examples).toMatchObject([{ kind: 'values', x: [], across: [] }]);
    expect(examples[0]?.truth).toHaveLength(100);
    expect(steps.at(-1)?.step.learned).toHaveLength(100);
  });

  test('not where only Python can say what it is', async () => {
    const branching = `
def loss_of(X, y):
    if len(X) > 3:
        return loss_fn(net(X).squeeze(-1), y)
    return net(X).sum()`;
    const { steps, examples } = await told(elsewhere(branching, 'loss_of(xb, yb).backward(); opt.step()'));
    expect(examples).toEqual([]);
    expect(steps.length).toBeGreaterThan(2);
  });
});

describe('looking', () => {
  test.each([
    ['a Trainer', LINEAR],
    ['a loop', MOONS],
    ['dropout and running statistics', PICTURES],
  ])('changes nothing of %s', async (_what, source) => {
    expect((await told(source)).stdout).toBe((await told(source, false)).stdout);
  });

  test('is not done where nobody looks', async () => {
    expect((await told(LINEAR, false)).steps).toEqual([]);
  });

  test('is given up where the model cannot be evaluated', async () => {
    const source = CURVE.replace('y_hat = w * x + b', 'y_hat = counted(x)').replace(
      'for i in range(30)',
      `calls = 0
def counted(x):
    global calls
    calls += 1
    if len(x) != 50:
        raise ValueError('another length')
    return w * x + b
for i in range(30)`,
    );
    const { steps } = await told(source);
    expect(steps.length).toBeGreaterThan(2);
    expect(steps.every(({ step }) => step.learned.length === 0)).toBe(true);
  });

  test('keeps no more than a bounded number of steps, evenly over a long training', async () => {
    const { steps } = await told(CURVE.replace('range(30)', 'range(1500)'));
    const every = steps.at(-1)?.every ?? 1;
    const kept = steps.filter(({ step: { step } }, index) => index === 0 || step % every === 0);
    expect(kept.length).toBeLessThanOrEqual(201);
    expect(steps.at(-1)?.step.step).toBeGreaterThan(1400);
  });

  test('does not tell of shapes that the learner’s lines have not had', async () => {
    const shapes: unknown[] = [];
    const source = `${CURVE}\n`;
    const started = start(session, source, {
      steps: true,
      lineValues: true,
      onEvent: (event) => {
        if (event.type === 'lineValues')
          shapes.push(...event.values.filter(({ name }) => name === 'y_hat').map((value) => value.shapes));
      },
    });
    await started.result;
    expect(shapes.at(-1)).toEqual([[50]]);
  });
});

test('a second run begins anew', async () => {
  await told(CURVE);
  expect((await run(session, '1 + 1')).displayed).toBe('2');
});
