/** Past runs as the table lists them: repetitions of a run stand behind the newest of them. */

import type { PastRun } from '../../../run-model/history.ts';

export interface RunGroup {
  /** The row that is always there. */
  readonly head: PastRun;
  /** Earlier ones with nothing changed in between, newest first. */
  readonly folded: readonly PastRun[];
}

/** Newest first. What was named, pinned or ended otherwise has a row of its own. */
export function runGroups(history: readonly PastRun[]): readonly RunGroup[] {
  const groups: { head: PastRun; folded: PastRun[] }[] = [];
  for (const run of history.toReversed()) {
    const last = groups.at(-1);
    if (last !== undefined && isRepetition(last.head) && isRepetition(run)) last.folded.push(run);
    else groups.push({ head: run, folded: [] });
  }
  return groups;
}

/** Nothing was changed before it, and nothing sets it apart. */
function isRepetition({ changes, name, pinned, status }: PastRun): boolean {
  return changes?.length === 0 && name === '' && !pinned && status === 'ok';
}
