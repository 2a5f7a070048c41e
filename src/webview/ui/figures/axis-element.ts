/** The frame around axes, their marks with words, their names, and the grid. */

import type { Figure, Grid, Side } from '../../../training/protocol/protocol.ts';
import { toNumber } from '../numbers.ts';
import type { Theme } from '../theme.ts';
import { dashOf, paintOf } from './look.ts';
import type { Box, Scaling } from './scaling.ts';
import { svgElement } from './svg.ts';
import type { PlacedTicks } from './ticks.ts';
import { LETTERS, POINT, rounded, sizeOfWords, wordsElement, type Align, type LineAlign } from './words.ts';

/** CSS pixels: length of a mark, of a minor one, and from a mark to its words. */
const TICK = 3.5 * POINT;
const MINOR_TICK = 2 * POINT;
const TICK_GAP = 3.5 * POINT;
const LABEL_GAP = 4 * POINT;
const LINE_WIDTH = 0.8 * POINT;

/** One side of the axes that is marked. */
export interface MarkedSide {
  readonly side: Side;
  readonly ticks: PlacedTicks;
  readonly scaling: Scaling;
  readonly label: string;
  /** Points. */
  readonly labelSize: number;
  /** Of marks and their words, and of the axis's name, where it has its own. */
  readonly color?: string;
  readonly labelColor?: string;
}

function isUpright(side: Side): boolean {
  return side === 'left' || side === 'right';
}

/** How far marks, words and name of a side reach outwards, in CSS pixels. */
export function depthOf({ side, ticks, label, labelSize }: MarkedSide): number {
  const words = ticks.texts.some((text) => text !== '') ? TICK + TICK_GAP + wordsDepth(side, ticks) : 0;
  const marks = ticks.at.length > 0 ? Math.max(TICK, words) : 0;
  const offset = ticks.offset === '' || isUpright(side) ? 0 : LETTERS * 1.1;
  return marks + offset + (label === '' ? 0 : LABEL_GAP + sizeOfWords(label, labelSize * POINT).height);
}

function letterSize({ fontsize }: PlacedTicks): number {
  return fontsize === undefined ? LETTERS : fontsize * POINT;
}

/** How far the words at the marks reach. */
function wordsDepth(side: Side, ticks: PlacedTicks): number {
  const sizes = ticks.texts.map((text) => turnedSize(text, ticks));
  return Math.max(0, ...sizes.map(({ width, height }) => (isUpright(side) ? width : height)));
}

function turnedSize(text: string, ticks: PlacedTicks): { readonly width: number; readonly height: number } {
  const { width, height } = sizeOfWords(text, letterSize(ticks));
  const angle = (ticks.rotation * Math.PI) / 180;
  const [cos, sin] = [Math.abs(Math.cos(angle)), Math.abs(Math.sin(angle))];
  return { width: width * cos + height * sin, height: width * sin + height * cos };
}

// ---------------------------------------------------------------- marks and words

/** Marks, words, name and common factor of one side, in a group with a name for tests and screen readers. */
export function sideElements(marked: MarkedSide, box: Box, theme: Theme): readonly SVGElement[] {
  const { side, ticks, scaling, label } = marked;
  const name = isUpright(side) ? 'y' : 'x';
  const color = marked.color ?? theme.dim;
  const edge = box[side];
  const outwards = side === 'left' || side === 'top' ? -1 : 1;
  const mark = (at: number, length: number): SVGElement => {
    const [place, end] = [rounded(scaling.place(at)), edge + outwards * length];
    const ends = isUpright(side)
      ? { x1: edge, x2: end, y1: place, y2: place }
      : { x1: place, x2: place, y1: edge, y2: end };
    return svgElement('line', { ...ends, stroke: color, 'stroke-width': LINE_WIDTH });
  };
  const marks = [...ticks.at.map((at) => mark(at, TICK)), ...ticks.minor.map((at) => mark(at, MINOR_TICK))];
  const words = tickWords(marked, edge + outwards * (TICK + TICK_GAP), color);
  return [
    svgElement('g', { 'aria-label': `${name}-axis tick` }, ...marks),
    svgElement('g', { 'aria-label': `${name}-axis tick label` }, ...words),
    ...(ticks.offset === '' ? [] : [offsetElement(marked, box, color)]),
    ...(label === ''
      ? []
      : [svgElement('g', { 'aria-label': `${name}-axis label` }, labelElement(marked, box, theme))]),
  ];
}

function tickWords(marked: MarkedSide, edge: number, fill: string): readonly SVGElement[] {
  const { side, ticks, scaling } = marked;
  const shown = withRoom(marked);
  return ticks.at.flatMap((at, index) => {
    const text = ticks.texts[index] ?? '';
    if (text === '' || !shown(index)) return [];
    const place = rounded(scaling.place(at));
    const turned = ticks.rotation % 180 !== 0;
    const outwards = turned ? halfDepth(side, text, ticks) : 0;
    const [x, y] = isUpright(side) ? [edge + outwards, place] : [place, edge + outwards];
    const { rotation } = ticks;
    const align = alignOf(side, turned, ticks.align);
    return [wordsElement(text, { x, y, fill, size: letterSize(ticks), rotation, ...align })];
  });
}

/** From the edge to the middle of turned words; words that end at their mark begin there. */
function halfDepth(side: Side, text: string, ticks: PlacedTicks): number {
  if (!isUpright(side) && ticks.align !== 'center') return 0;
  const { width, height } = turnedSize(text, ticks);
  const half = (isUpright(side) ? width : height) / 2;
  return side === 'left' || side === 'top' ? -half : half;
}

