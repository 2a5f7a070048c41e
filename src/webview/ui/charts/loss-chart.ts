/** The loss by epoch, drawn with uPlot: grows while training, follows the theme, is read by pointer and arrow keys. */

import uPlot from 'uplot';
import { Announcer } from '../elements/announcer.ts';
import { axis, roomForLastTick, SCALES } from './axis.ts';
import { LEAST_DRAG, spanWith, steppedZoom, zoomedTo, type Span } from './chart-zoom.ts';
import { drawDivergence } from './chart-divergence.ts';
import { create } from '../elements/dom.ts';
import { isShort, nearestPoint, reading, readingText, targetIndex, type Reading } from './chart-reading.ts';
import { alignCurves, type ShownCurve } from './loss-curves.ts';
import { sideOf } from './quantities.ts';
import { seriesColor, type ThemeSource } from '../theme.ts';
import { valueAxes, valueScales, type ValueAxesModel } from './value-axes.ts';
import { t } from '../words.ts';
import { unitWord } from '../numbers.ts';

export interface LossChartModel extends ValueAxesModel {
  /** What it shows: `Loss`, `Loss and accuracy`. */
  readonly name: string;
  readonly curves: readonly ShownCurve[];
  /** Right end of the axis. */
  readonly lastEpoch: number;
  /** What the axis counts. */
  readonly unit: string;
  /** CSS pixels. */
  readonly height: number;
  /** Text alternative. */
  readonly sentence: string;
}

/** Of a chart that stands alone, in CSS pixels; constant, so that nothing below it moves. */
export const HEIGHT = 204;
const LEAST_WIDTH = 120;

/** Milliseconds: a key that is held down passes many points. */
const READ_AFTER = 200;

