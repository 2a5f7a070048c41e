/** What stands in the boxes of a graph and on its links, and what a screen reader says of them. */

import type { Box, Link, Picture } from '../../../run-model/graph/boxes.ts';
import { nodesIn, type Group } from '../../../run-model/graph/items.ts';
import type { GradientState } from '../../../run-model/graph/gradients.ts';
import { shapeText } from '../../../text/shape.ts';
import type { GraphEdge, Real, TapeGraph } from '../../../training/protocol/protocol.ts';
import { shortNumber, toNumber } from '../numbers.ts';
import { groupName, STATE_WORDS } from './graph-words.ts';
import { plural, t } from '../words.ts';

/** Shapes on a link that stands for several edges. */
const MOST_SHAPES = 2;

export interface BoxWords {
  readonly title: string;
  readonly detail: string;
  readonly kind: 'operation' | 'leaf' | 'group';
  readonly isFreed: boolean;
}

export function boxWords({ item, within }: Box, { nodes }: TapeGraph): BoxWords {
  if (typeof item !== 'number') return groupWords(item, nodes);
  const { name = '', shape = [], leaf, isFreed = false } = nodes[item] ?? {};
  const size = shapeText(shape);
  if (leaf === undefined) {
    const module = within.findLast(({ kind }) => kind === 'module')?.name ?? '';
    const detail = module === '' ? size : `${size} · ${module}`;
    return { title: name, detail, kind: 'operation', isFreed };
  }
  const detail = leaf.norm === undefined ? size : `${size} ∇ ${norm(leaf.norm)}`;
  return { title: leaf.name === '' ? name : leaf.name, detail, kind: 'leaf', isFreed };
}

function groupWords(group: Group, nodes: TapeGraph['nodes']): BoxWords {
  const places = nodesIn(group);
  const type = group.type === '' || group.type === group.name ? '' : `${group.type} · `;
  return {
    title: groupName(group),
    detail: `${type}${plural(places.length, '{0} node', '{0} nodes')}`,
    kind: 'group',
    isFreed: places.some((place) => nodes[place]?.isFreed === true),
  };
}

/** `(256, 10)`, and `∇ 0.062` below. */
export function linkWords({ edges }: Link, state: GradientState | null): readonly string[] {
  const shapes = [...new Set(edges.map(({ shape }) => shapeText(shape)))];
  const more = shapes.length > MOST_SHAPES ? ` +${String(shapes.length - MOST_SHAPES)}` : '';
  const first = `${shapes.slice(0, MOST_SHAPES).join(' ')}${more}`;
  const gradient = gradientText(edges);
  if (gradient === '') return [first];
  return [first, `∇ ${gradient}${state === null || state === 'nan' ? '' : ` ${STATE_WORDS[state]}`}`];
}

/** The norm of a link's gradient; of several the largest, NaN above all; empty: unknown. */
export function gradientText(edges: readonly GraphEdge[]): string {
  const norms = edges.flatMap(({ norm: told }) => (told === undefined ? [] : [toNumber(told)]));
  if (norms.length === 0) return '';
  const most = norms.some(Number.isNaN) ? NaN : Math.max(...norms);
  return `${norms.length > 1 ? '≤ ' : ''}${shortNumber(most, 3)}`;
}

/** All that a box says, in a sentence. */
export function boxSentence(box: Box, picture: Picture, graph: TapeGraph, words: BoxWords): string {
  const names = (ids: readonly string[]): string =>
    ids
      .flatMap((id) => picture.boxes.find((other) => other.id === id) ?? [])
      .map((other) => boxWords(other, graph).title)
      .join(', ');
  const makers = names(picture.links.filter(({ user }) => user === box.id).map(({ maker }) => maker));
  const users = names(picture.links.filter(({ maker }) => maker === box.id).map(({ user }) => user));
  return [
    `${words.title}, ${words.detail}`,
    ...(words.isFreed ? [t('saved values freed')] : []),
    ...(makers === '' ? [] : [t('from {0}', makers)]),
    ...(users === '' ? [] : [t('to {0}', users)]),
  ].join('; ');
}

function norm(value: Real): string {
  return shortNumber(toNumber(value), 3);
}
