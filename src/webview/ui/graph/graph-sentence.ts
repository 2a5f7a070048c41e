/** What there is to say of a graph, in sentences. */

import { tensorKey, type Beginning } from '../../../run-model/graph/behind.ts';
import type { GradientState } from '../../../run-model/graph/gradients.ts';
import type { TapeGraph } from '../../../training/protocol/protocol.ts';
import { STATE_WORDS } from './graph-words.ts';
import type { Subject } from './graph-svg.ts';
import { joined, plural, t } from '../words.ts';

/** @param wish what the learner asked for; empty: nothing in particular */
export function graphSentence(subject: Subject, wish: string, { key }: Beginning): string {
  const { graph, picture } = subject;
  const missed =
    wish === '' || wish === key
      ? ''
      : isLeaf(graph, wish)
        ? t('{0} is a leaf, at which the graph ends.', wish)
        : t(
            'The last run has no graph behind {0}: it was not made there, requires no gradient, or its last backward() went another way.',
            wish,
          );
  const left = picture.left + graph.left;
  const more = left === 0 ? '' : plural(left, '{0} further node not shown.', '{0} further nodes not shown.');
  return [missed, t('What is behind {0}.', key), passSentence(graph), statesSentence(subject), more]
    .filter(Boolean)
    .join(' ');
}

function isLeaf({ nodes, tensors }: TapeGraph, wish: string): boolean {
  return tensors.some((tensor) => tensorKey(tensor) === wish && nodes[tensor.node]?.leaf !== undefined);
}

function passSentence({ pass, nodes }: TapeGraph): string {
  if (pass === undefined) return t('No backward() was called while it was watched.');
  if (pass.isFailed === true) {
    const isFreed = nodes.some((node) => node.isFreed === true);
    return isFreed
      ? t(
          'backward() number {0} failed: it needs values that the one before has freed, those of the dashed nodes.',
          pass.number,
        )
      : t('backward() number {0} failed.', pass.number);
  }
  return pass.count === 1
    ? t('∇ is the norm of the gradient that backward() sent along an edge.')
    : t(
        '∇ is the norm of the gradient that backward() number {0} of {1} sent along an edge.',
        pass.number,
        pass.count,
      );
}

function statesSentence({ picture, judge }: Subject): string {
  const counts = new Map<GradientState, number>();
  for (const { norm } of picture.links.flatMap(({ edges }) => edges)) {
    const state = judge(norm);
    if (state !== null) counts.set(state, (counts.get(state) ?? 0) + 1);
  }
  const told = [...counts].map(([state, count]) =>
    plural(count, '{1} on {0} edge', '{1} on {0} edges', STATE_WORDS[state]),
  );
  return told.length === 0 ? '' : t('Gradients: {0}.', joined(told));
}
