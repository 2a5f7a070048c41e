/** Made-up states with a graph: an MLP, a recurrent network's steps, a second `backward()`. */

import type { GraphEdge, GraphNode, RunEvent, TapeGraph } from '../../src/training/protocol/protocol.ts';
import type { PanelState } from '../../src/run-model/state.ts';
import { FRESH, after, ended, started } from './fake-feed.ts';

const edge = (to: number, shape: readonly number[], norm?: GraphEdge['norm']): GraphEdge => ({
  to,
  shape,
  ...(norm === undefined ? {} : { norm }),
});
const leaf = (name: string, shape: readonly number[], norm = 0.5): GraphNode => ({
  name: 'AccumulateGrad',
  shape,
  edges: [],
  leaf: { name, norm },
});

/** A layer with a bias, an activation, and a sum. */
export const MLP: TapeGraph = {
  nodes: [
    { name: 'TBackward0', shape: [2, 3], edges: [edge(4, [3, 2], 0.25)], call: 1 },
    {
      name: 'AddmmBackward0',
      shape: [8, 3],
      edges: [edge(5, [3], 0.125), edge(0, [2, 3], 0.25)],
      call: 1,
      isFreed: true,
    },
    { name: 'ReluBackward0', shape: [8, 3], edges: [edge(1, [8, 3], 0)], call: 2, isFreed: true },
    { name: 'SumBackward0', shape: [], edges: [edge(2, [8, 3], 1)] },
    leaf('net.0.weight', [3, 2]),
    leaf('net.0.bias', [3]),
  ],
  left: 0,
  calls: [
    { name: 'net', type: 'Sequential', parent: -1 },
    { name: 'net.0', type: 'Linear', parent: 0 },
    { name: 'net.1', type: 'ReLU', parent: 0 },
  ],
  tensors: [
    { name: 'y_hat', place: { document: '/workbook/linear-regression.py', line: 90 }, node: 2 },
    { name: 'l', node: 3 },
    { name: 'net.0.weight', node: 4 },
  ],
  pass: { number: 3, count: 3, node: 3 },
};

/** `h = tanh(h @ U + x)`, so many times. */
export function recurrent(steps: number): TapeGraph {
  const nodes: GraphNode[] = [];
  const [weight, start] = [3 * steps, 3 * steps + 1];
  for (let step = 0; step < steps; step++) {
    const before = step === 0 ? start : 3 * step - 1;
    nodes.push(
      { name: 'MmBackward0', shape: [1, 4], edges: [edge(before, [1, 4]), edge(weight, [4, 4])] },
      { name: 'AddBackward0', shape: [1, 4], edges: [edge(3 * step, [1, 4])] },
      { name: 'TanhBackward0', shape: [1, 4], edges: [edge(3 * step + 1, [1, 4])] },
    );
  }
  nodes.push(leaf('U', [4, 4]), leaf('h', [1, 4]));
  return { nodes, left: 0, calls: [], tensors: [{ name: 'h', node: 3 * steps - 1 }] };
}

function withGraph(graph: TapeGraph): PanelState {
  const events: RunEvent[] = [started(), { type: 'graph', run: 1, graph }, ended()];
  return after(events, { ...FRESH, graph: '' });
}

export const GRAPHS: Readonly<Record<string, () => PanelState>> = {
  graph: () => withGraph(MLP),
  graphOfSteps: () => withGraph(recurrent(32)),
  graphFailed: () => withGraph({ ...MLP, pass: { number: 4, count: 4, node: 3, isFailed: true } }),
  graphWanted: () => after([started()], { ...FRESH, graph: '' }),
};
