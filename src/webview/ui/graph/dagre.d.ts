/** What is used of dagre; its own types have `any` for what nodes and edges hold. */
declare module '@dagrejs/dagre' {
  interface Sized {
    readonly width: number;
    readonly height: number;
  }
  interface Point {
    readonly x: number;
    readonly y: number;
  }
  interface Options {
    readonly rankdir: 'TB' | 'LR';
    readonly nodesep: number;
    readonly ranksep: number;
    readonly edgesep: number;
    readonly marginx: number;
    readonly marginy: number;
  }
  class Graph {
    setGraph(options: Options): this;
    /** The options, and after the layout the size of all. */
    graph(): Options & Sized;
    setNode(id: string, node: Sized): this;
    setEdge(from: string, to: string, label: Sized & { readonly labelpos: 'c' }): this;
    /** The middle of the node. */
    node(id: string): Point;
    edge(from: string, to: string): Point & { readonly points: readonly Point[] };
  }
  export const graphlib: { readonly Graph: new () => Graph };
  export function layout(graph: Graph): void;
}
