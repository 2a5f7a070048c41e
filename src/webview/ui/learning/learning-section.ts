/** The model while it learns: what it makes of its inputs, and its weights and gradients, at any step of the training. */

import { NO_STEPS, type FitSteps } from '../../../run-model/fit.ts';
import type { Fit } from '../../../run-model/state.ts';
import type { TrainingStep } from '../../../training/protocol/protocol.ts';
import { dropdown } from '../elements/controls.ts';
import { cell, create, row, scrollable, setText } from '../elements/dom.ts';
import { section } from '../elements/section.ts';
import { FigureCard } from '../figures/figure-card.ts';
import type { Host } from '../host.ts';
import { positionName, positionText, shortNumber, toNumber } from '../numbers.ts';
import type { Page, PanelView, Place } from '../panel-section.ts';
import { surfaceFigure, surfaceSentence } from '../weights/surface-figure.ts';
import { learnedFigure, learnedSentence } from './learned-figure.ts';
import { spreadFigures, spreadRow } from './spread-figures.ts';
import { withPosition } from './surface-position.ts';
import { t } from '../words.ts';

const HEADINGS = [t('weight'), t('values'), '', t('‖gradient‖'), ''];
/** Milliseconds between two pictures of a training that goes on. */
const PAUSE = 150;
const NOT_YET = t('Run the exercise to see it learn, step by step.');

export class LearningSection {
  readonly #part;
  readonly #host: Host;
  readonly #hint = create('p', 'dim', NOT_YET);
  readonly #content = create('div', 'learning-content');
  readonly #scrubber = create('input', 'slider scrubber');
  readonly #position = create('output', 'scrubber-position');
  readonly #picture: FigureCard;
  readonly #surface: FigureCard;
  readonly #rows = create('tbody');
  readonly #weight;
  readonly #spreads: FigureCard;
  #fit: Fit | undefined;
  /** The chosen step's number; null: the newest. */
  #chosen: number | null = null;
  #name = '';
  #isTold = false;
  #waiting: ReturnType<typeof setTimeout> | undefined;

