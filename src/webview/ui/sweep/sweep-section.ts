/** What did the sweep bring: progress, curves by value, results against the value, and the table. */

import { sameValue } from '../../../exercises/values.ts';
import { valueWith } from '../../../sweep/model.ts';
import { sweepRows, tellingLabel, type SweepRow } from '../../../sweep/rows.ts';
import type { PanelParameter, PanelState } from '../../../run-model/state.ts';
import { plannedRuns, type Sweep } from '../../../run-model/sweep.ts';
import { button, dropdown } from '../elements/controls.ts';
import { create, setText } from '../elements/dom.ts';
import type { Host } from '../host.ts';
import { HEIGHT, LossChart } from '../charts/loss-chart.ts';
import { quantityName, spansDecades } from '../charts/loss-curves.ts';
import { axesOf, chartName } from '../charts/quantities.ts';
import { LossLegend } from '../charts/loss-legend.ts';
import { section } from '../elements/section.ts';
import { lastPoint, ranksOf, sweepPlotModel, sweepShownCurves } from './sweep-charts.ts';
import { SweepPlot, type SweepPlotModel } from './sweep-plot.ts';
import { SweepTable } from './sweep-table.ts';
import { spreadTexts, sweepSentence, sweepStatus, sweptName, sweptText } from './sweep-text.ts';
import { seriesColor, type ThemeSource } from '../theme.ts';
import type { Page, PanelView, Place } from '../panel-section.ts';
import { t } from '../words.ts';

/** More entries than this are a scale from the first colour to the last. */
const MOST_ENTRIES = 12;

const OUTDATED = t('The code or another value has changed since this sweep.');

export class SweepSection {
  readonly #part;
  readonly #stop;
  readonly #clear;
  readonly #status = create('span', 'sweep-status');
  readonly #progress = create('progress');
  readonly #note = create('p', 'note');
  readonly #announced = create('div', 'unseen');
  readonly #curveChoice = dropdown(t('Curve'), (label) => this.#choose(label));
  readonly #legend: LossLegend;
  readonly #scale = create('div', 'shade-scale');
  readonly #curves: LossChart;
  readonly #plotLegend = create('div', 'legend');
  readonly #plot: SweepPlot;
  readonly #sentence = create('p', 'sentence');
  readonly #table = new SweepTable();
  readonly #results = create('div', 'sweep-results');
  #shown: { readonly sweep: Sweep; readonly parameters: PanelState['parameters'] } | null = null;
  /** Whose curves are drawn; null: those that are usual. */
  #label: string | null = null;
  #plotted: SweepPlotModel | null = null;

  readonly #host: Host;
  readonly #theme: ThemeSource;

