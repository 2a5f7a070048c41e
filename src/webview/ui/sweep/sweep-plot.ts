/** Final losses and weight error against the swept value: means as a line, the spread over seeds as bars. */

import uPlot from 'uplot';
import type { Spread } from '../../../sweep/rows.ts';
import { axis, roomForLastTick } from '../charts/axis.ts';
import { create } from '../elements/dom.ts';
import { targetIndex } from '../charts/chart-reading.ts';
import { seriesColor, type SeriesLook, type ThemeSource } from '../theme.ts';
import { t } from '../words.ts';

export interface SweepSeries extends SeriesLook {
  readonly label: string;
  readonly dashed: boolean;
  /** By place; null where nothing finite came of a value. */
  readonly spreads: readonly (Spread | null)[];
}

/** Values from left to right. */
export interface SweepPlotModel {
  /** Under the base axis. */
  readonly name: string;
  /** Positions in ascending order. */
  readonly xs: readonly number[];
  /** What stands at each position. */
  readonly texts: readonly string[];
  /** Whether positions are numbers on an axis; else each has its text as a tick. */
  readonly isNumeric: boolean;
  readonly xLog: boolean;
  readonly yLog: boolean;
  readonly series: readonly SweepSeries[];
  /** Places at which something diverged or failed. */
  readonly bad: readonly number[];
  /** Text alternative. */
  readonly sentence: string;
}

const NOTHING: SweepPlotModel = {
  name: '',
  xs: [],
  texts: [],
  isNumeric: true,
  xLog: false,
  yLog: false,
  series: [],
  bad: [],
  sentence: '',
};

/** CSS pixels; constant, so that nothing below the chart moves. */
const HEIGHT = 190;
const LEAST_WIDTH = 120;
/** Half the width of a spread's caps. */
const CAP = 3;

export class SweepPlot {
  readonly element = create('div', 'chart sweep-plot');
  #plot: uPlot | undefined;
  #signature = '';
  #model = NOTHING;
  readonly #resize = new ResizeObserver(() => this.#fit());

