/** uPlot axes in the theme's colours, and how their numbers are written. */

import type uPlot from 'uplot';
import { shortNumber } from './numbers.ts';
import type { ThemeSource } from './theme.ts';

/** Fixed width of the value axis in CSS pixels: the plot does not move when the numbers get longer. */
const VALUE_AXIS_WIDTH = 46;
const BASE_AXIS_HEIGHT = 22;
const LABEL_SIZE = 16;

export interface AxisOptions {
  readonly theme: ThemeSource;
  readonly side: 'bottom' | 'left';
  readonly log: boolean;
  readonly label?: string;
}

export function axis({ theme, side, log, label }: AxisOptions): uPlot.Axis {
  const horizontal = side === 'bottom';
  return {
    scale: horizontal ? 'x' : 'y',
    side: horizontal ? 2 : 3,
    size: horizontal ? BASE_AXIS_HEIGHT : VALUE_AXIS_WIDTH,
    gap: 4,
    space: horizontal ? 44 : 32,
    stroke: () => theme.current.dim,
    font: theme.current.font,
    grid: { show: !horizontal, stroke: () => theme.current.grid, width: 1 },
    ticks: { show: false },
    values: (_, splits) => splits.map((value) => tickText(value, log)),
    ...(label === undefined || label === ''
      ? {}
      : { label, labelSize: LABEL_SIZE, labelGap: 0, labelFont: theme.current.font }),
  };
}

/** Logarithmic axes name whole decades only; uPlot has already blanked what would not fit. */
export function tickText(value: number | null | undefined, log: boolean): string {
  if (value === null || value === undefined) return '';
  if (!log) return shortNumber(Number(value.toPrecision(6)), 6);
  const exponent = Math.log10(Math.abs(value));
  const decade = Math.abs(exponent - Math.round(exponent)) < 1e-9;
  return decade ? shortNumber(value, 1) : '';
}
