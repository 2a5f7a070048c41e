/** Nodes as PyTorch has them: what is one operation there and several here is one. */
import { Node, type Edge } from '../../autograd/tape/node.ts';

/** An edge that leads out of an operation: from which of its nodes, and of which input. */
export interface WholeEdge {
  readonly of: Node;
  readonly input: number;
  readonly to: NonNullable<Edge>['to'];
}

export interface WholeNode {
  readonly edges: readonly WholeEdge[];
  /** Saved values of it or of one of its parts are gone. */
  readonly isFreed: boolean;
}

export function wholeOf(node: Node): WholeNode {
  const { partsAfter } = node;
  const parts = new Set([node]);
  const edges: WholeEdge[] = [];
  for (const part of parts) {
    part.edges.forEach((edge, input) => {
      const to = edge?.to;
      if (to === undefined) return;
      if (partsAfter !== null && to instanceof Node && to.sequence > partsAfter) parts.add(to);
      else edges.push({ of: part, input, to });
    });
  }
  return { edges, isFreed: [...parts].some((part) => part.isFreed) };
}
