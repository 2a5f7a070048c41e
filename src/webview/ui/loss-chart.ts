/** The loss by epoch, drawn with uPlot: grows while training, follows the theme, is read by pointer and arrow keys. */

import uPlot from 'uplot';
import { axis } from './axis.ts';
import { create } from './dom.ts';
import { alignCurves } from './loss-curves.ts';
import type { ShownCurve } from './loss-curves.ts';
import { shortNumber, toNumber } from './numbers.ts';
import type { ThemeSource } from './theme.ts';

export interface LossChartModel {
  readonly curves: readonly ShownCurve[];
  /** Right end of the axis. */
  readonly lastEpoch: number;
  readonly log: boolean;
  /** Text alternative. */
  readonly sentence: string;
}

/** The values under the cursor; `values` in the order of the curves, null where a curve has no point nearby. */
export interface Reading {
  readonly epoch: number;
  readonly values: readonly (number | null)[];
}

/** CSS pixels; constant, so that nothing below the chart moves. */
const HEIGHT = 204;
const LEAST_WIDTH = 120;

export class LossChart {
  readonly element = create('div', 'chart loss-chart');
  private plot: uPlot | undefined;
  private signature = '';
  private model: LossChartModel = { curves: [], lastEpoch: 1, log: false, sentence: '' };
  private readonly resize = new ResizeObserver(() => this.fit());

  /** `onRead` gets what the cursor is on; null when it left. */
  constructor(
    private readonly theme: ThemeSource,
    private readonly onRead: (reading: Reading | null) => void,
  ) {
    this.element.tabIndex = 0;
    this.element.setAttribute('role', 'img');
    this.element.addEventListener('keydown', (event) => this.onKey(event));
    this.element.addEventListener('blur', () => this.plot?.setCursor({ left: -10, top: -10 }));
    this.theme.onChange(() => this.rebuild());
    this.resize.observe(this.element);
  }

  /** Shows `model`; only a change of the curves' names, looks or scale makes a new plot. */
  update(model: LossChartModel): void {
    this.model = model;
    this.element.setAttribute('aria-label', `Loss by epoch. ${model.sentence}`);
    const signature = JSON.stringify([model.log, model.curves.map((c) => [c.label, c.color, c.dashed])]);
    if (this.plot === undefined || signature !== this.signature) {
      this.signature = signature;
      this.rebuild();
    } else {
      this.plot.setData(this.data());
    }
  }

  private data(): uPlot.AlignedData {
    return alignCurves(
      this.model.curves.map(({ curve }) => curve),
      this.model.log,
    );
  }

  private rebuild(): void {
    this.plot?.destroy();
    this.plot = new uPlot(this.options(), this.data(), this.element);
  }

  private fit(): void {
    const width = this.element.clientWidth;
    if (width > 0 && this.plot !== undefined && width !== this.plot.width)
      this.plot.setSize({ width, height: HEIGHT });
  }

  private options(): uPlot.Options {
    const { log } = this.model;
    return {
      width: Math.max(LEAST_WIDTH, this.element.clientWidth),
      height: HEIGHT,
      padding: [8, 10, 0, 0],
      legend: { show: false },
      select: { show: false, left: 0, top: 0, width: 0, height: 0 },
      scales: {
        x: { time: false, range: () => [0, this.model.lastEpoch] },
        y: log ? { distr: 3, range: (_, least, most) => wholeDecades(least, most) } : {},
      },
      axes: [
        axis({ theme: this.theme, side: 'bottom', log: false, label: 'epoch' }),
        axis({ theme: this.theme, side: 'left', log }),
      ],
      series: [{}, ...this.model.curves.map((curve) => this.series(curve))],
      cursor: {
        y: false,
        drag: { x: false, y: false },
        points: { size: 7, width: 1 },
        dataIdx: (plot, series, index) => nearestPoint(plot.data[series], index),
      },
      hooks: {
        setCursor: [(plot) => this.onRead(reading(plot))],
        draw: [(plot) => this.drawDivergence(plot)],
      },
    };
  }

  private series({ label, color, dashed }: ShownCurve): uPlot.Series {
    return {
      label,
      stroke: () => this.color(color),
      width: 1.75,
      spanGaps: true,
      ...(dashed ? { dash: [6, 4] } : {}),
      points: { show: (plot, index) => isShort(plot.data[index]), size: 5, fill: () => this.color(color) },
    };
  }

