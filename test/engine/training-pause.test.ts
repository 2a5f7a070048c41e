import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { RunEvent, TrainingCommand } from '../../src/training/protocol/protocol.ts';
import type { Session } from '../../src/training/threads/session.ts';
import { openSession, start, type Started } from './engine.ts';

let session: Session;

beforeAll(() => {
  session = openSession();
});

afterAll(() => session.dispose());

const TRAINER = `
import torch
from d2l import torch as d2l

class Counting(d2l.LinearRegression):
    def training_step(self, batch):
        print('step', self.trainer.epoch)
        return super().training_step(batch)

data = d2l.SyntheticRegressionData(w=torch.tensor([2, -3.4]), b=4.2, num_train=96, num_val=32)
print('begin')
import time; time.sleep(0.3)
d2l.Trainer(max_epochs=3).fit(Counting(lr=0.03), data)
print('end')`;

const LOOP = `
import time, torch
w = torch.zeros(2, requires_grad=True)
print('begin')
time.sleep(0.3)
for step in range(40):
    loss = ((w - torch.tensor([1.0, 2.0])) ** 2).sum()
    loss.backward()
    print('step', step)
    with torch.no_grad():
        w -= 0.1 * w.grad
        w.grad.zero_()
print('end')`;

class Paused {
  readonly started: Started;
  printed = '';
  readonly #waiting: (() => void)[] = [];

  constructor(source: string, seconds = 20) {
    this.started = start(session, source, { seconds, onEvent: (event) => this.#hear(event) });
  }

  /** The next time that it stops. */
  stops(): Promise<void> {
    return new Promise((resolve) => this.#waiting.push(resolve));
  }

  tell(type: TrainingCommand): Promise<void> {
    const stops = this.stops();
    this.started.command({ type });
    return stops;
  }

  get steps(): number {
    return this.printed.split('step').length - 1;
  }

  #hear(event: RunEvent): void {
    if (event.type === 'output') {
      this.printed += event.text;
      if (event.text.includes('begin')) this.started.command({ type: 'pause' });
    }
    if (event.type === 'paused') this.#waiting.shift()?.();
  }
}

describe.each([
  ['a fit of a Trainer', TRAINER, 1],
  ['a loop of the learner’s own', LOOP, 0],
])('%s', (_what, source, first) => {
  test('stops at its first step, goes on by single minibatches, and to its end', async () => {
    const run = new Paused(source);
    await run.stops();
    expect(run.steps).toBe(first);
    await run.tell('stepBatch');
    expect(run.steps).toBe(first + 1);
    await run.tell('stepBatch');
    expect(run.steps).toBe(first + 2);
    run.started.command({ type: 'continue' });
    expect(await run.started.ended).toMatchObject({ status: 'ok' });
    expect(run.printed).toContain('end');
  });

  test('is stopped while it waits', async () => {
    const run = new Paused(source);
    await run.stops();
    run.started.stop();
    expect(await run.started.ended).toMatchObject({ status: 'stopped', error: null });
    expect(run.printed).not.toContain('end');
  });
});

test('goes on to the next epoch', async () => {
  const run = new Paused(TRAINER);
  await run.stops();
  await run.tell('stepEpoch');
  expect(run.printed.trimEnd().endsWith('step 1')).toBe(true);
  expect(run.printed.match(/step 1/g)).toHaveLength(1);
  run.started.command({ type: 'continue' });
  expect(await run.started.ended).toMatchObject({ status: 'ok' });
});

test('time does not pass while it waits', async () => {
  const run = new Paused(LOOP, 1);
  await run.stops();
  await new Promise((resolve) => setTimeout(resolve, 1200));
  run.started.command({ type: 'continue' });
  expect(await run.started.ended).toMatchObject({ status: 'ok' });
});

test('the next run starts while one waits', async () => {
  const run = new Paused(LOOP);
  await run.stops();
  const next = start(session, '1 + 1');
  expect(await run.started.ended).toMatchObject({ status: 'stopped' });
  expect((await next.result).displayed).toBe('2');
});
