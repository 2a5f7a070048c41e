/** Notices a loss whose operands were broadcast by mistake. */
import { Node } from '../../autograd/tape/node.ts';
import type { Shape } from '../../backend/layout.ts';
import type { Tensor } from '../../tensor/tensor.ts';

/** A comparison of a column with a row: (rows, 1) and (rows,) made (rows, rows). */
export interface Spread {
  readonly node: Node;
  readonly rows: number;
  /** Which operand has the shape (rows,). */
  readonly flat: 'first' | 'second';
}

/** Nodes of a loss that are looked at, from its end. */
const MOST_NODES = 16;

/** What compares a prediction with a label, element by element. */
const COMPARISONS = /^(?:Sub|Rsub)Backward/;
/** What a loss makes of the comparison; anything else (a product, a softmax) may want every row with every other one. */
const REDUCTIONS = /^(?:Mean|Sum|Pow|Square|Mul|Div|Abs|Neg|Sqrt|Add|Where|\w+Loss)Backward/;

/** The comparison that a node makes, when its operands spread over each other. */
function spreadOf(node: Node): Spread | null {
  if (!COMPARISONS.test(node.name)) return null;
  const [first, second] = node.inputs;
  if (first === undefined || second === undefined) return null;
  // A label is not learned; where both sides are, every pair is meant.
  if (node.needs(0) === node.needs(1)) return null;
  const rows = rowsOf(first.shape, second.shape);
  if (rows > 0) return { node, rows, flat: 'second' };
  const turned = rowsOf(second.shape, first.shape);
  return turned > 0 ? { node, rows: turned, flat: 'first' } : null;
}

/** Rows when the shapes are (rows, 1) and (rows,), and there is more than one; else 0. */
function rowsOf(column: Shape, flat: Shape): number {
  const rows = flat[0] ?? 0;
  const matches = column.length === 2 && column[1] === 1 && flat.length === 1 && column[0] === rows;
  return matches && rows > 1 ? rows : 0;
}

/** The comparison from which `loss` was reduced, when its operands spread. */
export function spreadIn(loss: Tensor): Spread | null {
  const waiting: Node[] = loss.node instanceof Node ? [loss.node] : [];
  for (let i = 0; i < waiting.length && i < MOST_NODES; i++) {
    const node = waiting[i] as Node;
    const spread = spreadOf(node);
    if (spread !== null) return spread;
    if (!REDUCTIONS.test(node.name)) continue;
    for (const edge of node.edges) if (edge?.to instanceof Node) waiting.push(edge.to);
  }
  return null;
}
