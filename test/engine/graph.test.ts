/** The tape behind the tensors of a run. */
import { afterAll, describe, expect, test } from 'vitest';
import type { GraphNode, TapeGraph } from '../../src/training/protocol/protocol.ts';
import { DOCUMENT, openSession, run, type Options } from './engine.ts';

const session = openSession();
afterAll(() => session.dispose());

async function graphOf(
  source: string | readonly string[],
  options: Options = {},
): Promise<{ graph: TapeGraph; status: string; stdout: string }> {
  let graph: TapeGraph | undefined;
  const { status, stdout } = await run(session, source, {
    graph: true,
    ...options,
    onEvent: (event) => {
      if (event.type === 'graph') ({ graph } = event);
    },
  });
  if (graph === undefined) throw new Error('no graph was told');
  return { graph, status, stdout };
}

/** `AddmmBackward0 (4, 1) in 1 of net.1 <- AccumulateGrad net.1.bias, ReluBackward0` */
function texts({ nodes, calls }: TapeGraph): string[] {
  const named = ({ name, leaf }: GraphNode): string => (leaf === undefined ? name : `${name} ${leaf.name}`);
  return nodes.map((node) => {
    const { shape, edges, call } = node;
    const module = call === undefined ? '' : ` in ${calls[call]?.name ?? '?'}`;
    const from = edges.map(({ to }) => named(nodes[to] as GraphNode)).join(', ');
    return `${named(node)} (${shape.join(', ')})${module}${from === '' ? '' : ` <- ${from}`}`;
  });
}

const MLP = [
  'import torch',
  'from torch import nn',
  'net = nn.Sequential(nn.Linear(2, 3), nn.ReLU(), nn.Linear(3, 1))',
  'X = torch.ones(4, 2)',
  'y_hat = net(X)',
  'l = y_hat.sum()',
  'l.backward()',
].join('\n');

