/**
 * How far is it: a line for each epoch with what was measured and the time that it took, newest first, of networks and of
 * models that measure more than a loss.
 */

import {
  areEpochsTold,
  epochRows,
  usualEpochTime,
  type EpochRow,
} from '../../../training/protocol/epochs.ts';
import type { Fit } from '../../../run-model/state.ts';
import { curveName } from '../charts/loss-curves.ts';
import { cell, create, row, scrollable, setText } from '../elements/dom.ts';
import { section } from '../elements/section.ts';
import { duration, shortNumber, toNumber } from '../numbers.ts';
import type { Page, PanelView, Place } from '../panel-section.ts';
import { joined, plural, t, words } from '../words.ts';

/** Lines of which the place is there from the start, so that nothing below moves while they come. */
const MOST_RESERVED = 6;

/** Lines shown at once; older ones are told by the chart. */
const MOST_SHOWN = 100;

export class EpochsSection {
  readonly #part;
  readonly #head = create('thead');
  readonly #rows = create('tbody');
  readonly #frame;
  readonly #more = create('p', 'dim');
  readonly #progress = create('p', 'sentence');
  #shown: Fit | undefined;

  constructor({ host }: Page) {
    this.#part = section('epochs', t('Epochs'), host);
    const caption = create(
      'caption',
      'unseen',
      t('What was measured at the end of each epoch, newest first'),
    );
    this.#frame = scrollable(create('table', '', caption, this.#head, this.#rows), t('Epochs'));
    this.#part.body.append(this.#progress, this.#frame, this.#more);
    this.#part.setVisible(false);
  }

  get element(): HTMLElement {
    return this.#part.element;
  }

  static place(): Place {
    return 'results';
  }

  update({ results: { fits }, newest, choice, former }: PanelView): void {
    this.element.classList.toggle('former', former.fits);
    const fit = fits[typeof choice === 'number' ? choice : newest];
    if (fit === this.#shown) return;
    this.#shown = fit;
    const isTold = fit?.unit === 'epoch' && (areEpochsTold(fit.curves) || fit.layers !== undefined);
    this.#part.setVisible(isTold);
    if (isTold) this.#render(fit);
  }

  #render(fit: Fit): void {
    const { curves, epochs, completed, epochTimes = [] } = fit;
    const rows = epochRows(curves.map(pointsOf)).toReversed();
    const took = new Map(epochTimes);
    const isTimed = epochTimes.length > 0 || completed === null;
    const names = curves.map(({ label }) => curveName(label));
    const headings = [t('epoch'), ...names, ...(isTimed ? [t('time')] : [])];
    setText(this.#progress, progressSentence(fit));
    this.#head.replaceChildren(row(...headings.map((heading) => cell(heading, 'col'))));
    this.#rows.replaceChildren(
      ...rows.slice(0, MOST_SHOWN).map((told) => epochRow(told, epochs, took.get(told.epoch))),
    );
    const reserved = Math.min(MOST_RESERVED, Math.max(epochs, rows.length));
    this.#frame.style.setProperty('--rows', String(reserved));
    setText(this.#more, rows.length > MOST_SHOWN ? t('The last {0} of {1}.', MOST_SHOWN, rows.length) : '');
  }
}

/** `Epoch 4 of 10; 3.2 s an epoch, about 22.4 s left.`, and when it is over `10 epochs, 3.2 s an epoch.` */
function progressSentence({ epochs, completed, epochTimes = [] }: Fit): string {
  const usual = usualEpochTime(epochTimes);
  if (completed !== null)
    return usual === null
      ? plural(completed, '{0} epoch.', '{0} epochs.')
      : plural(completed, '{0} epoch, {1} an epoch.', '{0} epochs, {1} an epoch.', duration(usual));
  const done = epochTimes.at(-1)?.[0] ?? 0;
  const known = epochs > done;
  const [at, all] = [words.number(done + 1), words.number(epochs)];
  if (usual === null) return known ? t('Epoch {0} of {1}.', at, all) : t('Epoch {0}.', at);
  const pace = t('{0} an epoch', duration(usual));
  if (!known) return t('Epoch {0}; {1}.', at, pace);
  const left = t('about {0} left', duration(usual * (epochs - done)));
  return t('Epoch {0} of {1}; {2}.', at, all, joined([pace, left]));
}

/** All points that are kept of a curve. */
function pointsOf({ label, points, open, last }: Fit['curves'][number]) {
  return { label, points: [...points, ...open, ...(last === null ? [] : [last])] };
}

function epochRow(
  { epoch, values }: EpochRow,
  epochs: number,
  milliseconds: number | undefined,
): HTMLTableRowElement {
  const name = epochs > 0 ? `${String(epoch)}/${String(epochs)}` : String(epoch);
  const texts = values.map((value) => (value === null ? '' : shortNumber(toNumber(value), 4)));
  const time = milliseconds === undefined ? '' : duration(milliseconds);
  return row(cell(name, 'row'), ...texts.map((text) => cell(text)), cell(time));
}
