/** The charts of the losses: one, or a small one for each fit; all of them show the same part of the epochs. */

import type { Span } from '../charts/chart-zoom.ts';
import { create, setText } from '../elements/dom.ts';
import { LossChart, type ChartPicture, type LossChartModel } from '../charts/loss-chart.ts';
import type { Reading } from '../charts/chart-reading.ts';
import type { ThemeSource } from '../theme.ts';

export interface TitledChart {
  /** Stands above the chart; empty where it is the only one. */
  readonly title: string;
  readonly model: LossChartModel;
}

interface Place {
  readonly element: HTMLElement;
  readonly title: HTMLElement;
  readonly chart: LossChart;
}

export class LossCharts {
  readonly element = create('div', 'loss-charts');
  /** Made when first needed; those that are not needed any more stay, without a place on the page. */
  readonly #places: Place[] = [];
  #count = 0;
  #zoom: Span | null = null;

  /** `onRead` gets what the cursor is on, null when it left; `onZoom` whether a part of the epochs is shown. */
  constructor(
    private readonly theme: ThemeSource,
    private readonly onRead: (reading: Reading | null) => void,
    private readonly onZoom: (zoomed: boolean) => void,
  ) {}

  update(charts: readonly TitledChart[]): void {
    this.#place(charts.length);
    charts.forEach(({ title, model }, index) => {
      const place = this.#places[index];
      if (place === undefined) return;
      setText(place.title, title);
      place.title.hidden = title === '';
      place.chart.update(model);
    });
  }

  /** All epochs again. */
  resetZoom(): void {
    this.#zoomAll(null);
  }

  /** What is shown, for a picture of it. */
  get pictures(): readonly ChartPicture[] {
    return this.#places.slice(0, this.#count).map(({ chart }) => chart.picture);
  }

  #place(count: number): void {
    if (count === this.#count) return;
    this.#count = count;
    while (this.#places.length < count) this.#places.push(this.#make());
    this.element.replaceChildren(...this.#places.slice(0, count).map(({ element }) => element));
    this.element.classList.toggle('several', count > 1);
  }

  #make(): Place {
    const chart = new LossChart(this.theme, this.onRead, (zoom) => this.#zoomAll(zoom));
    chart.zoomTo(this.#zoom);
    const title = create('figcaption', 'chart-title');
    const element = create('figure', 'loss-place', title, chart.element, chart.said.element);
    return { element, title, chart };
  }

  #zoomAll(zoom: Span | null): void {
    if (zoom === this.#zoom) return;
    this.#zoom = zoom;
    for (const { chart } of this.#places) chart.zoomTo(zoom);
    this.onZoom(zoom !== null);
  }
}
