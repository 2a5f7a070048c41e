/** A figure's legend, where it stands in the drawing. */

import type { Figure, Legend, Series } from '../../../training/protocol/protocol.ts';
import { toNumber } from '../numbers.ts';
import type { Theme } from '../theme.ts';
import { each } from './domain.ts';
import { pointsOf } from './drawn.ts';
import { LEGEND_GAP, type Layout } from './layout.ts';
import { legendBox, legendPlace, type Place } from './legend-box.ts';
import { scalingsOf, type Scaling } from './scaling.ts';

export function legendElements(figure: Figure, layout: Layout, theme: Theme): readonly SVGElement[] {
  const { legend, box } = layout;
  if (legend === null) return [];
  if (legend.loc === 'above') {
    const shown = legendBox(legend, figure, theme, box.right - box.left);
    const over = layout.sides.some(({ side }) => side === 'top') ? 0 : LEGEND_GAP / 2;
    return shown.elements(box.left, Math.max(0, over));
  }
  return boxElements(figure, legend, layout, theme);
}

/** Legends of axes that are drawn over others. */
export function twinLegendElements(figure: Figure, layout: Layout, theme: Theme): readonly SVGElement[] {
  return (figure.twins ?? []).flatMap(({ legend }) =>
    legend === undefined ? [] : boxElements(figure, legend, layout, theme),
  );
}

function boxElements(figure: Figure, legend: Legend, layout: Layout, theme: Theme): readonly SVGElement[] {
  const shown = legendBox(legend, figure, theme);
  const [left, top] = legendPlace(legend, shown, layout.box, () => coveredPlaces(figure, layout));
  return shown.elements(left, top);
}

/** Between two points of a line, for long lines across the legend. */
const STEPS = 8;
const MOST_PLACES = 20_000;

/** What a legend in the best place covers least: points, places along lines, and the ends of bars. */
function coveredPlaces(figure: Figure, { box }: Layout): readonly Place[] {
  return [figure, ...(figure.twins ?? [])].flatMap((axes) => {
    const { x, y } = scalingsOf(axes, box);
    return axes.series.flatMap((series): readonly Place[] => {
      if (series.kind === 'image' || series.kind === 'contour' || series.x.length > MOST_PLACES) return [];
      const places = pointsOf({ series, x, y }).map((point): Place => [x.place(point.x), y.place(point.y)]);
      if (series.kind === 'bar') return barPlaces(series, x, y);
      if (series.kind !== 'line' || places.length > 500) return places;
      return places.flatMap((place, index) => between(places[index - 1] ?? place, place));
    });
  });
}

/** Along the edges and the middle of each bar. */
function barPlaces(series: Series, x: Scaling, y: Scaling): readonly Place[] {
  const widths = each(series.widths, series.x.length, 0.8);
  const bases = each(series.bases, series.x.length, 0);
  return series.x.flatMap((place, index) => {
    const [middle, base] = [toNumber(place), bases[index] ?? 0];
    const end = base + toNumber(series.y[index] ?? 0);
    return [-0.5, -0.25, 0, 0.25, 0.5].flatMap((side) => {
      const along = middle + side * (widths[index] ?? 0);
      return series.horizontal === true
        ? between([x.place(base), y.place(along)], [x.place(end), y.place(along)])
        : between([x.place(along), y.place(base)], [x.place(along), y.place(end)]);
    });
  });
}

function between([x1, y1]: Place, [x2, y2]: Place): readonly Place[] {
  return [...Array(STEPS).keys()].map((step): Place => {
    const part = (step + 1) / STEPS;
    return [x1 + (x2 - x1) * part, y1 + (y2 - y1) * part];
  });
}
