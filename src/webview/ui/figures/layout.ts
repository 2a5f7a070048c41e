/** How large a drawing is, and where in it axes, colour bars and legend stand. */

import type { Colorbar, Figure, Legend, Side } from '../../../training/protocol/protocol.ts';
import { toNumber } from '../numbers.ts';
import type { Theme } from '../theme.ts';
import { depthOf, type MarkedSide } from './axis-element.ts';
import { colorbarDepth } from './colorbar-element.ts';
import { domainOf } from './domain.ts';
import { legendOf } from './legend.ts';
import { legendBox } from './legend-box.ts';
import { paintOf } from './look.ts';
import { scalingsOf, type Box } from './scaling.ts';
import { isPixels, ticksOf } from './ticks.ts';
import { INCH, LETTERS, POINT, sizeOfWords } from './words.ts';

export interface Layout {
  /** CSS pixels of the whole drawing. */
  readonly width: number;
  readonly height: number;
  readonly box: Box;
  readonly sides: readonly MarkedSide[];
  readonly legend: Legend | null;
  /** Each with where the room for it begins. */
  readonly colorbars: readonly { readonly bar: Colorbar; readonly start: number }[];
}

/** CSS pixels of the axes themselves. */
export interface Inner {
  readonly width: number;
  readonly height: number;
}

const HEIGHT = 178;
const MOST_HEIGHT = 420;
const LEAST_HEIGHT = 60;
/** An image without axes is not blown up beyond this. */
const MOST_IMAGE = 320;
/** Axes are not drawn larger than so many times their size in matplotlib. */
const MOST_ENLARGED = 1.3;
/** Around everything, for lines and letters at the edge. */
const AROUND = 4;
/** Around a picture of three dimensions, whose words reach beyond what is seen of its box. */
const AROUND_BOX = 30;

/** Images are shown bare unless somebody named their axes. */
export function hasAxes({ axis, series, xlabel, ylabel, xticks, yticks, size }: Figure): boolean {
  if (axis === 'off') return false;
  if (size !== undefined) return true;
  const bare = series.length > 0 && series.every(({ kind, extent }) => kind === 'image' && isPixels(extent));
  return !bare || xlabel !== '' || ylabel !== '' || Boolean(xticks?.labels) || Boolean(yticks?.labels);
}

/** A drawing no wider than `width`, its axes as high as matplotlib has them. */
export function layoutWithin(figure: Figure, width: number, theme: Theme): Layout {
  // The room that words take depends a little on the size of the axes, and that on the room: twice is enough.
  let layout = layoutAround(figure, innerOf(figure, width, width), theme);
  for (let step = 0; step < 2; step += 1) {
    const beside = layout.width - (layout.box.right - layout.box.left);
    layout = layoutAround(figure, innerOf(figure, width, width - beside), theme);
  }
  return layout;
}

/** Size of the axes where `room` is left for their width. */
function innerOf(figure: Figure, width: number, room: number): Inner {
  const own = ownSize(figure);
  const most = own === null ? Infinity : own.width * MOST_ENLARGED;
  const across = Math.max(30, Math.min(room, most));
  const ratio = dataRatio(figure);
  if (ratio !== null) {
    const highest = hasAxes(figure) ? MOST_HEIGHT : MOST_IMAGE;
    const fitting = Math.min(across, highest, highest / ratio);
    return { width: fitting, height: fitting * ratio };
  }
  if (own === null) return { width: across, height: Math.min(HEIGHT, width) };
  const height = (own.height / own.width) * across;
  return { width: across, height: Math.min(MOST_HEIGHT, Math.max(LEAST_HEIGHT, height)) };
}

/** Size in matplotlib, in CSS pixels; null: the figure is not matplotlib's. */
export function ownSize({ size, position }: Figure): Inner | null {
  if (size === undefined) return null;
  const [, , w = 0.775, h = 0.77] = (position ?? []).map(toNumber);
  return { width: toNumber(size[0]) * w * INCH, height: toNumber(size[1]) * h * INCH };
}

