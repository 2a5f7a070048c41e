/** What a folded graph consists of. */

/** A node, by its place in the graph, or what belongs together. */
export type Item = number | Group;

export interface Group {
  /** The same for the same part of a further run of the same code. */
  readonly id: string;
  /** A call of a module; steps that repeat; one of these. */
  readonly kind: 'module' | 'repeat' | 'step';
  /** Of a module its name, else its class; of a repetition of a module's calls that module's; else empty. */
  readonly name: string;
  /** Of a repetition how often; of a step also which it is, from 1. */
  readonly at?: { readonly times: number; readonly step?: number };
  /** The module's class; empty: it is none. */
  readonly type: string;
  readonly items: readonly Item[];
}

/** Places of the nodes in an item. */
export function nodesIn(item: Item): readonly number[] {
  return typeof item === 'number' ? [item] : item.items.flatMap(nodesIn);
}
