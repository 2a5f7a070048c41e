/** How far from the truth: learned, true and difference per element, each difference with a signed bar. */

import type { Surface, Weight } from '../../../training/protocol/protocol.ts';
import { cell, create, row, scrollable, setText } from '../elements/dom.ts';
import { alignedNumber, shortNumber, signedNumber } from '../numbers.ts';
import { section } from '../elements/section.ts';
import { WeightCharts } from './weight-charts.ts';
import { scatterFigure } from './weight-figures.ts';
import type { PathPoint } from '../../../run-model/fit.ts';
import { FigureSlot } from '../figures/figure-slot.ts';
import { samePinned, type PinnedFit } from '../charts/loss-curves.ts';
import { learnedOf, weightRows, weightsSentence, type WeightRow } from './weight-rows.ts';
import { WeightSummaries } from './weight-summaries.ts';
import type { Page, PanelView, Place } from '../panel-section.ts';
import { pinnedFits } from '../loss/loss-views.ts';
import type { Fit } from '../../../run-model/state.ts';
import { plural, t } from '../words.ts';

const ABSENT = '\u2013';

/** Headings of the section: with a truth to compare with, and without. */
const COMPARED = t('Learned and true');
const ALONE = t('Learned weights');

const NOTHING: Pick<Fit, 'weights' | 'path' | 'surface'> = { weights: [], path: [], surface: null };

export class WeightsSection {
  readonly #part;
  readonly #table = create('table', 'weights-table');
  readonly #caption = create('caption', 'unseen');
  readonly #head = create('thead');
  readonly #rows = create('tbody');
  readonly #more = create('p', 'dim');
  readonly #sentence = create('p', 'sentence');
  readonly #tablePlace: HTMLElement;
  readonly #summaries = new WeightSummaries();
  readonly #scatter: FigureSlot;
  readonly #charts: WeightCharts;
  #shown: readonly Weight[] = [];
  #pinned: readonly PinnedFit[] = [];

