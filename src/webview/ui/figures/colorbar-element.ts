/** Colour bars: which colour stands for which value. */

import type { Colorbar, Figure } from '../../../training/protocol/protocol.ts';
import { toNumber } from '../numbers.ts';
import type { Theme } from '../theme.ts';
import { sideElements, depthOf, type MarkedSide } from './axis-element.ts';
import { colorMap } from './color-map.ts';
import { paintOf } from './look.ts';
import type { Box, Scaling } from './scaling.ts';
import { svgElement } from './svg.ts';
import { placedTicks } from './ticks.ts';
import { rounded } from './words.ts';

/** CSS pixels between the axes and their bar. */
const GAP = 12;
/** Its width is a twentieth of its length, as matplotlib's. */
const ASPECT = 20;
/** Pieces of an even run of colours. */
const PIECES = 128;

/** What it takes beside the axes whose box is so long. */
export function colorbarDepth(bar: Colorbar, length: number): number {
  const side = markedSide(bar, { left: 0, right: length, top: 0, bottom: length });
  return GAP + widthOf(length) + depthOf(side);
}

function widthOf(length: number): number {
  return Math.max(8, length / ASPECT);
}

/** Its elements; `start`: where the room for it begins, below or beside the axes. */
export function colorbarElements(
  bar: Colorbar,
  figure: Figure,
  axes: Box,
  start: number,
  theme: Theme,
): readonly SVGElement[] {
  const box = boxOf(bar, axes, start);
  const side = markedSide(bar, box);
  const { left, right, top, bottom } = box;
  const outline = svgElement('rect', {
    x: left,
    y: top,
    width: right - left,
    height: bottom - top,
    fill: 'none',
    stroke: theme.dim,
  });
  return [...pieces(bar, figure, box, side.scaling, theme), outline, ...sideElements(side, box, theme)];
}

function boxOf({ horizontal }: Colorbar, axes: Box, start: number): Box {
  if (horizontal === true) {
    const top = start + GAP;
    return { left: axes.left, right: axes.right, top, bottom: top + widthOf(axes.right - axes.left) };
  }
  const left = start + GAP;
  return { left, right: left + widthOf(axes.bottom - axes.top), top: axes.top, bottom: axes.bottom };
}

function markedSide(bar: Colorbar, box: Box): MarkedSide {
  const scaling = scalingOf(bar, box);
  return {
    side: bar.horizontal === true ? 'bottom' : 'right',
    ticks: placedTicks(bar.ticks ?? { at: [] }, scaling.domain),
    scaling,
    label: bar.label ?? '',
    labelSize: 10,
  };
}

function scalingOf(bar: Colorbar, box: Box): Scaling {
  const domain = [toNumber(bar.vmin), toNumber(bar.vmax)] as const;
  const forward = bar.log === true ? Math.log : (value: number): number => value;
  const [least, most] = domain.map(forward) as [number, number];
  const [start, end] = bar.horizontal === true ? [box.left, box.right] : [box.bottom, box.top];
  const place = (value: number): number =>
    start + ((forward(value) - least) / (most - least || 1)) * (end - start);
  return { scale: bar.log === true ? 'log' : 'linear', domain, forward, place };
}

/** One piece between each two levels; many small ones of an even run. */
function pieces(
  bar: Colorbar,
  figure: Figure,
  box: Box,
  scaling: Scaling,
  theme: Theme,
): readonly SVGElement[] {
  const series = figure.series[bar.series];
  if (series === undefined) return [];
  const [vmin, vmax] = scaling.domain;
  const map = colorMap({ ...series, vmin: series.vmin ?? vmin, vmax: series.vmax ?? vmax }, []);
  const levels = bar.levels?.map(toNumber);
  const own = series.colors?.map((name) => paintOf(name, theme));
  const colorAt = (value: number, index: number): string =>
    levels !== undefined && own !== undefined ? (own[index % own.length] ?? 'none') : (map(value) ?? 'none');
  if (levels !== undefined && series.filled !== true)
    return levels.map((level, index) =>
      piece(bar, box, scaling.place(level) - 0.8, scaling.place(level) + 0.8, colorAt(level, index)),
    );
  const [first, last] = [scaling.place(vmin), scaling.place(vmax)];
  if (levels === undefined)
    return [...Array(PIECES).keys()].map((index) => {
      const [low, high] = [index, index + 1].map((step) => first + ((last - first) * step) / PIECES) as [
        number,
        number,
      ];
      return piece(bar, box, low, high, middleColor(scaling, (index + 0.5) / PIECES, map));
    });
  return levels.slice(0, -1).map((low, index) => {
    const high = levels[index + 1] ?? low;
    return piece(bar, box, scaling.place(low), scaling.place(high), colorAt((low + high) / 2, index));
  });
}

function middleColor(
  { scale, domain: [vmin, vmax] }: Scaling,
  part: number,
  map: (value: number) => string | null,
): string {
  const value = scale === 'log' ? vmin * (vmax / vmin) ** part : vmin + (vmax - vmin) * part;
  return map(value) ?? 'none';
}

function piece({ horizontal }: Colorbar, box: Box, from: number, to: number, fill: string): SVGElement {
  const [start, size] = [rounded(Math.min(from, to)), rounded(Math.abs(to - from) + 0.05)];
  const { left, right, top, bottom } = box;
  const place =
    horizontal === true
      ? { x: start, width: size, y: top, height: bottom - top }
      : { x: left, width: right - left, y: start, height: size };
  return svgElement('rect', { ...place, fill, 'shape-rendering': 'crispEdges' });
}
