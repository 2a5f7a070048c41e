/** Past runs in words: pure functions. */

import { hasDiverged, type FinalLoss } from '../../../training/protocol/fit-end.ts';
import type { Real } from '../../../training/protocol/protocol.ts';
import type { Change, PastRun } from '../../../run-model/history.ts';
import { lossCurve } from '../../../training/protocol/curve-names.ts';
import { shortNumber, toNumber } from '../numbers.ts';
import { valueText } from '../parameters/parameter-value.ts';
import { joined, plural, t } from '../words.ts';

/** What changed since the run before, in one line. */
export function changesText(changes: readonly Change[] | null): string {
  if (changes === null) return t('first run');
  if (changes.length === 0) return t('no change');
  return joined(changes.map(changeText));
}

function changeText(change: Change): string {
  if (change.kind === 'lines') return plural(countLines(change), '{0} changed line', '{0} changed lines');
  return `${change.name} ${valueText(change.from)} \u2192 ${valueText(change.to)}`;
}

/** A line that was replaced counts once. */
function countLines({ removed, added, more }: Extract<Change, { kind: 'lines' }>): number {
  return Math.max(removed.length, added.length) + more;
}

/** `#11 lr 2`: number and the learner's name, else what was new about it. */
export function runName(run: PastRun): string {
  const news = (run.changes ?? []).flatMap((change) =>
    change.kind === 'parameter' ? [`${change.name} ${valueText(change.to)}`] : [],
  );
  return [`#${String(run.number)}`, run.name === '' ? (news[0] ?? '') : run.name].join(' ').trim();
}

/** The loss that speaks for the run: of validation where there is one. */
function tellingLoss({ losses }: PastRun): FinalLoss | undefined {
  return lossCurve(losses);
}

export interface Told {
  readonly text: string;
  readonly bad: boolean;
}

export function lossText(run: PastRun): Told {
  const diverged = run.losses.find((loss) => loss.diverged !== null)?.diverged;
  const loss = tellingLoss(run);
  if (diverged !== undefined && diverged !== null) return told(diverged[1]);
  if (loss === undefined) return { text: '\u2013', bad: false };
  return { ...told(loss.value), ...(loss.risen === true ? { bad: true } : {}) };
}

export function weightErrorText({ weightError }: PastRun): Told {
  if (weightError === null) return { text: '\u2013', bad: false };
  return typeof weightError === 'string' ? { text: t('diverged'), bad: true } : told(weightError);
}

function told(value: Real): Told {
  return { text: shortNumber(toNumber(value), 2), bad: typeof value === 'string' };
}

const STATUS = { ok: '', error: t('failed'), stopped: t('stopped'), timeout: t('time limit') } as const;

/** Empty for a run that ended as it should. */
export function statusWord(run: PastRun): string {
  return run.status === 'ok' && hasRunDiverged(run) ? t('diverged') : STATUS[run.status];
}

/** Whether one of its fits diverged; of a run that an earlier version kept, its last. */
export function hasRunDiverged(run: PastRun): boolean {
  return run.diverged ?? hasDiverged(run);
}
