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
  /** `text`: the words, one for each point; `arrow`: words at its tail, from whose edge it begins. */
  readonly texts?: readonly string[];
  /** `text`, and `arrow` that begins at words: which part of the words is at the point, `left`, `center` or `right`, and `top`, `center`, `bottom` or `baseline`. */
  readonly ha?: string;
  readonly va?: string;
  /** `contour`: the values that have a line, as the exercise reads them back (computed in Python, `matplotlib/contour.py`). */
  readonly levels?: readonly Real[];
  /** `contour`: the stretches between the lines are filled, from the first level to the last. */
  readonly filled?: true;
  /** `contour`: words written onto the lines, one for each level; empty: none (`plt.clabel`). */
  readonly labels?: readonly string[];
  /** Where values stand on the way between `vmin` and `vmax`: their logarithms do. */
  readonly norm?: 'log';
  /** The colours of `cmap` from its lower to its upper end, as places from 0 to 1 with a colour each, evenly mixed between. */
  readonly ramp?: Ramp;
  /** `image`: pixels flow into each other (matplotlib's `interpolation` other than `nearest`). */
  readonly smooth?: true;
  /** `bar`, `scatter`, `area`: the colour of the outlines, one for all or one each, and its width in points. */
  readonly edgecolor?: string;
  readonly edgecolors?: readonly string[];
  readonly edgewidth?: Real;
  /** `bar`, `area`: nothing is filled. */
  readonly hollow?: true;
  /** `line`: diameter of the markers in points, the colours within and around them (`none`: empty), and every how manyth point has one. */
  readonly markersize?: Real;
  readonly markerfacecolor?: string;
  readonly markeredgecolor?: string;
  readonly markeredgewidth?: Real;
  readonly markevery?: number;
  /** Lengths of dashes and gaps in points, where no format string says them. */
  readonly dashes?: readonly Real[];
  /** `text`: the size of letters in points, turned by degrees against the clock, and set in bold. */
  readonly fontsize?: Real;
  readonly rotation?: Real;
  readonly bold?: true;
  readonly italic?: true;
  /** `text`: what its place is told in: the axes' numbers, or parts of the axes or of the whole figure from 0 to 1. */
  readonly coords?: 'data' | 'axes' | 'figure';
  /** `text`: moved from its place by so many points to the right and upwards. */
  readonly offset?: readonly [Real, Real];
  /** `text`: a box around the words; a colour that is absent is not drawn. */
  readonly box?: { readonly facecolor?: string; readonly edgecolor?: string; readonly alpha?: number };
  /**
   * `arrow`: `x2` and `y2` are no places but steps to the right and upwards, in parts of the axes' width
   * (`plt.quiver` without units).
   */
  readonly steps?: true;
  /** `arrow` in steps: which part of it is at its place, from the tail (0) to the tip (1). */
  readonly pivot?: Real;
  /**
   * `arrow`: its style in matplotlib's words: `->`, `-|>`, `<->`, `-`; `quiver` and `wide` are outlines, whose parts
   * are in parts of the axes' width or in points.
   */
  readonly arrowstyle?: string;
  readonly shaft?: Real;
  readonly headwidth?: Real;
  readonly headlength?: Real;
  /** `line`, `scatter`, …: what is higher is drawn over what is lower; what is alike in the order of the series. */
  readonly zorder?: Real;
  /** Belongs to the frame, as the walls of a box in three dimensions: neither counted nor listed. */
  readonly frame?: true;
}

/** Places from 0 to 1 in rising order, each with a colour (`#rrggbb`). */
export type Ramp = readonly (readonly [number, string])[];

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
  /** Rows and columns that the axes reach over, where they are more than one. */
  readonly rowspan?: number;
  readonly colspan?: number;
}

/**
 * Where an axis is marked, and with which words. Of matplotlib's figures they are what `get_xticks()` and
 * `get_xticklabels()` give the exercise, computed once, in Python (`matplotlib/ticker.py`), for the figure's own size.
 */
export interface Ticks {
  readonly at: readonly Real[];
  /** One for each place; the numbers themselves unless given. */
  readonly labels?: readonly string[];
  /** Marks without words, shorter. */
  readonly minor?: readonly Real[];
  /** The words turned by degrees against the clock. */
  readonly rotation?: Real;
  /** Of words along x: which part of them is at their mark; the middle unless given. */
  readonly ha?: 'left' | 'right';
  /** What all numbers have to be multiplied by or added to, as written at the end of the axis (`1e6`). */
  readonly offset?: string;
  /** In points. */
  readonly fontsize?: Real;
  /** The marks stand on the other side: at the top, or at the right. */
  readonly opposite?: true;
}

