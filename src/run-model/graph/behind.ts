/** The part of a graph behind one tensor. */

import type { GraphTensor, TapeGraph } from '../../training/protocol/protocol.ts';

/** What the learner calls a tensor of the graph: its name, with the line where it had that. */
export function tensorKey({ name, place }: Pick<GraphTensor, 'name' | 'place'>): string {
  return place === undefined ? name : lineKey(name, place.line);
}

/** Of a tensor that a line (1-based) gave a name to. */
export function lineKey(name: string, line: number): string {
  return `${name}, line ${String(line)}`;
}

/** Where a gradient begins that the learner may look from. */
export interface Beginning {
  readonly key: string;
  readonly node: number;
}

/** `backward()` first, where there was one, then names of lines, then those of the end; leaves have nothing behind them. */
export function beginningsOf({ nodes, tensors, pass }: TapeGraph): readonly Beginning[] {
  const named = tensors
    .filter(({ node }) => nodes[node] !== undefined && nodes[node]?.leaf === undefined)
    .map((tensor) => ({ key: tensorKey(tensor), node: tensor.node }));
  const all = pass === undefined ? named : [{ key: 'backward()', node: pass.node }, ...named];
  const keys = new Set<string>();
  return all.filter(({ key }) => !keys.has(key) && keys.add(key));
}

/** Places of the nodes behind a node, itself among them, in their order in the graph. */
export function nodesBehind({ nodes }: TapeGraph, from: number): readonly number[] {
  const seen = new Set([from]);
  for (const place of seen)
    for (const { to } of nodes[place]?.edges ?? []) if (nodes[to] !== undefined) seen.add(to);
  return [...seen].filter((place) => nodes[place] !== undefined).sort((a, b) => a - b);
}