  private color(index: number): string {
    const { series, foreground } = this.theme.current;
    return series[index % series.length] ?? foreground;
  }

  /** A dashed line with words where the first curve left the finite numbers. */
  private drawDivergence(plot: uPlot): void {
    const points = this.model.curves.flatMap(({ curve }) =>
      curve.diverged === null ? [] : [curve.diverged],
    );
    const [first] = points.map(([x, y]) => [toNumber(x), toNumber(y)] as const).sort(([a], [b]) => a - b);
    if (first === undefined) return;
    const [epoch, value] = first;
    this.drawMark(plot, epoch, `${shortNumber(value)} at epoch ${shortNumber(epoch, 3)}`);
  }

  private drawMark(plot: uPlot, epoch: number, text: string): void {
    const { ctx, bbox } = plot;
    const x = Math.round(plot.valToPos(epoch, 'x', true));
    const ratio = uPlot.pxRatio;
    ctx.save();
    ctx.strokeStyle = ctx.fillStyle = this.theme.current.error;
    ctx.lineWidth = ratio;
    ctx.setLineDash([2 * ratio, 2 * ratio]);
    ctx.beginPath();
    ctx.moveTo(x, bbox.top);
    ctx.lineTo(x, bbox.top + bbox.height);
    ctx.stroke();
    const rightHalf = x > bbox.left + bbox.width / 2;
    ctx.font = scaledFont(this.theme.current.font, ratio);
    ctx.textAlign = rightHalf ? 'right' : 'left';
    ctx.textBaseline = 'top';
    ctx.fillText(text, x + (rightHalf ? -6 : 6) * ratio, bbox.top + 2 * ratio);
    ctx.restore();
  }

  private onKey(event: KeyboardEvent): void {
    const xs = this.plot?.data[0];
    if (this.plot === undefined || xs === undefined || xs.length === 0) return;
    const at = this.plot.cursor.idx;
    const target = targetIndex(event.key, at ?? null, xs.length);
    if (target === undefined) return;
    event.preventDefault();
    const left = this.plot.valToPos(xs[target] ?? 0, 'x');
    this.plot.setCursor({ left, top: 0 });
  }
}

/** A range that ends at powers of ten, at least one of them wide. */
function wholeDecades(least: number | null, most: number | null): [number, number] {
  if (least === null || most === null || least <= 0) return [0.1, 1];
  const first = Math.floor(Math.log10(least));
  const last = Math.max(first + 1, Math.ceil(Math.log10(most)));
  return [10 ** first, 10 ** last];
}

function targetIndex(key: string, at: number | null, count: number): number | undefined {
  switch (key) {
    case 'ArrowRight':
      return Math.min(count - 1, at === null ? 0 : at + 1);
    case 'ArrowLeft':
      return Math.max(0, at === null ? count - 1 : at - 1);
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default:
      return undefined;
  }
}

function reading(plot: uPlot): Reading | null {
  const { idx, idxs } = plot.cursor;
  const epoch = idx === null || idx === undefined ? undefined : plot.data[0][idx];
  if (epoch === undefined) return null;
  const values = plot.series.slice(1).map((_, index) => {
    const at = idxs?.[index + 1];
    return at === null || at === undefined ? null : (plot.data[index + 1]?.[at] ?? null);
  });
  return { epoch, values };
}

type Column = ArrayLike<number | null | undefined> | undefined;

/** Index of the point nearest to `index` that the curve has; `index` itself where it has none. */
function nearestPoint(column: Column, index: number): number {
  const count = column?.length ?? 0;
  for (let distance = 0; distance < count; distance += 1) {
    if ((column?.[index - distance] ?? null) !== null) return index - distance;
    if ((column?.[index + distance] ?? null) !== null) return index + distance;
  }
  return index;
}

/** Curves of few points show each of them, so that a single one is seen at all. */
function isShort(column: Column): boolean {
  let points = 0;
  for (let index = 0; index < (column?.length ?? 0); index += 1) {
    if ((column?.[index] ?? null) !== null) points += 1;
    if (points > 12) return false;
  }
  return true;
}

function scaledFont(font: string, ratio: number): string {
  return font.replace(/^(\d+(?:\.\d+)?)px/, (_, size: string) => `${String(Number(size) * ratio)}px`);
}
