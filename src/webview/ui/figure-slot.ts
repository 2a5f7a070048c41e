/** A place for one figure that is replaced as a whole: chart, legend, and its end values in words for who cannot see it. */

import type { Figure } from '../../training/protocol.ts';
import { create } from './dom.ts';
import { paintLegend } from './figures/figure-legend.ts';
import { FigureView } from './figures/figure-view.ts';
import { endsSentence } from './figures/sentence.ts';
import type { ThemeSource } from './theme.ts';

export class FigureSlot {
  readonly element = create('div', 'figure-slot');
  private readonly legend = create('div', 'legend');
  private view: FigureView | undefined;
  private shown: Figure | null = null;

  /** `name`: what the chart shows, for screen readers. */
  constructor(
    private readonly name: string,
    private readonly theme: ThemeSource,
  ) {
    this.element.hidden = true;
    this.element.append(this.legend);
    theme.onChange(() => this.paintLegend());
  }

  show(figure: Figure | null): void {
    this.shown = figure;
    this.element.hidden = figure === null;
    if (figure === null) return;
    this.paintLegend();
    if (this.view === undefined) {
      this.view = new FigureView(figure, this.theme);
      this.element.append(this.view.element);
    } else {
      this.view.show(figure);
    }
    this.view.element.setAttribute('aria-label', endsSentence(this.name, figure));
  }

  private paintLegend(): void {
    if (this.shown !== null) paintLegend(this.legend, this.shown, this.theme.current);
  }
}
