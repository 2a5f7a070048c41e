/** What a run tells of networks: their layers, what classifiers take pictures for, and translated sentences. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { RunResult } from '../../src/training/protocol/protocol.ts';
import type { Session } from '../../src/training/threads/session.ts';
import { openSession, run } from './engine.ts';
import { LOADERS, LOOP, STRIPES, TRANSLATOR } from './network-programs.ts';

let session: Session;

beforeAll(() => {
  session = openSession();
});

afterAll(() => session.dispose());

async function outcomeOf(program: string): Promise<RunResult> {
  const result = await run(session, program);
  expect(result.error?.traceback ?? '').toBe('');
  return result;
}

describe('a classifier of pictures', () => {
  test('has its layers with shapes and parameters, and what it takes its pictures for', async () => {
    const { fits } = await outcomeOf(`${STRIPES}
data, model = Stripes(), Small()
d2l.Trainer(max_epochs=3).fit(model, data)`);
    const { layers, predictions, curves } = fits[0]!;
    expect(layers).toEqual({
      layers: [
        { name: 'net.0', type: 'Conv2d', shape: [32, 2, 4, 4], parameters: 20 },
        { name: 'net.1', type: 'BatchNorm2d', shape: [32, 2, 4, 4], parameters: 4 },
        { name: 'net.2', type: 'Flatten', shape: [32, 32], parameters: 0 },
        { name: 'net.3', type: 'Linear', shape: [32, 3], parameters: 99 },
      ],
      more: 0,
      parameters: 123,
    });
    const { classes, counts, examined, total, worst } = predictions!;
    expect([classes, examined, total]).toEqual([['top', 'middle', 'bottom'], 100, 100]);
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(100);
    const right = [0, 4, 8].reduce((sum, at) => sum + counts[at]!, 0);
    // The curve averages over batches, of which the last one is smaller.
    expect(Math.abs(right / 100 - Number(curves['val_acc']!.at(-1)![1]))).toBeLessThan(0.05);
    expect(worst).toHaveLength(12);
    const likely = worst.map(({ probability }) => probability);
    expect(likely).toEqual(likely.toSorted((a, b) => a - b));
    expect([worst[0]!.columns, worst[0]!.channels, worst[0]!.pixels.length]).toEqual([6, 1, 36]);
    expect(worst[0]!.truth).toBe((worst[0]!.index + 200) % 3);
  });

  test('trains and goes on as if nobody had looked', async () => {
    const program = (report: string) => `${STRIPES}${report}
calls = []
class Watched(Small):
    def forward(self, X):
        calls.append(self.training)
        return super().forward(X)
data, model = Stripes(), Watched()
d2l.Trainer(max_epochs=1).fit(model, data)
print(model.training, model.net[1].running_mean, torch.rand(2), float(model.net[3].weight.sum()))
print([name for module in model.modules() for name in vars(module) if name == '_hooked'])`;
    const plain = await outcomeOf(program("sys.modules['d2l.predictions'].Judge.report = lambda *_: False"));
    const told = await outcomeOf(program(''));
    expect(plain.fits[0]!.predictions).toBeUndefined();
    expect(told.fits[0]!.predictions).toBeDefined();
    expect(told.stdout).toBe(plain.stdout);
    expect(told.stdout).toContain('[]');
  });

  test('is looked at no longer than it may', async () => {
    const { fits } = await outcomeOf(`${STRIPES}
sys.modules['d2l.predictions']._MOST_SECONDS = 1e-9
d2l.Trainer(max_epochs=1).fit(Small(), Stripes(batch_size=100))
d2l.Trainer(max_epochs=1).fit(Small(), Stripes(batch_size=100))`);
    expect(fits.map(({ predictions }) => predictions?.examined)).toEqual([64, undefined]);
  });

  test('has none where the data is no pictures', async () => {
    const { fits } = await outcomeOf(`${STRIPES}
class Rows(Stripes):
    def get_dataloader(self, train):
        return self.get_tensorloader((self.X.reshape(300, -1), self.y), train)
class Wide(d2l.Classifier):
    def __init__(self):
        super().__init__()
        self.save_hyperparameters()
        self.lr, self.net = 0.1, nn.LazyLinear(3)
d2l.Trainer(max_epochs=1).fit(Wide(), Rows())`);
    expect(fits[0]!.predictions).toBeUndefined();
    expect(fits[0]!.layers).toBeUndefined();
  });
});

describe('a classifier that a loop of the learner’s own trains', () => {
  test('is looked at with the pictures that were held out', async () => {
    const { fits } = await outcomeOf(`${LOADERS}
train_iter, test_iter = loaders()
net = nn.Sequential(nn.Conv2d(1, 2, 3), nn.Flatten(), nn.Linear(32, 3))
${LOOP}
right = sum(int((net(X).argmax(1) == y).sum()) for X, y in test_iter)
print('right:', right)`);
    const { data, total, examined, counts, worst } = fits[0]!.predictions!;
    expect([data, examined, total, worst.length]).toEqual([undefined, 100, 100, 12]);
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(100);
  });

  test('also within a function whose variables are gone, by a function and plain tensors', async () => {
    const { fits, stdout } = await outcomeOf(`${LOADERS}
W = torch.zeros(36, 3, requires_grad=True)
def net(X):
    return X.reshape(-1, 36) @ W
def train():
    train_iter, valid_iter = loaders()
    for epoch in range(4):
        for X, y in train_iter:
            loss = nn.functional.cross_entropy(net(X), y)
            loss.backward()
            with torch.no_grad():
                W.sub_(0.5 * W.grad)
                W.grad.zero_()
    return sum(int((net(X).argmax(1) == y).sum()) for X, y in valid_iter)
print(train())`);
    const { classes, counts, examined } = fits[0]!.predictions!;
    expect([classes, examined]).toEqual([['0', '1', '2'], 100]);
    expect(counts[0]! + counts[4]! + counts[8]!).toBe(Number(stdout));
  });

  test('is looked at with what it was trained with where nothing else is there, which is said', async () => {
    const { fits } = await outcomeOf(`${LOADERS}
train_iter = loaders()[0]
net = nn.Sequential(nn.Flatten(), nn.Linear(36, 3))
${LOOP}`);
    expect(fits[0]!.predictions).toMatchObject({ data: 'training', examined: 200, total: 200 });
  });

  test('has none where its data is no pictures', async () => {
    const { fits } = await outcomeOf(`${LOADERS}
train_iter = [(X.reshape(-1, 36), y) for X, y in loaders()[0]]
net = nn.Sequential(nn.Linear(36, 3))
${LOOP}`);
    expect(fits[0]!.predictions).toBeUndefined();
  });
});

describe('epochs', () => {
  test('have the time that each took', async () => {
    const slow = `
import time, torch
from d2l import torch as d2l
class Slow(d2l.LinearRegression):
    def accuracy(self): pass
    def validation_step(self, batch):
        time.sleep(0.01)
data = d2l.SyntheticRegressionData(torch.tensor([2., -3.4]), 4.2, num_train=64, num_val=32)
d2l.Trainer(max_epochs=3).fit(Slow(0.1), data)`;
    const { epochTimes } = (await outcomeOf(slow)).fits[0]!;
    expect(epochTimes?.map(([epoch]) => epoch)).toEqual([1, 2, 3]);
    expect(epochTimes!.every(([, milliseconds]) => milliseconds >= 9)).toBe(true);
  });

  test('of a loop over a loader have it too, those of a linear regression by a Trainer have none', async () => {
    const { fits } = await outcomeOf(`${LOADERS}
train_iter, test_iter = loaders()
net = nn.Sequential(nn.Flatten(), nn.Linear(36, 3))
${LOOP}
data = d2l.SyntheticRegressionData(torch.tensor([2., -3.4]), 4.2, num_train=64, num_val=32)
d2l.Trainer(max_epochs=2).fit(d2l.LinearRegression(0.1), data)`);
    expect(fits[0]!.epochTimes?.map(([epoch]) => epoch)).toEqual([1, 2, 3, 4]);
    expect(fits[1]!.epochTimes).toBeUndefined();
  });
});

describe('matrices', () => {
  test('are the filters of convolution layers, bounded', async () => {
    const { fits, stdout } = await outcomeOf(`${STRIPES}
class Deep(Small):
    def __init__(self):
        super().__init__()
        self.net = nn.Sequential(nn.LazyConv2d(20, 3), nn.LazyConv2d(4, 1), nn.LazyConv2d(3, (2, 3)),
                                 nn.Flatten(), nn.LazyLinear(3))
model = Deep()
d2l.Trainer(max_epochs=1).fit(model, Stripes())
print(model.net[0].weight[1, 0, 2, 0].item(), model.net[2].weight[2, 3, 1, 2].item())`);
    const [first, third, ...others] = fits[0]!.matrices!;
    expect(others).toEqual([]);
    expect(first).toMatchObject({
      kind: 'filters',
      name: 'net.0',
      rows: 3,
      columns: 3,
      across: 1,
      all: [20, 1],
    });
    expect(third).toMatchObject({ name: 'net.2', rows: 2, columns: 3, across: 4, all: [3, 4] });
    expect([first!.values.length, third!.values.length]).toEqual([16 * 9, 3 * 4 * 6]);
    const [one, other] = stdout.split(' ').map(Number);
    expect(Number(first!.values[9 + 6])).toBeCloseTo(one!, 4);
    expect(Number(third!.values.at(-1))).toBeCloseTo(other!, 4);
  });

  test('are the attention weights that layers have kept, of loops too', async () => {
    const { fits } = await outcomeOf(`
import torch
from torch import nn
from d2l import torch as d2l
class Reader(nn.Module):
    def __init__(self):
        super().__init__()
        self.attention, self.out = d2l.MultiHeadAttention(8, 2, 0), nn.Linear(8, 1)
    def forward(self, X):
        return self.out(self.attention(X, X, X, None))
net = Reader()
X, y = torch.randn(5, 4, 8), torch.randn(5, 4, 1)
net(X)
optimizer = torch.optim.SGD(net.parameters(), lr=0.1)
for step in range(4):
    loss = ((net(X) - y) ** 2).mean()
    optimizer.zero_grad()
    loss.backward()
    optimizer.step()`);
    const [attention, ...others] = fits[0]!.matrices!;
    expect(others).toEqual([]);
    expect(attention).toMatchObject({ kind: 'attention', name: 'attention.attention', rows: 4, columns: 4 });
    expect([attention!.all, attention!.values.length]).toEqual([[10, 1], 8 * 16]);
    const row = attention!.values.slice(0, 4).map(Number);
    expect(row.reduce((sum, value) => sum + value)).toBeCloseTo(1, 3);
  });

  test('are the weights that PyTorch’s own attention gives', async () => {
    const { fits } = await outcomeOf(`
import torch
from torch import nn
class Reader(nn.Module):
    def __init__(self):
        super().__init__()
        self.attention, self.out = nn.MultiheadAttention(8, 2, batch_first=True), nn.Linear(8, 1)
    def forward(self, X):
        return self.out(self.attention(X, X, X)[0])
net = Reader()
X, y = torch.randn(5, 4, 8), torch.randn(5, 4, 1)
optimizer = torch.optim.SGD(net.parameters(), lr=0.1)
for step in range(4):
    loss = ((net(X) - y) ** 2).mean()
    optimizer.zero_grad()
    loss.backward()
    optimizer.step()`);
    const [attention] = fits[0]!.matrices!;
    expect(attention).toMatchObject({ kind: 'attention', name: 'attention', rows: 4, columns: 4 });
    const row = attention!.values.slice(0, 4).map(Number);
    expect(row.reduce((sum, value) => sum + value)).toBeCloseTo(1, 3);
  });
});

describe('layers', () => {
  test('of a loop without a Trainer are those that its next minibatch goes through', async () => {
    const { fits } = await outcomeOf(`
import torch
from torch import nn
net = nn.Sequential(nn.Linear(3, 4), nn.ReLU(), nn.Linear(4, 1))
optimizer = torch.optim.SGD(net.parameters(), lr=0.1)
X, y = torch.randn(20, 3), torch.randn(20, 1)
for epoch in range(5):
    loss = ((net(X) - y) ** 2).mean()
    optimizer.zero_grad()
    loss.backward()
    optimizer.step()`);
    expect(fits[0]!.layers?.layers.map(({ name, shape }) => [name, shape])).toEqual([
      ['0', [20, 4]],
      ['1', [20, 4]],
      ['2', [20, 1]],
    ]);
    expect(fits[0]!.layers?.parameters).toBe(21);
  });

  test('that the learner watches with hooks are left alone', async () => {
    const { fits, stdout } = await outcomeOf(`${STRIPES}
model, seen = Small(), []
model.net[0].register_forward_hook(lambda module, inputs, output: seen.append(tuple(output.shape)))
d2l.Trainer(max_epochs=1).fit(model, Stripes(batch_size=100))
print(seen[:2])`);
    expect(fits[0]!.layers).toBeUndefined();
    expect(stdout).toBe('[(100, 2, 4, 4), (100, 2, 4, 4)]\n');
  });
});

describe('a translator', () => {
  test('tells what it translates in words', async () => {
    const { translations } = await outcomeOf(`${TRANSLATOR}
model.predict_step(batch, d2l.try_gpu(), data.num_steps)`);
    expect(translations).toEqual([
      { source: 'go .', translation: 'va', reference: 'va !', bleu: Math.exp(-1) },
    ]);
  });

  test('also by a method of the learner’s, once', async () => {
    const { translations } = await outcomeOf(`${TRANSLATOR}
@d2l.add_to_class(d2l.EncoderDecoder)
def predict_step(self, batch, device, num_steps, save_attention_weights=False):
    return torch.tensor([[data.tgt_vocab['!'], data.tgt_vocab['<eos>']]]), []
model.predict_step(batch, d2l.try_gpu(), data.num_steps)`);
    expect(translations?.map(({ translation }) => translation)).toEqual(['!']);
  });
});
