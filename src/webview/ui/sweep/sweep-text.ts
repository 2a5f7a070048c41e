/** A sweep in words: pure functions. */

import type { SweepValue } from '../../../sweep/model.ts';
import {
  bestRow,
  seedsChangeNothing,
  tellingLabel,
  type Spread,
  type SweepRow,
} from '../../../sweep/rows.ts';
import { plannedRuns, type Sweep } from '../../../run-model/sweep.ts';
import { quantityName } from '../charts/loss-curves.ts';
import { duration, plainNumber, shortNumber } from '../numbers.ts';
import { joined, plural, t } from '../words.ts';

/** As the code writes it. */
export function sweptText(value: SweepValue): string {
  if (typeof value === 'boolean') return value ? 'True' : 'False';
  return typeof value === 'number' ? plainNumber(value) : value;
}

/** `lr`, `w[1]`; for a key that the code has no more the key's own last name. */
export function sweptName({ key, element }: Sweep, name?: string): string {
  const own = name ?? key.slice(key.lastIndexOf('.') + 1).replace(/#\d+$/, '');
  return element === null ? own : `${own}[${String(element)}]`;
}

/** Where the sweep stands: `4 of 9 runs`, `9 runs in 1.2 s, 2 at a time`. */
export function sweepStatus(sweep: Sweep): string {
  const { status, runs, milliseconds, threads } = sweep;
  const planned = plannedRuns(sweep);
  if (status === 'failed') return t('The sweep failed');
  if (status === 'running') return plural(planned, '{1} of {0} run', '{1} of {0} runs', runs.length);
  if (status === 'stopped')
    return plural(planned, 'Stopped after {1} of {0} run', 'Stopped after {1} of {0} runs', runs.length);
  const pace = threads === null || threads === 1 ? '' : t('{0} at a time', threads);
  const done =
    milliseconds === null
      ? plural(planned, '{0} run', '{0} runs')
      : plural(planned, '{0} run in {1}', '{0} runs in {1}', duration(milliseconds));
  return joined([done, pace]);
}

/** What came of it, in a sentence or two; empty while nothing has ended. */
export function sweepSentence(name: string, rows: readonly SweepRow[]): string {
  return [bestSentence(name, rows), problemSentence(rows), seedSentence(rows)]
    .filter((text) => text !== '')
    .join(' ');
}

function bestSentence(name: string, rows: readonly SweepRow[]): string {
  const label = tellingLabel(rows);
  const best = label === null ? null : bestRow(rows, label);
  const mean = best?.losses.find((loss) => loss.label === label)?.spread?.mean;
  if (label === null || best === null || mean === undefined) return '';
  return t(
    'Lowest {0}: {1} at {2} {3}.',
    quantityName(label),
    shortNumber(mean, 3),
    name,
    sweptText(best.value),
  );
}

function problemSentence(rows: readonly SweepRow[]): string {
  const bad = rows.filter(({ problems }) => problems.length > 0);
  if (bad.length === 0) return '';
  const diverged = bad.every(({ outcomes }) => outcomes.every(({ status }) => status === 'ok'));
  const values = bad.map(({ value }) => sweptText(value));
  const shown = values.length > 4 ? t('{0} of {1} values', values.length, rows.length) : joined(values);
  return diverged ? t('Diverged at {0}.', shown) : t('No result at {0}.', shown);
}

function seedSentence(rows: readonly SweepRow[]): string {
  return seedsChangeNothing(rows) ? t('Every seed gave the same: the code seeds itself.') : '';
}

export interface SpreadTexts {
  readonly mean: string;
  /** Half the distance of least and most, as `±0.02`; empty where the seeds do not differ. */
  readonly reach: string;
  /** `0.03 … 0.07`; likewise. */
  readonly range: string;
}

export function spreadTexts({ mean, least, most }: Spread): SpreadTexts {
  if (least === most) return { mean: shortNumber(mean, 3), reach: '', range: '' };
  return {
    mean: shortNumber(mean, 3),
    reach: `\u00b1${shortNumber((most - least) / 2, 2)}`,
    range: `${shortNumber(least, 3)} \u2026 ${shortNumber(most, 3)}`,
  };
}

/** `diverged at epoch 1.7: …`, with the number of seeds where there are several. */
export function problemText(row: SweepRow): string {
  return row.problems
    .map(({ text, seeds }) =>
      row.outcomes.length === 1
        ? text
        : plural(row.outcomes.length, '{1} ({2} of {0} seed)', '{1} ({2} of {0} seeds)', text, seeds),
    )
    .join('; ');
}

/** `9 values: 0.0003, 0.00095, … 3`, with the number of runs where seeds multiply it. */
export function previewText(values: readonly SweepValue[], seeds: number): string {
  const texts = values.map(sweptText);
  const shown =
    texts.length <= 6 ? texts.join(', ') : `${texts.slice(0, 4).join(', ')}, \u2026 ${texts.at(-1) ?? ''}`;
  const runs = seeds === 1 ? '' : ` \u00b7 ${plural(values.length * seeds, '{0} run', '{0} runs')}`;
  return `${plural(values.length, '{0} value: {1}', '{0} values: {1}', shown)}${runs}`;
}