  constructor({ host, theme }: Page) {
    this.#part = section('weights', COMPARED, host);
    this.#table.append(this.#caption, this.#head, this.#rows);
    this.#tablePlace = scrollable(this.#table, ALONE);
    this.#scatter = new FigureSlot(t('Learned against true values'), theme);
    this.#charts = new WeightCharts(host, theme);
    this.#part.body.append(
      this.#scatter.element,
      this.#tablePlace,
      this.#summaries.element,
      this.#more,
      this.#sentence,
      this.#charts.element,
    );
    this.#part.setVisible(false);
  }

  get element(): HTMLElement {
    return this.#part.element;
  }

  /** Below the curve, where there are two columns; in one the controls come first, so that their effect is in view. */
  static place(_: PanelView, isWide: boolean): Place {
    return isWide ? 'results' : 'turn';
  }

  update({ state, results: { fits }, newest, choice, former }: PanelView): void {
    this.element.classList.toggle('former', former.fits);
    const chosen = fits[typeof choice === 'number' ? choice : newest];
    const { weights, path, surface } = chosen ?? NOTHING;
    // Weights of an earlier run are shown until this one has its own.
    const isFormer = !state.results.fits.some((own) => own.weights === weights);
    this.#show(weights, isFormer, pinnedFits(state.history, choice), path, surface);
  }

  #show(
    weights: readonly Weight[],
    former: boolean,
    pinned: readonly PinnedFit[],
    path: readonly PathPoint[],
    surface: Surface | null,
  ): void {
    this.#charts.showPath(path);
    if (!former) this.#charts.showSurface(surface);
    this.#part.body.classList.toggle('former', former);
    if (weights === this.#shown && samePinned(pinned, this.#pinned)) return;
    this.#shown = weights;
    this.#pinned = pinned;
    this.#part.setVisible(weights.length > 0);
    const { rows, more, ranked, summarized } = weightRows(weights);
    this.#scatter.show(ranked ? scatterFigure(weights) : null);
    this.#charts.showWeights(weights);
    this.#summaries.show(summarized);
    const compared = rows.some((candidate) => candidate.true !== null);
    this.#name(compared);
    this.#tablePlace.hidden = rows.length === 0;
    const most = Math.max(0, ...rows.map(({ difference }) => finiteSize(difference)));
    this.#head.replaceChildren(headingRow(compared, pinned));
    this.#table.classList.toggle('compared', compared);
    this.#rows.replaceChildren(
      ...rows.map((weight) => weightRow(weight, compared, most, pinnedCells(weight, pinned))),
    );
    setText(this.#more, moreText(more, ranked));
    setText(this.#sentence, weightsSentence(weights));
  }

  #name(compared: boolean): void {
    this.#part.setHeading(compared ? COMPARED : ALONE);
    const name = compared ? t('Learned weights beside the true weights of the data') : ALONE;
    setText(this.#caption, name);
    this.#tablePlace.setAttribute('aria-label', name);
  }
}

function moreText(more: number, ranked: boolean): string {
  if (more === 0) return '';
  return ranked
    ? plural(
        more,
        'The largest differences; {0} more element in the chart above.',
        'The largest differences; {0} more elements in the chart above.',
      )
    : plural(more, '{0} more element not shown.', '{0} more elements not shown.');
}

function headingRow(compared: boolean, pinned: readonly PinnedFit[]): HTMLTableRowElement {
  const own = [t('weight'), t('learned'), ...(compared ? [t('true'), t('difference'), ''] : [])];
  const behind = pinned.map(({ label }) => {
    const heading = cell(label, 'col');
    heading.className = 'pinned';
    heading.title = label;
    return heading;
  });
  return row(...own.map((heading) => cell(heading, 'col')), ...behind);
}

function nameCell(name: string): HTMLTableCellElement {
  const heading = cell(name, 'row');
  heading.title = name;
  return heading;
}

function weightRow(
  weight: WeightRow,
  compared: boolean,
  most: number,
  pinned: readonly HTMLTableCellElement[],
): HTMLTableRowElement {
  const start = [nameCell(weight.name), cell(alignedNumber(weight.learned))];
  if (!compared) return row(...start, ...pinned);
  const truth = cell(weight.true === null ? ABSENT : shortNumber(weight.true, 5));
  const difference = differenceCell(weight);
  return row(...start, truth, difference, bar(weight.difference, most), ...pinned);
}

/** Of a weight of one number with the error in per cent, which has no unit. */
function differenceCell(weight: WeightRow): HTMLTableCellElement {
  if (weight.difference === null) return cell(ABSENT);
  const element = cell(signedNumber(weight.difference, 3));
  if (weight.name !== weight.weight || weight.true === null || weight.true === 0) return element;
  const share = (100 * Math.abs(weight.difference)) / Math.abs(weight.true);
  if (Number.isFinite(share)) element.append(' ', create('span', 'share', `${shortNumber(share, 2)} %`));
  return element;
}

/** What each pinned run learned for the same element. */
function pinnedCells(weight: WeightRow, pinned: readonly PinnedFit[]): readonly HTMLTableCellElement[] {
  return pinned.map(({ fit, label }) => {
    const learned = learnedOf(fit.weights, weight);
    const element = cell(learned === null ? ABSENT : alignedNumber(learned));
    element.classList.add('pinned');
    // Where there is no room for columns, it stands before the value.
    element.dataset['run'] = label;
    return element;
  });
}

/** Decoration: left of the middle when learned is below the truth, right when above; the longest error fills its half. */
function bar(difference: number | null, most: number): HTMLTableCellElement {
  const place = create('td', 'bar-place');
  place.setAttribute('aria-hidden', 'true');
  if (difference === null || !Number.isFinite(difference) || most === 0) return place;
  const length = create('span', difference < 0 ? 'below' : 'above');
  length.style.setProperty('width', `${((Math.abs(difference) / most) * 50).toFixed(1)}%`);
  place.append(create('span', 'bar', length));
  return place;
}

function finiteSize(difference: number | null): number {
  return difference !== null && Number.isFinite(difference) ? Math.abs(difference) : 0;
}
