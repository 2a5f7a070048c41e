/** The entries that tell what made a tensor: `grad_fn` and the graph behind it. */
import { setNode } from '../autograd/operation.ts';
import { refreshView } from '../autograd/tape/history.ts';
import { Node, type Edge } from '../autograd/tape/node.ts';
import { full, type Tensor } from '../tensor/tensor.ts';
import { keepResults, type OperationContext } from './bridge-operations.ts';
import { wholeOf } from './graph/whole-nodes.ts';
import type { BridgeFunction } from './host.ts';

export function graphEntries(context: OperationContext): Record<string, BridgeFunction> {
  const { calls } = context;
  /** An entry about a tensor as it is recorded now; `failed` when it fails. */
  const about =
    <R>(answer: (tensor: Tensor) => R, failed: R | undefined): BridgeFunction =>
    (handle: number) =>
      calls.run(() => {
        const tensor = calls.handles.get(handle);
        refreshView(tensor);
        return answer(tensor);
      }, failed);

  return {
    grad_fn_name: about(({ node }) => node?.name ?? '', undefined),
    /** The number of the node that made it; 0 for a leaf. */
    grad_fn_number: about(({ node }) => node?.sequence ?? 0, undefined),
    output_number: about(({ output }) => output, undefined),
    /** The ends of the edges of a tensor's node, kept as results: leaves, or tensors that stand for inner nodes. */
    next_nodes: about(
      ({ node }) => keepResults(node instanceof Node ? edgesOf(node).map(endOf) : [], context),
      -1,
    ),
  };
}

/** Operations of two tensors in PyTorch whose second operand, a number or a target, may have no edge here. */
const OF_TWO = /^(Mul|Add|Sub|Div|MseLoss|SmoothL1Loss|HuberLoss)Backward0$/;

/** The edges that PyTorch's node has; of one that stands for several here, those that leave them. */
function edgesOf(node: Node): readonly Edge[] {
  const edges =
    node.partsAfter === null
      ? node.edges
      : wholeOf(node).edges.map(({ of, input }) => of.edges[input] ?? null);
  return edges.length === 1 && OF_TWO.test(node.name) ? [...edges, null] : edges;
}

/** A leaf itself; for an inner node a number with its history. */
function endOf(edge: Edge): Tensor | null {
  if (!(edge?.to instanceof Node)) return edge?.to ?? null;
  const stand = full([], 0, 'float32');
  setNode(stand, edge.to.retain(), edge.output);
  return stand;
}
