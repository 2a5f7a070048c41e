/** What a figure draws as marks of Observable Plot, by kind of series. */

import { line, type Markish } from '@observablehq/plot';
import type { Figure, Series } from '../../../training/protocol/protocol.ts';
import { toNumber } from '../numbers.ts';
import type { Theme } from '../theme.ts';
import { areaMark } from './area-mark.ts';
import { arrowMark } from './arrow-mark.ts';
import { barMark } from './bar-mark.ts';
import { contourMark } from './contour-mark.ts';
import { pointsOf, type Drawn } from './drawn.ts';
import { imageMark } from './image-mark.ts';
import { seriesLook, themeColor, themeOver } from './look.ts';
import { pointMark } from './point-mark.ts';
import type { Box, Scalings } from './scaling.ts';
import { everyNth, lineWidth } from './series-paint.ts';
import { textMark } from './text-mark.ts';

/** Points of a line drawn at most: more cannot be told apart, and cost the page its smoothness. */
const MAX_LINE_POINTS = 20_000;

/** A mark with the height at which it is drawn: what is higher hides what is lower. */
export interface Layer {
  readonly zorder: number;
  readonly mark: Markish;
}

interface Kind {
  /** matplotlib's, of a series that says none. */
  readonly zorder: number;
  marks(drawn: Drawn): readonly Markish[];
}

const KINDS: Readonly<Record<Series['kind'], Kind>> = {
  line: {
    zorder: 2,
    marks: (drawn) => [...lineMarks(drawn), ...(drawn.look.markers ? [pointMark(drawn)] : [])],
  },
  scatter: { zorder: 1, marks: (drawn) => [pointMark(drawn)] },
  bar: { zorder: 1, marks: (drawn) => [barMark(drawn)] },
  area: { zorder: 1, marks: (drawn) => [areaMark(drawn)] },
  image: { zorder: 0, marks: ({ series }) => [imageMark(series)] },
  contour: { zorder: 2, marks: (drawn) => [contourMark(drawn)] },
  arrow: { zorder: 1, marks: (drawn) => [arrowMark(drawn)] },
  text: { zorder: 3, marks: (drawn) => [textMark(drawn)] },
};

/** All series; those at one height in the order in which they were drawn. */
export function seriesLayers(
  figure: Figure,
  given: Theme,
  scalings: Scalings,
  box: Box,
  first = 0,
): readonly Layer[] {
  const theme = themeOver(figure, given);
  return figure.series.flatMap((series, index) => {
    const look = seriesLook(series, first + index);
    const color = themeColor(look.color, theme);
    const { zorder, marks } = KINDS[series.kind];
    const height = series.zorder ?? (series.filled === true ? 1 : zorder);
    return marks({ series, look, color, theme, ...scalings, box, figure }).map((mark) => ({
      zorder: toNumber(height),
      mark,
    }));
  });
}

function lineMarks(drawn: Drawn): readonly Markish[] {
  const { series, look, color } = drawn;
  if (look.dash === null) return [];
  const width = lineWidth(series);
  return [
    line(everyNth(pointsOf(drawn), MAX_LINE_POINTS), {
      x: 'x',
      y: 'y',
      z: null,
      stroke: color,
      strokeWidth: width,
      strokeOpacity: series.alpha ?? 1,
      strokeDasharray: look.dash.map((length) => (length * width).toFixed(1)).join(' '),
      strokeLinejoin: 'round',
      clip: series.frame !== true,
    }),
  ];
}
