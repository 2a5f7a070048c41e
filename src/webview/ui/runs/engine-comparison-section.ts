/** The exercise on the built-in engine beside PyTorch: how far they agree, curves over each other, and what differs. */

import type { ComparedPart, Comparison } from '../../../compare/model.ts';
import { verdictText } from '../../../compare/wording.ts';
import type { ComparedSide, EngineComparison } from '../../../run-model/engine-comparison.ts';
import type { Fit } from '../../../run-model/state.ts';
import { isValidation } from '../../../training/protocol/curve-names.ts';
import { curveName, type ShownCurve } from '../charts/loss-curves.ts';
import { button, type Button } from '../elements/controls.ts';
import { cell, create, icon, row, scrollable } from '../elements/dom.ts';
import { section } from '../elements/section.ts';
import type { Host } from '../host.ts';
import { duration, shortNumber, toNumber } from '../numbers.ts';
import type { Page, PanelView, Place } from '../panel-section.ts';
import { ComparedCurves } from './compared-curves.ts';
import { ABSENT, tableRows, weightLines, type Line } from './compared-lines.ts';
import { comparedText } from './compared-text.ts';
import { all, t } from '../words.ts';

/** How a run ended. */
const ENDED = { ok: t('ok'), error: t('error'), stopped: t('stopped'), timeout: t('time limit') } as const;

const ICONS = { same: 'pass', close: 'pass', different: 'warning' } as const;

type Sides = EngineComparison['sides'];

export class EngineComparisonSection {
  readonly #part;
  readonly #verdict = create('p', 'sentence engine-verdict');
  readonly #curves: ComparedCurves;
  readonly #head = create('thead');
  readonly #rows = create('tbody');
  readonly #table;
  readonly #texts = create('div', 'compared-texts');
  readonly #stop: Button;
  readonly #again: Button;
  readonly #copy: Button;
  #shown: EngineComparison | null = null;

  readonly #host: Host;

  constructor({ host, theme }: Page) {
    this.#host = host;
    this.#part = section('engine-comparison', t('Compare with PyTorch'), host);
    this.#curves = new ComparedCurves(theme, () => this.#render());
    const name = t('The built-in engine beside PyTorch, what differs first');
    const caption = create('caption', 'unseen', name);
    this.#table = scrollable(create('table', 'compare-table', caption, this.#head, this.#rows), name);
    this.#stop = this.#wish(t('Stop'), 'debug-stop', t('Stop both runs'), 'stop');
    this.#copy = this.#wish(
      t('Copy for a report'),
      'copy',
      t('Copy a line for a bug report: no paths, no names, no code'),
      'copy',
    );
    this.#again = button({
      label: t('Compare again'),
      icon: 'refresh',
      iconOnly: true,
      look: 'quiet',
      title: t('Run both again'),
      onPress: () => host.post({ type: 'takeStep', step: 'compareWithPyTorch' }),
    });
    const close = this.#wish(t('Close'), 'close', t('Close the comparison'), 'close');
    this.#part.actions.append(...[this.#stop, this.#copy, this.#again, close].map(({ element }) => element));
    this.#verdict.setAttribute('role', 'status');
    this.#part.body.append(this.#verdict, ...this.#curves.elements, this.#table, this.#texts);
    this.#part.setVisible(false);
  }

  get element(): HTMLElement {
    return this.#part.element;
  }

  static place(): Place {
    return 'results';
  }

  update({ state: { engineComparison } }: PanelView): void {
    if (engineComparison === this.#shown) return;
    this.#shown = engineComparison;
    this.#render();
  }

  #wish(label: string, icon: string, title: string, wish: 'stop' | 'close' | 'copy'): Button {
    const onPress = (): void => this.#host.post({ type: 'engineComparison', wish });
    return button({ label, icon, iconOnly: true, look: 'quiet', title, onPress });
  }

  #render(): void {
    const compared = this.#shown;
    this.#part.setVisible(compared !== null && this.#host.hasEditor);
    if (compared === null) return;
    const { status, sides, comparison } = compared;
    this.#stop.element.hidden = status !== 'running';
    this.#again.element.hidden = status === 'running';
    this.#copy.element.hidden = comparison === null;
    const sentence = this.#renderVerdict(compared);
    const number = fitNumber(comparison);
    const fits = sides.map((side) => side.fits[fitIndex(side, number)]);
    this.#curves.update(
      fits.flatMap((fit, side) => curvesOf(fit, sides[side]?.name ?? '', side)),
      fits.filter((fit) => fit !== undefined),
      sentence,
    );
    this.#renderTable(sides, comparison, fits);
    this.#texts.replaceChildren(...comparedText(sides, comparison));
  }

  #renderVerdict({ status, sides, problem, comparison }: EngineComparison): string {
    const glyph =
      comparison === null ? icon(status === 'running' ? 'loading' : 'info') : icon(ICONS[comparison.verdict]);
    glyph.classList.toggle('codicon-modifier-spin', status === 'running');
    const text = comparison === null ? unfinishedText(status, sides, problem) : verdictText(comparison, t);
    this.#verdict.className = `sentence engine-verdict ${comparison?.verdict ?? ''}`;
    this.#verdict.replaceChildren(glyph, create('span', '', text));
    return text;
  }

  #renderTable(sides: Sides, comparison: Comparison | null, fits: readonly (Fit | undefined)[]): void {
    this.#table.hidden = sides.every((side) => side.status === null);
    this.#head.replaceChildren(
      row(...['', ...sides.map(({ name }) => name)].map((name) => cell(name, 'col'))),
    );
    const lines = [...sideLines(sides), ...curveLines(fits, comparison), ...weightLines(fits[0], fits[1])];
    this.#rows.replaceChildren(...tableRows(lines));
  }
}

