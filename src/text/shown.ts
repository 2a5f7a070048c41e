/** Messages of the engine with a stranger's text in them made visible. */
import { visible } from './visible.ts';

/** Keys whose strings name something and are compared: they are no text to show. */
const NAMES = new Set(['document']);

function isOfNumbers(list: readonly unknown[]): boolean {
  const [first] = list;
  return first === undefined || typeof first === 'number' || (Array.isArray(first) && isOfNumbers(first));
}

/**
 * A message of the engine with every text in it made visible (`visible.ts`), for whoever shows it. What has nothing to be
 * changed stays the same object.
 */
export function shown<T>(message: T): T {
  return shownPart(message) as T;
}

function shownPart(part: unknown): unknown {
  if (typeof part === 'string') return visible(part);
  if (typeof part !== 'object' || part === null) return part;
  if (Array.isArray(part)) return isOfNumbers(part) ? part : shownList(part);
  const entries = Object.entries(part as Record<string, unknown>);
  const made = entries.map(([key, value]): [string, unknown] => [
    visible(key),
    NAMES.has(key) ? value : shownPart(value),
  ]);
  const isSame = made.every(
    ([key, value], index) => key === entries[index]?.[0] && value === entries[index][1],
  );
  return isSame ? part : Object.fromEntries(made);
}

function shownList(list: readonly unknown[]): readonly unknown[] {
  const made = list.map(shownPart);
  return made.every((value, index) => value === list[index]) ? list : made;
}
