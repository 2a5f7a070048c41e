/** How did the loss go: legend with readout, chart, sentence, and the table behind a toggle. */

import type { PastRun } from '../../../run-model/history.ts';
import { isActive, type Fit } from '../../../run-model/state.ts';
import { chartPng, chartSvg } from '../charts/chart-picture.ts';
import { button, dropdown, type Button } from '../elements/controls.ts';
import { create, fileOnly, setText } from '../elements/dom.ts';
import type { Host } from '../host.ts';
import { HEIGHT } from '../charts/loss-chart.ts';
import { LossCharts, type TitledChart } from './loss-charts.ts';
import {
  alignCurves,
  chosenFits,
  countNotPositive,
  lastEpoch,
  mostFits,
  spansDecades,
  unitName,
  valueExtent,
  type FitChoice,
  type ShownCurve,
} from '../charts/loss-curves.ts';
import { axesOf, chartName, sideOf, type Side, type ValueAxes } from '../charts/quantities.ts';
import type { Extent } from '../charts/value-axes.ts';
import { chartsOf, pinnedFits, type ChartCurves } from './loss-views.ts';
import { LossLegend } from '../charts/loss-legend.ts';
import { fitEnd, fitsSentence, lossSentence, type Sentence } from './loss-sentence.ts';
import { menu } from '../elements/menu.ts';
import { unitWord } from '../numbers.ts';
import { section } from '../elements/section.ts';
import { seriesTable } from '../elements/series-table.ts';
import type { ThemeSource } from '../theme.ts';
import type { Page, PanelView, Place } from '../panel-section.ts';
import { plural, t } from '../words.ts';

/** Of a small chart, in CSS pixels. */
const SMALL_HEIGHT = 132;

export class LossSection {
  readonly #part;
  readonly #host: Host;
  readonly #theme: ThemeSource;
  readonly #charts: LossCharts;
  readonly #legend: LossLegend;
  readonly #sentence = create('p', 'sentence');
  readonly #table = create('div', 'table-place');
  readonly #logSwitch;
  readonly #tableSwitch;
  readonly #fitChoice;
  readonly #zoomReset;
  #fits: readonly Fit[] = [];
  #choice: FitChoice = 0;
  #history: readonly PastRun[] = [];
  #axes: ValueAxes = axesOf([]);
  #name = chartName([]);
  #exercise: string | undefined;
  /** A run of the same exercise is under way: its first points do not turn a logarithmic axis back for a moment. */
  #keepsScale = false;
  /** Whether the axis is logarithmic unless the learner chose. */
  #isLog = false;
  /** All curves that are drawn. */
  #curves: readonly ShownCurve[] = [];

