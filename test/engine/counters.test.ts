/**
 * What a training step costs, in things that can be counted: calls of Python into the engine, operations, arrays made, bytes
 * copied to a backend and back. A number that grows here is time lost on every machine; times themselves are in bench/.
 */
import { afterAll, describe, expect, test } from 'vitest';
import { openSession, run } from './engine.ts';

const session = openSession();
afterAll(() => session.dispose());

const COUNT = `
import json
import _engine


def counted(step, steps=20):
    """What a step costs once all arrays are there, averaged."""
    for _ in range(5):
        step()
    before = json.loads(_engine.counters())
    for _ in range(steps):
        step()
    after = json.loads(_engine.counters())
    spent = {name: (after[name] - before[name]) / steps for name in after if name != 'operations'}
    spent['operations'] = sum(after['operations'][name] - before['operations'][name] for name in after['operations']) / steps
    return json.dumps(spent)
`;

const SCRATCH = `
import torch
from d2l import torch as d2l
model = d2l.LinearRegressionScratch(2, lr=0.03)
data = d2l.SyntheticRegressionData(w=torch.tensor([2, -3.4]), b=4.2)
trainer = d2l.Trainer(max_epochs=1)
trainer.fit(model, data)
batch = next(iter(data.train_dataloader()))

def step():
    loss = model.training_step(batch)
    trainer.optim.zero_grad()
    with torch.no_grad():
        loss.backward()
        trainer.optim.step()
`;

const CONCISE = SCRATCH.replace('LinearRegressionScratch(2, lr=0.03)', 'LinearRegression(lr=0.03)');

const OWN_LOOP = `
import torch
x = torch.randn(32)
y = 2 * x + 1
w = torch.zeros(1, requires_grad=True)
b = torch.zeros(1, requires_grad=True)

def step():
    loss = ((w * x + b - y) ** 2).mean()
    loss.backward()
    with torch.no_grad():
        w.sub_(w.grad * 0.01)
        b.sub_(b.grad * 0.01)
        w.grad.zero_()
        b.grad.zero_()
`;

const MOMENTUM = `
import torch
x = torch.randn(10, 4)
y = torch.randn(10)
w = torch.zeros(4, requires_grad=True)
optimizer = torch.optim.SGD([w], lr=0.01, momentum=0.9)

def step():
    loss = ((x @ w - y) ** 2).mean()
    optimizer.zero_grad()
    loss.backward()
    optimizer.step()
`;

async function costOf(program: string, backend: 'js' | 'wasm' = 'js'): Promise<Record<string, number>> {
  const ended = await run(session, `${COUNT}${program}\ncounted(step)`, { backend });
  expect(ended.error).toBeNull();
  return JSON.parse((ended.displayed ?? '').slice(1, -1)) as Record<string, number>;
}

describe('a training step', () => {
  test.each([
    ["of section 3.4's model", SCRATCH, { crossings: 14, operations: 17 }],
    ["of section 3.5's model", CONCISE, { crossings: 13, operations: 10 }],
    ['of a loop of one’s own', OWN_LOOP, { crossings: 12, operations: 16 }],
    ['with momentum', MOMENTUM, { crossings: 10, operations: 9 }],
  ])('%s costs what it did', async (_what, program, { crossings, operations }) => {
    expect(await costOf(program)).toEqual({
      crossings,
      operations,
      arrays: 0,
      uploads: 0,
      downloads: 0,
      bytesUploaded: 0,
      bytesDownloaded: 0,
    });
  });
});

describe('a chain of large operations', () => {
  test('stays in the memory of the backend: only what is read comes back', async () => {
    const program = `
import torch
weights = torch.rand(300, 300)
gradient = torch.rand(300, 300)

def step():
    global weights
    product = torch.relu(weights @ gradient) * 0.5 + gradient
    weights.mul_(0.9)
    weights.sub_(product)
    gradient.zero_()
`;
    const { uploads, downloads, bytesDownloaded } = await costOf(program, 'wasm');
    expect({ downloads, bytesDownloaded }).toEqual({ downloads: 0, bytesDownloaded: 0 });
    expect(uploads).toBeLessThanOrEqual(4);
  });

  test('of a perceptron: weights and their gradients never leave the backend', async () => {
    const program = `
import torch
from torch import nn
X = torch.rand(64, 1, 28, 28)
y = torch.randint(0, 10, (64,))
net = nn.Sequential(nn.Flatten(), nn.Linear(784, 96), nn.ReLU(), nn.Linear(96, 10))
optimizer = torch.optim.SGD(net.parameters(), lr=0.1)

def step():
    loss = nn.functional.cross_entropy(net(X), y)
    optimizer.zero_grad()
    loss.backward()
    optimizer.step()
`;
    const { bytesUploaded, bytesDownloaded } = await costOf(program, 'wasm');
    const hidden = 64 * 96;
    // Besides hidden values, whose sum over the batch is the js kernels', scores and vectors only.
    expect(bytesDownloaded).toBeLessThan(4 * hidden + 4 * 5 * 64 * 10);
    expect(bytesUploaded).toBeLessThan(4 * 3 * 64 * 10);
  });
});
