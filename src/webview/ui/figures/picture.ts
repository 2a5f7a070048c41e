/** Figures as a picture of its own: title, legends and all axes in one SVG that needs no style sheet. */

import type { Figure } from '../../../training/protocol.ts';
import type { Theme } from '../theme.ts';
import { legendOf } from './legend.ts';
import type { LegendEntry } from './legend.ts';
import { svgElement } from './svg.ts';

/** Draws one set of axes in this width. */
export type Draw = (figure: Figure, width: number) => SVGSVGElement;

const WIDTH = 480;
/** Of axes that stand beside others. */
const BESIDE = 300;
const GAP = 16;
const LINE = 20;
const SWATCH = 16;
/** Text cannot be measured here: its width is taken from the number of characters. */
const CHARACTER = 6.4;

interface Piece {
  readonly element: SVGElement;
  readonly width: number;
  readonly height: number;
}

/** All axes of one figure of the exercise, in the grid that it laid out. */
export function figuresSvg(figures: readonly Figure[], theme: Theme, draw: Draw): SVGSVGElement {
  const columns = Math.max(1, figures[0]?.subplot?.columns ?? 1);
  const pieces = figures.map((figure) => piece(figure, theme, draw, columns > 1 ? BESIDE : WIDTH));
  const title = figures[0]?.subplot?.title ?? '';
  const top = GAP + (title === '' ? 0 : LINE);
  const cell = Math.max(0, ...pieces.map(({ width }) => width));
  const shown = Math.min(columns, pieces.length);
  let y = top;
  for (let start = 0; start < pieces.length; start += columns) {
    const row = pieces.slice(start, start + columns);
    row.forEach(({ element }, index) => place(element, GAP + index * (cell + GAP), y));
    y += Math.max(0, ...row.map(({ height }) => height)) + GAP;
  }
  const width = GAP + shown * (cell + GAP);
  return svgElement(
    'svg',
    {
      width,
      height: y,
      viewBox: `0 0 ${String(width)} ${String(y)}`,
      'font-family': 'sans-serif',
      'font-size': 11,
    },
    svgElement('rect', { width, height: y, fill: theme.background }),
    ...(title === '' ? [] : [heading(title, GAP, GAP + 10, theme)]),
    ...pieces.map(({ element }) => element),
  );
}

/** The file's text. */
export function svgText(svg: SVGSVGElement): string {
  return `${new XMLSerializer().serializeToString(svg)}\n`;
}

function place(element: SVGElement, x: number, y: number): void {
  element.setAttribute('transform', `translate(${String(x)},${String(y)})`);
}

function piece(figure: Figure, theme: Theme, draw: Draw, room: number): Piece {
  const plot = draw(figure, room);
  const [width, height] = ['width', 'height'].map((name) => Number(plot.getAttribute(name))) as [
    number,
    number,
  ];
  const group = svgElement('g');
  let y = 0;
  if (figure.title !== '') {
    group.append(heading(figure.title, 0, y + 10, theme));
    y += LINE;
  }
  for (const row of legendRows(legendOf(figure, theme), room)) {
    group.append(...row.map(({ entry, x }) => legendEntry(entry, x, y + 8, theme)));
    y += LINE;
  }
  plot.setAttribute('y', String(y));
  for (const frame of plot.querySelectorAll('foreignObject')) frame.replaceWith(imageOf(frame));
  group.append(plot);
  return { element: group, width, height: y + height };
}

/** A canvas within the SVG as an image that the file holds. */
function imageOf(frame: SVGForeignObjectElement): SVGImageElement {
  const canvas = frame.querySelector('canvas');
  const image = svgElement('image', {
    href: canvas?.toDataURL('image/png') ?? '',
    preserveAspectRatio: 'none',
  });
  for (const name of ['x', 'y', 'width', 'height']) image.setAttribute(name, frame.getAttribute(name) ?? '0');
  image.style.setProperty('image-rendering', 'pixelated');
  return image;
}

function heading(words: string, x: number, y: number, theme: Theme): SVGElement {
  return svgElement('text', { x, y, fill: theme.foreground, 'font-size': 13, 'font-weight': 600 }, words);
}

interface Placed {
  readonly entry: LegendEntry;
  readonly x: number;
}

function legendRows(entries: readonly LegendEntry[], room: number): readonly (readonly Placed[])[] {
  const rows: Placed[][] = [];
  let x = room;
  for (const entry of entries) {
    const width = SWATCH + 6 + entry.label.length * CHARACTER + GAP;
    if (x + width > room) {
      rows.push([]);
      x = 0;
    }
    rows.at(-1)?.push({ entry, x });
    x += width;
  }
  return rows;
}

function legendEntry(
  { label, color, dashed, shape }: LegendEntry,
  x: number,
  y: number,
  theme: Theme,
): SVGElement {
  const mark =
    shape === 'line'
      ? svgElement('line', {
          x1: 0,
          x2: SWATCH,
          y1: 0,
          y2: 0,
          stroke: color,
          'stroke-width': 2,
          ...(dashed ? { 'stroke-dasharray': '6 4' } : {}),
        })
      : svgElement('circle', { cx: SWATCH / 2, cy: 0, r: 4, fill: color });
  const words = svgElement('text', { x: SWATCH + 6, y: 4, fill: theme.foreground }, label);
  const group = svgElement('g', {}, mark, words);
  place(group, x, y);
  return group;
}
