/** A place for one figure that is replaced as a whole: chart, legend, and the numbers as a table for who cannot see it. */

import type { Figure } from '../../training/protocol.ts';
import { create } from './dom.ts';
import { FigureChart, lookColor } from './figure-chart.ts';
import { seriesLook } from './figure-format.ts';
import { shortNumber, toNumber } from './numbers.ts';
import type { ThemeSource } from './theme.ts';

export class FigureSlot {
  readonly element = create('div', 'figure-slot');
  private chart: FigureChart | undefined;

  /** `name`: what the chart shows, for screen readers. */
  constructor(
    private readonly name: string,
    private readonly theme: ThemeSource,
  ) {}

  show(figure: Figure | null): void {
    this.chart?.dispose();
    this.chart = undefined;
    this.element.hidden = figure === null;
    if (figure === null) return this.element.replaceChildren();
    this.chart = new FigureChart(figure, this.theme);
    this.chart.element.setAttribute('role', 'img');
    this.chart.element.setAttribute('aria-label', `${this.name}. ${lastValues(figure)}`);
    this.element.replaceChildren(this.legend(figure), this.chart.element);
    this.chart.show();
  }

  private legend(figure: Figure): HTMLElement {
    const entries = figure.series.map((series, index) => {
      const swatch = create('span', series.kind === 'scatter' ? 'swatch disc' : 'swatch');
      swatch.style.setProperty('color', lookColor(seriesLook(series, index), this.theme));
      return create('span', 'entry', swatch, series.label);
    });
    return create('div', 'legend', ...entries);
  }
}

/** The text alternative: where each line ends; of scatters how many points there are. */
function lastValues({ series }: Figure): string {
  return series
    .map(({ kind, label, y }) =>
      kind === 'scatter'
        ? `${label}: ${String(y.length)} points`
        : `${label} ends at ${shortNumber(toNumber(y.at(-1) ?? 'nan'), 2)}`,
    )
    .join('; ');
}