  constructor({ host, theme }: Page) {
    this.#host = host;
    this.#part = section('learning', t('While it learns'), host, { isOpen: !host.hasEditor });
    this.#picture = new FigureCard(host, theme);
    this.#surface = new FigureCard(host, theme);
    this.#spreads = new FigureCard(host, theme);
    this.#weight = dropdown(t('Weight through the steps'), (name) => {
      this.#name = name;
      this.#draw();
    });
    this.#scrubber.type = 'range';
    this.#scrubber.min = '0';
    this.#scrubber.setAttribute('aria-label', t('Step of the training'));
    this.#scrubber.addEventListener('input', () => this.#choose());
    const pictures = create('div', 'learning-pictures', this.#picture.element, this.#surface.element);
    const caption = create('caption', 'unseen', t('Weights and gradients at this step'));
    const head = create('thead', '', row(...HEADINGS.map((heading) => cell(heading, 'col'))));
    const table = scrollable(
      create('table', 'spreads', caption, head, this.#rows),
      t('Weights and gradients'),
    );
    const through = create('div', 'spread-choice', this.#weight.element);
    const steps = create('div', 'scrubber-line', this.#scrubber, this.#position);
    this.#content.append(steps, pictures, table, through, this.#spreads.element);
    this.#part.body.append(this.#hint, this.#content);
    this.#part.onToggle(() => this.#tellWatch());
    this.#part.setVisible(false);
  }

  get element(): HTMLElement {
    return this.#part.element;
  }

  static place(_: PanelView, isWide: boolean): Place {
    return isWide ? 'results' : 'turn';
  }

  update({ state, results: { fits }, newest, former }: PanelView): void {
    if (!this.#isTold && this.#part.isOpen()) this.#tellWatch();
    this.#isTold = true;
    this.element.classList.toggle('former', former.fits);
    const fit = fits.findLast(({ steps }) => steps !== undefined);
    this.#part.setVisible(newest >= 0 && (this.#host.hasEditor || fit !== undefined));
    // What waits to be drawn is not to wait while the training does.
    const isDue = state.isPaused && this.#waiting !== undefined;
    if (!this.#take(fit) && !isDue) return;
    if (state.status === 'running' && !state.isPaused) this.#drawSoon();
    else this.#draw();
  }

  /** Returns whether there is anything new in the fit. */
  #take(fit: Fit | undefined): boolean {
    const former = this.#fit;
    if (fit?.steps === former?.steps && fit?.surface === former?.surface) return false;
    if (former !== undefined && fit?.steps?.steps[0] !== former.steps?.steps[0]) this.#chosen = null;
    this.#fit = fit;
    return true;
  }

  /** A few times a second: the figures take the page longer than the training its steps. */
  #drawSoon(): void {
    this.#waiting ??= setTimeout(() => this.#draw(), PAUSE);
  }

  get #steps(): FitSteps {
    return this.#fit?.steps ?? NO_STEPS;
  }

  /** Runs are recorded while the section is open: it costs them time. */
  #tellWatch(): void {
    this.#host.post({ type: 'watchTraining', wanted: this.#part.isOpen() });
    this.#draw();
  }

  #choose(): void {
    const { steps } = this.#steps;
    const index = Number(this.#scrubber.value);
    this.#chosen = index >= steps.length - 1 ? null : (steps[index]?.step ?? null);
    this.#draw();
  }

  /** Nothing is drawn that is not seen. */
  #draw(): void {
    clearTimeout(this.#waiting);
    this.#waiting = undefined;
    const { examples, steps } = this.#steps;
    this.#hint.hidden = steps.length > 0;
    this.#content.hidden = steps.length === 0;
    const index = this.#chosen === null ? steps.length - 1 : indexOf(steps, this.#chosen);
    const step = steps[index];
    if (step === undefined || !this.#part.isOpen()) return;
    this.#scrub(index, step);
    const figure = examples === null ? null : learnedFigure(examples, step);
    const sentence = examples === null ? '' : learnedSentence(examples, step);
    this.#picture.element.hidden = figure === null;
    if (figure !== null) this.#picture.show([figure], sentence);
    this.#drawSurface(step);
    this.#rows.replaceChildren(...step.weights.map(spreadRow));
    this.#drawSpreads(step);
  }

  #scrub(index: number, step: TrainingStep): void {
    const unit = this.#fit?.unit ?? 'step';
    const told = stepText(step, unit);
    this.#scrubber.max = String(this.#steps.steps.length - 1);
    this.#scrubber.value = String(index);
    this.#scrubber.style.setProperty('--position', String(index / Math.max(1, this.#steps.steps.length - 1)));
    this.#scrubber.setAttribute('aria-valuetext', told);
    setText(this.#position, told);
  }

  #drawSurface(step: TrainingStep): void {
    const surface = this.#fit?.surface ?? null;
    this.#surface.element.hidden = surface === null;
    if (surface !== null)
      this.#surface.show([withPosition(surfaceFigure(surface), surface, step)], surfaceSentence(surface));
  }

  #drawSpreads({ weights }: TrainingStep): void {
    const names = weights.map(({ name }) => name);
    if (!names.includes(this.#name)) this.#name = names[0] ?? '';
    this.#weight.setChoices(
      names.map((name) => ({ value: name, text: name })),
      this.#name,
    );
    const figures = spreadFigures(this.#steps.steps, this.#name, this.#fit?.unit ?? 'step');
    this.#spreads.element.hidden = figures.length === 0;
    if (figures.length > 0)
      this.#spreads.show(figures, t('How {0} and its gradient are spread, step by step.', this.#name));
  }
}

/** The newest step that is not later than `number`: single ones are given up while a training goes on. */
function indexOf(steps: readonly TrainingStep[], number: number): number {
  return Math.max(
    0,
    steps.findLastIndex(({ step }) => step <= number),
  );
}

/** `epoch 1.5: loss 0.231, gradient norm 1.3` */
function stepText({ x, loss, gradientNorm }: TrainingStep, unit: string): string {
  const place = positionName(unit, positionText(toNumber(x), unit, 4));
  if (loss === null || gradientNorm === null) return t('{0}: the end', place);
  const [value = '', norm = ''] = [loss, gradientNorm].map((real) => shortNumber(toNumber(real), 3));
  return t('{0}: loss {1}, gradient norm {2}', place, value, norm);
}
