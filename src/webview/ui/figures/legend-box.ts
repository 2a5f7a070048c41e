/** The legend as a box of its own: its size, where matplotlib would put it, and its elements. */

import type { Figure, Legend } from '../../../training/protocol/protocol.ts';
import { toNumber } from '../numbers.ts';
import type { Theme } from '../theme.ts';
import { entriesOf, markerSize, type Handle, type ShownEntry } from './legend.ts';
import { isStroked, markerPart, markerSymbol } from './markers.ts';
import { lineWidth } from './series-paint.ts';
import type { Box } from './scaling.ts';
import { svgElement } from './svg.ts';
import { LETTERS, POINT, rounded, sizeOfWords, wordsElement } from './words.ts';

/** matplotlib's, in sizes of the letters. */
const HANDLE = 2;
const HANDLE_GAP = 0.8;
const PADDING = 0.4;
const ROW_GAP = 0.5;
const COLUMN_GAP = 2;
/** From the edge of the axes. */
const AWAY = 0.5;

export interface LegendBox {
  readonly width: number;
  readonly height: number;
  elements(left: number, top: number): readonly SVGElement[];
}

/** A legend of the columns that it asks for, or of as many as fit into a width (`room`, CSS pixels). */
export function legendBox(legend: Legend, figure: Figure, theme: Theme, room?: number): LegendBox {
  const size = legend.fontsize === undefined ? LETTERS : toNumber(legend.fontsize) * POINT;
  const entries = entriesOf(legend, figure, theme);
  const fit = (columns: number): Grid => new Grid(entries, columns, size, room === undefined);
  let grid = fit(Math.max(1, Math.min(entries.length, legend.ncols ?? 1)));
  if (room !== undefined) {
    let columns = entries.length;
    for (grid = fit(columns); columns > 1 && grid.width > room; grid = fit(columns)) columns -= 1;
  }
  const title = legend.title ?? '';
  const heading = title === '' ? null : sizeOfWords(title, size);
  const headHeight = heading === null ? 0 : heading.height + ROW_GAP * size;
  const padding = room === undefined ? PADDING * size : 0;
  const width = Math.max(grid.width, heading?.width ?? 0) + 2 * padding;
  const height = grid.height + headHeight + 2 * padding;
  return {
    width,
    height,
    elements: (left, top) => [
      ...(room !== undefined || legend.frameless === true ? [] : [frame(left, top, width, height, theme)]),
      ...(heading === null
        ? []
        : [
            wordsElement(title, {
              x: left + width / 2,
              y: top + padding,
              fill: theme.foreground,
              size,
              align: 'middle',
              lineAlign: 'top',
            }),
          ]),
      ...grid.elements(left + padding, top + padding + headHeight, theme),
    ],
  };
}

function frame(x: number, y: number, width: number, height: number, theme: Theme): SVGElement {
  return svgElement('rect', {
    x: rounded(x),
    y: rounded(y),
    width: rounded(width),
    height: rounded(height),
    rx: 2.5,
    fill: theme.background,
    'fill-opacity': 0.8,
    stroke: theme.dim,
    'stroke-opacity': 0.5,
  });
}

/** Entries column by column, as matplotlib fills them; row by row where they stand above the axes. */
class Grid {
  readonly width: number;
  readonly height: number;
  readonly #widths: readonly number[];
  readonly #rows: number;

  constructor(
    private readonly entries: readonly ShownEntry[],
    private readonly columns: number,
    private readonly size: number,
    private readonly downwards: boolean,
  ) {
    this.#rows = Math.max(1, Math.ceil(entries.length / columns));
    this.#widths = [...Array(columns).keys()].map((column) =>
      Math.max(
        0,
        ...entries
          .filter((_, index) => this.#placeOf(index).column === column)
          .map(({ label }) => (HANDLE + HANDLE_GAP) * size + sizeOfWords(label, size).width),
      ),
    );
    this.width = this.#widths.reduce((sum, width) => sum + width, 0) + (columns - 1) * COLUMN_GAP * size;
    this.height = this.#rowTop(this.#rows) - ROW_GAP * size;
  }

  elements(left: number, top: number, theme: Theme): readonly SVGElement[] {
    return this.entries.map(({ label, handles }, index) => {
      const { column, row } = this.#placeOf(index);
      const before = this.#widths.slice(0, column).reduce((sum, width) => sum + width, 0);
      const x = left + before + column * COLUMN_GAP * this.size;
      const [start, end] = [top + this.#rowTop(row), top + this.#rowTop(row + 1) - ROW_GAP * this.size];
      const middle = (start + end) / 2;
      const words = wordsElement(label, {
        x: rounded(x + (HANDLE + HANDLE_GAP) * this.size),
        y: rounded(middle),
        fill: theme.foreground,
        size: this.size,
        lineAlign: 'middle',
      });
      const marks = handles.flatMap((handle) => handleElements(handle, x, middle, this.size));
      return svgElement('g', { 'aria-label': 'legend entry' }, ...marks, words);
    });
  }

  #placeOf(index: number): { readonly column: number; readonly row: number } {
    if (!this.downwards) return { column: index % this.columns, row: Math.floor(index / this.columns) };
    // The first columns are one longer where the entries do not come out even.
    const [least, longer] = [
      Math.floor(this.entries.length / this.columns),
      this.entries.length % this.columns,
    ];
    const inLonger = longer * (least + 1);
    if (index < inLonger) return { column: Math.floor(index / (least + 1)), row: index % (least + 1) };
    return { column: longer + Math.floor((index - inLonger) / least), row: (index - inLonger) % least };
  }

