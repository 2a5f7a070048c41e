/** What there is to say of a graph, in sentences. */

import { tensorKey, type Beginning } from '../../../run-model/graph/behind.ts';
import { STATE_WORDS, type GradientState } from '../../../run-model/graph/gradients.ts';
import type { TapeGraph } from '../../../training/protocol/protocol.ts';
import { counted } from '../numbers.ts';
import type { Subject } from './graph-svg.ts';

/** @param wish what the learner asked for; empty: nothing in particular */
export function graphSentence(subject: Subject, wish: string, { key }: Beginning): string {
  const { graph, picture } = subject;
  const missed =
    wish === '' || wish === key
      ? ''
      : isLeaf(graph, wish)
        ? `${wish} is a leaf, at which the graph ends. `
        : `The last run has no graph behind ${wish}: it was not made there, requires no gradient, or its last backward() went another way. `;
  const left = picture.left + graph.left;
  const more = left === 0 ? '' : ` ${counted(left, 'further node')} not shown.`;
  return `${missed}What is behind ${key}. ${passSentence(graph)}${statesSentence(subject)}${more}`;
}

function isLeaf({ nodes, tensors }: TapeGraph, wish: string): boolean {
  return tensors.some((tensor) => tensorKey(tensor) === wish && nodes[tensor.node]?.leaf !== undefined);
}

function passSentence({ pass, nodes }: TapeGraph): string {
  if (pass === undefined) return 'No backward() was called while it was watched.';
  if (pass.isFailed === true) {
    const isFreed = nodes.some((node) => node.isFreed === true);
    const freed = ': it needs values that the one before has freed, those of the dashed nodes';
    return `backward() number ${String(pass.number)} failed${isFreed ? freed : ''}.`;
  }
  const which = pass.count === 1 ? 'backward()' : `backward() number ${String(pass.number)}`;
  const of = pass.count === 1 ? '' : ` of ${String(pass.count)}`;
  return `∇ is the norm of the gradient that ${which}${of} sent along an edge.`;
}

function statesSentence({ picture, judge }: Subject): string {
  const counts = new Map<GradientState, number>();
  for (const { norm } of picture.links.flatMap(({ edges }) => edges)) {
    const state = judge(norm);
    if (state !== null) counts.set(state, (counts.get(state) ?? 0) + 1);
  }
  const told = [...counts].map(([state, count]) => `${STATE_WORDS[state]} on ${counted(count, 'edge')}`);
  return told.length === 0 ? '' : ` Gradients: ${told.join(', ')}.`;
}