  constructor({ host, theme }: Page) {
    this.#host = host;
    this.#theme = theme;
    this.#part = section('sweep', t('Sweep'), host);
    this.#stop = button({
      label: t('Stop sweep'),
      icon: 'debug-stop',
      look: 'secondary',
      title: t('Stop the runs that have not ended'),
      onPress: () => host.post({ type: 'stopSweep' }),
    });
    this.#clear = button({
      label: t('Clear'),
      icon: 'clear-all',
      look: 'quiet',
      title: t('Take the results of the sweep away'),
      onPress: () => host.post({ type: 'clearSweep' }),
    });
    this.#legend = new LossLegend(theme, () => this.#render());
    this.#curves = new LossChart(
      theme,
      (reading) => this.#legend.read(reading),
      () => undefined,
    );
    this.#plot = new SweepPlot(theme, (place) => this.#read(place));
    theme.onChange(() => this.#render());
    this.#build();
  }

  get element(): HTMLElement {
    return this.#part.element;
  }

  static place(): Place {
    return 'turn';
  }

  update({ state: { sweep, parameters } }: PanelView): void {
    this.#part.setVisible(sweep !== null && this.#host.hasEditor);
    if (sweep === null) {
      this.#shown = null;
      return;
    }
    if (this.#shown?.sweep === sweep && this.#shown.parameters === parameters) return;
    const former = this.#shown?.sweep;
    const isNew = former?.id !== sweep.id;
    const isFirst = sweep.runs.length > 0 && (isNew || former.runs.length === 0);
    this.#shown = { sweep, parameters };
    this.#render();
    if (isNew || isFirst) this.element.scrollIntoView({ block: 'nearest' });
    if (isNew || former.status !== sweep.status) this.#announce(sweep);
  }

  #build(): void {
    this.#part.actions.append(this.#stop.element, this.#clear.element);
    this.#progress.setAttribute('aria-label', t('Progress of the sweep'));
    this.#announced.setAttribute('role', 'status');
    this.#curveChoice.element.classList.add('fit-choice');
    this.#results.append(
      this.#curveChoice.element,
      this.#legend.element,
      this.#scale,
      this.#curves.element,
      this.#plotLegend,
      this.#plot.element,
      this.#sentence,
      this.#table.element,
    );
    this.#part.body.append(this.#status, this.#progress, this.#note, this.#results, this.#announced);
    this.#part.setVisible(false);
  }

  #choose(label: string): void {
    this.#label = label;
    this.#render();
  }

  #render(): void {
    if (this.#shown === null) return;
    const { sweep, parameters } = this.#shown;
    const parameter = parameters.find(({ key }) => key === sweep.key);
    const name = sweptName(sweep, parameter?.name);
    const rows = sweepRows(sweep.values, sweep.runs, t);
    const sentence = sweepSentence(name, rows);
    this.#renderStatus(sweep, name);
    this.#renderCurves(sweep, name, rows);
    this.#renderPlot(sweepPlotModel(name, rows, sentence));
    setText(this.#sentence, sentence);
    this.#renderTable(sweep, name, rows, parameter);
  }

  #renderStatus(sweep: Sweep, name: string): void {
    const running = sweep.status === 'running';
    this.#stop.element.hidden = !running;
    this.#clear.element.hidden = running;
    setText(this.#status, `${name}: ${sweepStatus(sweep)}`);
    this.#progress.classList.toggle('idle', !running);
    this.#progress.value = sweep.runs.length / plannedRuns(sweep);
    setText(this.#note, sweep.problem ?? (sweep.outdated ? OUTDATED : ''));
    this.#results.hidden = sweep.runs.length === 0;
  }

  #announce(sweep: Sweep): void {
    const running = sweep.status === 'running';
    const { textContent: told } = this.#sentence;
    setText(this.#announced, running ? t('The sweep has started') : t('{0}. {1}', sweepStatus(sweep), told));
  }

  #renderCurves(sweep: Sweep, name: string, rows: readonly SweepRow[]): void {
    const labels = rows[0]?.losses.map(({ label }) => label) ?? [];
    const chosen = labels.find((label) => label === this.#label) ?? tellingLabel(rows);
    this.#curves.element.hidden = chosen === null;
    this.#curveChoice.element.hidden = labels.length < 2;
    if (labels.length > 1 && chosen !== null)
      this.#curveChoice.setChoices(
        labels.map((label) => ({ value: label, text: t('{0} by {1}', quantityName(label), name) })),
        chosen,
      );
    const all = chosen === null ? [] : sweepShownCurves(sweep, chosen);
    const entries = new Set(all.map(({ entry }) => entry)).size;
    const many = sweep.values.length > MOST_ENTRIES;
    this.#legend.element.hidden = many || entries === 0;
    this.#renderScale(many && entries > 0, sweep);
    this.#legend.update(all.toSorted((a, b) => (a.shade ?? 0) - (b.shade ?? 0)));
    if (chosen === null) return;
    const curves = this.#legend.visible(all);
    this.#curves.update({
      name: chartName([chosen]),
      axes: axesOf([chosen]),
      curves,
      lastEpoch: lastPoint(all),
      unit: sweep.runs[0]?.unit ?? 'epoch',
      log: spansDecades(curves),
      height: HEIGHT,
      sentence: t('{0} with each {1}, {2} of them so far.', quantityName(chosen), name, entries),
    });
  }

  /** From the first value's colour to the last one's. */
  #renderScale(visible: boolean, { values }: Sweep): void {
    this.#scale.hidden = !visible;
    if (!visible) return;
    const ranks = ranksOf({ values });
    const ends = [0, 1].map((rank) => sweptText(values[ranks.indexOf(rank)] ?? ''));
    const colors = [0, 0.25, 0.5, 0.75, 1].map((shade) => this.#shade(shade));
    const bar = create('span', 'shade-bar');
    bar.style.setProperty('background', `linear-gradient(to right, ${colors.join(', ')})`);
    this.#scale.replaceChildren(ends[0] ?? '', bar, ends[1] ?? '');
  }

  #renderPlot(model: SweepPlotModel): void {
    this.#plotted = model;
    const hasResults = model.series.some(({ spreads }) => spreads.some((spread) => spread !== null));
    this.#plot.element.hidden = !hasResults;
    this.#plotLegend.hidden = !hasResults;
    if (!hasResults) return;
    this.#plot.update(model);
    this.#read(null);
  }

  /** The legend of the plot, with the values at a place. */
  #read(place: number | null): void {
    const plotted = this.#plotted;
    if (plotted === null) return;
    const entries = plotted.series.map((series) => {
      const swatch = create('span', series.dashed ? 'swatch dashed' : 'swatch');
      swatch.style.setProperty('color', seriesColor(this.#theme.current, series));
      const spread = place === null ? null : (series.spreads[place] ?? null);
      const told = spread === null ? '' : spreadTexts(spread).mean;
      return create('span', 'entry', swatch, series.label, create('span', 'readout', told));
    });
    const where = place === null ? '' : `${plotted.name} ${plotted.texts[place] ?? ''}`;
    this.#plotLegend.replaceChildren(...entries, create('span', 'readout epoch', where));
  }

  #renderTable(
    sweep: Sweep,
    name: string,
    rows: readonly SweepRow[],
    parameter: PanelParameter | undefined,
  ): void {
    this.#table.update({
      name,
      rows,
      colors: ranksOf(sweep).map((shade) => this.#shade(shade)),
      current: currentValue(sweep, parameter),
      usable: parameter !== undefined,
      onUse: ({ value }) => {
        if (parameter === undefined) return;
        const taken = valueWith(parameter, parameter.override, sweep, value);
        this.#host.post({ type: 'override', key: sweep.key, value: taken, moving: false });
      },
    });
  }

  #shade(shade: number): string {
    return seriesColor(this.#theme.current, { color: 0, shade });
  }
}

/** Index of the value that the next run would have; -1 for none. */
function currentValue(sweep: Sweep, parameter: PanelParameter | undefined): number {
  if (parameter === undefined) return -1;
  const now = parameter.override ?? parameter.value;
  return sweep.values.findIndex((value) =>
    sameValue(now, valueWith(parameter, parameter.override, sweep, value)),
  );
}
