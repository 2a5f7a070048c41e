/**
 * What a training step costs, in things that can be counted: calls of Python into the engine, operations, arrays made, calls
 * of kernels, blocks of the heap, bytes copied to a backend and back. A number that grows here is time lost on every machine; times themselves are in bench/.
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

async function costOf(
  program: string,
  backend: 'auto' | 'js' | 'wasm' = 'js',
): Promise<Record<string, number>> {
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
      kernels: 0,
      blocks: 0,
      held: 0,
      uploads: 0,
      downloads: 0,
      bytesUploaded: 0,
      bytesDownloaded: 0,
    });
  });
});

const DEEP = (made: string) => `
import torch
from torch import nn
torch.manual_seed(0)
${made}
optimizer = torch.optim.SGD(net.parameters(), lr=0.1)

def step():
    scores = net(X)
    loss = nn.functional.cross_entropy(scores.reshape(-1, scores.shape[-1]), y.reshape(-1))
    optimizer.zero_grad()
    loss.backward()
    optimizer.step()
`;

const LENET = DEEP(`
net = nn.Sequential(nn.Conv2d(1, 6, 5, padding=2), nn.Sigmoid(), nn.AvgPool2d(2), nn.Conv2d(6, 16, 5), nn.Sigmoid(),
    nn.AvgPool2d(2), nn.Flatten(), nn.Linear(400, 120), nn.Sigmoid(), nn.Linear(120, 84), nn.Sigmoid(), nn.Linear(84, 10))
X, y = torch.rand(32, 1, 28, 28), torch.randint(0, 10, (32,))`);

const RESIDUAL = DEEP(`
class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.first, self.second = nn.Conv2d(8, 8, 3, padding=1), nn.Conv2d(8, 8, 3, padding=1)
        self.norms = nn.ModuleList([nn.BatchNorm2d(8), nn.BatchNorm2d(8)])
        self.output = nn.Linear(8, 10)

    def forward(self, x):
        y = self.norms[1](self.second(torch.relu(self.norms[0](self.first(x)))))
        return self.output(torch.relu(x + y).mean((2, 3)))

net, X, y = Net(), torch.rand(8, 8, 16, 16), torch.randint(0, 10, (8,))`);

const RECURRENT = DEEP(`
class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.recurrent, self.output = nn.LSTM(28, 32), nn.Linear(32, 28)

    def forward(self, tokens):
        return self.output(self.recurrent(nn.functional.one_hot(tokens.T, 28).float())[0]).swapaxes(0, 1)

net, X, y = Net(), torch.randint(0, 28, (64, 8)), torch.randint(0, 28, (64, 8))`);

describe('a step of a deep network', () => {
  test.each([
    ['LeNet', LENET, { crossings: 56, operations: 47, kernels: 66, blocks: 34, arrays: 0 }],
    ['a residual block', RESIDUAL, { crossings: 65, operations: 64, kernels: 33, blocks: 27, arrays: 0 }],
    ['an LSTM', RECURRENT, { crossings: 73, operations: 126, kernels: 212, blocks: 123, arrays: 0 }],
  ])('%s costs no more than it did, and keeps nothing', async (_what, program, most) => {
    const { crossings, operations, kernels, blocks, arrays, held, uploads } = await costOf(program, 'auto');
    const spent = { crossings, operations, kernels, blocks, arrays };
    for (const name of Object.keys(most) as (keyof typeof most)[]) {
      expect(spent[name], JSON.stringify(spent)).toBeLessThanOrEqual(most[name]);
    }
    expect({ held, uploads }).toEqual({ held: 0, uploads: 0 });
  });
});

describe('many runs', () => {
  test('leave nothing in the heap', async () => {
    const held: number[] = [];
    const program = `
import json
import _engine
import torch
from torch import nn
print(json.loads(_engine.counters())['held'])
net = nn.Sequential(nn.Linear(40, 40), nn.Tanh(), nn.Linear(40, 3))
loss = net(torch.rand(30, 40)).square().mean()
loss.backward(retain_graph=True)
loss.backward(inputs=[net[0].weight], create_graph=True)
kept = [net, loss, torch.autograd.grad(loss, net[2].weight, create_graph=True)]
`;
    for (let i = 0; i < 200; i++) {
      const { stdout, error } = await run(session, program, { backend: i % 2 === 0 ? 'auto' : 'wasm' });
      expect(error).toBeNull();
      held.push(Number(stdout));
    }
    expect(new Set(held)).toEqual(new Set([0]));
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
