/** What of a graph belongs together: calls of modules, and steps that repeat, each of which can be folded into one box. */

import type { GraphNode, ModuleCall, TapeGraph } from '../../training/protocol/protocol.ts';
import type { Item } from './items.ts';
import { withRepeats } from './repeats.ts';

interface Growing {
  readonly call: number;
  readonly items: (number | Growing)[];
}

/** @param places of the nodes to show, in their order in the graph */
export function foldedItems(graph: TapeGraph, places: readonly number[]): readonly Item[] {
  const root: Growing = { call: -1, items: [] };
  const byCall = new Map<number, Growing>([[-1, root]]);
  const chainOf = chains(graph.calls);
  const groupOf = (chain: readonly number[]): Growing =>
    chain.reduce((owner, call) => {
      const known = byCall.get(call);
      if (known !== undefined) return known;
      const group: Growing = { call, items: [] };
      byCall.set(call, group);
      owner.items.push(group);
      return group;
    }, root);
  const users = new Map<number, (readonly number[])[]>();
  for (const place of places) {
    const { leaf, call = -1, edges } = graph.nodes[place] as GraphNode;
    if (leaf !== undefined) continue;
    const chain = chainOf(call);
    groupOf(chain).items.push(place);
    for (const { to } of edges) users.set(to, [...(users.get(to) ?? []), chain]);
  }
  for (const place of places) {
    if (graph.nodes[place]?.leaf !== undefined) groupOf(common(users.get(place) ?? [])).items.unshift(place);
  }
  return grown(root, graph, '');
}

/** Of a call those around it, outermost first, itself last. */
function chains(calls: readonly ModuleCall[]): (call: number) => readonly number[] {
  const known = new Map<number, readonly number[]>([[-1, []]]);
  calls.forEach(({ parent }, call) => {
    // Parents stand before what they hold: anything else is none.
    known.set(call, [...(parent < call ? (known.get(parent) ?? []) : []), call]);
  });
  return (call) => known.get(call) ?? [];
}

/** The calls that all have. */
function common(all: readonly (readonly number[])[]): readonly number[] {
  const [first = [], ...others] = all;
  const end = first.findIndex((call, depth) => others.some((other) => other[depth] !== call));
  return end < 0 ? first : first.slice(0, end);
}

function grown({ items }: Growing, graph: TapeGraph, path: string): readonly Item[] {
  const counts = new Map<string, number>();
  const made = items.map((item): Item => {
    if (typeof item === 'number') return item;
    const { name = '', type = '' } = graph.calls[item.call] ?? {};
    const words = name === '' ? type : name;
    const number = (counts.get(words) ?? 0) + 1;
    counts.set(words, number);
    const id = `${path}/${words}${number === 1 ? '' : `#${String(number)}`}`;
    return { id, kind: 'module', name: words, type, items: grown(item, graph, id) };
  });
  return withRepeats(made, path, (item) => signatureOf(item, graph));
}

/** The same for what looks the same; leaves, which have no part in repetitions, have none. */
function signatureOf(item: Item, graph: TapeGraph): string {
  if (typeof item !== 'number')
    return `${item.type} ${item.name}[${item.items.map((inner) => signatureOf(inner, graph)).join()}]`;
  const node = graph.nodes[item];
  return node === undefined || node.leaf !== undefined ? '' : `${node.name} ${node.shape.join('x')}`;
}
