/** The nodes of a graph as a table, for who cannot see the picture. */

import { nodesBehind } from '../../../run-model/graph/behind.ts';
import { worstOf, judgeOf } from '../../../run-model/graph/gradients.ts';
import { shapeText } from '../../../text/shape.ts';
import type { GraphNode, TapeGraph } from '../../../training/protocol/protocol.ts';
import { cell, create, row, scrollable } from '../elements/dom.ts';
import { shortNumber, toNumber } from '../numbers.ts';
import { STATE_WORDS } from './graph-words.ts';
import { gradientText } from './graph-text.ts';
import { plural, t } from '../words.ts';

const MOST_ROWS = 300;
const CAPTION = t('The nodes of the graph from the result on, each with the nodes that made its inputs');

export function graphTable(graph: TapeGraph, from: number): HTMLElement {
  const places = inTableOrder(graph, from);
  const judge = judgeOf(graph, places, from);
  const named = (place: number): string => {
    const node = graph.nodes[place];
    return node === undefined ? '' : `${String(place + 1)} ${nameOf(node)}`;
  };
  const rows = places.slice(0, MOST_ROWS).map((place) => {
    const node = graph.nodes[place] as GraphNode;
    const state = worstOf(node.edges.map(({ norm }) => judge(norm)));
    const gradient = node.leaf === undefined ? gradientText(node.edges) : leafGradient(node);
    const notes = [state === null ? '' : STATE_WORDS[state], node.isFreed === true ? t('freed') : ''];
    return row(
      cell(named(place), 'row'),
      cell(shapeText(node.shape)),
      cell(moduleOf(node, graph)),
      cell(node.edges.map(({ to }) => named(to)).join(', ')),
      cell(gradient),
      cell(notes.filter((note) => note !== '').join(', ')),
    );
  });
  const headings = [t('node'), t('shape'), t('module'), t('inputs from'), t('gradient’s norm'), t('note')];
  const table = create(
    'table',
    '',
    create('caption', 'unseen', CAPTION),
    create('thead', '', row(...headings.map((heading) => cell(heading, 'col')))),
    create('tbody', '', ...rows),
  );
  const left = places.length - rows.length;
  const note =
    left === 0 ? '' : plural(left, '{0} further node not listed.', '{0} further nodes not listed.');
  return create('div', '', scrollable(table, t('Nodes of the graph')), create('p', 'dim', note));
}

/** The result first, leaves last. */
function inTableOrder(graph: TapeGraph, from: number): readonly number[] {
  const places = nodesBehind(graph, from);
  const isLeaf = (place: number): boolean => graph.nodes[place]?.leaf !== undefined;
  return [...places.filter((place) => !isLeaf(place)).reverse(), ...places.filter(isLeaf)];
}

function nameOf({ name, leaf }: GraphNode): string {
  return leaf === undefined || leaf.name === '' ? name : `${name} ${leaf.name}`;
}

function moduleOf({ call = -1 }: GraphNode, { calls }: TapeGraph): string {
  const module = calls[call];
  if (module === undefined) return '';
  return module.name === '' ? module.type : `${module.name} (${module.type})`;
}

function leafGradient({ leaf }: GraphNode): string {
  return leaf?.norm === undefined ? '' : shortNumber(toNumber(leaf.norm), 3);
}