describe('the graph behind the tensors of a run', () => {
  test('has PyTorch’s nodes, the shapes on the edges, and the names of leaves and modules', async () => {
    const { graph } = await graphOf(MLP);
    expect(texts(graph)).toEqual([
      'TBackward0 (2, 3) in net.0 <- AccumulateGrad net.0.weight',
      'AddmmBackward0 (4, 3) in net.0 <- AccumulateGrad net.0.bias, TBackward0',
      'ReluBackward0 (4, 3) in net.1 <- AddmmBackward0',
      'TBackward0 (3, 1) in net.2 <- AccumulateGrad net.2.weight',
      'AddmmBackward0 (4, 1) in net.2 <- AccumulateGrad net.2.bias, ReluBackward0, TBackward0',
      'SumBackward0 () <- AddmmBackward0',
      'AccumulateGrad net.2.bias (1)',
      'AccumulateGrad net.2.weight (1, 3)',
      'AccumulateGrad net.0.bias (3)',
      'AccumulateGrad net.0.weight (3, 2)',
    ]);
    expect(graph.nodes[4]?.edges.map(({ shape }) => shape)).toEqual([[1], [4, 3], [3, 1]]);
    expect(graph.calls.map(({ name, type, parent }) => [name, type, parent])).toEqual([
      ['net', 'Sequential', -1],
      ['net.0', 'Linear', 0],
      ['net.1', 'ReLU', 0],
      ['net.2', 'Linear', 0],
    ]);
  });

  test('has one node for what is one operation in PyTorch', async () => {
    const { graph } = await graphOf(
      [
        'import torch',
        'from torch.nn import functional as F',
        'x = torch.ones(4, 3, requires_grad=True)',
        'l = F.cross_entropy(x, torch.tensor([0, 1, 2, 0])) + F.mse_loss(x, torch.zeros(4, 3))',
        'l.backward()',
      ].join('\n'),
    );
    expect(texts(graph)).toEqual([
      'LogSoftmaxBackward0 (4, 3) <- AccumulateGrad x',
      'NllLossBackward0 () <- LogSoftmaxBackward0',
      'MseLossBackward0 () <- AccumulateGrad x',
      'AddBackward0 () <- NllLossBackward0, MseLossBackward0',
      'AccumulateGrad x (4, 3)',
    ]);
  });

  test('has the norms of the gradients that backward has sent along its edges', async () => {
    const { graph } = await graphOf(
      'import torch\nw = torch.tensor([3.0, 4.0], requires_grad=True)\nl = (w * w).sum()\nl.backward()',
    );
    const [product, sum, leaf] = graph.nodes;
    expect(sum?.edges[0]?.norm).toBeCloseTo(Math.SQRT2);
    expect(product?.edges.map(({ norm }) => norm)).toEqual([5, 5]);
    expect(leaf?.leaf).toEqual({ name: 'w', norm: 10 });
    expect(graph.pass).toEqual({ number: 1, count: 1, node: 1 });
  });

  test('says where a gradient became NaN or 0', async () => {
    const { graph } = await graphOf(
      'import torch\nx = torch.tensor([-1.0, 0.0], requires_grad=True)\nl = (x.sqrt() * torch.relu(-x - 5)).sum()\nl.backward()',
    );
    const norms = graph.nodes.flatMap(({ name, edges }) =>
      edges.map(({ norm }) => `${name} ${String(norm)}`),
    );
    expect(norms).toContain('SqrtBackward0 nan');
    expect(norms).toContain('ReluBackward0 0');
  });

  test('knows the names that lines gave to tensors which are gone', async () => {
    const { graph } = await graphOf(
      [
        'import torch',
        'w = torch.ones(2, requires_grad=True)',
        'def loss(y):',
        '    d = y * 2',
        '    return d.sum()',
        'for i in range(3):',
        '    loss(w + 1).backward()',
      ].join('\n'),
    );
    const named = graph.tensors.map(({ name, place, node }) => [name, place?.line, graph.nodes[node]?.name]);
    expect(named).toEqual([
      ['y', 3, 'AddBackward0'],
      ['d', 4, 'MulBackward0'],
      ['w', undefined, 'AccumulateGrad'],
    ]);
    expect(graph.pass?.count).toBe(3);
  });

  test('tells the steps of a recurrent network apart by the calls of its cell', async () => {
    const { graph } = await graphOf(
      [
        'import torch',
        'from torch import nn',
        'cell = nn.RNNCell(2, 3)',
        'h = torch.zeros(1, 3)',
        'for t in range(5):',
        '    h = cell(torch.ones(1, 2), h)',
        'h.sum().backward()',
      ].join('\n'),
    );
    expect(graph.calls.map(({ name, type }) => `${name} ${type}`)).toEqual(Array(5).fill('cell RNNCell'));
    const tanhs = graph.nodes.filter(({ name }) => name === 'TanhBackward0');
    expect(tanhs.map(({ call }) => call)).toEqual([0, 1, 2, 3, 4]);
  });

  test('of a second backward shows what the first has freed, and that it failed', async () => {
    const { graph, status } = await graphOf(
      'import torch\nw = torch.ones(2, requires_grad=True)\ny = w + 1\nl = (y * y).sum()\nl.backward()\nl.backward()',
    );
    expect(status).toBe('error');
    expect(graph.pass).toEqual({ number: 2, count: 2, node: 2, isFailed: true });
    const freed = graph.nodes.map(({ name, isFreed }) => `${name} ${isFreed ? 'freed' : ''}`.trim());
    expect(freed).toEqual(['AddBackward0', 'MulBackward0 freed', 'SumBackward0', 'AccumulateGrad']);
  });

  test('of a run that was stopped is told too, and of one without backward', async () => {
    const { graph, status } = await graphOf(
      'import torch\nw = torch.ones(2, requires_grad=True)\nl = w.exp()\nwhile True: pass',
      { seconds: 0.5 },
    );
    expect(status).toBe('timeout');
    expect(texts(graph)).toEqual(['ExpBackward0 (2) <- AccumulateGrad w', 'AccumulateGrad w (2)']);
    expect(graph.pass).toBeUndefined();
  });

  test('is bounded, and says how much is left out', async () => {
    const { graph } = await graphOf(
      'import torch\nw = torch.ones(1, requires_grad=True)\ny = w\nfor i in range(2500): y = y + 1',
    );
    expect(graph.nodes.length).toBe(2000);
    expect(graph.left).toBe(501);
  });

  test('changes nothing of the run: its numbers, its frames, what it prints', async () => {
    const source = `${MLP}\nimport sys\nclass Deep(nn.Module):\n    def forward(self, x):\n        print(sys._getframe(0).f_code.co_name)\n        return x\nprint(Deep()(l).item(), net[0].weight.grad.sum().item())`;
    const { stdout } = await graphOf(source);
    expect(stdout).toBe((await run(session, source)).stdout);
  });

  test('is told of a notebook’s cells, each by itself, and not when nobody asks', async () => {
    await graphOf('import torch\na = torch.ones(2, requires_grad=True)\nb = a.exp()', { execution: 1 });
    const events: string[] = [];
    await run(session, 'c = b.sum()', { execution: 2, onEvent: ({ type }) => events.push(type) });
    expect(events).not.toContain('graph');
    const { graph } = await graphOf('c.backward()', { execution: 3 });
    expect(texts(graph)).toContain('SumBackward0 () <- ExpBackward0');
  });

  test('is told between two cells of a notebook by a run of no cell, which leaves no trace', async () => {
    const source =
      'import torch\na = torch.ones(2, requires_grad=True)\nb = a.exp()\nl = b.sum()\nl.backward()\n7';
    await run(session, source, { execution: 1, lineValues: true });
    const { graph } = await graphOf([], { execution: 1 });
    expect(texts(graph)).toContain('SumBackward0 () <- ExpBackward0');
    expect(graph.nodes.filter(({ isFreed }) => isFreed).map(({ name }) => name)).toContain('ExpBackward0');
    expect(graph.nodes.find(({ leaf }) => leaf)?.leaf).toMatchObject({
      name: 'a',
      norm: expect.any(Number) as number,
    });
    expect(graph.tensors).toContainEqual(
      expect.objectContaining({ name: 'b', place: { document: DOCUMENT, line: 3 } }),
    );
    const { displayed } = await run(session, '(Out[1], _, b.shape)', { execution: 2 });
    expect(displayed).toBe('(7, 7, torch.Size([2]))');
  });
});
