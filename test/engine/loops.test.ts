/** Training loops without a Trainer: what the engine makes of the ways in which people write them. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { RunEvent } from '../../src/training/protocol/protocol.ts';
import type { Session } from '../../src/training/threads/session.ts';
import { openSession, run, start } from './engine.ts';
import { DATA, expectLearned, fitOf, fitsOf, losses, names, UPDATE, VARIABLES, xs } from './loop-programs.ts';

let session: Session;

beforeAll(() => {
  session = openSession();
});

afterAll(() => session.dispose());

describe('a loop is a fit', () => {
  test('of plain tensors, over steps, with true values', async () => {
    const program = `${DATA}${VARIABLES}
seen = []
for step in range(100):
    loss = ((X @ w + b - y) ** 2).mean()
    seen.append(loss.item())
    loss.backward()${UPDATE}
print(seen[0], seen[57])`;
    const result = await run(session, program);
    const [fit] = result.fits;
    expect(result.fits).toHaveLength(1);
    expect(fit).toMatchObject({ model: 'loop', epochs: 0, unit: 'step' });
    expect(names(fit)).toEqual(['w', 'b']);
    expect(fit?.weights.map((weight) => [weight.shape, weight.true])).toEqual([
      [[2], [2, expect.closeTo(-3.4, 6)]],
      [[1], [4.2]],
    ]);
    expectLearned(fit);
    expect(xs(fit)).toEqual(Array.from({ length: 100 }, (_, step) => step));
    const [first, later] = result.stdout.split(' ').map(Number);
    expect([losses(fit)[0], losses(fit)[57]]).toEqual([first, later]);
  });

  test('of a module and optim.SGD, over the epochs of a DataLoader', async () => {
    const fit = await fitOf(
      session,
      `${DATA}
features, labels = d2l.synthetic_data(true_w, true_b, 1000)
batches = d2l.load_array((features, labels), 10)
net = nn.Sequential(nn.Linear(2, 1))
trainer = torch.optim.SGD(net.parameters(), lr=0.03)
for epoch in range(3):
    for features_batch, labels_batch in batches:
        l = nn.MSELoss()(net(features_batch), labels_batch)
        trainer.zero_grad()
        l.backward()
        trainer.step()
    with torch.no_grad():
        print(nn.MSELoss()(net(features), labels))`,
    );
    expect(fit).toMatchObject({ model: 'Sequential', epochs: 3 });
    expect(fit.unit).toBeUndefined();
    expect(names(fit)).toEqual(['net.0.weight', 'net.0.bias']);
    expectLearned(fit);
    // Two points an epoch, each at the middle of its fifty batches, as a Trainer draws them.
    const rounded = xs(fit)?.map((x) => Number(x).toFixed(3));
    expect(rounded).toEqual(['0.245', '0.745', '1.245', '1.745', '2.245', '2.745']);
  });

  test('of the class that holds its tensors as attributes', async () => {
    const fit = await fitOf(
      session,
      `${DATA}
class Line:
    def __init__(self):
        self.w = torch.zeros(2, requires_grad=True)
        self.b = torch.zeros(1, requires_grad=True)
line = Line()
for step in range(80):
    ((X @ line.w + line.b - y) ** 2).mean().backward()
    for p in (line.w, line.b):
        p.data -= 0.1 * p.grad
        p.grad = None`,
    );
    expect(fit.model).toBe('Line');
    expect(names(fit)).toEqual(['line.w', 'line.b']);
    expectLearned(fit);
  });

  test('of a list of tensors whose data is replaced', async () => {
    const fit = await fitOf(
      session,
      `${DATA}
params = [torch.zeros(2, requires_grad=True), torch.zeros(1, requires_grad=True)]
for step in range(5):
    ((X @ params[0] + params[1] - y) ** 2).mean().backward()
    for p in params:
        p.data = p.data - 0.1 * p.grad
        p.grad = None`,
    );
    expect(names(fit)).toEqual(['params[0]', 'params[1]']);
    expect(fit.weights.map((weight) => weight.true)).toEqual([null, null]);
    expect(losses(fit)).toHaveLength(5);
  });

  test('inside a function, whose variables are gone at the end of the run', async () => {
    const fits = await fitsOf(
      session,
      `${DATA}
def train(lr):
    slope = torch.zeros(2, requires_grad=True)
    slope_true = true_w
    for step in range(20):
        ((X @ slope - (y - true_b)) ** 2).mean().backward()
        with torch.no_grad():
            slope -= lr * slope.grad
            slope.grad.zero_()
for lr in (0.1, 0.2):
    train(lr)`,
    );
    expect(fits.map(names)).toEqual([['slope'], ['slope']]);
    expect(fits[1]?.weights[0]?.true).toEqual([2, expect.closeTo(-3.4, 6)]);
    expectLearned(fits[1]);
    expect(fits.map((fit) => losses(fit).length)).toEqual([20, 20]);
  });

  test('each of two loops in one run', async () => {
    const fits = await fitsOf(
      session,
      `${DATA}${VARIABLES}
for step in range(10):
    ((X @ w + b - y) ** 2).mean().backward()${UPDATE}
v = torch.zeros(2, requires_grad=True)
optimizer = torch.optim.SGD([v], lr=0.1)
for step in range(7):
    optimizer.zero_grad()
    ((X @ v - y) ** 2).mean().backward()
    optimizer.step()`,
    );
    expect(fits.map(names)).toEqual([['w', 'b'], ['v']]);
    expect(fits.map((fit) => losses(fit).length)).toEqual([10, 7]);
    expect(fits[1]?.weights[0]?.true).toBeNull();
  });

  test('that ends when the next one is known to train', async () => {
    const order: string[] = [];
    const onEvent = (event: RunEvent) => void order.push(event.type);
    const two = `${DATA}${VARIABLES}
for step in range(3):
    ((X @ w + b - y) ** 2).mean().backward()${UPDATE}
w, b = torch.ones(2, requires_grad=True), torch.ones(1, requires_grad=True)
for step in range(3):
    ((X @ w + b - y) ** 2).mean().backward()${UPDATE}`;
    await start(session, two, { onEvent }).result;
    expect(order.filter((type) => type.startsWith('fit'))).toEqual([
      'fitStarted',
      'fitEnded',
      'fitStarted',
      'fitEnded',
    ]);
  });

  test('one for both players of a GAN, a curve for each', async () => {
    const fit = await fitOf(
      session,
      `${DATA}
G, D = nn.Linear(2, 2), nn.Linear(2, 1)
opt_G, opt_D = torch.optim.SGD(G.parameters(), lr=0.01), torch.optim.SGD(D.parameters(), lr=0.01)
bce = nn.BCEWithLogitsLoss()
for step in range(30):
    fake = G(torch.randn(64, 2))
    opt_D.zero_grad()
    loss_D = (bce(D(X), torch.ones(64, 1)) + bce(D(fake.detach()), torch.zeros(64, 1))) / 2
    loss_D.backward()
    opt_D.step()
    opt_G.zero_grad()
    loss_G = bce(D(fake), torch.ones(64, 1))
    loss_G.backward()
    opt_G.step()`,
    );
    expect(fit.model).toBe('loop');
    expect([...(names(fit) ?? [])].sort()).toEqual(['D.bias', 'D.weight', 'G.bias', 'G.weight']);
    expect(losses(fit)).toHaveLength(30);
    expect(losses(fit, 'loss 2')).toHaveLength(30);
  });

  test('each of two models that train side by side', async () => {
    const fits = await fitsOf(
      session,
      `${DATA}
one, two = nn.Linear(2, 1), nn.Linear(2, 1)
optimizers = [torch.optim.SGD(net.parameters(), lr=0.1) for net in (one, two)]
for step in range(12):
    for net, optimizer in zip((one, two), optimizers):
        optimizer.zero_grad()
        ((net(X).squeeze() - y) ** 2).mean().backward()
        optimizer.step()`,
    );
    expect(fits.map(names)).toEqual([
      ['one.weight', 'one.bias'],
      ['two.weight', 'two.bias'],
    ]);
    expect(fits.map((fit) => losses(fit).length)).toEqual([12, 12]);
  });

  test('with gradients accumulated over several losses: a step is an update', async () => {
    const fit = await fitOf(
      session,
      `${DATA}${VARIABLES}
for step in range(10):
    for rows in (slice(0, 32), slice(32, 64)):
        (((X[rows] @ w + b - y[rows]) ** 2).mean() / 2).backward()${UPDATE}`,
    );
    expect(xs(fit)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
  });

  test('with several evaluations in a step, as a line search makes', async () => {
    const result = await run(
      session,
      `${DATA}${VARIABLES}
def closure():
    w.grad = b.grad = None
    loss = ((X @ w + b - y) ** 2).mean()
    loss.backward()
    if not seen or not torch.equal(w, seen[-1]):
        seen.append(w.detach().clone())
    return loss
seen = []
for step in range(4):
    before = closure()
    direction = [-w.grad.clone(), -b.grad.clone()]
    rate = 1.0
    for attempt in range(3):
        with torch.no_grad():
            w.add_(direction[0], alpha=rate); b.add_(direction[1], alpha=rate)
        if closure() < before:
            break
        with torch.no_grad():
            w.sub_(direction[0], alpha=rate); b.sub_(direction[1], alpha=rate)
        rate /= 4
print(len(seen))`,
    );
    const [fit] = result.fits;
    expect(names(fit)).toEqual(['w', 'b']);
    expect(losses(fit)).toHaveLength(Number(result.stdout));
    expect(losses(fit).at(-1)).toBeLessThan(losses(fit)[0] as number);
  });

  test('with second derivatives: the derivative of the gradient is no loss', async () => {
    const fit = await fitOf(
      session,
      `
import torch
x = torch.tensor(3.0, requires_grad=True)
for step in range(8):
    x.grad = None
    f = (x ** 2 - 2) ** 2
    f.backward(create_graph=True)
    slope = x.grad
    x.grad = None
    slope.backward()
    with torch.no_grad():
        x -= slope.detach() / x.grad`,
    );
    expect(names(fit)).toEqual(['x']);
    expect(losses(fit).slice(0, 2)).toEqual([49, expect.closeTo(7.105424, 4)]);
    expect(losses(fit)).toHaveLength(8);
  });

  test('up to an exception', async () => {
    const result = await run(
      session,
      `${DATA}${VARIABLES}
for step in range(10):
    if step == 4:
        raise ValueError('enough')
    ((X @ w + b - y) ** 2).mean().backward()${UPDATE}`,
    );
    expect(result).toMatchObject({ status: 'error', error: { type: 'ValueError' } });
    expect(losses(result.fits[0])).toHaveLength(4);
    expect(result.fits[0]?.weights[0]?.learned).not.toEqual([0, 0]);
  });

  test('up to Stop', async () => {
    let points = 0;
    const running = start(
      session,
      `${DATA}${VARIABLES}
while True:
    ((X @ w + b - y) ** 2).mean().backward()${UPDATE}`,
      {
        onEvent: (event) => {
          if (event.type === 'points' && ++points === 3) running.stop();
        },
      },
    );
    const result = await running.result;
    expect(result.status).toBe('stopped');
    expect(names(result.fits[0])).toEqual(['w', 'b']);
    expectLearned(result.fits[0]);
  });
});
