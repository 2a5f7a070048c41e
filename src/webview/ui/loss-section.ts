/** How did the loss go: legend with readout, chart, sentence, and the table behind a toggle. */

import type { Fit } from '../state.ts';
import { button, dropdown } from './controls.ts';
import { create, setText } from './dom.ts';
import type { Host } from './host.ts';
import { LossChart } from './loss-chart.ts';
import type { Reading } from './loss-chart.ts';
import {
  MAX_OVERLAID_FITS,
  alignCurves,
  countNotPositive,
  lastEpoch,
  shownCurves,
  spansDecades,
} from './loss-curves.ts';
import type { FitChoice, ShownCurve } from './loss-curves.ts';
import { fitsSentence, lossSentence } from './loss-sentence.ts';
import type { Sentence } from './loss-sentence.ts';
import { counted, shortNumber } from './numbers.ts';
import { section } from './section.ts';
import { seriesTable } from './series-table.ts';
import type { ThemeSource } from './theme.ts';

export class LossSection {
  private readonly part;
  private readonly chart: LossChart;
  private readonly legend = create('div', 'legend');
  private readonly sentence = create('p', 'sentence');
  private readonly table = create('div', 'table-place');
  private readonly logSwitch;
  private readonly tableSwitch;
  private readonly fitChoice;
  private fits: readonly Fit[] = [];
  private choice: FitChoice = 0;
  private curves: readonly ShownCurve[] = [];
  private readouts: HTMLElement[] = [];
  private epochReadout = create('span', 'readout');

  /** `onChoose`: another fit was chosen, so that other sections follow. */
  constructor(
    private readonly host: Host,
    private readonly theme: ThemeSource,
    private readonly onChoose: (choice: FitChoice) => void,
  ) {
    this.part = section('loss', 'Loss', host);
    this.chart = new LossChart(theme, (reading) => this.read(reading));
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
    this.part.actions.append(this.logSwitch.element, this.tableSwitch.element);
    this.part.body.append(this.fitChoice.element, this.legend, this.chart.element, this.sentence, this.table);
    theme.onChange(() => this.paintLegend());
  }

  get element(): HTMLElement {
    return this.part.element;
  }

  update(fits: readonly Fit[], choice: FitChoice): void {
    if (fits === this.fits && choice === this.choice) return;
    this.fits = fits;
    this.choice = choice;
    this.render();
  }

  private render(): void {
    this.part.setVisible(this.fits.length > 0);
    if (this.fits.length === 0) return;
    const curves = shownCurves(this.fits, this.choice);
    const log = this.host.uiState.log ?? spansDecades(curves);
    const sentence = this.describe(curves, log);
    this.renderChoice();
    this.renderLegend(curves);
    this.logSwitch.setPressed(log);
    this.chart.update({ curves, lastEpoch: lastEpoch(this.fits, this.choice), log, sentence: sentence.text });
    setText(this.sentence, sentence.text);
    this.sentence.classList.toggle('bad', sentence.tone === 'bad');
    this.renderTable();
  }

  private describe(curves: readonly ShownCurve[], log: boolean): Sentence {
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

  private renderLegend(curves: readonly ShownCurve[]): void {
    const same =
      curves.length === this.curves.length &&
      curves.every((curve, index) => curve.label === this.curves[index]?.label);
    this.curves = curves;
    if (same) return;
    this.readouts = curves.map(() => create('span', 'readout'));
    this.epochReadout = create('span', 'readout epoch');
    const entries = curves.map(({ label, dashed }, index) =>
      create('span', 'entry', swatch(dashed), label, this.readouts[index] ?? ''),
    );
    this.legend.replaceChildren(...entries, this.epochReadout);
    this.paintLegend();
  }

  private paintLegend(): void {
    const { series, foreground } = this.theme.current;
    const swatches = this.legend.querySelectorAll<HTMLElement>('.swatch');
    this.curves.forEach(({ color }, index) => {
      swatches[index]?.style.setProperty('color', series[color % series.length] ?? foreground);
    });
  }

  private read(reading: Reading | null): void {
    setText(this.epochReadout, reading === null ? '' : `epoch ${shortNumber(reading.epoch, 3)}`);
    this.readouts.forEach((readout, index) => {
      const value = reading?.values[index] ?? null;
      setText(readout, value === null ? '' : shortNumber(value, 3));
    });
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
    const headings = ['epoch', ...this.curves.map(({ label }) => label)];
    this.table.replaceChildren(seriesTable({ caption: 'Loss by epoch', headings, columns }));
  }

  private flipLog(): void {
    const automatic = spansDecades(this.curves);
    const wanted = !(this.host.uiState.log ?? automatic);
    this.host.remember({ log: wanted === automatic ? null : wanted });
    this.render();
  }

  private flipTable(): void {
    this.host.remember({ lossTable: !this.host.uiState.lossTable });
    this.render();
  }
}

function swatch(dashed: boolean): HTMLElement {
  return create('span', dashed ? 'swatch dashed' : 'swatch');
}