/** Height by width where the axes' units say it; null: they do not. */
export function dataRatio(figure: Figure): number | null {
  const { aspect, xscale, yscale } = figure;
  if (aspect === undefined || xscale !== 'linear' || yscale !== 'linear') return null;
  const [x, y] = [domainOf(figure, 'x'), domainOf(figure, 'y')];
  const ratio = Math.abs((y[1] - y[0]) / (x[1] - x[0])) * (aspect === 'equal' ? 1 : aspect);
  return Number.isFinite(ratio) && ratio > 0 ? ratio : 1;
}

/** The drawing around axes of a given size. */
export function layoutAround(figure: Figure, inner: Inner, theme: Theme): Layout {
  const flat: Box = { left: 0, right: inner.width, top: 0, bottom: inner.height };
  const sides = sidesOf(figure, flat, theme);
  const deep = (side: Side): number =>
    Math.max(0, ...sides.filter((one) => one.side === side).map((one) => depthOf(one)));
  const legend = legendOf(figure);
  const around = legend === null ? NOTHING : legendRoom(figure, legend, inner, theme);
  const shown = around.above ? { ...(legend as Legend), loc: 'above' } : legend;
  const margins = {
    left: Math.max(deep('left'), overhang(sides, 'left', inner), around.left),
    top: Math.max(deep('top'), topWords(sides)) + around.top,
    right: Math.max(deep('right'), overhang(sides, 'right', inner)),
    bottom: deep('bottom'),
  };
  const bare = margins.left + margins.top + margins.right + margins.bottom === 0;
  const edge = figure.projection === '3d' ? AROUND_BOX : bare && !hasAxes(figure) ? 0 : AROUND;
  const left = margins.left + edge;
  const top = margins.top + edge;
  const box: Box = { left, right: left + inner.width, top, bottom: top + inner.height };
  let [right, bottom] = [box.right + margins.right, box.bottom + margins.bottom];
  const colorbars = (figure.colorbars ?? []).map((bar) => {
    const start = bar.horizontal === true ? bottom : right;
    if (bar.horizontal === true) bottom += colorbarDepth(bar, inner.width);
    else right += colorbarDepth(bar, inner.height);
    return { bar, start };
  });
  right = Math.max(right, box.right + around.right);
  bottom = Math.max(bottom, box.bottom + around.bottom);
  return {
    width: right + edge,
    height: bottom + edge,
    box,
    sides: sidesOf(figure, box, theme),
    legend: shown,
    colorbars,
  };
}

// ---------------------------------------------------------------- sides

/** All sides that are marked: those of the axes, and of axes drawn over them. */
function sidesOf(figure: Figure, box: Box, theme: Theme): readonly MarkedSide[] {
  if (!hasAxes(figure)) return [];
  const own = [sideOf(figure, 'x', box, theme, false), sideOf(figure, 'y', box, theme, false)];
  const twins = (figure.twins ?? []).map((twin) =>
    sideOf(twin, twin.shares === 'x' ? 'y' : 'x', box, theme, true),
  );
  return [...own, ...twins];
}

function sideOf(figure: Figure, axis: 'x' | 'y', box: Box, theme: Theme, opposite: boolean): MarkedSide {
  const scaling = scalingsOf(figure, box)[axis];
  const length = axis === 'x' ? box.right - box.left : box.bottom - box.top;
  const ticks = ticksOf(figure, { axis, domain: scaling.domain, length });
  const far = opposite || ticks.opposite;
  const size = axis === 'x' ? figure.fontsizes?.xlabel : figure.fontsizes?.ylabel;
  return {
    side: axis === 'x' ? (far ? 'top' : 'bottom') : far ? 'right' : 'left',
    ticks,
    scaling,
    label: axis === 'x' ? figure.xlabel : figure.ylabel,
    labelSize: toNumber(size ?? 10),
    ...wordColors(figure, axis, theme),
  };
}

