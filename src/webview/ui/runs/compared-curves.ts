/** Curves of two runs in one chart, with their legend. */

import type { Fit } from '../../../run-model/state.ts';
import { HEIGHT, LossChart } from '../charts/loss-chart.ts';
import { lastEpoch, spansDecades, unitName, type ShownCurve } from '../charts/loss-curves.ts';
import { LossLegend } from '../charts/loss-legend.ts';
import { axesOf, chartName } from '../charts/quantities.ts';
import type { ThemeSource } from '../theme.ts';

export class ComparedCurves {
  readonly #legend: LossLegend;
  readonly #chart: LossChart;

  /** `onToggle`: a curve was hidden or shown again. */
  constructor(theme: ThemeSource, onToggle: () => void) {
    this.#legend = new LossLegend(theme, onToggle);
    this.#chart = new LossChart(
      theme,
      (reading) => this.#legend.read(reading),
      () => undefined,
    );
  }

  get elements(): readonly HTMLElement[] {
    return [this.#legend.element, this.#chart.element];
  }

  /** @param sentence says the same in words */
  update(all: readonly ShownCurve[], fits: readonly Fit[], sentence: string): void {
    for (const element of this.elements) element.hidden = all.length === 0;
    this.#legend.update(all);
    if (all.length === 0) return;
    const curves = this.#legend.visible(all);
    const labels = all.map(({ curve }) => curve.label);
    this.#chart.update({
      name: chartName(labels),
      axes: axesOf(labels),
      curves,
      lastEpoch: lastEpoch(fits),
      unit: unitName(fits),
      log: spansDecades(curves),
      height: HEIGHT,
      sentence,
    });
  }
}
