/** The boxes of a graph's picture, and the links between them: groups are one box while they are folded. */

import type { GraphEdge, TapeGraph } from '../../training/protocol/protocol.ts';
import { nodesIn, type Group, type Item } from './items.ts';

/** A box of the picture. */
export interface Box {
  /** Of a group its id, of a node its place. */
  readonly id: string;
  readonly item: Item;
  /** The open groups around it, innermost last. */
  readonly within: readonly Group[];
}

/** From the box that has an input to the one that made it. */
export interface Link {
  readonly user: string;
  readonly maker: string;
  readonly edges: readonly GraphEdge[];
}

export interface Picture {
  readonly boxes: readonly Box[];
  readonly links: readonly Link[];
  /** Boxes that there is no room for. */
  readonly left: number;
}

/** Boxes of a picture. */
const MOST_BOXES = 120;
/** Boxes up to which groups are open at first. */
const MOST_AT_FIRST = 40;

const boxId = (item: Item): string => (typeof item === 'number' ? String(item) : item.id);

/** Groups that are open at first: modules from the outermost on, as far as all stays small; nothing that repeats. */
export function openAtFirst(items: readonly Item[]): ReadonlySet<string> {
  const open = new Set<string>();
  let count = items.length;
  const waiting = items.filter((item) => typeof item !== 'number');
  for (const group of waiting) {
    if (group.kind === 'repeat' || count + group.items.length - 1 > MOST_AT_FIRST) continue;
    count += group.items.length - 1;
    open.add(group.id);
    waiting.push(...group.items.filter((item) => typeof item !== 'number'));
  }
  return open;
}

/** @param from the node from which it is looked: what is far from it is left out first */
export function pictureOf(
  graph: TapeGraph,
  items: readonly Item[],
  open: ReadonlySet<string>,
  from: number,
): Picture {
  const all = shownBoxes(items, open, []);
  const boxOf = new Map<number, string>();
  for (const { id, item } of all) for (const place of nodesIn(item)) boxOf.set(place, id);
  const links = linksBetween(graph, boxOf);
  const near = nearest(links, boxOf.get(from) ?? '');
  return {
    boxes: all.filter(({ id }) => near.has(id)),
    links: links.filter(({ user, maker }) => near.has(user) && near.has(maker)),
    left: all.length - near.size,
  };
}

function shownBoxes(items: readonly Item[], open: ReadonlySet<string>, within: readonly Group[]): Box[] {
  return items.flatMap((item) =>
    typeof item !== 'number' && open.has(item.id)
      ? shownBoxes(item.items, open, [...within, item])
      : [{ id: boxId(item), item, within }],
  );
}

function linksBetween({ nodes }: TapeGraph, boxOf: ReadonlyMap<number, string>): readonly Link[] {
  const links = new Map<string, Link & { readonly edges: GraphEdge[] }>();
  for (const [place, user] of boxOf) {
    for (const edge of nodes[place]?.edges ?? []) {
      const maker = boxOf.get(edge.to);
      if (maker === undefined || maker === user) continue;
      const key = JSON.stringify([user, maker]);
      const link = links.get(key) ?? { user, maker, edges: [] };
      link.edges.push(edge);
      links.set(key, link);
    }
  }
  return [...links.values()];
}

function nearest(links: readonly Link[], from: string): ReadonlySet<string> {
  const makers = new Map<string, string[]>();
  for (const { user, maker } of links) makers.set(user, [...(makers.get(user) ?? []), maker]);
  const near = new Set([from]);
  for (const id of near) {
    for (const maker of makers.get(id) ?? []) if (near.size < MOST_BOXES) near.add(maker);
  }
  return near;
}