  constructor({ host, theme, choose }: Page) {
    this.#host = host;
    this.#theme = theme;
    this.#part = section('loss', t('Loss'), host);
    this.#legend = new LossLegend(theme, () => this.#render());
    this.#charts = new LossCharts(
      theme,
      (reading) => this.#legend.read(reading),
      (zoomed) => {
        this.#zoomReset.element.hidden = !zoomed;
      },
    );
    this.#zoomReset = zoomButton(() => this.#charts.resetZoom());
    this.#logSwitch = button({
      label: t('Log'),
      look: 'quiet',
      title: t('Logarithmic axis'),
      onPress: () => this.#flipLog(),
    });
    this.#tableSwitch = button({
      label: t('Table'),
      look: 'quiet',
      title: t('Show the numbers'),
      onPress: () => this.#flipTable(),
    });
    this.#fitChoice = dropdown(t('Fit'), (value) => choose(choiceOf(value)));
    this.#fitChoice.element.classList.add('fit-choice');
    this.#part.actions.append(
      this.#zoomReset.element,
      this.#logSwitch.element,
      this.#tableSwitch.element,
      this.#exportMenu(),
    );
    this.#part.body.append(
      this.#fitChoice.element,
      this.#legend.element,
      this.#charts.element,
      this.#sentence,
      this.#table,
    );
  }

  get element(): HTMLElement {
    return this.#part.element;
  }

  static place(): Place {
    return 'results';
  }

  /** The curves of pinned past runs stay behind the run's own. */
  update({ state, results: { fits }, choice, former }: PanelView): void {
    const { history } = state;
    this.element.classList.toggle('former', former.fits);
    const keepsScale = isActive(state.status) && state.exercise?.id === this.#exercise;
    if (
      fits === this.#fits &&
      choice === this.#choice &&
      history === this.#history &&
      keepsScale === this.#keepsScale
    )
      return;
    this.#fits = fits;
    this.#history = history;
    this.#choice = choice;
    this.#keepsScale = keepsScale;
    this.#exercise = state.exercise?.id;
    this.#render();
  }

  #render(): void {
    const charts = chartsOf(this.#fits, this.#choice, this.#history);
    const all = charts.flatMap(({ curves }) => curves);
    const some = this.#fits.length > 0 || all.length > 0;
    this.#part.setVisible(some);
    if (!some) return;
    const labels = all.map(({ curve }) => curve.label);
    this.#axes = axesOf(labels);
    this.#name = chartName(labels);
    this.#part.setHeading(this.#name);
    this.#curves = this.#legend.visible(all);
    this.#isLog = spansDecades(this.#curves) || (this.#keepsScale && this.#isLog);
    const log = this.#host.uiState.log ?? this.#isLog;
    const sentence = this.#describe(this.#curves, log);
    this.#renderChoice();
    this.#legend.update(all.toSorted((a, b) => Number(a.pinned) - Number(b.pinned)));
    this.#logSwitch.setPressed(log);
    this.#charts.update(charts.map((chart) => this.#titled(chart, log, sentence.text)));
    setText(this.#sentence, sentence.text);
    this.#sentence.classList.toggle('bad', sentence.tone === 'bad');
    this.#renderTable();
  }

  #titled({ curves, fit }: ChartCurves, log: boolean, sentence: string): TitledChart {
    const model = { name: this.#name, axes: this.#axes, curves: this.#legend.visible(curves), log };
    const own = fit === null ? undefined : this.#fits[fit];
    if (this.#choice !== 'each' || own === undefined) {
      const drawn = chosenFits(this.#fits, this.#choice);
      const behind = pinnedFits(this.#history, this.#choice).map((pinned) => pinned.fit);
      const end = lastEpoch([...drawn, ...behind]);
      return {
        title: '',
        model: { ...model, height: HEIGHT, lastEpoch: end, unit: unitName(drawn), sentence },
      };
    }
    return { title: this.#titleOf(own), model: { ...model, ...this.#sharedAxes(own, log) } };
  }

  /** Each fit with the axes of all, but epochs are no steps. */
  #sharedAxes(fit: Fit, log: boolean): Omit<TitledChart['model'], 'name' | 'axes' | 'curves' | 'log'> {
    const alike = chosenFits(this.#fits, 'each').filter(({ unit }) => unit === fit.unit);
    const behind = pinnedFits(this.#history, 'each').map((pinned) => pinned.fit);
    return {
      height: SMALL_HEIGHT,
      lastEpoch: lastEpoch([...alike, ...behind]),
      unit: fit.unit,
      sentence: `${this.#titleOf(fit)}. ${lossSentence(fit).text}`,
      values: this.#extents(log),
    };
  }

  /** Of all charts, side by side. */
  #extents(log: boolean): NonNullable<TitledChart['model']['values']> {
    const of = (side: Side): Extent | null => {
      const own = this.#curves.filter(({ curve }) => sideOf(curve.label, this.#axes) === side);
      return valueExtent(own, log);
    };
    const [left, right] = [of('left'), of('right')];
    return { ...(left === null ? {} : { left }), ...(right === null ? {} : { right }) };
  }

  #titleOf(fit: Fit): string {
    return `${String(this.#fits.indexOf(fit) + 1)} · ${fitEnd(fit)} · ${fit.model}`;
  }

  #describe(curves: readonly ShownCurve[], log: boolean): Sentence {
    if (this.#fits.length === 0) return { text: t('Curves of pinned runs.'), tone: 'plain' };
    const fit = typeof this.#choice === 'number' ? this.#fits[this.#choice] : undefined;
    const sentence =
      fit === undefined ? fitsSentence(chosenFits(this.#fits, this.#choice)) : lossSentence(fit);
    const hidden = log ? countNotPositive(curves) : 0;
    if (hidden === 0) return sentence;
    return {
      ...sentence,
      text: `${sentence.text} ${plural(hidden, '{0} value at or below zero not drawn.', '{0} values at or below zero not drawn.')}`,
    };
  }

  #renderChoice(): void {
    const count = this.#fits.length;
    this.#fitChoice.element.hidden = count < 2;
    if (count < 2) return;
    const choices = this.#fits.map((fit, index) => ({
      value: String(index),
      text: `${t('Fit {0} of {1}', index + 1, count)} · ${fit.model}`,
    }));
    const views = [
      { value: 'all', text: someFits(count, 'all') },
      { value: 'each', text: someFits(count, 'each') },
    ];
    this.#fitChoice.setChoices([...choices, ...views], String(this.#choice));
  }

  #renderTable(): void {
    const open = this.#host.uiState.lossTable;
    this.#tableSwitch.setPressed(open);
    if (!open) {
      this.#table.replaceChildren();
      return;
    }
    const columns = alignCurves(
      this.#curves.map(({ curve }) => curve),
      false,
    );
    const unit = unitName(chosenFits(this.#fits, this.#choice));
    const headings = [unitWord(unit), ...this.#curves.map(({ label }) => label)];
    this.#table.replaceChildren(
      seriesTable({ caption: t('{0} by {1}', this.#name, unitWord(unit)), headings, columns, unit }),
    );
  }

  #flipLog(): void {
    const automatic = this.#isLog;
    const wanted = !(this.#host.uiState.log ?? automatic);
    this.#host.remember({ log: wanted === automatic ? null : wanted });
    this.#render();
  }

  #exportMenu(): HTMLElement {
    const exports = menu({
      label: t('Export'),
      icon: 'save',
      title: t('Export the chart'),
      items: [
        { label: 'PNG\u2026', onChoose: () => this.#export('png') },
        { label: 'SVG\u2026', onChoose: () => this.#export('svg') },
      ],
    });
    return fileOnly(exports);
  }

  #export(format: 'svg' | 'png'): void {
    const { pictures } = this.#charts;
    const data =
      format === 'svg' ? chartSvg(pictures, this.#theme.current) : chartPng(pictures, this.#theme.current);
    if (data !== undefined) this.#host.post({ type: 'exportChart', format, subject: 'loss', data });
  }

  #flipTable(): void {
    this.#host.remember({ lossTable: !this.#host.uiState.lossTable });
    this.#render();
  }
}

function choiceOf(value: string): FitChoice {
  return value === 'all' || value === 'each' ? value : Number(value);
}

function someFits(count: number, view: 'all' | 'each'): string {
  const most = mostFits(view);
  const isPart = count > most;
  if (view === 'all') return isPart ? t('First {0} fits in one chart', most) : t('All fits in one chart');
  return isPart ? t('First {0} fits side by side', most) : t('All fits side by side');
}

function zoomButton(onPress: () => void): Button {
  const reset = button({
    label: t('Reset zoom'),
    icon: 'zoom-out',
    iconOnly: true,
    look: 'quiet',
    title: t('Show all epochs (Escape in the chart)'),
    onPress,
  });
  reset.element.hidden = true;
  return reset;
}
