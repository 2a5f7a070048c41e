/** The page: its parts in the order of a learner's questions, drawn from one state. */

import { shownResults, type FormerParts } from '../../run-model/shown-results.ts';
import type { Fit, PanelState, Results } from '../../run-model/state.ts';
import { create, setText } from './elements/dom.ts';
import { EmptyState } from './empty-state.ts';
import { AdviceSection } from './output/advice-section.ts';
import { CompareSection } from './runs/compare-section.ts';
import { ErrorSection } from './output/error-section.ts';
import { FiguresSection } from './figures/figures-section.ts';
import { Header } from './header/header.ts';
import type { Host } from './host.ts';
import type { FitChoice } from './charts/loss-curves.ts';
import { pinnedFits } from './loss/loss-views.ts';
import { LossSection } from './loss/loss-section.ts';
import { lossSentence } from './loss/loss-sentence.ts';
import { OutputSection } from './output/output-section.ts';
import { originText } from './parameters/origin-text.ts';
import { ParametersSection } from './parameters/parameters-section.ts';
import { RunsSection } from './runs/runs-section.ts';
import { SweepSection } from './sweep/sweep-section.ts';
import type { ThemeSource } from './theme.ts';
import { WeightsSection } from './weights/weights-section.ts';

/** CSS pixels from which on there are two columns, as in `styles/sections.css`. */
const TWO_COLUMNS = 640;

const NO_WEIGHTS: Fit['weights'] = [];
const NO_PATH: Fit['path'] = [];

export class App {
  readonly #header: Header;
  readonly #empty: EmptyState;
  readonly #error: ErrorSection;
  readonly #advice: AdviceSection;
  readonly #loss: LossSection;
  readonly #weights: WeightsSection;
  readonly #parameters: ParametersSection;
  readonly #sweep: SweepSection;
  readonly #runs: RunsSection;
  readonly #compare: CompareSection;
  readonly #figures: FiguresSection;
  readonly #output: OutputSection;
  readonly #stale = create('p', 'note');
  readonly #results = create('div', 'column results');
  readonly #turn = create('div', 'column turn');
  readonly #columns = create('div', 'columns', this.#results, this.#turn);
  #state: PanelState | undefined;
  /** null: the newest fit. */
  #choice: FitChoice | null;

  constructor(
    private readonly place: HTMLElement,
    private readonly host: Host,
    theme: ThemeSource,
  ) {
    this.#choice = host.uiState.fits;
    this.#header = new Header(host);
    this.#empty = new EmptyState(host);
    this.#error = new ErrorSection(host);
    this.#advice = new AdviceSection(host);
    this.#loss = new LossSection(host, theme, (choice) => this.#choose(choice));
    this.#weights = new WeightsSection(host, theme);
    this.#parameters = new ParametersSection(host);
    this.#sweep = new SweepSection(host, theme);
    this.#runs = new RunsSection(host);
    this.#compare = new CompareSection(host, theme);
    this.#figures = new FiguresSection(host, theme);
    this.#output = new OutputSection(host);
    this.#results.append(this.#loss.element);
    this.#turn.append(
      this.#parameters.element,
      this.#sweep.element,
      this.#weights.element,
      this.#runs.element,
      this.#compare.element,
      this.#figures.element,
    );
    new ResizeObserver(() => this.#placeWeights()).observe(this.#columns);
    place.append(
      this.#header.element,
      this.#error.element,
      this.#advice.element,
      this.#empty.element,
      this.#stale,
      this.#columns,
      this.#output.element,
    );
  }

  update(state: PanelState): void {
    this.place.classList.toggle('cell', state.isCell);
    this.#state = state;
    const { results, former: parts, newest } = shownResults(state);
    const choice = this.#shownChoice(results.fits, newest);
    const fit = results.fits[newest];
    this.#header.update(state, fit === undefined ? '' : lossSentence(fit).text);
    this.#error.update(state.results.error);
    this.#advice.update(state.results.advice);
    this.#empty.update(state);
    const isFormer = parts.fits || parts.figures || parts.output;
    setText(this.#stale, isFormer ? originText(state) : '');
    this.#dim(parts);
    this.#place(results);
    const pinned = pinnedFits(state.history, choice);
    this.#loss.update(results.fits, choice, state.history);
    const chosen = results.fits[typeof choice === 'number' ? choice : newest];
    const weights = chosen?.weights ?? NO_WEIGHTS;
    const path = chosen?.path ?? NO_PATH;
    const former = !state.results.fits.some((own) => own.weights === weights);
    this.#weights.update(weights, former, pinned, path, chosen?.surface ?? null);
    this.#parameters.update(state);
    this.#sweep.update(state);
    this.#runs.update(state.history);
    this.#compare.update(state);
    this.#figures.update(results.figures, results.figureFiles);
    this.#output.update(results, results.outputDropped);
  }

  #dim({ fits, figures, output }: FormerParts): void {
    this.#loss.element.classList.toggle('former', fits);
    this.#weights.element.classList.toggle('former', fits);
    this.#figures.element.classList.toggle('former', figures);
    this.#output.element.classList.toggle('former', output);
  }

  #choose(choice: FitChoice): void {
    this.#choice = choice;
    this.host.remember({ fits: typeof choice === 'number' ? null : choice });
    if (this.#state !== undefined) this.update(this.#state);
  }

  /** A choice that the current run does not have falls back to the newest fit. */
  #shownChoice(fits: readonly Fit[], newest: number): FitChoice {
    if (typeof this.#choice === 'string' && fits.length > 1) return this.#choice;
    if (typeof this.#choice === 'number' && this.#choice < fits.length) return this.#choice;
    return Math.max(0, newest);
  }

  /** Below the curve, where there are two columns; in one the controls come first, so that their effect is in view. */
  #placeWeights(): void {
    const { element } = this.#weights;
    const column = this.#columns.clientWidth >= TWO_COLUMNS ? this.#results : this.#turn;
    if (element.parentElement === column) return;
    if (column === this.#results) this.#loss.element.after(element);
    else this.#sweep.element.after(element);
  }

  /** Figures answer how it went where nothing was fitted; else they come after what can be turned. */
  #place({ fits, figures }: Results): void {
    const column = fits.length === 0 ? this.#results : this.#turn;
    if (this.#figures.element.parentElement !== column) column.append(this.#figures.element);
    this.#columns.classList.toggle('single', fits.length === 0 && figures.length === 0);
  }
}
