/** Values on a grid as lines of equal value, or as the stretches between them. */

import type { Markish } from '@observablehq/plot';
import { contours } from 'd3-contour';
import { toNumber } from '../numbers.ts';
import { colorMap } from './color-map.ts';
import type { Drawn } from './drawn.ts';
import { paintOf } from './look.ts';
import { lineWidth } from './series-paint.ts';
import { svgElement } from './svg.ts';
import { pathThrough, svgMark } from './svg-mark.ts';
import { LETTERS, sizeOfWords, wordsElement } from './words.ts';

type Place = readonly [number, number];

/** All levels in one mark: bands from the first to the last, or a line for each with its words on it. */
export function contourMark(drawn: Drawn): Markish {
  const grid = new Grid(drawn);
  return svgMark('contour', drawn.box, () =>
    drawn.series.filled === true ? bands(drawn, grid) : lines(drawn, grid),
  );
}

function levelsOf({ series }: Drawn): readonly number[] {
  return (series.levels ?? []).map(toNumber);
}

function bands(drawn: Drawn, grid: Grid): readonly SVGElement[] {
  const levels = levelsOf(drawn);
  const outlines = levels.map((level) => grid.rings(level));
  return levels.slice(0, -1).map((level, index) => {
    const next = levels[index + 1] ?? level;
    const rings = [...(outlines[index] ?? []), ...(outlines[index + 1] ?? [])];
    return svgElement('path', {
      d: rings.map((ring) => pathThrough(ring, true)).join(''),
      fill: levelColor(drawn, (level + next) / 2, index),
      'fill-opacity': drawn.series.alpha ?? 1,
      'fill-rule': 'evenodd',
      stroke: 'none',
    });
  });
}

function lines(drawn: Drawn, grid: Grid): readonly SVGElement[] {
  const { series, look } = drawn;
  const width = lineWidth(series);
  return levelsOf(drawn).flatMap((level, index) => {
    const stroke = levelColor(drawn, level, index);
    const dash = dashes(drawn, level).map((length) => length * width);
    const label = series.labels?.[index] ?? '';
    const whole = grid.lines(level);
    const { paths, words } = label === '' ? { paths: whole, words: [] } : labelled(whole, label, stroke);
    const path = svgElement('path', {
      d: paths.map((one) => pathThrough(one)).join(''),
      fill: 'none',
      stroke: look.dash === null ? 'none' : stroke,
      'stroke-width': width,
      'stroke-opacity': series.alpha ?? 1,
      'stroke-linejoin': 'round',
      ...(dash.length === 0 ? {} : { 'stroke-dasharray': dash.map((part) => part.toFixed(1)).join(' ') }),
    });
    return [path, ...words];
  });
}

/** Lines of one colour are dashed below zero, as matplotlib has them. */
function dashes({ series, look }: Drawn, level: number): readonly number[] {
  const single = series.color !== undefined && series.format === undefined;
  return single && level < 0 && series.dashes === undefined ? [3.7, 1.6] : (look.dash ?? []);
}

/** The colour of a level, or of the middle of a band; the map reaches from the first level to the last. */
function levelColor(drawn: Drawn, value: number, index: number): string {
  const { series, look, color, theme } = drawn;
  const own = series.colors;
  if (own !== undefined) return paintOf(own[index % own.length] ?? 'black', theme);
  if (series.color !== undefined || typeof look.color === 'string') return color;
  const levels = levelsOf(drawn);
  const ends = { vmin: levels[0] ?? 0, vmax: levels.at(-1) ?? 1 };
  return colorMap({ ...ends, ...series }, [])(value) ?? 'none';
}

// ---------------------------------------------------------------- words on the lines

/** Shorter lines have no words, in widths of the words. */
const LEAST_LENGTH = 1.2;
const LABEL_SIZE = LETTERS;

interface Labelled {
  readonly paths: readonly (readonly Place[])[];
  readonly words: readonly SVGElement[];
}

/** The lines with a gap for the words, which stand where the line is straightest. */
function labelled(paths: readonly (readonly Place[])[], label: string, fill: string): Labelled {
  const { width } = sizeOfWords(label, LABEL_SIZE);
  const found = paths.map((path): { paths: readonly (readonly Place[])[]; words?: SVGElement } => {
    const at = straightest(path, width);
    if (at === null) return { paths: [path] };
    const [[x1, y1], [x2, y2]] = [at.from, at.to];
    const angle = (Math.atan2(y1 - y2, x2 - x1) * 180) / Math.PI;
    const upright = angle > 90 ? angle - 180 : angle < -90 ? angle + 180 : angle;
    const words = wordsElement(label, {
      x: (x1 + x2) / 2,
      y: (y1 + y2) / 2,
      fill,
      size: LABEL_SIZE,
      align: 'middle',
      lineAlign: 'middle',
      rotation: upright,
    });
    return { paths: at.rest, words };
  });
  return {
    paths: found.flatMap((one) => one.paths),
    words: found.flatMap(({ words }) => (words === undefined ? [] : [words])),
  };
}

