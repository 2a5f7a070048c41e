/** Lines, points and bars of one figure, drawn in the order of their values with uPlot's axes. */

import uPlot from 'uplot';
import type { Figure, Real, Series } from '../../training/protocol.ts';
import { axis } from './axis.ts';
import { create } from './dom.ts';
import { seriesLook } from './figure-format.ts';
import type { SeriesLook } from './figure-format.ts';
import { toNumber } from './numbers.ts';
import type { ThemeSource } from './theme.ts';

const HEIGHT = 210;
const LEAST_WIDTH = 120;
const MARKER_RADIUS = 2.5;

/** Paths in the values' own order, which uPlot's own builders (ascending x) do not draw. */
type Draw = (ctx: CanvasRenderingContext2D, at: At, base: number) => void;

/** Canvas position of the value with this index; null when it cannot be drawn. */
type At = (index: number) => readonly [number, number] | null;

export class FigureChart {
  readonly element = create('div', 'chart figure-chart');
  private plot: uPlot | undefined;
  private readonly stop: () => void;
  private readonly resize = new ResizeObserver(() => this.fit());

  constructor(
    private readonly figure: Figure,
    private readonly theme: ThemeSource,
  ) {
    this.stop = theme.onChange(() => this.plot?.redraw(false, true));
    this.resize.observe(this.element);
  }

  /** Draws; the element must have its place in the page. */
  show(): void {
    this.plot ??= new uPlot(this.options(), this.data(), this.element);
  }

  dispose(): void {
    this.stop();
    this.resize.disconnect();
    this.plot?.destroy();
  }

  private get series(): readonly Series[] {
    return this.figure.series.filter(({ kind }) => kind !== 'image');
  }

  /** Room left and right as a part of the span: half a bar's distance, a little for markers, none for lines. */
  private get sideMargin(): number {
    const margins = this.series.map(({ kind, x }) =>
      kind === 'bar' ? 0.5 / Math.max(1, x.length - 1) : kind === 'scatter' ? 0.03 : 0,
    );
    return Math.max(0, ...margins);
  }

  /** Each series its own x and y: uPlot's second mode. Its type knows the first mode only. */
  private data(): uPlot.AlignedData {
    const columns = this.series.map(({ x, y }) => [x.map(toNumber), y.map(toNumber)]);
    return [null, ...columns] as unknown as uPlot.AlignedData;
  }

  private fit(): void {
    const width = this.element.clientWidth;
    if (width > 0 && this.plot !== undefined && width !== this.plot.width)
      this.plot.setSize({ width, height: HEIGHT });
  }

  private options(): uPlot.Options {
    const { xscale, yscale, xlabel, ylabel, xlim, ylim } = this.figure;
    const hasBars = this.series.some(({ kind }) => kind === 'bar');
    const x = extent(
      this.series.map((series) => series.x),
      xlim,
      xscale === 'log',
      this.sideMargin,
    );
    const y = extent(
      this.series.map((series) => series.y),
      ylim,
      yscale === 'log',
      0.05,
      hasBars,
    );
    return {
      mode: 2,
      width: Math.max(LEAST_WIDTH, this.element.clientWidth),
      height: HEIGHT,
      padding: [8, 10, 0, 0],
      legend: { show: false },
      cursor: { show: false },
      scales: {
        x: { time: false, distr: xscale === 'log' ? 3 : 1, range: () => [...x] },
        y: { distr: yscale === 'log' ? 3 : 1, range: () => [...y] },
      },
      axes: [
        axis({ theme: this.theme, side: 'bottom', log: xscale === 'log', label: xlabel }),
        axis({ theme: this.theme, side: 'left', log: yscale === 'log', label: ylabel }),
      ],
      series: [{}, ...this.series.map((series, index) => this.uplotSeries(series, index))],
    };
  }

  private uplotSeries(series: Series, index: number): uPlot.Series {
    const look = seriesLook(series, index);
    const draw = series.kind === 'bar' ? bars(series) : lineAndMarkers(series, look);
    return {
      label: series.label,
      paths: (plot, at) => {
        this.paint(plot, at, look, draw);
        return null;
      },
    };
  }

