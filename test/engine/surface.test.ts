/** The loss over the plane of a model's two numbers, told after its fit. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { RunEvent, Surface } from '../../src/training/protocol/protocol.ts';
import type { Session } from '../../src/training/threads/session.ts';
import { openSession, run } from './engine.ts';

let session: Session;

beforeAll(() => {
  session = openSession();
});

afterAll(() => session.dispose());

interface Program {
  readonly lr?: number;
  /** Members of the model's class. */
  readonly members?: string;
  readonly inputs?: number;
  readonly before?: string;
  /** How long the surface may take; long, since machines that test are busy. */
  readonly seconds?: number;
  readonly after?: string;
}

async function outcomeOf({
  lr = 0.1,
  members = 'pass',
  inputs = 1,
  before = '',
  after = '',
  seconds = 20,
}: Program) {
  const events: RunEvent[] = [];
  const program = `
import torch
from torch import nn
from d2l import torch as d2l
import sys
sys.modules['d2l.surface']._MOST_SECONDS = ${String(seconds)}
${before}
class Model(d2l.LinearRegressionScratch):
    ${members.trim().replaceAll('\n', '\n    ')}
torch.manual_seed(3)
data = d2l.SyntheticRegressionData(w=torch.tensor([2., -3.4][:${String(inputs)}]), b=4.2)
model = Model(${String(inputs)}, lr=${String(lr)})
d2l.Trainer(max_epochs=3).fit(model, data)
${after}`;
  const result = await run(session, program, { onEvent: (event) => events.push(event) });
  expect(result.error?.traceback ?? '').toBe('');
  return { events, stdout: result.stdout, fit: result.fits[0] };
}

async function surfaceOf(program: Program): Promise<Surface | undefined> {
  return (await outcomeOf(program)).fit?.surface;
}

/** The loss of the book's formula at some places of the plane. */
function lossAt(places: readonly (readonly [unknown, unknown])[]): string {
  return `
X, y = data.X[:1000, 0], data.y[:1000, 0]
for w, b in ${JSON.stringify(places)}:
    print(float((((X.double() * w + b) - y.double()) ** 2 / 2).mean()))`;
}

const NO_SURFACE = 'sys.modules["d2l.surface"].report = lambda *_: None';

describe('the surface', () => {
  test('holds the mean loss over the training data', async () => {
    const surface = (await surfaceOf({}))!;
    const { x, y, loss } = surface;
    expect(loss).toHaveLength(x.length * y.length);
    expect(x.length).toBeGreaterThanOrEqual(9);
    const chosen = [0, 5, loss.length - 1];
    const places = chosen.map((index) => [x[index % x.length], y[Math.floor(index / x.length)]] as const);
    const { stdout } = await outcomeOf({ after: lossAt(places) });
    const direct = stdout.trim().split('\n').map(Number);
    chosen.forEach((index, place) => expect(Number(loss[index]) / (direct[place] ?? NaN)).toBeCloseTo(1, 4));
  });

  test('surrounds the way of the weights, epoch by epoch, and their true values', async () => {
    const { events, fit } = await outcomeOf({});
    const { names, x, y, path, true: truth } = fit!.surface!;
    expect(names).toEqual(['w', 'b']);
    expect(truth?.map(Number)).toEqual([2, expect.closeTo(4.2, 5)]);
    const told = events
      .filter((event) => event.type === 'weights')
      .map(({ weights }) => weights.map(({ learned }) => learned[0]));
    expect(path).toEqual(told);
    for (const [w, b] of [...path, truth!]) {
      expect(Number(w)).toBeGreaterThan(Number(x[0]));
      expect(Number(w)).toBeLessThan(Number(x.at(-1)));
      expect(Number(b)).toBeGreaterThan(Number(y[0]));
      expect(Number(b)).toBeLessThan(Number(y.at(-1)));
    }
  });

  test('comes after the end of its fit', async () => {
    const { events } = await outcomeOf({});
    const types = events.map(({ type }) => type);
    expect(types.indexOf('surface')).toBeGreaterThan(types.indexOf('fitEnded'));
  });

  test('is of two elements of one weight too', async () => {
    const members = `
def __init__(self, num_inputs, lr):
    d2l.Module.__init__(self)
    self.save_hyperparameters()
    self.w = torch.zeros((num_inputs, 1), requires_grad=True)
def forward(self, X):
    return torch.matmul(X, self.w)
def configure_optimizers(self):
    return torch.optim.SGD([self.w], self.lr)`;
    expect((await surfaceOf({ members, inputs: 2 }))?.names).toEqual(['w[0]', 'w[1]']);
  });

  test('leaves weights, gradients, modes, random numbers and output as they were', async () => {
    const members =
      'def forward(self, X):\n    print("forward") if self.training else None\n    return torch.matmul(X, self.w) + self.b';
    const after =
      'print(model.w, model.b, model.w.grad, model.training, torch.rand(3), __import__("random").random())';
    const [plain, traced] = [
      await outcomeOf({ members, after, before: NO_SURFACE }),
      await outcomeOf({ members, after }),
    ];
    expect(plain.fit?.surface).toBeUndefined();
    expect(traced.fit?.surface).toBeDefined();
    expect(traced.stdout).toBe(plain.stdout);
  });

  test('of a training that runs off shows its beginning', async () => {
    const { x, loss, path } = (await surfaceOf({ lr: 3 }))!;
    expect(loss.every((value) => typeof value === 'number')).toBe(true);
    expect(Math.abs(Number(x.at(-1)) - Number(x[0]))).toBeLessThan(1000);
    expect(Math.abs(Number(path.at(-1)?.[0]))).toBeGreaterThan(1000);
  });

  test('tells that training drops out units', async () => {
    const members = `
def forward(self, X):
    return self.drop(torch.matmul(X, self.w) + self.b)
@property
def drop(self):
    if 'd' not in self._modules:
        self.d = nn.Dropout(0.1)
    return self.d`;
    expect((await surfaceOf({ members }))?.random).toBe(true);
    expect((await surfaceOf({}))?.random).toBe(false);
  });

  test.each<[string, Program]>([
    ['that takes longer than a blink', { seconds: 1e-6 }],
    ['of three numbers', { inputs: 2 }],
    [
      'whose loss is random',
      { members: 'def loss(self, y_hat, y):\n    return ((y_hat - y) ** 2).mean() * (1 + torch.rand(()))' },
    ],
    [
      'that cannot be computed',
      {
        members:
          'def loss(self, y_hat, y):\n    assert self.training or len(y) < 40\n    return ((y_hat - y) ** 2).mean()',
      },
    ],
  ])('is not there of a model %s', async (_, program) => {
    expect(await surfaceOf(program)).toBeUndefined();
  });
});
