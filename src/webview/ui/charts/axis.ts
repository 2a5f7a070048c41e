/** uPlot axes in the theme's colours, and how their numbers are written. */

import type uPlot from 'uplot';
import { shortNumber } from '../numbers.ts';
import type { ThemeSource } from '../theme.ts';

/** Width of the value axis in CSS pixels; only numbers that do not fit make it wider, so that the plot stands still. */
const LEAST_WIDTHS = { left: 46, right: 30 } as const;
const BASE_AXIS_HEIGHT = 22;
/** Between an axis and its numbers. */
const GAP = 4;
const LABEL_SIZE = 16;

/** uPlot's numbers of the sides. */
const PLACES = { bottom: 2, left: 3, right: 1 } as const;

/** uPlot's names of the scales that the value axes stand for. */
export const SCALES = { left: 'y', right: 'right' } as const;

export interface AxisOptions {
  readonly theme: ThemeSource;
  readonly side: 'bottom' | 'left' | 'right';
  readonly log: boolean;
  readonly label?: string;
  /** Only whole numbers have a tick. */
  readonly whole?: boolean;
}

export function axis({ theme, side, log, label, whole = false }: AxisOptions): uPlot.Axis {
  const horizontal = side === 'bottom';
  return {
    scale: horizontal ? 'x' : SCALES[side],
    side: PLACES[side],
    size: horizontal
      ? BASE_AXIS_HEIGHT
      : (plot, values) => valueAxisWidth(plot, values, theme, LEAST_WIDTHS[side]),
    gap: GAP,
    space: horizontal ? 44 : 32,
    stroke: () => theme.current.dim,
    font: theme.current.font,
    grid: { show: side === 'left', stroke: () => theme.current.grid, width: 1 },
    ticks: { show: false },
    incrs: (_, __, least, most) => tickSteps(most - least, whole),
    ...(log ? { splits: (_, __, least, most) => logTicks(least, most), filter: (_, splits) => splits } : {}),
    values: (_, splits) => splits.map((value) => tickText(value, log)),
    ...(label === undefined || label === ''
      ? {}
      : { label, labelSize: LABEL_SIZE, labelGap: 0, labelFont: theme.current.font }),
  };
}

function valueAxisWidth(
  plot: uPlot,
  values: readonly (string | null)[] | null,
  theme: ThemeSource,
  least: number,
): number {
  const widths = (values ?? []).map((text) => widthOf(plot, text ?? '', theme));
  return Math.max(least, Math.ceil(Math.max(0, ...widths)) + GAP + 2);
}

/** Of a tick's number, in CSS pixels. */
function widthOf({ ctx }: uPlot, text: string, theme: ThemeSource): number {
  ctx.save();
  ctx.font = theme.current.font;
  const { width } = ctx.measureText(text);
  ctx.restore();
  return width;
}

/** A tick's number; on a logarithmic axis large and small ones are named by their power of ten. */
export function tickText(value: number | null | undefined, log: boolean): string {
  if (value === null || value === undefined) return '';
  const power = log && (value >= 1e4 || value < 1e-2);
  return power ? value.toExponential(0).replace('e+', 'e') : shortNumber(Number(value.toPrecision(6)), 6);
}

/**
 * Steps between ticks that may fit an axis so wide, ascending. (uPlot's own end at 1e32, and it draws no axis at all beyond: a loss
 * that diverges goes to 3e38.)
 */
export function tickSteps(width: number, whole = false): number[] {
  const power = Math.floor(Math.log10(width));
  if (!Number.isFinite(power)) return [1];
  const steps = [-3, -2, -1, 0, 1].flatMap((below) =>
    [1, 2, 2.5, 5].map((digit) => Number(`${String(digit)}e${String(power + below)}`)),
  );
  const fitting = whole ? steps.filter(Number.isInteger) : steps;
  return fitting.length === 0 ? [1] : fitting;
}

/** Least padding at the right of a plot, in CSS pixels. */
const LEAST_ROOM = 10;

/**
 * Padding at the right of a plot: the number below its right end stands half beyond it. Asked for once the axes have their
 * numbers.
 */
export function roomForLastTick(theme: ThemeSource): uPlot.PaddingSide {
  return (plot) => {
    const axis = plot.axes[0] as (uPlot.Axis & { readonly _values?: readonly (string | null)[] }) | undefined;
    const half = widthOf(plot, axis?._values?.at(-1) ?? '', theme) / 2;
    return Math.max(LEAST_ROOM, Math.ceil(half) + 2);
  };
}

/** Ticks wanted at most along a logarithmic axis. */
const MAX_LOG_TICKS = 6;

/**
 * Powers of ten between two positive values, thinned evenly; with twos and fives where there are fewer than two
 * powers. (uPlot's own stop above 1e22 and crowd the axis with every digit.)
 */
export function logTicks(least: number, most: number): number[] {
  const first = Math.ceil(Math.log10(least) - 1e-9);
  const last = Math.floor(Math.log10(most) + 1e-9);
  if (last - first < 1) return between(least, most, first - 1, last);
  const step = Math.ceil((last - first + 1) / MAX_LOG_TICKS);
  const ticks: number[] = [];
  for (let exponent = first; exponent <= last; exponent += step) ticks.push(10 ** exponent);
  return ticks;
}

function between(least: number, most: number, first: number, last: number): number[] {
  const ticks: number[] = [];
  for (let exponent = first; exponent <= last; exponent += 1)
    for (const digit of [1, 2, 5]) ticks.push(digit * 10 ** exponent);
  return ticks.filter((tick) => tick >= least && tick <= most);
}
