/** What became of the gradients along the edges of a graph. */

import type { GraphEdge, TapeGraph } from '../../training/protocol/protocol.ts';
import { fromReal } from '../../training/protocol/real.ts';

/** `nan`, `inf`: not finite; `zero`: all of it; `vanished`, `exploded`: very small or large beside the others. */
export type GradientState = 'nan' | 'inf' | 'zero' | 'vanished' | 'exploded';

/** Of the largest norm in the graph: a smaller one has vanished. */
const VANISHED = 1e-6;
/** Times the largest norm with which a pass begins: a larger one has exploded. */
const EXPLODED = 1e4;

/** Says of norms in the graph what became of them; null: nothing to be told. */
export function judgeOf(
  { nodes }: TapeGraph,
  places: readonly number[],
  from: number,
): (norm: GraphEdge['norm']) => GradientState | null {
  const finite = (edges: readonly GraphEdge[]): number =>
    edges
      .map(({ norm }) => (norm === undefined ? NaN : fromReal(norm)))
      .filter(Number.isFinite)
      .reduce((most, norm) => Math.max(most, norm), 0);
  const most = finite(places.flatMap((place) => nodes[place]?.edges ?? []));
  const first = finite(nodes[from]?.edges ?? []);
  return (norm) => {
    if (norm === undefined) return null;
    const value = fromReal(norm);
    if (Number.isNaN(value)) return 'nan';
    if (!Number.isFinite(value)) return 'inf';
    if (value === 0) return 'zero';
    if (value < VANISHED * most) return 'vanished';
    return first > 0 && value > EXPLODED * first ? 'exploded' : null;
  };
}

/** The worst first. */
const ORDER: readonly (GradientState | null)[] = ['nan', 'inf', 'exploded', 'zero', 'vanished', null];

/** Those that a link has where one of its edges has. */
const SPREADING: readonly (GradientState | null)[] = ['nan', 'inf', 'exploded'];

/** Of several edges that are drawn as one: a small gradient is nothing beside a large one. */
export function stateOf(states: readonly (GradientState | null)[]): GradientState | null {
  const worst = worstOf(states);
  return SPREADING.includes(worst) || states.every((state) => state === worst) ? worst : null;
}

/** Of all edges of a node. */
export function worstOf(states: readonly (GradientState | null)[]): GradientState | null {
  return ORDER.find((state) => states.includes(state)) ?? null;
}
