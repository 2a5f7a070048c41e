/** A sweep's results value by value, with a button that takes a value over. */

import type { SweepRow, Spread } from '../../../sweep/rows.ts';
import { cell, create, row, scrollable } from '../elements/dom.ts';
import { lossCurve } from '../../../training/protocol/curve-names.ts';
import { curveName } from '../charts/loss-curves.ts';
import { duration } from '../numbers.ts';
import { problemText, spreadTexts, sweptText } from './sweep-text.ts';
import { t } from '../words.ts';

export interface SweepTableModel {
  /** Of the parameter. */
  readonly name: string;
  readonly rows: readonly SweepRow[];
  /** Colour of each value's curves. */
  readonly colors: readonly string[];
  /** Index of the value that runs use now; -1: none of them. */
  readonly current: number;
  /** Whether values can be taken over: the code still has the parameter. */
  readonly usable: boolean;
  readonly onUse: (row: SweepRow) => void;
}

const ABSENT = '\u2013';
/** Not run yet. */
const WAITING = '\u2026';

export class SweepTable {
  readonly element;
  readonly #head = create('thead');
  readonly #rows = create('tbody');

  constructor() {
    const name = t(
      'Results of the sweep by value; with several seeds their mean, and half the distance of least and most',
    );
    const caption = create('caption', 'unseen', name);
    this.element = scrollable(create('table', 'sweep-table', caption, this.#head, this.#rows), name);
  }

  /** The button that had the focus gets it again. */
  update(model: SweepTableModel): void {
    const focused = this.element.contains(document.activeElement)
      ? (document.activeElement as HTMLElement).dataset['focus']
      : undefined;
    const labels = model.rows[0]?.losses.map(({ label }) => label) ?? [];
    const hasErrors = model.rows.some(({ weightError }) => weightError !== null);
    const head = [model.name, ...labels.map(curveName), ...(hasErrors ? [t('w error')] : []), t('time')];
    const headings = head.map((heading) => cell(heading, 'col'));
    const tools = create('th', '', create('span', 'unseen', t('use')));
    this.#head.replaceChildren(row(...headings, tools));
    markSecondary(headings, labels);
    this.#rows.replaceChildren(
      ...model.rows.flatMap((result, index) => tableRows(result, index, hasErrors, model)),
    );
    if (focused !== undefined) this.#rows.querySelector<HTMLElement>(`[data-focus="${focused}"]`)?.focus();
  }
}

/** The row of a value; what went wrong stands in place of its numbers, or below them where some seeds have any. */
function tableRows(
  result: SweepRow,
  index: number,
  hasErrors: boolean,
  model: SweepTableModel,
): HTMLTableRowElement[] {
  const numbers = result.losses.map(({ spread }) => spread).concat(hasErrors ? [result.weightError] : []);
  const isEmpty = numbers.every((spread) => spread === null);
  const hasProblem = result.problems.length > 0;
  const waiting = result.outcomes.length === 0;
  const middle =
    hasProblem && isEmpty
      ? [problemCell(result, Math.max(1, numbers.length))]
      : numbers.map((spread) => spreadCell(spread, waiting));
  const labels = result.losses.map(({ label }) => label);
  if (middle.length === numbers.length) markSecondary([null, ...middle], labels);
  const time = cell(result.milliseconds === null ? WAITING : duration(result.milliseconds));
  const own = row(
    valueCell(result, model.colors[index] ?? ''),
    ...middle,
    time,
    useCell(result, index, model),
  );
  own.classList.toggle('current', index === model.current);
  if (!hasProblem || isEmpty) return [own];
  return [own, row(problemCell(result, numbers.length + 3))];
}

/** Losses other than the telling one give way where there is no room. `cells`: those of the losses begin at 1. */
function markSecondary(cells: readonly (HTMLElement | null)[], labels: readonly string[]): void {
  const telling = lossCurve(labels.map((label) => ({ label })))?.label;
  labels.forEach((label, index) => {
    cells[index + 1]?.classList.toggle('secondary', label !== telling);
  });
}

function valueCell({ value }: SweepRow, color: string): HTMLTableCellElement {
  const heading = cell('', 'row');
  const swatch = create('span', 'swatch disc');
  swatch.style.setProperty('color', color);
  heading.append(create('span', 'entry', swatch, sweptText(value)));
  return heading;
}

function spreadCell(spread: Spread | null, waiting: boolean): HTMLTableCellElement {
  if (spread === null) return cell(waiting ? WAITING : ABSENT);
  const { mean, reach, range } = spreadTexts(spread);
  const element = cell(mean);
  element.title = range;
  if (reach !== '') element.append(create('span', 'reach', reach));
  return element;
}

function problemCell(result: SweepRow, columns: number): HTMLTableCellElement {
  const element = create('td', 'problem', problemText(result));
  element.colSpan = columns;
  return element;
}

function useCell(result: SweepRow, index: number, model: SweepTableModel): HTMLTableCellElement {
  const isCurrent = index === model.current;
  const label = t('Use {0} {1}', model.name, sweptText(result.value));
  const use = create('button', 'link', isCurrent ? t('in use') : t('Use'));
  use.type = 'button';
  use.title = label;
  use.dataset['focus'] = `use ${String(index)}`;
  use.setAttribute('aria-label', label);
  use.setAttribute('aria-pressed', String(isCurrent));
  use.disabled = !model.usable;
  use.addEventListener('click', () => model.onUse(result));
  return create('td', 'tools', use);
}