  /** `onRead` gets the place under the cursor, null when it left. */
  constructor(
    private readonly theme: ThemeSource,
    private readonly onRead: (place: number | null) => void,
  ) {
    this.element.tabIndex = 0;
    this.element.setAttribute('role', 'img');
    this.element.addEventListener('keydown', (event) => this.#onKey(event));
    this.element.addEventListener('blur', () => this.#plot?.setCursor({ left: -10, top: -10 }));
    this.theme.onChange(() => this.#rebuild());
    this.#resize.observe(this.element);
  }

  update(model: SweepPlotModel): void {
    this.#model = model;
    this.element.setAttribute('aria-label', t('Results by {0}. {1}', model.name, model.sentence));
    const { name, texts, isNumeric, xLog, yLog, series } = model;
    const looks = series.map(({ label, color, dashed }) => [label, color, dashed]);
    const signature = JSON.stringify([name, texts, isNumeric, xLog, yLog, looks]);
    if (this.#plot !== undefined && signature === this.#signature) return this.#plot.setData(this.#data());
    this.#signature = signature;
    this.#rebuild();
  }

  #data(): uPlot.AlignedData {
    const means = this.#model.series.map(({ spreads }) => spreads.map((spread) => spread?.mean ?? null));
    return [[...this.#model.xs], ...means.map((column) => column.map((mean) => this.#drawable(mean)))];
  }

  /** A logarithmic axis has no place for zero. */
  #drawable(value: number | null): number | null {
    return value !== null && this.#model.yLog && value <= 0 ? null : value;
  }

  #rebuild(): void {
    this.#plot?.destroy();
    this.#plot = undefined;
    if (this.#model.xs.length > 0) this.#plot = new uPlot(this.#options(), this.#data(), this.element);
  }

  #fit(): void {
    const width = this.element.clientWidth;
    if (width > 0 && this.#plot !== undefined && width !== this.#plot.width)
      this.#plot.setSize({ width, height: HEIGHT });
  }

  #options(): uPlot.Options {
    const { xLog, yLog, name, series } = this.#model;
    return {
      width: Math.max(LEAST_WIDTH, this.element.clientWidth),
      height: HEIGHT,
      padding: [12, roomForLastTick(this.theme), 0, 0],
      legend: { show: false },
      scales: {
        x: { time: false, distr: xLog ? 3 : 1, range: () => this.#xRange() },
        y: { distr: yLog ? 3 : 1, range: () => this.#yRange() },
      },
      axes: [
        { ...axis({ theme: this.theme, side: 'bottom', log: xLog, label: name }), ...this.#ticks() },
        axis({ theme: this.theme, side: 'left', log: yLog }),
      ],
      series: [{}, ...series.map((own) => this.#uplotSeries(own))],
      cursor: { y: false, drag: { x: false, y: false }, points: { size: 7, width: 1 } },
      hooks: {
        setCursor: [(plot) => this.onRead(plot.cursor.idx ?? null)],
        draw: [(plot) => this.#drawSpreads(plot), (plot) => this.#drawBad(plot)],
      },
    };
  }

  /** Words stand each at its own place. */
  #ticks(): Partial<uPlot.Axis> {
    const { isNumeric, xs, texts } = this.#model;
    if (isNumeric) return {};
    return { splits: () => [...xs], values: (_, splits) => splits.map((x) => texts[xs.indexOf(x)] ?? '') };
  }

  #uplotSeries({ label, dashed, ...look }: SweepSeries): uPlot.Series {
    const color = (): string => seriesColor(this.theme.current, look);
    return {
      label,
      stroke: color,
      width: 1.75,
      ...(dashed ? { dash: [6, 4] } : {}),
      points: { show: true, size: 6, fill: color },
    };
  }

  #xRange(): [number, number] {
    const { xs, xLog } = this.#model;
    return widened(xs[0] ?? 0, xs.at(-1) ?? 1, xLog, 0.04);
  }

  #yRange(): [number, number] {
    const { series, yLog } = this.#model;
    const ends = series
      .flatMap(({ spreads }) =>
        spreads.flatMap((spread) => (spread === null ? [] : [spread.least, spread.most])),
      )
      .filter((value) => !yLog || value > 0);
    if (ends.length === 0) return yLog ? [0.1, 1] : [0, 1];
    const [least, most] = [Math.min(...ends), Math.max(...ends)];
    return widened(yLog ? least : Math.min(0, least), most, yLog, 0.08);
  }

  #drawSpreads(plot: uPlot): void {
    const { ctx } = plot;
    const ratio = uPlot.pxRatio;
    ctx.save();
    ctx.lineWidth = ratio;
    for (const { spreads, color } of this.#model.series) {
      ctx.strokeStyle = seriesColor(this.theme.current, { color });
      ctx.beginPath();
      spreads.forEach((spread, place) => {
        const [least, most] = [this.#drawable(spread?.least ?? null), this.#drawable(spread?.most ?? null)];
        if (least === null || most === null || least === most) return;
        const x = plot.valToPos(this.#model.xs[place] ?? 0, 'x', true);
        const [bottom, top] = [least, most].map((value) => plot.valToPos(value, 'y', true)) as [
          number,
          number,
        ];
        ctx.moveTo(x, bottom);
        ctx.lineTo(x, top);
        for (const y of [bottom, top]) {
          ctx.moveTo(x - CAP * ratio, y);
          ctx.lineTo(x + CAP * ratio, y);
        }
      });
      ctx.stroke();
    }
    ctx.restore();
  }

  /** A cross at the top where something diverged or failed. */
  #drawBad(plot: uPlot): void {
    const { ctx, bbox } = plot;
    const size = CAP * uPlot.pxRatio;
    ctx.save();
    ctx.strokeStyle = this.theme.current.error;
    ctx.lineWidth = 1.5 * uPlot.pxRatio;
    ctx.beginPath();
    for (const place of this.#model.bad) {
      const [x, y] = [plot.valToPos(this.#model.xs[place] ?? 0, 'x', true), bbox.top + 2 * size];
      ctx.moveTo(x - size, y - size);
      ctx.lineTo(x + size, y + size);
      ctx.moveTo(x + size, y - size);
      ctx.lineTo(x - size, y + size);
    }
    ctx.stroke();
    ctx.restore();
  }

  #onKey(event: KeyboardEvent): void {
    if (this.#plot === undefined) return;
    const target = targetIndex(event.key, this.#plot.cursor.idx ?? null, this.#model.xs.length);
    if (target === undefined) return;
    event.preventDefault();
    this.#plot.setCursor({ left: this.#plot.valToPos(this.#model.xs[target] ?? 0, 'x'), top: 0 });
  }
}

/** A range with a margin at both ends, as a part of its span or of its decades. */
function widened(least: number, most: number, log: boolean, margin: number): [number, number] {
  if (log) {
    const factor = Math.max(1.1, (most / least) ** margin);
    return [least / factor, most * factor];
  }
  const span = most - least || Math.abs(most) || 1;
  return [least - margin * span, most + margin * span];
}
