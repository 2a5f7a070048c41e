/** Words at points of the axes. */

import type { Markish } from '@observablehq/plot';
import { toNumber } from '../numbers.ts';
import type { Drawn } from './drawn.ts';
import { paintOf } from './look.ts';
import type { Box } from './scaling.ts';
import { svgElement } from './svg.ts';
import { svgMark } from './svg-mark.ts';
import { LETTERS, POINT, sizeOfWords, wordsElement } from './words.ts';
import type { Align, LineAlign } from './words.ts';

const ALIGNS: Readonly<Record<string, Align>> = { left: 'start', center: 'middle', right: 'end' };
const LINE_ALIGNS: Readonly<Record<string, LineAlign>> = {
  top: 'top',
  center: 'middle',
  center_baseline: 'middle',
  bottom: 'bottom',
  baseline: 'baseline',
};

/** CSS pixels around words in a box. */
const PADDING = 4;

export function textMark(drawn: Drawn): Markish {
  return svgMark('text', undefined, () =>
    drawn.series.x.flatMap((x, index) =>
      textElements(drawn, index, placeOf(drawn, toNumber(x), toNumber(drawn.series.y[index] ?? 'nan'))),
    ),
  );
}

/** On the page, in CSS pixels. */
function placeOf(
  { series, x, y, box, figure }: Drawn,
  across: number,
  up: number,
): readonly [number, number] {
  const [dx, dy] = (series.offset ?? [0, 0]).map((step) => toNumber(step) * POINT) as [number, number];
  const [left, top] =
    series.coords === undefined || series.coords === 'data'
      ? [x.place(across), y.place(up)]
      : within(
          box,
          ...(series.coords === 'axes' ? ([across, up] as const) : inAxes(figure.position, across, up)),
        );
  return [left + dx, top - dy];
}

function within({ left, right, top, bottom }: Box, across: number, up: number): readonly [number, number] {
  return [left + across * (right - left), bottom - up * (bottom - top)];
}

/** From parts of the figure to parts of its axes. */
function inAxes(
  position: Drawn['figure']['position'],
  across: number,
  up: number,
): readonly [number, number] {
  const [left, bottom, width, height] = (position ?? [0, 0, 1, 1]).map(toNumber) as [
    number,
    number,
    number,
    number,
  ];
  return [(across - left) / width, (up - bottom) / height];
}

function textElements(drawn: Drawn, index: number, [x, y]: readonly [number, number]): readonly SVGElement[] {
  const { series } = drawn;
  const words = series.texts?.[index] ?? '';
  if (words === '' || !Number.isFinite(x) || !Number.isFinite(y)) return [];
  const size = series.fontsize === undefined ? LETTERS : toNumber(series.fontsize) * POINT;
  const [align, lineAlign] = [
    ALIGNS[series.ha ?? 'left'] ?? 'start',
    LINE_ALIGNS[series.va ?? 'baseline'] ?? 'baseline',
  ];
  const text = wordsElement(words, {
    x,
    y,
    fill: fillOf(drawn),
    size,
    align,
    lineAlign,
    rotation: toNumber(series.rotation ?? 0),
    opacity: series.alpha ?? 1,
    bold: series.bold === true,
    italic: series.italic === true,
  });
  return series.box === undefined ? [text] : [boxAround(drawn, words, size, x, y, align, lineAlign), text];
}

function fillOf({ series, color, theme }: Drawn): string {
  return series.color === undefined && series.format === undefined ? theme.foreground : color;
}

function boxAround(
  { series, theme }: Drawn,
  words: string,
  size: number,
  x: number,
  y: number,
  align: Align,
  lineAlign: LineAlign,
): SVGElement {
  const { facecolor, edgecolor, alpha = 1 } = series.box ?? {};
  const { width, height } = sizeOfWords(words, size);
  const left = x - { start: 0, middle: width / 2, end: width }[align];
  const top = y - { top: 0, middle: height / 2, bottom: height, baseline: height - 0.22 * size }[lineAlign];
  const rotation = toNumber(series.rotation ?? 0);
  return svgElement('rect', {
    x: left - PADDING,
    y: top - PADDING,
    width: width + 2 * PADDING,
    height: height + 2 * PADDING,
    rx: series.box?.edgecolor === undefined ? 0 : 3,
    fill: facecolor === undefined ? 'none' : paintOf(facecolor, theme),
    stroke: edgecolor === undefined ? 'none' : paintOf(edgecolor, theme),
    opacity: alpha,
    ...(rotation === 0 ? {} : { transform: `rotate(${String(-rotation)} ${String(x)} ${String(y)})` }),
  });
}