/** Turned words have their middle at their mark, as in matplotlib, unless their end was asked for. */
function alignOf(
  side: Side,
  turned: boolean,
  asked: PlacedTicks['align'],
): { readonly align: Align; readonly lineAlign: LineAlign } {
  if (turned && (isUpright(side) || asked === 'center')) return { align: 'middle', lineAlign: 'middle' };
  if (isUpright(side)) return { align: side === 'left' ? 'end' : 'start', lineAlign: 'middle' };
  const align = ({ left: 'start', center: 'middle', right: 'end' } as const)[asked];
  return { align, lineAlign: side === 'bottom' ? 'top' : 'bottom' };
}

/** Which words are shown: each n-th where all would touch each other. */
function withRoom({ side, ticks, scaling }: MarkedSide): (index: number) => boolean {
  const places = ticks.at.map((at) => scaling.place(at));
  const slanted = Math.abs(ticks.rotation % 180) > 20;
  const room = ticks.texts.map((text) => {
    const { width, height } = turnedSize(text, ticks);
    return isUpright(side) ? height * 0.9 : slanted ? letterSize(ticks) * 1.1 : width + 4;
  });
  const fits = (step: number): boolean => {
    const kept = places
      .map((_, index) => index)
      .filter((index) => index % step === 0 && ticks.texts[index] !== '');
    return kept.every((index, position) => {
      const next = kept[position + 1];
      if (next === undefined) return true;
      const between = Math.abs((places[next] ?? 0) - (places[index] ?? 0));
      return between >= ((room[index] ?? 0) + (room[next] ?? 0)) / 2;
    });
  };
  let step = 1;
  while (step < places.length && !fits(step)) step += 1;
  return (index) => index % step === 0;
}

function offsetElement({ side, ticks, label }: MarkedSide, box: Box, fill: string): SVGElement {
  const size = LETTERS;
  if (isUpright(side))
    return wordsElement(ticks.offset, {
      x: box[side],
      y: box.top - 3,
      fill,
      size,
      align: side === 'left' ? 'start' : 'end',
      lineAlign: 'bottom',
    });
  const depth = TICK + TICK_GAP + wordsDepth(side, ticks) + (label === '' ? 2 : 1);
  return wordsElement(ticks.offset, {
    x: box.right,
    y: box.bottom + depth,
    fill,
    size,
    align: 'end',
    lineAlign: 'top',
  });
}

function labelElement(marked: MarkedSide, box: Box, theme: Theme): SVGElement {
  const { side, label, labelSize } = marked;
  const size = labelSize * POINT;
  const away = depthOf(marked) - sizeOfWords(label, size).height;
  const fill = marked.labelColor ?? theme.foreground;
  if (!isUpright(side)) {
    const x = (box.left + box.right) / 2;
    return side === 'bottom'
      ? wordsElement(label, { x, y: box.bottom + away, fill, size, align: 'middle', lineAlign: 'top' })
      : wordsElement(label, { x, y: box.top - away, fill, size, align: 'middle', lineAlign: 'bottom' });
  }
  const y = (box.top + box.bottom) / 2;
  return side === 'left'
    ? wordsElement(label, {
        x: box.left - away,
        y,
        fill,
        size,
        align: 'middle',
        lineAlign: 'bottom',
        rotation: 90,
      })
    : wordsElement(label, {
        x: box.right + away,
        y,
        fill,
        size,
        align: 'middle',
        lineAlign: 'top',
        rotation: 90,
      });
}

// ---------------------------------------------------------------- frame and grid

/** The sides that are drawn. */
export function frameElements({ hidden = [] }: Figure, box: Box, theme: Theme): readonly SVGElement[] {
  const { left, right, top, bottom } = box;
  const ends: Readonly<Record<Side, readonly [number, number, number, number]>> = {
    left: [left, bottom, left, top],
    right: [right, bottom, right, top],
    bottom: [left, bottom, right, bottom],
    top: [left, top, right, top],
  };
  return (Object.keys(ends) as Side[])
    .filter((side) => !hidden.includes(side))
    .map((side) => {
      const [x1, y1, x2, y2] = ends[side];
      const line = { x1, y1, x2, y2, stroke: theme.dim, 'stroke-width': LINE_WIDTH };
      return svgElement('line', { ...line, 'stroke-linecap': 'square' });
    });
}

/** Lines across at the marks. */
export function gridElements(
  grid: Grid,
  sides: readonly MarkedSide[],
  box: Box,
  theme: Theme,
): readonly SVGElement[] {
  const width = grid.linewidth === undefined ? LINE_WIDTH : toNumber(grid.linewidth) * POINT;
  const dash = dashOf(grid.linestyle ?? '-').map((length) => (length * width).toFixed(1));
  const look = {
    stroke: grid.color === undefined ? theme.dim : paintOf(grid.color, theme),
    'stroke-width': width,
    'stroke-opacity': grid.alpha ?? (grid.color === undefined ? 0.45 : 1),
    ...(dash.length === 0 ? {} : { 'stroke-dasharray': dash.join(' ') }),
  };
  return sides.flatMap(({ side, ticks, scaling }) => {
    const upright = isUpright(side);
    if (grid.axis !== 'both' && grid.axis !== (upright ? 'y' : 'x')) return [];
    return [...ticks.at, ...(grid.minor === true ? ticks.minor : [])].map((at) => {
      const place = rounded(scaling.place(at));
      const ends = upright
        ? { x1: box.left, x2: box.right, y1: place, y2: place }
        : { x1: place, x2: place, y1: box.top, y2: box.bottom };
      return svgElement('line', { ...ends, ...look });
    });
  });
}
