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
import { counted, duration, plainNumber, shortNumber } from '../numbers.ts';

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
  if (status === 'failed') return 'The sweep failed';
  if (status === 'running') return `${String(runs.length)} of ${counted(planned, 'run')}`;
  const took = milliseconds === null ? '' : ` in ${duration(milliseconds)}`;
  if (status === 'stopped') return `Stopped after ${String(runs.length)} of ${counted(planned, 'run')}`;
  const pace = threads === null || threads === 1 ? '' : `, ${String(threads)} at a time`;
  return `${counted(planned, 'run')}${took}${pace}`;
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
  return `Lowest ${quantityName(label)}: ${shortNumber(mean, 3)} at ${name} ${sweptText(best.value)}.`;
}

function problemSentence(rows: readonly SweepRow[]): string {
  const bad = rows.filter(({ problems }) => problems.length > 0);
  if (bad.length === 0) return '';
  const diverged = bad.every(({ problems }) => problems.every(({ text }) => text.startsWith('diverged')));
  const values = bad.map(({ value }) => sweptText(value));
  const shown =
    values.length > 4 ? `${String(values.length)} of ${String(rows.length)} values` : values.join(', ');
  return `${diverged ? 'Diverged' : 'No result'} at ${shown}.`;
}

function seedSentence(rows: readonly SweepRow[]): string {
  return seedsChangeNothing(rows) ? 'Every seed gave the same: the code seeds itself.' : '';
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
        : `${text} (${String(seeds)} of ${counted(row.outcomes.length, 'seed')})`,
    )
    .join('; ');
}

/** `9 values: 0.0003, 0.00095, … 3`, with the number of runs where seeds multiply it. */
export function previewText(values: readonly SweepValue[], seeds: number): string {
  const texts = values.map(sweptText);
  const shown =
    texts.length <= 6 ? texts.join(', ') : `${texts.slice(0, 4).join(', ')}, \u2026 ${texts.at(-1) ?? ''}`;
  const runs = seeds === 1 ? '' : ` \u00b7 ${counted(values.length * seeds, 'run')}`;
  return `${counted(values.length, 'value')}: ${shown}${runs}`;
}
