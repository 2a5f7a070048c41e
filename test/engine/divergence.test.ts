/** What the engine tells of a fit besides its curves: where the weights are each epoch, and why it diverged. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type {
  FitEndedMessage,
  RunEvent,
  Stability,
  WeightsMessage,
} from '../../src/training/protocol/protocol.ts';
import type { Session } from '../../src/training/threads/session.ts';
import { openSession, run } from './engine.ts';

let session: Session;

beforeAll(() => {
  session = openSession();
});

afterAll(() => session.dispose());

interface Program {
  readonly lr?: number;
  readonly epochs?: number;
  /** Members of the model's class. */
  readonly members?: string;
  readonly after?: string;
}

async function eventsOf({ lr = 2.5, epochs = 3, members = 'pass', after = '' }: Program) {
  const events: RunEvent[] = [];
  const program = `
import torch
from torch import nn
from d2l import torch as d2l
class Model(d2l.LinearRegressionScratch):
    ${members.trim().replaceAll('\n', '\n    ')}
model = Model(2, lr=${String(lr)})
data = d2l.SyntheticRegressionData(w=torch.tensor([2, -3.4]), b=4.2)
d2l.Trainer(max_epochs=${String(epochs)}).fit(model, data)
${after}`;
  const result = await run(session, program, { onEvent: (event) => events.push(event) });
  expect(result.error?.traceback ?? '').toBe('');
  return { events, stdout: result.stdout };
}

async function stabilityOf(program: Program): Promise<Stability | undefined> {
  const { events } = await eventsOf(program);
  return events.find((event): event is FitEndedMessage => event.type === 'fitEnded')?.stability;
}

/** Largest eigenvalue of a symmetric matrix by its powers. */
function largestEigenvalue(matrix: readonly (readonly number[])[]): number {
  let vector = matrix.map((_, index) => index + 1);
  let size = 0;
  for (let step = 0; step < 500; step += 1) {
    const turned = matrix.map((row) => row.reduce((sum, value, at) => sum + value * (vector[at] ?? 0), 0));
    size = Math.hypot(...turned);
    vector = turned.map((value) => value / size);
  }
  return size;
}

const GRAM = `
X = torch.cat([data.X[:1000], torch.ones(1000, 1)], 1)
print((X.T @ X / 1000).tolist())`;

describe('the reason of a divergence', () => {
  test('is the learning rate above 2/λmax of X’X/n', async () => {
    const { events, stdout } = await eventsOf({ after: GRAM });
    const ended = events.find((event): event is FitEndedMessage => event.type === 'fitEnded');
    const largest = largestEigenvalue(JSON.parse(stdout) as number[][]);
    expect(ended?.stability?.lambdaMax).toBeCloseTo(largest, 4);
    expect(ended?.stability?.limit).toBeCloseTo(2 / largest, 3);
    expect(ended?.stability?.learningRate).toBeCloseTo(2.5, 4);
  });

  test('counts a loss that sums by its minibatches', async () => {
    const mean = await stabilityOf({});
    const members = 'def loss(self, y_hat, y):\n    return ((y_hat - y) ** 2 / 2).sum()';
    const summed = await stabilityOf({ members });
    expect(summed?.lambdaMax).toBeGreaterThan(30 * (mean?.lambdaMax ?? Infinity));
  });

  test.each([
    ['training that converges', { lr: 0.03 }],
    [
      'momentum',
      {
        members:
          'def configure_optimizers(self):\n    return torch.optim.SGD([self.w, self.b], self.lr, momentum=0.9)',
      },
    ],
    [
      'Adam',
      { members: 'def configure_optimizers(self):\n    return torch.optim.Adam([self.w, self.b], 1e12)' },
    ],
    [
      'a loss that is not quadratic',
      { members: 'def loss(self, y_hat, y):\n    return ((y_hat - y) ** 4).mean()' },
    ],
  ])('is not made up for %s', async (_, program: Program) => {
    expect(await stabilityOf(program)).toBeUndefined();
  });

  test('leaves random numbers, weights and output as they were', async () => {
    const after = 'print(torch.rand(3).tolist(), model.w.grad is None, model.training)';
    const members =
      'def configure_optimizers(self):\n    print("made")\n    return super().configure_optimizers()';
    const calm = await eventsOf({ lr: 0.03, after, members });
    const diverged = await eventsOf({ lr: 2.5, after, members });
    expect(calm.stdout).toMatch(/^made\n/);
    expect(diverged.stdout).toBe(calm.stdout);
    const weights = await eventsOf({ after: 'print(model.w.tolist())' });
    const ended = weights.events.find((event): event is FitEndedMessage => event.type === 'fitEnded');
    expect((JSON.parse(weights.stdout) as number[][]).flat()).toEqual(ended?.weights[0]?.learned);
  });
});

describe('the weights through the epochs', () => {
  const pathOf = async (program: Program): Promise<WeightsMessage[]> =>
    (await eventsOf(program)).events.filter((event): event is WeightsMessage => event.type === 'weights');

  test('are those before the first and after each epoch', async () => {
    const path = await pathOf({ lr: 0.03 });
    expect(path.map(({ epoch }) => epoch)).toEqual([0, 1, 2, 3]);
    expect(path.map(({ weights }) => weights.map(({ name }) => name))).toEqual(path.map(() => ['w', 'b']));
    const errors = path.map(({ weights }) => Math.abs(Number(weights[1]?.difference?.[0])));
    expect(errors).toEqual(errors.toSorted((a, b) => b - a));
    expect(path.map(({ weights }) => typeof weights[0]?.gradient)).toEqual([
      'object',
      'number',
      'number',
      'number',
    ]);
  });

  test('are bounded, with the last epoch among them', async () => {
    const path = await pathOf({ lr: 0.001, epochs: 401 });
    expect(path.length).toBeLessThanOrEqual(202);
    expect(path.at(-1)?.epoch).toBe(401);
  });
});
