/** What tensors the lines of a run gave names to. */
import { afterAll, describe, expect, test } from 'vitest';
import type { Broadcast, LineValue } from '../../src/training/protocol/protocol.ts';
import { openSession, run } from './engine.ts';

const session = openSession();
afterAll(() => session.dispose());

interface Looked {
  /** `5 l (4, 4)|(2, 2) float32 ×3` */
  readonly texts: readonly string[];
  readonly values: readonly LineValue[];
  readonly broadcasts: readonly Broadcast[];
  readonly messages: number;
  readonly stdout: string;
  readonly traceback: string;
}

async function look(source: string, execution?: number, lineValues = true): Promise<Looked> {
  let [messages, values, broadcasts] = [0, [] as readonly LineValue[], [] as readonly Broadcast[]];
  const { stdout, error } = await run(session, source, {
    lineValues,
    ...(execution === undefined ? {} : { execution }),
    onEvent: (event) => {
      if (event.type !== 'lineValues') return;
      messages++;
      if (event.isLast) ({ values, broadcasts } = event);
    },
  });
  const texts = values.map(
    ({ line, name, shapes, dtype, count }) =>
      `${line} ${name} ${shapes.map((shape) => `(${shape.join(', ')})`).join('|')} ${dtype} ×${count}`,
  );
  return {
    texts: texts.sort(byLine),
    values,
    broadcasts,
    messages,
    stdout,
    traceback: error?.traceback ?? '',
  };
}

const byLine = (a: string, b: string): number => parseInt(a, 10) - parseInt(b, 10);

describe('the lines of a run', () => {
  test('tell what they gave names to: targets of every kind, parameters, layers', async () => {
    const { texts } = await look(
      [
        'import torch',
        'from torch import nn',
        'def halved(x, *, by=2):',
        '    x = x / by',
        '    return x',
        'class Net(nn.Module):',
        '    def __init__(self):',
        '        super().__init__()',
        '        self.w = torch.ones(3, 1)',
        '        self.net = nn.Sequential(nn.Linear(1, 4), nn.ReLU())',
        '    def forward(self, X):',
        '        return self.net(X @ self.w)',
        'a, (b, *c) = torch.ones(1), (torch.zeros(2), torch.ones(5))',
        'for row in torch.ones(2, 3): pass',
        'b += 1',
        'y = Net()(torch.ones(7, 3))',
        'z: torch.Tensor = halved(torch.arange(4))',
      ].join('\n'),
    );
    expect(texts).toEqual([
      '3 x (4) int64 ×1',
      '4 x (4) float32 ×1',
      '9 self.w (3, 1) float32 ×1',
      '11 X (7, 3) float32 ×1',
      '12 Sequential (7, 4) float32 ×1',
      '13 a (1) float32 ×1',
      '13 b (2) float32 ×1',
      '14 row (3) float32 ×2',
      '15 b (2) float32 ×1',
      '16 y (7, 4) float32 ×1',
      '16 Net (7, 4) float32 ×1',
      '17 z (4) float32 ×1',
    ]);
  });

  test('tell every shape that a name had, and count only their own executions', async () => {
    const { texts } = await look(
      [
        'import torch',
        'X = torch.ones(10, 2)',
        'for i in range(0, 10, 4):',
        '    batch = X[i:i + 4]',
        '    if i == 4:',
        '        middle = batch',
        '    other = batch',
        'k = [t for t in X]',
        'X = X.double()',
      ].join('\n'),
    );
    expect(texts).toEqual([
      '2 X (10, 2) float32 ×1',
      '4 batch (4, 2)|(2, 2) float32 ×3',
      '6 middle (4, 2) float32 ×1',
      '7 other (4, 2)|(2, 2) float32 ×3',
      '9 X (10, 2) float64 ×1',
    ]);
  });

  test('tell the values, those of infinities and NaN too, and what recorded them', async () => {
    const { values } = await look(
      [
        'import torch',
        'import numpy as np',
        'x = torch.tensor([1., 2., 3., float("nan"), float("-inf")], requires_grad=True)',
        'y = x.exp()',
        'n = np.zeros((2, 3))',
        'w = torch.zeros(2)',
        'w += 1',
        'big = torch.ones(600, 600)',
      ].join('\n'),
    );
    const [x, y, n, w, , big] = values;
    expect(x).toMatchObject({ requiresGrad: true, gradFn: '' });
    expect(x?.summary).toMatchObject({
      head: [1, 2, 3, 'nan', '-inf'],
      least: 1,
      mean: 2,
      most: 3,
      nans: 1,
      infinities: 1,
      execution: 1,
    });
    expect(x?.summary?.histogram.reduce((sum, count) => sum + count)).toBe(3);
    expect(y).toMatchObject({ requiresGrad: true, gradFn: 'ExpBackward0' });
    expect(n).toMatchObject({ name: 'n', shapes: [[2, 3]], dtype: 'float64' });
    expect(w?.summary).toMatchObject({ head: [1, 1], isChanged: true });
    expect(big?.summary).toMatchObject({ mean: 1, execution: 1 });
  });

  test('mark what a broadcast made larger than either operand, but not a backward pass', async () => {
    const { broadcasts } = await look(
      [
        'import torch',
        'y_hat = torch.ones(3, 1, requires_grad=True)',
        'def loss(y_hat, y):',
        '    return ((y_hat - y) ** 2).mean()',
        'loss(y_hat, torch.ones(3)).backward()',
        'z = y_hat + torch.ones(3, 4)',
      ].join('\n'),
    );
    expect(broadcasts).toMatchObject([{ line: 4, operands: [[3, 1], [3]], result: [3, 3] }]);
  });

  test('are those of all cells of a notebook that ran', async () => {
    await look('import torch\ndef f(x):\n    return x + 1', 1);
    expect((await look('y = f(torch.ones(2))', 2)).texts).toEqual([
      '1 y (2) float32 ×1',
      '2 x (2) float32 ×1',
    ]);
    expect((await look('y = f(torch.ones(5))', 3)).texts).toEqual([
      '1 y (5) float32 ×1',
      '2 x (2)|(5) float32 ×2',
    ]);
    expect((await look('y = f(torch.ones(5))', 4, false)).messages).toBe(0);
    expect((await look('y = f(torch.ones(6))', 5)).texts).toContain('1 y (6) float32 ×1');
  });
});

