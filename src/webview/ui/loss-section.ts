/** How did the loss go: legend with readout, chart, sentence, and the table behind a toggle. */

import type { Fit } from '../state.ts';
import { chartPng, chartSvg } from './chart-picture.ts';
import { button, dropdown } from './controls.ts';
import type { Button } from './controls.ts';
import { create, setText } from './dom.ts';
import type { Host } from './host.ts';
import { LossChart } from './loss-chart.ts';
import {
  MAX_OVERLAID_FITS,
  alignCurves,
  countNotPositive,
  lastEpoch,
  pinnedCurves,
  samePinned,
  shownCurves,
  spansDecades,
  unitName,
} from './loss-curves.ts';
import type { FitChoice, PinnedFit, ShownCurve } from './loss-curves.ts';
import { LossLegend } from './loss-legend.ts';
import { fitsSentence, lossSentence } from './loss-sentence.ts';
import type { Sentence } from './loss-sentence.ts';
import { menu } from './menu.ts';
import { counted } from './numbers.ts';
import { section } from './section.ts';
import { seriesTable } from './series-table.ts';
import type { ThemeSource } from './theme.ts';

export class LossSection {
  private readonly part;
  private readonly chart: LossChart;
  private readonly legend: LossLegend;
  private readonly sentence = create('p', 'sentence');
  private readonly table = create('div', 'table-place');
  private readonly logSwitch;
  private readonly tableSwitch;
  private readonly fitChoice;
  private readonly zoomReset;
  private fits: readonly Fit[] = [];
  private choice: FitChoice = 0;
  private curves: readonly ShownCurve[] = [];
  private pinned: readonly PinnedFit[] = [];

  /** `onChoose`: another fit was chosen, so that other sections follow. */
  constructor(
    private readonly host: Host,
    private readonly theme: ThemeSource,
    private readonly onChoose: (choice: FitChoice) => void,
  ) {
    this.part = section('loss', 'Loss', host);
    this.legend = new LossLegend(theme, () => this.render());
    this.chart = new LossChart(
      theme,
      (reading) => this.legend.read(reading),
      (zoomed) => {
        this.zoomReset.element.hidden = !zoomed;
      },
    );
    this.zoomReset = zoomButton(() => this.chart.resetZoom());
    this.logSwitch = button({
      label: 'Log',
      look: 'quiet',
      title: 'Logarithmic axis',
      onPress: () => this.flipLog(),
    });
    this.tableSwitch = button({
      label: 'Table',
      look: 'quiet',
      title: 'Show the numbers',
      onPress: () => this.flipTable(),
    });
    this.fitChoice = dropdown('Fit', (value) => this.onChoose(value === 'all' ? 'all' : Number(value)));
    this.fitChoice.element.classList.add('fit-choice');
    this.part.actions.append(
      this.zoomReset.element,
      this.logSwitch.element,
      this.tableSwitch.element,
      this.exportMenu(),
    );
    this.part.body.append(
      this.fitChoice.element,
      this.legend.element,
      this.chart.element,
      this.chart.said.element,
      this.sentence,
      this.table,
    );
  }

  get element(): HTMLElement {
    return this.part.element;
  }

  /** `pinned`: fits of pinned runs that stay behind. */
  update(fits: readonly Fit[], choice: FitChoice, pinned: readonly PinnedFit[] = []): void {
    if (fits === this.fits && choice === this.choice && samePinned(pinned, this.pinned)) return;
    this.fits = fits;
    this.pinned = pinned;
    this.choice = choice;
    this.render();
  }

  private render(): void {
    const some = this.fits.length + this.pinned.length > 0;
    this.part.setVisible(some);
    if (!some) return;
    const all = [...pinnedCurves(this.pinned), ...shownCurves(this.fits, this.choice)];
    const curves = this.legend.visible(all);
    this.curves = curves;
    const log = this.host.uiState.log ?? spansDecades(curves);
    const sentence = this.describe(curves, log);
    this.renderChoice();
    this.legend.update(all.toSorted((a, b) => Number(a.pinned) - Number(b.pinned)));
    this.logSwitch.setPressed(log);
    this.chart.update({
      curves,
      lastEpoch: lastEpoch(this.fits, this.choice, this.pinned),
      unit: unitName(this.fits, this.choice),
      log,
      sentence: sentence.text,
    });
    setText(this.sentence, sentence.text);
    this.sentence.classList.toggle('bad', sentence.tone === 'bad');
    this.renderTable();
  }

  private describe(curves: readonly ShownCurve[], log: boolean): Sentence {
    if (this.fits.length === 0) return { text: 'Curves of pinned runs.', tone: 'plain' };
    const fit = this.choice === 'all' ? undefined : this.fits[this.choice];
    const sentence =
      fit === undefined ? fitsSentence(this.fits.slice(0, MAX_OVERLAID_FITS)) : lossSentence(fit);
    const hidden = log ? countNotPositive(curves) : 0;
    if (hidden === 0) return sentence;
    return { ...sentence, text: `${sentence.text} ${counted(hidden, 'value')} at or below zero not drawn.` };
  }

  private renderChoice(): void {
    const several = this.fits.length > 1;
    this.fitChoice.element.hidden = !several;
    if (!several) return;
    const choices = this.fits.map((fit, index) => ({
      value: String(index),
      text: `Fit ${String(index + 1)} of ${String(this.fits.length)} · ${fit.model}`,
    }));
    const all = this.fits.length > MAX_OVERLAID_FITS ? `First ${String(MAX_OVERLAID_FITS)} fits` : 'All fits';
    this.fitChoice.setChoices([...choices, { value: 'all', text: all }], String(this.choice));
  }

  private renderTable(): void {
    const open = this.host.uiState.lossTable;
    this.tableSwitch.setPressed(open);
    if (!open) {
      this.table.replaceChildren();
      return;
    }
    const columns = alignCurves(
      this.curves.map(({ curve }) => curve),
      false,
    );
    const unit = unitName(this.fits, this.choice);
    const headings = [unit, ...this.curves.map(({ label }) => label)];
    this.table.replaceChildren(seriesTable({ caption: `Loss by ${unit}`, headings, columns }));
  }

  private flipLog(): void {
    const automatic = spansDecades(this.curves);
    const wanted = !(this.host.uiState.log ?? automatic);
    this.host.remember({ log: wanted === automatic ? null : wanted });
    this.render();
  }

  private exportMenu(): HTMLElement {
    return menu({
      label: 'Export',
      icon: 'save',
      title: 'Export the chart',
      items: [
        { label: 'PNG\u2026', onChoose: () => this.export('png') },
        { label: 'SVG\u2026', onChoose: () => this.export('svg') },
      ],
    });
  }

  private export(format: 'svg' | 'png'): void {
    const { picture } = this.chart;
    const data =
      format === 'svg' ? chartSvg(picture, this.theme.current) : chartPng(picture, this.theme.current);
    if (data !== undefined) this.host.post({ type: 'exportChart', format, data });
  }

  private flipTable(): void {
    this.host.remember({ lossTable: !this.host.uiState.lossTable });
    this.render();
  }
}

function zoomButton(onPress: () => void): Button {
  const reset = button({
    label: 'Reset zoom',
    icon: 'zoom-out',
    iconOnly: true,
    look: 'quiet',
    title: 'Show all epochs (Escape in the chart)',
    onPress,
  });
  reset.element.hidden = true;
  return reset;
}