  #rowTop(row: number): number {
    let top = 0;
    for (let at = 0; at < row; at += 1) {
      const own = this.entries.filter((_, index) => this.#placeOf(index).row === at);
      const height = Math.max(this.size, ...own.map(({ label }) => sizeOfWords(label, this.size).height));
      top += height + ROW_GAP * this.size;
    }
    return top;
  }
}

function handleElements(handle: Handle, x: number, middle: number, size: number): readonly SVGElement[] {
  const { shape, look, series, color } = handle;
  const width = HANDLE * size;
  if (shape === 'patch') return [patchElement(handle, x, middle, size)];
  const stroke = lineWidth(series);
  const line =
    shape === 'marker' || look.dash === null
      ? []
      : [
          svgElement('line', {
            x1: rounded(x),
            x2: rounded(x + width),
            y1: rounded(middle),
            y2: rounded(middle),
            stroke: color,
            'stroke-width': stroke,
            'stroke-opacity': series.alpha ?? 1,
            ...(look.dash.length === 0
              ? {}
              : { 'stroke-dasharray': look.dash.map((length) => (length * stroke).toFixed(1)).join(' ') }),
          }),
        ];
  return look.markers ? [...line, markerElement(handle, x + width / 2, middle)] : line;
}

function patchElement({ color, edge, series }: Handle, x: number, middle: number, size: number): SVGElement {
  const height = 0.7 * size;
  return svgElement('rect', {
    x: rounded(x),
    y: rounded(middle - height / 2),
    width: rounded(HANDLE * size),
    height: rounded(height),
    fill: series.hollow === true ? 'none' : color,
    'fill-opacity': series.alpha ?? 1,
    stroke: edge ?? 'none',
  });
}

function markerElement({ color, edge, look, series }: Handle, x: number, y: number): SVGElement {
  const diameter = markerSize(series) * POINT * markerPart(look.marker);
  const symbol = markerSymbol(look.marker);
  const opacity = series.alpha ?? 1;
  const paint = isStroked(look.marker)
    ? { fill: 'none', stroke: color, 'stroke-width': 1.5 }
    : { fill: series.markerfacecolor === 'none' ? 'none' : color, stroke: edge ?? color };
  if (symbol === 'circle')
    return svgElement('circle', { cx: rounded(x), cy: rounded(y), r: diameter / 2, opacity, ...paint });
  const path = new Pen();
  symbol.draw(path, Math.PI * (diameter / 2) ** 2);
  const transform = `translate(${String(rounded(x))},${String(rounded(y))})`;
  return svgElement('path', { d: path.words, transform, opacity, ...paint });
}

/** Writes a path. */
class Pen {
  words = '';

  moveTo(x: number, y: number): void {
    this.words += `M${x.toFixed(2)},${y.toFixed(2)}`;
  }

  lineTo(x: number, y: number): void {
    this.words += `L${x.toFixed(2)},${y.toFixed(2)}`;
  }

  closePath(): void {
    this.words += 'Z';
  }
}

// ---------------------------------------------------------------- where it stands

type Part = readonly [across: number, up: number];

/** Which part of the axes and of the legend lie on each other, in parts from 0 to 1. */
const LOCATIONS: Readonly<Record<string, Part>> = {
  'upper right': [1, 1],
  'upper left': [0, 1],
  'lower left': [0, 0],
  'lower right': [1, 0],
  right: [1, 0.5],
  'center left': [0, 0.5],
  'center right': [1, 0.5],
  'lower center': [0.5, 0],
  'upper center': [0.5, 1],
  center: [0.5, 0.5],
};

/** A place on the page, in CSS pixels. */
export type Place = readonly [x: number, y: number];

/** The upper left corner of a legend in the axes' box; `points`: what it should not cover. */
export function legendPlace(
  legend: Legend,
  { width, height }: LegendBox,
  box: Box,
  points: () => readonly Place[],
): Place {
  const away = AWAY * (legend.fontsize === undefined ? LETTERS : toNumber(legend.fontsize) * POINT);
  const at = (part: Part): Place => cornerAt(legend, part, { width, height }, box, away);
  const named = LOCATIONS[legend.loc];
  if (named !== undefined) return at(named);
  const numbers = legend.loc.split(' ').map(Number);
  if (numbers.length === 2 && numbers.every(Number.isFinite)) {
    const [across = 0, up = 0] = numbers;
    return [box.left + across * (box.right - box.left), box.bottom - up * (box.bottom - box.top) - height];
  }
  const covered = points();
  let best: { place: Place; count: number } | undefined;
  for (const part of Object.values(LOCATIONS)) {
    const place = at(part);
    const count = covered.filter(
      ([x, y]) => x >= place[0] && x <= place[0] + width && y >= place[1] && y <= place[1] + height,
    ).length;
    if (best === undefined || count < best.count) best = { place, count };
  }
  return best?.place ?? at([1, 1]);
}

function cornerAt(
  { anchor }: Legend,
  [across, up]: Part,
  { width, height }: { readonly width: number; readonly height: number },
  box: Box,
  away: number,
): Place {
  const [x = 0, y = 0, w = anchor === undefined ? 1 : 0, h = anchor === undefined ? 1 : 0] = (
    anchor ?? []
  ).map(toNumber);
  const [boxWidth, boxHeight] = [box.right - box.left, box.bottom - box.top];
  const left = box.left + x * boxWidth + away;
  const free = w * boxWidth - 2 * away - width;
  const bottom = box.bottom - y * boxHeight - away;
  const freeUp = h * boxHeight - 2 * away - height;
  return [left + across * free, bottom - up * freeUp - height];
}