describe('the learner’s code', () => {
  const program = [
    'import torch, sys, inspect',
    'class Sly:',
    '    def __getattr__(self, name):',
    '        print("asked for", name)',
    '        raise ValueError(name)',
    '    __class__ = property(lambda self: print("asked for its class"))',
    's = Sly()',
    's.x = torch.ones(1)',
    'class Fixed:',
    '    __slots__ = ("v",)',
    'f = Fixed()',
    'f.v = torch.ones(2)',
    'def depth(n):',
    '    x = torch.ones(1)',
    '    return 0 if n == 0 else 1 + depth(n - 1)',
    'print(depth(50), sorted(depth.__code__.co_varnames), depth.__code__.co_firstlineno)',
    'print(inspect.getsource(depth))',
    'print(sorted(k for k in globals() if not k.startswith("__")))',
    'def fail(y):',
    '    z = y * 2',
    '    return z @ torch.ones(3, 3)',
    'fail(torch.ones(2, 2))',
  ].join('\n');

  test('behaves as if nobody looked', async () => {
    const unseen = await look(program, undefined, false);
    const seen = await look(program);
    expect(unseen.messages).toBe(0);
    expect(seen.stdout).toBe(unseen.stdout);
    expect(seen.traceback).toBe(unseen.traceback);
    expect(seen.traceback).toContain('line 21, in fail');
    expect(seen.texts).toContain('8 s.x (1) float32 ×1');
  });

  test('is not asked for ever what takes time, and says so', async () => {
    const { values } = await look('import torch\na = torch.ones(3)\nfor i in range(100000):\n    b = a');
    const b = values.find(({ name }) => name === 'b');
    expect(b?.isMore).toBe(true);
    expect(b?.count).toBeLessThan(100000);
    expect(b?.count).toBeGreaterThanOrEqual(256);
  });

  test('ends when it is stopped, and tells what it had', async () => {
    const { values } = await look('import torch\nx = torch.ones(4)\nraise KeyboardInterrupt');
    expect(values).toMatchObject([{ name: 'x', shapes: [[4]] }]);
  });

  test('is bounded in what it tells', async () => {
    const { values } = await look(
      ['import torch', ...Array.from({ length: 700 }, (_, i) => `x${String(i)} = torch.ones(1)`)].join('\n'),
    );
    expect(values).toHaveLength(500);
  });
});
