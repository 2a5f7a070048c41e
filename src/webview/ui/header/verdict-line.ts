/** Whether the run solves the workbook's exercise, and what is missing. */

import type { Verdict } from '../../../checks/verdict.ts';
import { create, icon } from '../elements/dom.ts';
import { t } from '../words.ts';

export class VerdictLine {
  readonly element = create('div', 'verdict');
  #shown: Verdict | null = null;

  constructor() {
    this.element.hidden = true;
  }

  /** Null: there is nothing to judge. */
  update(verdict: Verdict | null): void {
    if (verdict === this.#shown) return;
    this.#shown = verdict;
    this.element.hidden = verdict === null;
    this.element.classList.toggle('solved', verdict?.solved ?? false);
    this.element.replaceChildren(...(verdict === null ? [] : partsOf(verdict)));
  }
}

function partsOf(verdict: Verdict): readonly HTMLElement[] {
  const text = create('div', '', create('strong', '', verdictTitle(verdict)));
  if (verdict.missing.length <= 1) text.append(` ${verdict.text}`);
  else text.append(listOf(verdict.missing));
  return [icon(verdict.solved ? 'pass-filled' : 'target'), text];
}

function listOf(sentences: readonly string[]): HTMLElement {
  return create('ul', '', ...sentences.map((sentence) => create('li', '', sentence)));
}

/** `Solved.`, `Not solved yet: 1 of 3.` */
export function verdictTitle({ solved, met, wanted }: Verdict): string {
  if (solved) return t('Solved.');
  return wanted === 1 ? t('Not solved yet.') : t('Not solved yet: {0} of {1}.', met, wanted);
}
