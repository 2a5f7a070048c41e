/** Words at points of the axes. */

import type { Markish } from '@observablehq/plot';
import { toNumber } from '../numbers.ts';
import type { Drawn } from './drawn.ts';
import { paintOf } from './look.ts';
import type { Box } from './scaling.ts';
import { svgElement } from './svg.ts';
import { svgMark } from './svg-mark.ts';
import { POINT, wordsElement } from './words.ts';
import { standing, wordsBox } from './words-box.ts';

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
  const { size, align, lineAlign } = standing(series);
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
  return series.box === undefined ? [text] : [boxAround(drawn, words, [x, y]), text];
}

function fillOf({ series, color, theme }: Drawn): string {
  return series.color === undefined && series.format === undefined ? theme.foreground : color;
}

function boxAround(drawn: Drawn, words: string, at: readonly [number, number]): SVGElement {
  const { series, theme } = drawn;
  const { facecolor, edgecolor, alpha = 1 } = series.box ?? {};
  const { left, right, top, bottom } = wordsBox(words, at, series);
  const rotation = toNumber(series.rotation ?? 0);
  const turn = `rotate(${String(-rotation)} ${String(at[0])} ${String(at[1])})`;
  return svgElement('rect', {
    x: left - PADDING,
    y: top - PADDING,
    width: right - left + 2 * PADDING,
    height: bottom - top + 2 * PADDING,
    fill: facecolor === undefined ? 'none' : paintOf(facecolor, theme),
    stroke: edgecolor === undefined ? 'none' : paintOf(edgecolor, theme),
    opacity: alpha,
    ...(rotation === 0 ? {} : { transform: turn }),
  });
}
