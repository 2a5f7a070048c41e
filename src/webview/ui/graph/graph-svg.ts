/** The picture of a graph: boxes and links, in the theme's colours by the style sheet alone. */

import type { Picture } from '../../../run-model/graph/boxes.ts';
import { stateOf, type GradientState } from '../../../run-model/graph/gradients.ts';
import type { GraphEdge, TapeGraph } from '../../../training/protocol/protocol.ts';
import { svgElement } from '../figures/svg.ts';
import type { Layout, Point, SizedBox, SizedLink } from './graph-layout.ts';
import { boxSentence, boxWords, linkWords, type BoxWords } from './graph-text.ts';

/** CSS pixels of a character of 11 pixels in a font of equally wide ones, and around words. */
const CHARACTER = 6.7;
const PADDING = 20;
const HEIGHT = { box: 38, line: 13 };

/** What is drawn. */
export interface Subject {
  readonly graph: TapeGraph;
  readonly picture: Picture;
  readonly judge: (norm: GraphEdge['norm']) => GradientState | null;
}

export interface Sizes {
  readonly boxes: readonly (SizedBox & { readonly words: BoxWords })[];
  readonly links: readonly (SizedLink & {
    readonly words: readonly string[];
    readonly state: GradientState | null;
  })[];
}

/** The words of all boxes and links, and the room for them. */
export function sizesOf({ graph, picture, judge }: Subject): Sizes {
  return {
    boxes: picture.boxes.map((box) => {
      const words = boxWords(box, graph);
      const mark = words.kind === 'group' ? 3 : 0;
      const width = widthOf([`${words.title}${' '.repeat(mark)}`, words.detail]) + PADDING;
      return { id: box.id, width, height: HEIGHT.box, words };
    }),
    links: picture.links.map((link) => {
      const state = stateOf(link.edges.map(({ norm }) => judge(norm)));
      const words = linkWords(link, state);
      const { maker, user } = link;
      return { maker, user, width: widthOf(words) + 8, height: HEIGHT.line * words.length, words, state };
    }),
  };
}

function widthOf(lines: readonly string[]): number {
  return CHARACTER * lines.reduce((most, { length }) => Math.max(most, length), 0);
}

/** @param selected id of the box that takes part in the order of the Tab key */
export function drawGraph(subject: Subject, sizes: Sizes, layout: Layout, selected: string): SVGSVGElement {
  const { width, height } = layout;
  const name = `graph-svg${subject.graph.pass?.isFailed === true ? ' failed' : ''}`;
  const svg = svgElement(
    'svg',
    { viewBox: `0 0 ${String(width)} ${String(height)}`, width, height, role: 'group', class: name },
    arrowHead(),
  );
  sizes.links.forEach((link, index) => {
    const way = layout.links[index];
    if (way === undefined) return;
    const group = svgElement('g', { class: `link ${link.state ?? ''}`.trim(), 'aria-hidden': 'true' });
    group.append(svgElement('path', { d: pathOf(way.points), 'marker-end': 'url(#graph-arrow)' }));
    group.append(...lines(link.words, way.words, 'link-words'));
    svg.append(group);
  });
  subject.picture.boxes.forEach((box, index) => {
    const size = sizes.boxes[index];
    const at = layout.boxes.get(box.id);
    if (size === undefined || at === undefined) return;
    svg.append(boxElement(subject, box.id, index, size, at, box.id === selected));
  });
  return svg;
}

function boxElement(
  { graph, picture }: Subject,
  id: string,
  index: number,
  { words, width, height }: Sizes['boxes'][number],
  { x, y }: Point,
  isSelected: boolean,
): SVGGElement {
  const box = picture.boxes[index];
  const element = svgElement('g', {
    class: `box ${words.kind}${words.isFreed ? ' freed' : ''}`,
    'data-id': id,
    tabindex: isSelected ? 0 : -1,
    role: 'button',
    'aria-label': box === undefined ? words.title : boxSentence(box, picture, graph, words),
    ...(words.kind === 'group' ? { 'aria-expanded': 'false' } : {}),
  });
  const rounded = words.kind === 'operation' ? 3 : 9;
  element.append(
    svgElement('rect', { x: x - width / 2, y: y - height / 2, width, height, rx: rounded }),
    ...lines([`${words.kind === 'group' ? '⊞ ' : ''}${words.title}`, words.detail], { x, y }, 'box-words'),
  );
  return element;
}

/** Lines of text around a middle. */
function lines(texts: readonly string[], { x, y }: Point, className: string): readonly SVGTextElement[] {
  const top = y - ((texts.length - 1) * HEIGHT.line) / 2;
  return texts.map((text, index) =>
    svgElement(
      'text',
      { x, y: top + index * HEIGHT.line, class: `${className} line-${String(index + 1)}` },
      // What is read as one text has a space between its lines.
      index === 0 ? text : ` ${text}`,
    ),
  );
}

/** Through the points, with rounded corners. */
function pathOf(points: readonly Point[]): string {
  const [first, ...others] = points;
  const last = others.pop();
  if (first === undefined || last === undefined) return '';
  const to = ({ x, y }: Point): string => `${x.toFixed(1)} ${y.toFixed(1)}`;
  const corners = others.map((point, index) => {
    const next = others[index + 1] ?? last;
    return `Q${to(point)} ${to({ x: (point.x + next.x) / 2, y: (point.y + next.y) / 2 })}`;
  });
  return `M${to(first)}${corners.join('')}L${to(last)}`;
}

function arrowHead(): SVGDefsElement {
  const path = svgElement('path', { d: 'M0 0L6 3L0 6z', class: 'arrow' });
  const size = { markerWidth: 6, markerHeight: 6, refX: 5.5, refY: 3, orient: 'auto' };
  return svgElement('defs', {}, svgElement('marker', { id: 'graph-arrow', ...size }, path));
}