function unfinishedText(status: EngineComparison['status'], sides: Sides, problem: string | null): string {
  if (status === 'failed') return problem ?? t('They could not be compared.');
  if (status === 'stopped') return t('Stopped.');
  const waited = sides.filter((side) => side.status === null).map(({ name }) => name);
  return t('Running: {0}', all(waited));
}

/** The fit that is shown: the first in which they part, else the last; counted from 1. */
function fitNumber(comparison: Comparison | null): number | null {
  const isOfFit = ({ kind, first }: ComparedPart): boolean =>
    first !== null && (kind === 'curve' || kind === 'weight');
  return comparison?.parts.find(isOfFit)?.number ?? null;
}

/** Of the past fits that are kept, which are the last ones. */
function fitIndex({ fits }: ComparedSide, number: number | null): number {
  return number === null ? fits.length - 1 : Math.min(number, fits.length) - 1;
}

/** PyTorch's are dashed, so that the other ones show between the dashes where they agree. */
function curvesOf(fit: Fit | undefined, name: string, side: number): readonly ShownCurve[] {
  return (fit?.curves ?? []).map((curve) => ({
    label: `${name} ${curveName(curve.label)}`,
    entry: `${name} ${curveName(curve.label)}`,
    color: side + (isValidation(curve.label) ? 2 : 0),
    dashed: side === 1,
    pinned: false,
    curve,
  }));
}

function sideLines(sides: Sides): readonly Line[] {
  const both = (name: string, text: (side: ComparedSide) => string): Line => ({
    name,
    texts: [text(sides[0]), text(sides[1])],
  });
  const error = ({ error: raised }: ComparedSide): string =>
    raised === null
      ? ABSENT
      : raised.line === null
        ? `${raised.type}: ${raised.message}`
        : t('{0} (line {1})', `${raised.type}: ${raised.message}`, raised.line);
  const lines = [both(t('ended'), ({ status }) => (status === null ? ABSENT : ENDED[status]))];
  if (sides.some((side) => side.error !== null)) lines.push(both(t('error'), error));
  const time = both(t('time'), ({ milliseconds }) =>
    milliseconds === null ? ABSENT : duration(milliseconds),
  );
  // Nobody expects them to take the same time.
  return [...lines, { ...time, differs: false }];
}

/** Where each curve ended; a difference is one that the comparison found. */
function curveLines(
  [one, other]: readonly (Fit | undefined)[],
  comparison: Comparison | null,
): readonly Line[] {
  const curves = [...(one?.curves ?? []), ...(other?.curves ?? [])];
  const labels = [...new Set(curves.map(({ label }) => label))];
  const end = (fit: Fit | undefined, label: string): string => {
    const last = fit?.curves.find((curve) => curve.label === label)?.last;
    return last === null || last === undefined ? ABSENT : shortNumber(toNumber(last[1]), 7);
  };
  const differs = (label: string): boolean =>
    comparison?.parts.some(({ kind, name, first }) => kind === 'curve' && name === label && first !== null) ??
    false;
  return labels.map((label) => ({
    name: curveName(label),
    texts: [end(one, label), end(other, label)],
    differs: differs(label),
  }));
}