  private paint(plot: uPlot, index: number, look: SeriesLook, draw: Draw): void {
    const { ctx, bbox } = plot;
    const [xs, ys] = (plot.data as unknown as readonly (readonly (readonly number[])[])[])[index] ?? [];
    ctx.save();
    ctx.beginPath();
    ctx.rect(bbox.left, bbox.top, bbox.width, bbox.height);
    ctx.clip();
    ctx.strokeStyle = ctx.fillStyle = lookColor(look, this.theme);
    ctx.lineWidth = 1.75 * uPlot.pxRatio;
    const base = this.figure.yscale === 'log' ? bbox.top + bbox.height : plot.valToPos(0, 'y', true);
    draw(ctx, (at) => position(plot, this.figure, xs?.[at] ?? NaN, ys?.[at] ?? NaN), base);
    ctx.restore();
  }
}

/** The colour of a series in the current theme. */
export function lookColor({ color }: SeriesLook, theme: ThemeSource): string {
  const { series, foreground } = theme.current;
  return color === null ? foreground : (series[color % series.length] ?? foreground);
}

function position(plot: uPlot, figure: Figure, x: number, y: number): readonly [number, number] | null {
  const shown = Number.isFinite(x) && Number.isFinite(y);
  if (!shown || (figure.xscale === 'log' && x <= 0) || (figure.yscale === 'log' && y <= 0)) return null;
  return [plot.valToPos(x, 'x', true), plot.valToPos(y, 'y', true)];
}

function lineAndMarkers(series: Series, look: SeriesLook): Draw {
  return (ctx, at) => {
    const points = series.x.map((_, index) => at(index));
    if (look.dash !== null) strokeLine(ctx, points, look.dash);
    if (look.markers) fillMarkers(ctx, points);
  };
}

type Positions = readonly (readonly [number, number] | null)[];

/** A value that cannot be drawn interrupts the line. */
function strokeLine(ctx: CanvasRenderingContext2D, points: Positions, dash: readonly number[]): void {
  ctx.setLineDash(dash.map((length) => length * uPlot.pxRatio));
  ctx.beginPath();
  let drawing = false;
  for (const point of points) {
    if (point !== null) {
      if (drawing) ctx.lineTo(...point);
      else ctx.moveTo(...point);
    }
    drawing = point !== null;
  }
  ctx.stroke();
}

function fillMarkers(ctx: CanvasRenderingContext2D, points: Positions): void {
  ctx.beginPath();
  for (const point of points) {
    if (point === null) continue;
    ctx.moveTo(...point);
    ctx.arc(point[0], point[1], MARKER_RADIUS * uPlot.pxRatio, 0, 2 * Math.PI);
  }
  ctx.fill();
}

/** From zero (`base`); as wide as four fifths of the distance of the closest two. */
function bars(series: Series): Draw {
  return (ctx, at, base) => {
    const points = series.x.map((_, index) => at(index)).filter((point) => point !== null);
    const centres = points.map(([x]) => x).sort((a, b) => a - b);
    const gaps = centres.slice(1).map((x, index) => x - (centres[index] ?? x));
    const width = 0.8 * Math.min(60 * uPlot.pxRatio, ...gaps.filter((gap) => gap > 0));
    for (const [x, y] of points) ctx.fillRect(x - width / 2, y, width, base - y);
  };
}

/** The limits asked for, else the finite values with a margin (as a part of their span). */
function extent(
  columns: readonly (readonly Real[])[],
  limits: readonly [Real, Real] | null,
  log: boolean,
  margin: number,
  fromZero = false,
): readonly [number, number] {
  if (limits !== null) return [toNumber(limits[0]), toNumber(limits[1])];
  let [least, most] = [Infinity, -Infinity];
  for (const value of columns.flat()) {
    if (typeof value !== 'number' || (log && value <= 0)) continue;
    least = Math.min(least, value);
    most = Math.max(most, value);
  }
  if (least > most) return log ? [0.1, 1] : [0, 1];
  if (log) return widen(least, most, margin);
  const span = most - least || Math.abs(most) || 1;
  return [fromZero ? Math.min(0, least) : least - margin * span, most + margin * span];
}

function widen(least: number, most: number, margin: number): readonly [number, number] {
  const factor = (most / least || 1) ** margin * (most === least ? 2 : 1);
  return [least / factor, most * factor];
}