function wordColors(
  { colors = {} }: Figure,
  axis: 'x' | 'y',
  theme: Theme,
): Pick<MarkedSide, 'color' | 'labelColor'> {
  const [label, words] = axis === 'x' ? [colors.xlabel, colors.xticks] : [colors.ylabel, colors.yticks];
  return {
    ...(words === undefined ? {} : { color: paintOf(words, theme) }),
    ...(label === undefined ? {} : { labelColor: paintOf(label, theme) }),
  };
}

/** How far the words at the ends of the lower axis reach beyond it. */
function overhang(sides: readonly MarkedSide[], end: 'left' | 'right', { width }: Inner): number {
  const words = sides
    .filter(({ side }) => side === 'bottom' || side === 'top')
    .flatMap(({ ticks, scaling }) =>
      ticks.at.map((at, index) => {
        const half = sizeOfWords(ticks.texts[index] ?? '', LETTERS).width / (ticks.rotation === 0 ? 2 : 1);
        if (ticks.rotation !== 0 && end === 'right') return 0;
        const turned = half * Math.abs(Math.cos((ticks.rotation * Math.PI) / 180));
        return end === 'left' ? turned - scaling.place(at) : scaling.place(at) + turned - width;
      }),
    );
  return Math.max(0, ...words.filter(Number.isFinite));
}

/** Half a line for the words at the upper end of an upright axis, a whole one for its factor. */
function topWords(sides: readonly MarkedSide[]): number {
  const upright = sides.filter(({ side }) => side === 'left' || side === 'right');
  if (upright.some(({ ticks }) => ticks.offset !== '')) return LETTERS + 4;
  return upright.some(({ ticks }) => ticks.at.length > 0) ? LETTERS / 2 : 0;
}

// ---------------------------------------------------------------- legend

interface LegendRoom {
  readonly above: boolean;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

const NOTHING: LegendRoom = { above: false, left: 0, right: 0, top: 0, bottom: 0 };

/** Parts of the axes that a legend may cover; a larger one stands above them. */
const MOST_WIDE = 0.8;
const MOST_HIGH = 0.8;
/** Between a legend and the axes, in CSS pixels. */
export const LEGEND_GAP = 8;

/** What a legend takes outside of the axes. */
function legendRoom(figure: Figure, legend: Legend, inner: Inner, theme: Theme): LegendRoom {
  if (legend.loc === 'above') return above(figure, legend, inner, theme);
  const { width, height } = legendBox(legend, figure, theme);
  const [x = 0, y = 0] = (legend.anchor ?? []).map(toNumber);
  if (legend.anchor?.length === 2) {
    if (x >= 1 && legend.loc.includes('left'))
      return { ...NOTHING, right: (x - 1) * inner.width + width + LEGEND_GAP };
    if (y >= 1 && legend.loc.includes('lower'))
      return { ...NOTHING, top: (y - 1) * inner.height + height + LEGEND_GAP };
    if (y <= 0 && legend.loc.includes('upper'))
      return { ...NOTHING, bottom: -y * inner.height + height + LEGEND_GAP };
  }
  const fits = width <= inner.width * MOST_WIDE && height <= inner.height * MOST_HIGH;
  return fits ? NOTHING : above(figure, legend, inner, theme);
}

function above(figure: Figure, legend: Legend, inner: Inner, theme: Theme): LegendRoom {
  const { height } = legendBox({ ...legend, loc: 'above' }, figure, theme, inner.width);
  return { ...NOTHING, above: true, top: height + LEGEND_GAP };
}

/** Height of a title in CSS pixels, with the room below it. */
export function titleDepth({ title, fontsizes }: Figure): number {
  return title === '' ? 0 : sizeOfWords(title, titleSize(fontsizes?.title)).height + 6 * POINT;
}

/** Of matplotlib's titles, unless told otherwise. */
export function titleSize(points: NonNullable<Figure['fontsizes']>['title']): number {
  return toNumber(points ?? 12) * POINT;
}
