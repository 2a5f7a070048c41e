/** Where the boxes and links of a graph's picture stand. A script of its own, loaded when the first graph is shown. */

import { graphlib, layout } from '@dagrejs/dagre';

/** CSS pixels, as all of this file. */
export interface SizedBox {
  readonly id: string;
  readonly width: number;
  readonly height: number;
}

/** A link with room for its words: from what made a tensor to what uses it. */
export interface SizedLink {
  readonly maker: string;
  readonly user: string;
  readonly width: number;
  readonly height: number;
}

export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface Layout {
  readonly width: number;
  readonly height: number;
  /** Middles of the boxes. */
  readonly boxes: ReadonlyMap<string, Point>;
  /** In the order in which the links were given: the points that they go through, and the middle of their words. */
  readonly links: readonly { readonly points: readonly Point[]; readonly words: Point }[];
}

const OPTIONS = { rankdir: 'TB', nodesep: 18, ranksep: 16, edgesep: 10, marginx: 8, marginy: 8 } as const;

/** What was made first stands at the top. */
export function layOut(boxes: readonly SizedBox[], links: readonly SizedLink[]): Layout {
  const graph = new graphlib.Graph().setGraph(OPTIONS);
  for (const { id, width, height } of boxes) graph.setNode(id, { width, height });
  for (const { maker, user, width, height } of links)
    graph.setEdge(maker, user, { width, height, labelpos: 'c' });
  layout(graph);
  const { width, height } = graph.graph();
  return {
    width,
    height,
    boxes: new Map(boxes.map(({ id }) => [id, graph.node(id)])),
    links: links.map(({ maker, user }) => {
      const { points, x, y } = graph.edge(maker, user);
      return { points, words: { x, y } };
    }),
  };
}
