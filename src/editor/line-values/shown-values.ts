/** What the lines of one document gave names to when they last ran, kept true through edits and further runs. */

import type { Broadcast, LineValue, LineValuesMessage } from '../../training/protocol/protocol.ts';
import type { LineSpan } from '../decorations/shown-notes.ts';
import type { PlainChange } from '../run-problems.ts';

export interface ShownValues {
  readonly values: readonly LineValue[];
  readonly broadcasts: readonly Broadcast[];
  /** The code that ran. */
  readonly code: readonly LineSpan[];
  /** It has changed since. */
  readonly isOutdated: boolean;
}

/** Names, and broadcasts, that are kept of a document: more than the engine tells of a run. */
const MOST = 1000;

export const NO_VALUES: ShownValues = { values: [], broadcasts: [], code: [], isOutdated: false };

/** The part of a message that is about one document, of which these lines run. */
export function ofDocument(
  { values, broadcasts }: Pick<LineValuesMessage, 'values' | 'broadcasts'>,
  document: string,
  code: readonly LineSpan[],
): ShownValues {
  return {
    values: values.filter((value) => value.document === document),
    broadcasts: broadcasts.filter((broadcast) => broadcast.document === document),
    code,
    isOutdated: false,
  };
}

/** What is known while a run goes on: names that it has not come to stay as they were. */
export function during(shown: ShownValues, told: ShownValues): ShownValues {
  const keys = new Set(told.values.map(keyOf));
  const lines = new Set(told.broadcasts.map(({ line }) => line));
  return {
    values: [...shown.values.filter((value) => !keys.has(keyOf(value))), ...told.values].slice(-MOST),
    broadcasts: [...shown.broadcasts.filter(({ line }) => !lines.has(line)), ...told.broadcasts].slice(-MOST),
    code: union(shown.code, told.code),
    isOutdated: shown.isOutdated,
  };
}

/** What is known after a run: of its lines what it told, all else is as it was. */
export function after(shown: ShownValues, told: ShownValues): ShownValues {
  const isElsewhere = ({ line }: { readonly line: number }): boolean =>
    !told.code.some(({ first, last }) => first <= line && line <= last);
  const values = shown.values.filter(isElsewhere);
  return {
    values: [...values, ...told.values].slice(-MOST),
    broadcasts: [...shown.broadcasts.filter(isElsewhere), ...told.broadcasts].slice(-MOST),
    code: union(shown.code, told.code),
    isOutdated: shown.isOutdated && values.length > 0,
  };
}

/**
 * After an edit: what stands in the edited lines is gone, what stands below moves with them.
 * @param isLive an edit of the code is followed by a run; else all that it told is gone, for it may be wrong
 */
export function afterEdit(shown: ShownValues, { range, added }: PlainChange, isLive: boolean): ShownValues {
  const [start, end] = [range.start.line + 1, range.end.line + 1];
  const isOfCode = shown.code.some(({ first, last }) => start <= last && end >= first);
  if (isOfCode && !isLive) return NO_VALUES;
  const by = added - (end - start);
  const isKept = ({ line }: { readonly line: number }): boolean => line < start || line > end;
  const moved = (line: number): number => (line > end ? line + by : line);
  return {
    values: shown.values.filter(isKept).map((value) => ({ ...value, line: moved(value.line) })),
    broadcasts: shown.broadcasts
      .filter(isKept)
      .map((broadcast) => ({ ...broadcast, line: moved(broadcast.line), endLine: moved(broadcast.endLine) })),
    code: shown.code.map(({ first, last }) => ({ first: moved(first), last: moved(last) })),
    isOutdated: shown.isOutdated || isOfCode,
  };
}

function union(some: readonly LineSpan[], others: readonly LineSpan[]): readonly LineSpan[] {
  const isApart = ({ first, last }: LineSpan): boolean =>
    !others.some((other) => first <= other.last && last >= other.first);
  return [...some.filter(isApart), ...others];
}

function keyOf({ line, kind, name }: LineValue): string {
  return `${line} ${kind} ${name}`;
}
