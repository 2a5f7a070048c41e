/** What two runs printed, beside each other around the first line in which they part. */

import type { Comparison } from '../../../compare/model.ts';
import type { EngineComparison } from '../../../run-model/engine-comparison.ts';
import { create, scrolled } from '../elements/dom.ts';
import { t } from '../words.ts';

/** Lines shown before the first difference, and in all. */
const BEFORE = 3;
const MOST = 14;

/** Nothing where neither has printed anything, or both the same. */
export function comparedText(
  sides: EngineComparison['sides'],
  comparison: Comparison | null,
): readonly HTMLElement[] {
  const part = comparison?.parts.find(
    ({ kind, first }) => first !== null && (kind === 'printed' || kind === 'displayed'),
  );
  if (part === undefined) return [];
  const place = part.first?.place;
  const line = part.kind === 'printed' && place?.kind === 'line' ? place.line : firstDifference(sides);
  const from = Math.max(0, line - 1 - BEFORE);
  return sides.map(({ name, printed }) => column(name, printed.slice(from, from + MOST), from + 1, line));
}

/** Number of the first line that is not the same, from 1. */
function firstDifference([one, other]: EngineComparison['sides']): number {
  const index = one.printed.findIndex((text, at) => text !== other.printed[at]);
  return 1 + (index < 0 ? one.printed.length : index);
}

/** @param first number of the first of `lines`; `marked`: of the one that differs */
function column(name: string, lines: readonly string[], first: number, marked: number): HTMLElement {
  const shown = lines.map((text, index) => {
    const isMarked = first + index === marked;
    const element = create(isMarked ? 'mark' : 'span', 'printed-line', `${text}\n`);
    element.dataset['line'] = String(first + index);
    return element;
  });
  const text = scrolled(create('pre', 'output', ...shown), t('Printed by {0}', name));
  return create('div', 'compared-text', create('h3', '', t('{0}, from line {1}', name, first)), text);
}
