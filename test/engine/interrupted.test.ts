/** What a run that did not come to its end has brought: it stays. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { RunResult } from '../../src/training/protocol/protocol.ts';
import type { Session } from '../../src/training/threads/session.ts';
import { openSession, run, start, type Started } from './engine.ts';

let session: Session;

beforeAll(() => {
  session = openSession();
});

afterAll(() => session.dispose());

describe('what a run that is stopped had', () => {
  const TRAINING = `import torch
from d2l import torch as d2l
import matplotlib.pyplot as plt
plt.plot([1, 2], [3, 4])
model = d2l.LinearRegressionScratch(2, lr=0.03)
data = d2l.SyntheticRegressionData(w=torch.tensor([2, -3.4]), b=4.2)
print("begins")
d2l.Trainer(max_epochs=100000).fit(model, data)
`;

  /** Stops a run after so many messages with points, and returns what came of it. */
  async function stopAfter(points: number, source: string): Promise<RunResult> {
    const started: Started = start(session, source, {
      onEvent: (event) => {
        if (event.type === 'points' && --points === 0) started.stop();
      },
    });
    return started.result;
  }

  test.each([1, 2, 3, 5, 8, 13, 21, 34])(
    'stays: curve, weights of the moment, figures (after %i messages)',
    async (points) => {
      const { status, stdout, fits, figures, error } = await stopAfter(points, TRAINING);
      expect({ status, stdout, error }).toEqual({ status: 'stopped', stdout: 'begins\n', error: null });
      expect(fits[0]?.curves['train_loss']?.length).toBeGreaterThan(0);
      const [w, b] = fits[0]?.weights ?? [];
      expect([w?.name, b?.name, w?.true?.length]).toEqual(['w', 'b', 2]);
      expect(w?.learned[0]).not.toBeCloseTo(0, 3);
      expect(figures).toHaveLength(1);
    },
  );

  // Each of these operations answers with a number that Python computes with at once.
  test('is stopped wherever Stop finds it, between or in operations', async () => {
    const source = `import torch
print("begins")
x = torch.ones(3)
n = 0
while True:
    y = x + len(x.shape) + x.numel() + x.sum().item()
    n += x.numel() + int(y[0].item()) + x.stride(0) + x.size(0)
`;
    const ends = new Set<string>();
    for (let milliseconds = 0; milliseconds < 40; milliseconds++) {
      let stderr = '';
      const started: Started = start(session, source, {
        onEvent: (event) => {
          if (event.type !== 'output') return;
          if (event.stream === 'stderr') stderr += event.text;
          else setTimeout(() => started.stop(), milliseconds / 4);
        },
      });
      const { status, error } = await started.result;
      ends.add([status, error?.message, stderr].join(' ').trim());
    }
    expect([...ends]).toEqual(['stopped']);
  });

  test('tells an error of the learner’s own that comes of it', async () => {
    const source = 'try:\n    print("begins")\n    while True: pass\nfinally:\n    raise ValueError("mine")';
    const started: Started = start(session, source, {
      onEvent: (event) => event.type === 'output' && started.stop(),
    });
    const { status, error } = await started.result;
    expect([status, error?.message, error?.line]).toEqual(['error', 'mine', 5]);
  });

  test('says nothing of the engine where an error never finishes describing itself', async () => {
    let stderr = '';
    const source =
      'class Endless(Exception):\n    def __str__(self):\n        print("begins")\n        while True: pass\nraise Endless';
    const started: Started = start(session, source, {
      onEvent: (event) => {
        if (event.type !== 'output') return;
        if (event.stream === 'stderr') stderr += event.text;
        else started.stop();
      },
    });
    expect((await started.result).status).toBe('stopped');
    expect(stderr).toBe('');
  });

  test('says nothing of the engine on stderr', async () => {
    let stderr = '';
    const started = start(session, TRAINING, {
      seconds: 1,
      onEvent: (event) => {
        if (event.type === 'output' && event.stream === 'stderr') stderr += event.text;
      },
    });
    expect((await started.result).status).toBe('timeout');
    expect(stderr).toBe('');
  });

  test('stays of a loop of one’s own', async () => {
    const result = await stopAfter(
      3,
      `import torch
w = torch.zeros(2, requires_grad=True)
X = torch.randn(64, 2)
y = X @ torch.tensor([2.0, -3.4])
while True:
    l = ((X @ w - y) ** 2).mean()
    l.backward()
    with torch.no_grad():
        w -= 0.01 * w.grad
        w.grad.zero_()
`,
    );
    expect(result.status).toBe('stopped');
    expect(result.fits[0]?.curves['loss']?.length).toBeGreaterThan(0);
    expect(result.fits[0]?.weights[0]?.learned[0]).not.toBe(0);
  });

  test('stays up to its last epoch where the thread had to be ended', { timeout: 30_000 }, async () => {
    const own = openSession();
    const deaf = `${TRAINING.replace('100000', '100').replace('d2l.Trainer', 'class Deaf(d2l.Trainer):\n    def fit_epoch(self):\n        super().fit_epoch()\n        if self.epoch == 3:\n            while True:\n                try:\n                    while True: pass\n                except BaseException: pass\nDeaf')}`;
    const started: Started = start(own, deaf, {
      onEvent: (event) => event.type === 'weights' && event.epoch === 3 && started.stop(),
    });
    const { status, fits } = await started.result;
    expect(status).toBe('stopped');
    expect(fits[0]?.weights[0]).toMatchObject({ name: 'w', shape: [2, 1] });
    expect(fits[0]?.weights[0]?.true?.[1]).toBeCloseTo(-3.4, 5);
    await own.dispose();
  });

  test('is told once of a fit that failed, before its error', async () => {
    const source = `${TRAINING.replace('100000', '3').replace('d2l.Trainer', 'class Failing(d2l.Trainer):\n    def fit_epoch(self):\n        super().fit_epoch()\n        if self.epoch == 1: 1 / 0\nFailing')}`;
    const ends: number[] = [];
    const result = await start(session, source, {
      onEvent: (event) => event.type === 'fitEnded' && ends.push(event.epochs),
    }).result;
    expect(result.error?.type).toBe('ZeroDivisionError');
    expect(ends).toEqual([1]);
    expect(result.figures).toHaveLength(1);
  });

  test('is told where the program leaves by exit()', async () => {
    const source = TRAINING.replace(
      'd2l.Trainer',
      'class Leaving(d2l.Trainer):\n    def fit_epoch(self):\n        super().fit_epoch()\n        exit()\nLeaving',
    );
    const { status, fits, figures } = await run(session, source);
    expect([status, fits[0]?.weights.length, figures.length]).toEqual(['ok', 2, 1]);
  });
});