/** Lines across the axes at their marks (`plt.grid`). */
export interface Grid {
  /** Of which axis. */
  readonly axis: 'both' | 'x' | 'y';
  /** At the shorter marks too. */
  readonly minor?: true;
  readonly color?: string;
  /** matplotlib's letters: `-`, `--`, `-.`, `:`. */
  readonly linestyle?: string;
  readonly linewidth?: Real;
  readonly alpha?: number;
}

export interface LegendEntry {
  readonly label: string;
  /** Which series it stands for, by their places, drawn over each other; of a twin's series, counted on after those before. */
  readonly series: readonly number[];
}

/** `plt.legend`, with what it names in its order. */
export interface Legend {
  readonly entries: readonly LegendEntry[];
  /**
   * matplotlib's words: `best`, `upper right`, `center left`, …, or two numbers, where its lower left corner is in parts
   * of the axes; `above`: above the axes, in as many columns as fit.
   */
  readonly loc: string;
  /** In how many columns the entries stand. */
  readonly ncols?: number;
  readonly title?: string;
  /** Where `loc` is put, in parts of the axes: a point, or left, bottom, width and height. */
  readonly anchor?: readonly Real[];
  /** No box is drawn around it. */
  readonly frameless?: true;
  readonly fontsize?: Real;
}

/** `plt.colorbar`: which colour stands for which value. */
export interface Colorbar {
  /** The series whose colours it explains, by its place. */
  readonly series: number;
  readonly label?: string;
  /** Beside the axes, unless it lies below them. */
  readonly horizontal?: true;
  readonly ticks?: Ticks;
  /** The values at its ends. */
  readonly vmin: Real;
  readonly vmax: Real;
  /** It runs evenly in the logarithm. */
  readonly log?: true;
  /** It has one colour between each two of these values (filled contours), or a line at each. */
  readonly levels?: readonly Real[];
}

/** Sizes of letters in points, where the exercise chose others than matplotlib's. */
export interface FontSizes {
  readonly title?: Real;
  readonly xlabel?: Real;
  readonly ylabel?: Real;
}

/** Colours of words, where the exercise chose others than matplotlib's black. */
export interface WordColors {
  readonly title?: string;
  readonly xlabel?: string;
  readonly ylabel?: string;
  readonly xticks?: string;
  readonly yticks?: string;
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
  /** `symlog`: up to where the axis is linear on either side of 0. */
  readonly xlinthresh?: Real;
  readonly ylinthresh?: Real;
  /** `equal`: a unit is as long on either axis; a number: so many times as long upwards. */
  readonly aspect?: 'equal' | number;
  /** `off`: neither axes nor ticks. */
  readonly axis?: 'off';
  /** Absent: none. */
  readonly grid?: Grid;
  /** Absent: none. */
  readonly legend?: Legend;
  readonly colorbars?: readonly Colorbar[];
  /** Axes that share one of their axes with these and are drawn over them (`twinx` shares x, `twiny` shares y). */
  readonly twins?: readonly Twin[];
  /** The sides of the frame that are not drawn. */
  readonly hidden?: readonly Side[];
  readonly facecolor?: string;
  readonly fontsizes?: FontSizes;
  readonly colors?: WordColors;
  /** Where the title stands, unless in the middle. */
  readonly titleloc?: 'left' | 'right';
  /** Inches, width and height, of the whole figure that the axes belong to (`figsize`). */
  readonly size?: readonly [Real, Real];
  /** Where the axes stand in it: left, bottom, width and height, in parts of the figure. */
  readonly position?: readonly [Real, Real, Real, Real];
  /** `tight`: the axes leave each other the room that their words take; else `position` holds. */
  readonly layout?: 'tight';
  /** The series are a picture of three dimensions, with box and words of their own. */
  readonly projection?: '3d';
  /** What is shown in another way than the exercise asked for. */
  readonly note?: string;
  /** What the exercise asked for and is not drawn, in its own words: `bar(hatch=…)`, `spines.set_bounds`. */
  readonly leftOut?: readonly string[];
  /** Absent of a figure with one set of axes. */
  readonly subplot?: Subplot;
}

export type Side = 'left' | 'right' | 'top' | 'bottom';

export interface Twin extends Figure {
  readonly shares: 'x' | 'y';
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