export class LossChart {
  readonly element = create('div', 'chart loss-chart');
  /** Reads out what keys move the cursor to. */
  readonly said = new Announcer(READ_AFTER);
  #plot: uPlot | undefined;
  /** What the plot was made for: what changes it makes a new one. */
  #frame = '';
  /** How the curve of each series looks. */
  #looks: string[] = [];
  #model: LossChartModel = {
    name: t('Loss'),
    axes: { left: 'loss', right: null },
    curves: [],
    lastEpoch: 1,
    unit: 'epoch',
    log: false,
    height: HEIGHT,
    sentence: '',
  };
  #zoom: Span | null = null;
  readonly #resize = new ResizeObserver(() => this.#fit());

  /** `onRead` gets what the cursor is on, null when it left; `onZoom` the part of the epochs that is shown, null for all. */
  constructor(
    private readonly theme: ThemeSource,
    private readonly onRead: (reading: Reading | null) => void,
    private readonly onZoom: (zoom: Span | null) => void,
  ) {
    this.element.tabIndex = 0;
    this.element.setAttribute('role', 'img');
    this.element.addEventListener('keydown', (event) => this.#onKey(event));
    this.element.addEventListener('blur', () => this.#plot?.setCursor({ left: -10, top: -10 }));
    this.element.title = t('Drag to zoom; keys: arrows read values, + and - zoom, Escape shows all');
    this.element.addEventListener('dblclick', () => this.#setZoom(null));
    this.theme.onChange(() => this.#rebuild());
    this.#resize.observe(this.element);
  }

  /** Shows `model`; only another scale, unit or height makes a new plot, as its canvas costs more than all it draws. */
  update(model: LossChartModel): void {
    const outgrown = model.lastEpoch !== this.#model.lastEpoch && this.#zoom !== null;
    this.#model = model;
    if (outgrown) this.#setZoom(zoomedTo(this.#zoom ?? this.#whole, this.#whole));
    this.element.setAttribute(
      'aria-label',
      t('{0} by {1}. {2}', model.name, unitWord(model.unit), model.sentence),
    );
    const frame = JSON.stringify([model.log, model.axes, model.unit, model.height]);
    if (this.#plot === undefined || frame !== this.#frame) {
      this.#frame = frame;
      this.#rebuild();
    } else {
      this.#replaceSeries(this.#plot);
      this.#plot.setData(this.#data());
    }
  }

  /** Shows a part of the epochs; null: all of them. */
  zoomTo(zoom: Span | null): void {
    this.#setZoom(zoom);
  }

  /** What is shown, for a picture of it. */
  get picture(): ChartPicture {
    return { model: this.#model, span: this.#zoom ?? this.#whole, canvas: this.#plot?.ctx.canvas };
  }

  get #whole(): Span {
    return [0, this.#model.lastEpoch];
  }

  #setZoom(zoom: Span | null): void {
    if (zoom === this.#zoom) return;
    this.#zoom = zoom;
    const [min, max] = zoom ?? this.#whole;
    this.#plot?.setScale('x', { min, max });
    this.onZoom(zoom);
  }

  /** A stretch was dragged out: it fills the axis. */
  #zoomToSelection(plot: uPlot): void {
    const { left, width } = plot.select;
    if (width < LEAST_DRAG) return;
    const inner = [plot.posToVal(left, 'x'), plot.posToVal(left + width, 'x')] as const;
    plot.setSelect({ left: 0, top: 0, width: 0, height: 0 }, false);
    this.#setZoom(zoomedTo(inner, this.#whole));
  }

  #data(): uPlot.AlignedData {
    return alignCurves(
      this.#model.curves.map(({ curve }) => curve),
      this.#model.log,
    );
  }

  /** Each curve that looks otherwise than the series in its place gets a new one. */
  #replaceSeries(plot: uPlot): void {
    const before = this.#looks;
    this.#looks = this.#model.curves.map(lookOf);
    for (let index = before.length - 1; index >= this.#looks.length; index -= 1) plot.delSeries(index + 1);
    for (const [index, curve] of this.#model.curves.entries()) {
      if (this.#looks[index] === before[index]) continue;
      if (index < before.length) plot.delSeries(index + 1);
      plot.addSeries(this.#series(curve), index + 1);
    }
  }

  #rebuild(): void {
    this.#looks = this.#model.curves.map(lookOf);
    this.#plot?.destroy();
    this.#plot = new uPlot(this.#options(), this.#data(), this.element);
  }

  #fit(): void {
    const width = this.element.clientWidth;
    if (width > 0 && this.#plot !== undefined && width !== this.#plot.width)
      this.#plot.setSize({ width, height: this.#model.height });
  }

  #options(): uPlot.Options {
    const { height, unit, axes } = this.#model;
    return {
      width: Math.max(LEAST_WIDTH, this.element.clientWidth),
      height,
      padding: [8, axes.right === null ? roomForLastTick(this.theme) : 0, 0, 0],
      legend: { show: false },
      select: { show: true, left: 0, top: 0, width: 0, height: 0 },
      scales: {
        x: { time: false, range: () => [...(this.#zoom ?? this.#whole)] },
        ...valueScales(() => this.#model),
      },
      axes: [
        axis({
          theme: this.theme,
          side: 'bottom',
          log: false,
          label: unitWord(unit),
          whole: unit === 'step',
        }),
        ...valueAxes(this.theme, this.#model),
      ],
      series: [{}, ...this.#model.curves.map((curve) => this.#series(curve))],
      cursor: {
        y: false,
        drag: { x: true, y: false, setScale: false, dist: LEAST_DRAG },
        bind: { dblclick: () => null },
        points: { size: 7, width: 1 },
        dataIdx: (plot, series, index) => nearestPoint(plot.data[series], index),
      },
      hooks: {
        setSelect: [(plot) => this.#zoomToSelection(plot)],
        setCursor: [(plot) => this.onRead(reading(plot, this.#model))],
        draw: [(plot) => drawDivergence(plot, this.#model, this.theme.current)],
      },
    };
  }

  #series(curve: ShownCurve): uPlot.Series {
    const { label, dashed, pinned } = curve;
    const color = (): string => seriesColor(this.theme.current, curve);
    return {
      label,
      scale: SCALES[sideOf(curve.curve.label, this.#model.axes)],
      stroke: color,
      width: pinned ? 1.25 : 1.75,
      spanGaps: true,
      ...(dashed ? { dash: [6, 4] } : {}),
      points: { show: (plot, index) => isShort(plot.data[index]), size: pinned ? 4 : 5, fill: color },
    };
  }

  #onKey(event: KeyboardEvent): void {
    const xs = this.#plot?.data[0];
    if (this.#plot === undefined || xs === undefined || xs.length === 0) return;
    if (this.#zoomByKey(event.key)) {
      event.preventDefault();
      return;
    }
    const at = this.#plot.cursor.idx;
    const target = targetIndex(event.key, at ?? null, xs.length);
    if (target === undefined) return;
    event.preventDefault();
    this.#readAt(this.#plot, xs[target] ?? 0);
  }

  /** The zoom follows the cursor; a screen reader is told what stands there, as by the pointer it is not. */
  #readAt(plot: uPlot, x: number): void {
    if (this.#zoom !== null) this.#setZoom(spanWith(x, this.#zoom, this.#whole));
    plot.setCursor({ left: plot.valToPos(x, 'x'), top: 0 });
    this.said.say(readingText(reading(plot, this.#model)));
  }

  /** `+` and `-` about the cursor, Escape for all; returns whether the key was one of these. */
  #zoomByKey(key: string): boolean {
    if (this.#plot === undefined) return false;
    if (key === 'Escape') {
      if (this.#zoom === null) return false;
      this.#setZoom(null);
      return true;
    }
    const direction = key === '+' || key === '=' ? 'in' : key === '-' ? 'out' : undefined;
    if (direction === undefined) return false;
    const current = this.#zoom ?? this.#whole;
    const { idx } = this.#plot.cursor;
    const center =
      (idx === null || idx === undefined ? undefined : this.#plot.data[0][idx]) ??
      (current[0] + current[1]) / 2;
    this.#setZoom(steppedZoom(current, this.#whole, center, direction));
    return true;
  }
}

const lookOf = ({ label, curve, color, dashed, pinned, shade }: ShownCurve): string =>
  JSON.stringify([label, curve.label, color, dashed, pinned, shade]);

/** What a picture of the chart is made of. */
export interface ChartPicture {
  readonly model: LossChartModel;
  /** Epochs shown. */
  readonly span: Span;
  readonly canvas: HTMLCanvasElement | undefined;
}
