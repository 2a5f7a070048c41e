/** Finds what repeats in a list, as the time steps of a recurrent network do, and makes a group of it. */

import type { Group, Item } from './items.ts';

/** Times that something has to be there one after the other. */
const LEAST_TIMES = 3;
/** Items of a list in which repetitions are looked for. */
const MOST_ITEMS = 3000;
/** Items of the longest step. */
const MOST_PERIOD = 200;

interface Repetition {
  readonly start: number;
  /** Items of a step. */
  readonly period: number;
  readonly times: number;
}

/** @param signatureOf the same for items that look the same; empty: it has no part in repetitions, and comes first in the list */
export function withRepeats(
  items: readonly Item[],
  path: string,
  signatureOf: (item: Item) => string,
): readonly Item[] {
  const signatures = items.map(signatureOf);
  const first = signatures.findIndex((signature) => signature !== '');
  if (first < 0) return items;
  const made = folded(items.slice(first), signatures.slice(first), path);
  return [...items.slice(0, first), ...made];
}

function folded(items: readonly Item[], signatures: readonly string[], path: string): readonly Item[] {
  const found = longest(signatures);
  if (found === null) return items;
  const { start, period, times } = found;
  const end = start + period * times;
  return [
    ...folded(items.slice(0, start), signatures.slice(0, start), `${path}<`),
    repetition(items.slice(start, end), found, path),
    ...folded(items.slice(end), signatures.slice(end), `${path}>`),
  ];
}

/** The repetition that takes up most items, of the shortest steps among those; null: nothing repeats. */
function longest(signatures: readonly string[]): Repetition | null {
  const { length } = signatures;
  if (length > MOST_ITEMS) return null;
  let best: Repetition | null = null;
  for (let period = 1; period <= Math.min(MOST_PERIOD, length / LEAST_TIMES); period++) {
    for (let at = 0, alike = 0; at + period <= length; at++) {
      if (at + period < length && signatures[at] === signatures[at + period]) {
        alike++;
        continue;
      }
      const times = Math.floor(alike / period) + 1;
      const covered = best === null ? 0 : best.period * best.times;
      if (times >= LEAST_TIMES && times * period > covered) best = { start: at - alike, period, times };
      alike = 0;
    }
  }
  return best;
}

function repetition(items: readonly Item[], { start, period, times }: Repetition, path: string): Group {
  const id = `${path}*${String(start)}`;
  const steps = [...Array(times).keys()].map((step): Item => {
    const inner = items.slice(step * period, (step + 1) * period);
    const [only] = inner;
    if (only !== undefined && inner.length === 1) return only;
    const at = { step: step + 1, times };
    return { id: `${id}/${String(step)}`, kind: 'step', name: '', at, type: '', items: inner };
  });
  const [first] = steps;
  const name = typeof first === 'object' && first.kind === 'module' ? first.name : '';
  return { id, kind: 'repeat', name, at: { times }, type: '', items: steps };
}
