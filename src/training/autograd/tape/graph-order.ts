/** In which order a backward pass visits the nodes of a graph. */
import type { Tensor } from '../../tensor/tensor.ts';
import { edgeTo, Node } from './node.ts';

let pass = 0;

/** Passes so far: the number of the latest one. */
export const passCount = (): number => pass;

/**
 * All nodes from which something is to be had, latest first.
 *
 * @param captured what a pass is for; null: all leaves
 */
export function nodesBehind(
  outputs: readonly Tensor[],
  captured: ReadonlyMap<Tensor | Node, unknown> | null,
): Node[] {
  const mark = ++pass;
  const order: Node[] = [];
  const waiting: Node[] = [];
  const push = (to: Node | Tensor | undefined): void => {
    if (!(to instanceof Node) || to.pass === mark) return;
    to.pass = mark;
    waiting.push(to);
  };
  for (const output of outputs) push(edgeTo(output)?.to);
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    order.push(node);
    for (const edge of node.edges) push(edge?.to);
  }
  order.sort((a, b) => b.sequence - a.sequence);
  return captured === null ? order : leadingTo(order, captured);
}

/** The nodes among `order` from which a captured target can be reached, so that the rest is neither run nor freed. */
function leadingTo(order: Node[], captured: ReadonlyMap<Tensor | Node, unknown>): Node[] {
  const leading = new Set<Node | Tensor>(captured.keys());
  for (const node of [...order].reverse()) {
    if (node.edges.some((edge) => edge !== null && leading.has(edge.to))) leading.add(node);
  }
  return order.filter((node) => leading.has(node));
}
