/** The tape behind some tensors as a message: bounded, by the names that code and modules have for it. */
import { Node } from '../../autograd/tape/node.ts';
import type {
  GraphEdge,
  GraphNode,
  GraphPass,
  GraphTensor,
  ModuleCall,
  Place,
  TensorShape,
} from '../../protocol/protocol.ts';
import { toReal } from '../../protocol/real.ts';
import { normOf } from '../../tensor/statistics.ts';
import type { Tensor } from '../../tensor/tensor.ts';
import { wholeOf } from './whole-nodes.ts';

const MOST = { nodes: 2000, tensors: 1000, edges: 1000, dimensions: 64, characters: 100 };
/** Elements of the largest `grad` that is measured. */
const MOST_ELEMENTS = 2 ** 22;

type End = Node | Tensor;

/** A tensor that has a name: the end of the edge to it. */
export interface NamedEnd {
  readonly name: string;
  readonly place?: Place;
  readonly end: End;
}

/** What is known of the tape besides itself. */
export interface Knowledge {
  readonly names: readonly NamedEnd[];
  readonly leafNames: ReadonlyMap<Tensor, string>;
  /** Of the gradient along the edge of an input, if it was measured. */
  normOf(node: Node, input: number): number | undefined;
  /** Calls of modules that made any of the nodes, and of each node the innermost one's place. */
  callsOf(nodes: readonly Node[]): {
    readonly calls: readonly ModuleCall[];
    readonly innermost: ReadonlyMap<Node, number>;
  };
}

/** The ends behind `roots`, those of one root after the other and the nearest first, as many as are told; and how many are left out. */
export function endsBehind(roots: readonly End[]): { readonly ends: readonly End[]; readonly left: number } {
  const seen = new Set<End>();
  const waiting: End[] = [];
  const add = (end: End): void => {
    if (seen.has(end)) return;
    seen.add(end);
    waiting.push(end);
  };
  for (const root of roots) {
    add(root);
    for (const end of waiting) {
      if (end instanceof Node) for (const { to } of wholeOf(end).edges) add(to);
    }
    waiting.length = 0;
  }
  const ends = [...seen].slice(0, MOST.nodes);
  return { ends, left: seen.size - ends.length };
}

/** @param pass with its first node as an end */
export function tapeGraph(
  roots: readonly End[],
  knowledge: Knowledge,
  pass: (Omit<GraphPass, 'node'> & { readonly end: End }) | null,
): {
  nodes: GraphNode[];
  left: number;
  calls: readonly ModuleCall[];
  tensors: GraphTensor[];
  pass?: GraphPass;
} {
  const { ends: found, left } = endsBehind(roots);
  const made = found.filter((end) => end instanceof Node).sort((a, b) => a.sequence - b.sequence);
  const ends = [...made, ...found.filter((end) => !(end instanceof Node))];
  const places = new Map(ends.map((end, place) => [end, place]));
  const { calls, innermost } = knowledge.callsOf(made);
  const nodes = ends.map((end) =>
    end instanceof Node ? nodeOf(end, places, innermost.get(end), knowledge) : leafOf(end, knowledge),
  );
  const tensors = knowledge.names.flatMap(({ end, ...named }) => {
    const node = places.get(end);
    return node === undefined ? [] : [{ ...named, node }];
  });
  const graph = { nodes, left, calls, tensors: tensors.slice(0, MOST.tensors) };
  const node = pass === null ? undefined : places.get(pass.end);
  if (pass === null || node === undefined) return graph;
  const { end: _, ...told } = pass;
  return { ...graph, pass: { ...told, node } };
}

function nodeOf(
  node: Node,
  places: ReadonlyMap<End, number>,
  call: number | undefined,
  { normOf: norm }: Knowledge,
): GraphNode {
  const whole = wholeOf(node);
  const edges = whole.edges.flatMap(({ of, input, to: end }): GraphEdge[] => {
    const to = places.get(end);
    if (to === undefined) return [];
    const measured = norm(of, input);
    const shape = told(of.inputs[input]?.shape ?? []);
    return [{ to, shape, ...(measured === undefined ? {} : { norm: toReal(measured) }) }];
  });
  return {
    name: node.name.slice(0, MOST.characters),
    shape: told(node.outputs[0]?.shape ?? []),
    edges: edges.slice(0, MOST.edges),
    ...(whole.isFreed ? { isFreed: true } : {}),
    ...(call === undefined ? {} : { call }),
  };
}

function leafOf(leaf: Tensor, { leafNames }: Knowledge): GraphNode {
  const { grad } = leaf;
  const isMeasured = grad !== null && !grad.complex && grad.numel <= MOST_ELEMENTS;
  return {
    name: 'AccumulateGrad',
    shape: told(leaf.shape),
    edges: [],
    leaf: { name: leafNames.get(leaf) ?? '', ...(isMeasured ? { norm: toReal(normOf(grad)) } : {}) },
  };
}

function told(shape: TensorShape): TensorShape {
  return shape.slice(0, MOST.dimensions);
}