interface Stretch {
  readonly from: Place;
  readonly to: Place;
  /** The line without it. */
  readonly rest: readonly (readonly Place[])[];
}

/** The stretch as long as the words that bends least; null where the line is too short. */
function straightest(path: readonly Place[], width: number): Stretch | null {
  const lengths = [0];
  path.slice(1).forEach((place, index) => {
    lengths.push((lengths.at(-1) ?? 0) + distance(path[index] ?? place, place));
  });
  const total = lengths.at(-1) ?? 0;
  if (total < width * LEAST_LENGTH * 2) return null;
  let best: { start: number; end: number; straight: number } | undefined;
  for (let start = 0; start < path.length; start += 1) {
    const end = lengths.findIndex((length) => length >= (lengths[start] ?? 0) + width);
    if (end < 0) break;
    const along = (lengths[end] ?? 0) - (lengths[start] ?? 0);
    const middle = 1 - Math.abs(((lengths[start] ?? 0) + along / 2) / total - 0.5) / 10;
    const straight = (distance(path[start] as Place, path[end] as Place) / along) * middle;
    if (best === undefined || straight > best.straight) best = { start, end, straight };
  }
  if (best === undefined) return null;
  const { start, end } = best;
  return {
    from: path[start] as Place,
    to: path[end] as Place,
    rest: [path.slice(0, start + 1), path.slice(end)],
  };
}

function distance([x1, y1]: Place, [x2, y2]: Place): number {
  return Math.hypot(x2 - x1, y2 - y1);
}

// ---------------------------------------------------------------- the grid

/** The grid of values, and its places on the page. */
class Grid {
  readonly #columns: number;
  readonly #rows: number;
  readonly #values: readonly number[];
  readonly #places: readonly Place[];

  constructor({ series, x, y }: Drawn) {
    this.#values = (series.values ?? []).map(toNumber);
    this.#columns = series.columns ?? 1;
    this.#rows = Math.floor(this.#values.length / this.#columns);
    const [xs, ys] = [series.x.map(toNumber), series.y.map(toNumber)];
    const own = (all: readonly number[], index: number, along: number): number =>
      (all.length === this.#values.length ? all[index] : all[along]) ?? NaN;
    this.#places = this.#values.map((_, index) => [
      x.place(own(xs, index, index % this.#columns)),
      y.place(own(ys, index, Math.floor(index / this.#columns))),
    ]);
  }

  /** What is above a level, as closed rings on the page; they run along the edge of the grid where they reach it. */
  rings(level: number): readonly (readonly Place[])[] {
    return this.#raw(level).map((ring) => ring.map((place) => this.#onPage(place)));
  }

  /** Where values are equal to a level: the rings without what runs along the edge of the grid. */
  lines(level: number): readonly (readonly Place[])[] {
    return this.#raw(level).flatMap((ring) => this.#within(ring));
  }

  #raw(level: number): readonly (readonly Place[])[] {
    const { coordinates } = contours().size([this.#columns, this.#rows]).contour(this.#values, level);
    return coordinates.flat().map((ring) => ring.map(([column, row]): Place => [column - 0.5, row - 0.5]));
  }

  #within(ring: readonly Place[]): readonly (readonly Place[])[] {
    const edges = ring.slice(1).map((place, index) => this.#isEdge(ring[index] as Place, place));
    const first = edges.indexOf(true);
    if (first < 0) return [ring.map((place) => this.#onPage(place))];
    const pieces: Place[][] = [];
    let open = false;
    for (let step = 1; step <= edges.length; step += 1) {
      const index = (first + step) % edges.length;
      if (edges[index] === true) {
        open = false;
        continue;
      }
      if (!open) pieces.push([this.#onPage(ring[index] as Place)]);
      pieces.at(-1)?.push(this.#onPage(ring[index + 1] as Place));
      open = true;
    }
    return pieces;
  }

  /** Whether a piece of a ring runs along the edge of the grid, or beyond it. */
  #isEdge([c1, r1]: Place, [c2, r2]: Place): boolean {
    const outside = (one: number, other: number, most: number): boolean =>
      (one <= 0 && other <= 0) || (one >= most && other >= most);
    return outside(c1, c2, this.#columns - 1) || outside(r1, r2, this.#rows - 1);
  }

  /** From columns and rows to the page, evenly between the places of the grid. */
  #onPage([column, row]: Place): Place {
    const [c, r] = [clamped(column, this.#columns - 1), clamped(row, this.#rows - 1)];
    const [left, top] = [Math.min(Math.floor(c), this.#columns - 2), Math.min(Math.floor(r), this.#rows - 2)];
    const at = (x: number, y: number): Place => this.#places[y * this.#columns + x] ?? [NaN, NaN];
    const across = mixed(at(left, top), at(left + 1, top), c - left);
    return mixed(across, mixed(at(left, top + 1), at(left + 1, top + 1), c - left), r - top);
  }
}

function clamped(value: number, most: number): number {
  return Math.min(most, Math.max(0, value));
}

function mixed([x1, y1]: Place, [x2, y2]: Place, part: number): Place {
  return [x1 + (x2 - x1) * part, y1 + (y2 - y1) * part];
}
