/** What the exercise draws with `plt` or `d2l.plot`: data only, in matplotlib's words; whoever shows it chooses how. */

import type { Real } from './real.ts';

/**
 * What a series is drawn as. `scatter`: points; `area`: a filled outline; `contour`: lines of equal value on a grid;
 * `arrow`: from (x, y) to (x2, y2); `text`: words at a point.
 */
export type SeriesKind = 'line' | 'scatter' | 'bar' | 'image' | 'area' | 'contour' | 'arrow' | 'text';

export interface Series {
  readonly kind: SeriesKind;
  readonly label: string;
  /** NaN interrupts a line. `contour`: one per value, or one per column. */
  readonly x: readonly Real[];
  /** `bar`: lengths; `image`: row-major values; `contour`: one per value, or one per row. */
  readonly y: readonly Real[];
  /** matplotlib's format string (`m--`, `o`): colour, marker and line; what it does not say follows from the place. */
  readonly format?: string;
  /** `C0` … `C9` (colours given out in turn), a colour's name in CSS or `#rrggbb`; rules over `format`. */
  readonly color?: string;
  /** `scatter`, `bar`: colours one each, written likewise. */
  readonly colors?: readonly string[];
  /** Opacity from 0 to 1. */
  readonly alpha?: number;
  /** In points. */
  readonly linewidth?: number;
  /** `scatter`: areas of the points in square points (matplotlib's `s`), one each or one for all. */
  readonly sizes?: readonly Real[];
  /** `scatter`: numbers shown as colours, one a point; `contour`: row-major values on the grid. */
  readonly values?: readonly Real[];
  /** Name of matplotlib's colour map for the values of an image, a contour or points. */
  readonly cmap?: string;
  /** The values that the colour map's ends stand for; those that occur unless given. */
  readonly vmin?: Real;
  readonly vmax?: Real;
  /** `image`, `contour`: columns of the grid. */
  readonly columns?: number;
  /** `image`: `y` has this many bytes for each pixel (red, green, blue and, of 4, opacity). */
  readonly channels?: 3 | 4;
  /** `image`: the edges in the axes' coordinates, left, right, bottom, top; else a pixel is one unit, the first at 0. */
  readonly extent?: readonly [Real, Real, Real, Real];
  /** `bar`: widths, one each or one for all, and where the bars stand (0 unless given). */
  readonly widths?: readonly Real[];
  readonly bases?: readonly Real[];
  /** `bar`: they lie, `x` being their places on the vertical axis. */
  readonly horizontal?: true;
  /** `arrow`: where the heads are. */
  readonly x2?: readonly Real[];
  readonly y2?: readonly Real[];
  /** `text`: the words, one for each point. */
  readonly texts?: readonly string[];
  /** `text`: which part of the words is at the point, `left`, `center` or `right`, and `top`, `center`, `bottom` or `baseline`. */
  readonly ha?: string;
  readonly va?: string;
  /** `contour`: the values that have a line, as the exercise reads them back (computed in Python, `matplotlib/contour.py`). */
  readonly levels?: readonly Real[];
  /** `contour`: the stretches between the lines are filled. */
  readonly filled?: true;
}

export type Scale = 'linear' | 'log' | 'symlog';

/** Where axes stand in a figure that has several. */
export interface Subplot {
  /** Number of the figure within the run; axes of one number belong together. */
  readonly figure: number;
  readonly rows: number;
  readonly columns: number;
  /** From 1, row by row, as `plt.subplot` counts. */
  readonly index: number;
  /** `plt.suptitle`: the title of the whole figure. */
  readonly title: string;
}

/**
 * Where an axis is marked, and with which words. Of matplotlib's figures they are what `get_xticks()` and
 * `get_xticklabels()` give the exercise, computed once, in Python (`matplotlib/ticker.py`), for the figure's own size.
 */
export interface Ticks {
  readonly at: readonly Real[];
  /** One for each place; the numbers themselves unless given. */
  readonly labels?: readonly string[];
}

/** One set of axes that the exercise drew with `plt` or `d2l.plot`. */
export interface Figure {
  readonly series: readonly Series[];
  readonly title: string;
  readonly xlabel: string;
  readonly ylabel: string;
  readonly xscale: Scale;
  readonly yscale: Scale;
  /**
   * In the order in which the axis runs. Of matplotlib's figures what `get_xlim()` gives the exercise, margins and all
   * (computed once, in Python, `matplotlib/axes`); null where nobody but the drawing computes it.
   */
  readonly xlim: readonly [Real, Real] | null;
  readonly ylim: readonly [Real, Real] | null;
  readonly xticks?: Ticks;
  readonly yticks?: Ticks;
  /** `equal`: a unit is as long on either axis. */
  readonly aspect?: 'equal';
  /** `off`: neither axes nor ticks. */
  readonly axis?: 'off';
  /** What is shown in another way than the exercise asked for. */
  readonly note?: string;
  /** Absent of a figure with one set of axes. */
  readonly subplot?: Subplot;
}

/** Axes with nothing in them. */
export const EMPTY_FIGURE: Figure = {
  series: [],
  title: '',
  xlabel: '',
  ylabel: '',
  xscale: 'linear',
  yscale: 'linear',
  xlim: null,
  ylim: null,
};
