/** What a run says of single lines of its code: the results of a fit, the latest that was printed. */

import type { Place, PrintedLine, Real, RunEvent } from '../../training/protocol/protocol.ts';
import type { Fit } from '../../run-model/fit.ts';
import { progressText } from '../outcomes.ts';
import type { Translate } from '../../advice/translate.ts';

export interface LineNote {
  /** 1-based. */
  readonly line: number;
  /** One line, to stand behind the code. */
  readonly text: string;
  /** All that was printed, where `text` is only its beginning. */
  readonly whole: string | null;
}

/** Characters of a note; printed text may be any length. */
const MOST_CHARACTERS = 80;
/** Weights whose error is told; the panel has them all. */
const MOST_WEIGHTS = 3;

export class LineNotes {
  readonly #printed = new Map<number, PrintedLine>();
  /** Of each fit the line that trains. */
  readonly #fits = new Map<number, Place>();

  /** @param document as the engine calls it; what happens in others is left out */
  constructor(
    private readonly document: string,
    private readonly t: Translate,
  ) {}

  accept(event: RunEvent): void {
    if (event.type === 'fitStarted' && event.place?.document === this.document) {
      this.#fits.set(event.fit, event.place);
    } else if (event.type === 'printed') {
      for (const line of event.lines) if (line.document === this.document) this.#printed.set(line.line, line);
    }
  }

  /** One note a line, in the order of the lines. @param fits of the run so far */
  all(fits: readonly Fit[]): readonly LineNote[] {
    const notes = new Map<number, LineNote>();
    for (const printed of this.#printed.values()) notes.set(printed.line, this.#printedNote(printed));
    for (const [index, { line }] of this.#fits) {
      const fit = fits[index];
      if (fit !== undefined) notes.set(line, { line, text: this.#fitText(fit), whole: null });
    }
    return [...notes.values()].filter(({ text }) => text !== '').sort((a, b) => a.line - b.line);
  }

  #printedNote({ line, text, count }: PrintedLine): LineNote {
    const [first = ''] = text.trim().split('\n');
    const shown = first.length > MOST_CHARACTERS ? `${first.slice(0, MOST_CHARACTERS)}…` : first;
    const isWhole = shown === text.trim();
    return {
      line,
      text: [shown, isWhole || shown.endsWith('…') ? '' : ' …', count > 1 ? `  ×${String(count)}` : ''].join(
        '',
      ),
      whole: isWhole ? null : text,
    };
  }

  #fitText(fit: Fit): string {
    const losses = fit.curves.flatMap(({ label, last }) =>
      last === null ? [] : [`${label} ${short(last[1])}`],
    );
    if (fit.completed === null) return [...progressText({ fits: [fit] }, this.t), ...losses].join(' · ');
    return [...this.#shortOf(fit), ...losses, ...this.#errors(fit)].join(' · ');
  }

  /** A fit that was ended before its last epoch does not look as if it had come there. */
  #shortOf({ completed, epochs, unit }: Fit): string[] {
    if (completed === null || unit === 'step' || completed >= epochs) return [];
    return [this.t('ended after {0} of {1} epochs', completed, epochs)];
  }

  /** Of each weight with a true value the largest difference. */
  #errors({ weights }: Fit): string[] {
    const compared = weights.flatMap(({ name, difference }) =>
      difference === null || difference.length === 0 ? [] : [{ name, error: largest(difference) }],
    );
    const told = compared
      .slice(0, MOST_WEIGHTS)
      .map(({ name, error }) => this.t('{0} off by {1}', name, short(error)));
    return compared.length > MOST_WEIGHTS ? [...told, '…'] : told;
  }
}

/** The difference farthest from zero; what is not finite is farther than all else. */
function largest(differences: readonly Real[]): Real {
  const size = (value: Real): number => (typeof value === 'number' ? Math.abs(value) : Infinity);
  return differences.reduce((most, value) => (size(value) > size(most) ? value : most));
}

function short(value: Real): string {
  return typeof value === 'string' ? value : String(Number(value.toPrecision(3)));
}
