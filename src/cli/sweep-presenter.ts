/** A sweep on the terminal: progress, then a table and a chart; or every run as a message on its own line. */

import {
  bestRow,
  seedsChangeNothing,
  sweepRows,
  tellingLabel,
  type Spread,
  type SweepRow,
} from '../sweep/rows.ts';
import type { Outcome } from '../sweep/outcome.ts';
import type { SweepValue } from '../sweep/model.ts';
import type { FitSummary, Scale } from '../training/protocol/protocol.ts';
import { drawCurves } from './chart.ts';
import { count, formatDuration, formatReal } from './numbers.ts';
import type { EngineLog, TextStream } from './environment.ts';
import { styled } from './terminal.ts';
import { visible, visibleLine } from '../text/visible.ts';

/** A run of a sweep that has ended. */
export interface SweepRun extends Outcome {
  /** Index of its value. */
  readonly at: number;
  readonly seed: number;
}

export interface BegunSweep {
  /** As the caller named it. */
  readonly parameter: string;
  readonly values: readonly SweepValue[];
  readonly seeds: number;
  /** Runs at a time. */
  readonly threads: number;
}

export interface EndedSweep {
  readonly status: 'ok' | 'stopped';
  /** From the first run's start to the last one's end. */
  readonly milliseconds: number;
  readonly runs: readonly SweepRun[];
}

export interface SweepPresenter {
  readonly log: EngineLog;
  begin(sweep: BegunSweep): void;
  /** `planned`: how many runs there are. */
  accept(run: SweepRun, planned: number): void;
  finish(sweep: EndedSweep): void;
}

/**
 * `{"type":"sweepRun","value":…,"seed":…,…}` for each run as it ends; last
 * `{"type":"sweepEnded","status":…,"parameter":…,"seeds":…,"threads":…,"milliseconds":…,"rows":[…]}`.
 */
export class JsonSweepPresenter implements SweepPresenter {
  #sweep: BegunSweep | undefined;

  constructor(private readonly stdout: TextStream) {}

  readonly log: EngineLog = (level, text) => this.#write({ type: 'log', level, text });

  begin(sweep: BegunSweep): void {
    this.#sweep = sweep;
  }

  accept({ at, ...run }: SweepRun): void {
    this.#write({ type: 'sweepRun', value: this.#sweep?.values[at], ...run });
  }

  finish({ status, milliseconds, runs }: EndedSweep): void {
    const { values = [], ...sweep } = this.#sweep ?? {};
    const rows = sweepRows(values, runs).map(({ outcomes, ...row }) => ({ runs: outcomes.length, ...row }));
    this.#write({ type: 'sweepEnded', status, ...sweep, milliseconds, rows });
  }

  #write(message: { readonly type: string } & Readonly<Record<string, unknown>>): void {
    this.stdout.write(`${JSON.stringify(message)}\n`);
  }
}

const CLEAR = '\r\x1b[K';
const WIDEST_CHART = 90;

export class HumanSweepPresenter implements SweepPresenter {
  #sweep: BegunSweep = { parameter: '', values: [], seeds: 1, threads: 1 };
  #done = 0;

  constructor(
    private readonly stdout: TextStream,
    private readonly stderr: TextStream,
  ) {}

  readonly log: EngineLog = (level, text) => {
    if (level !== 'info') this.stderr.write(`${styled(this.stderr, 'dim', visible(text))}\n`);
  };

  begin(sweep: BegunSweep): void {
    this.#sweep = sweep;
    const { parameter, values, seeds, threads } = sweep;
    const runs = seeds === 1 ? '' : ` with ${count(seeds, 'seed')} each`;
    this.#line(`Sweep of ${parameter}: ${count(values.length, 'value')}${runs}, ${threads} at a time`);
  }

  accept(_run: SweepRun, planned: number): void {
    this.#done += 1;
    if (!this.stderr.isTerminal) return;
    this.stderr.write(`${CLEAR}${this.#done < planned ? `${this.#done} of ${count(planned, 'run')}` : ''}`);
  }

  finish({ status, milliseconds, runs }: EndedSweep): void {
    const rows = sweepRows(this.#sweep.values, runs);
    for (const line of ['', ...table(this.#sweep.parameter, rows), '']) this.#line(line);
    // The chart's colours are our own, and its labels are made harmless where they are drawn.
    for (const line of this.#chart(rows)) this.stdout.write(`${line}\n`);
    const best = bestSentence(this.#sweep.parameter, rows);
    if (best !== '') this.#line(`\n${best}`);
    if (seedsChangeNothing(rows)) this.#line('Every seed gave the same: the code seeds itself.');
    const word = status === 'stopped' ? 'stopped after' : 'done in';
    this.#line(`\n${count(runs.length, 'run')} ${word} ${formatDuration(milliseconds)}`);
  }

  #chart(rows: readonly SweepRow[]): string[] {
    const { width, hasColors } = { width: Math.min(this.stdout.columns, WIDEST_CHART), ...this.stdout };
    const curves = finalCurves(rows);
    if (Object.keys(curves).length === 0) return [];
    return drawCurves(curves, {
      width,
      hasColors,
      unit: visibleLine(this.#sweep.parameter),
      xScale: xScale(rows),
    });
  }

  /** A line of ours with a stranger's words in it. */
  #line(text: string): void {
    this.stdout.write(`${visible(text)}\n`);
  }
}

/** Final losses and weight error against the value; values that are no numbers stand at 1, 2, …. */
function finalCurves(rows: readonly SweepRow[]): FitSummary['curves'] {
  const labels = rows[0]?.losses.map(({ label }) => label) ?? [];
  const points = (spreadIn: (row: SweepRow) => Spread | null): [number, number][] =>
    rows.flatMap((row, index) => {
      const spread = spreadIn(row);
      return spread === null ? [] : [[typeof row.value === 'number' ? row.value : index + 1, spread.mean]];
    });
  const losses = labels.map((label) => [label, points((row) => lossOf(row, label))] as const);
  const all = [...losses, ['weight error', points(({ weightError }) => weightError)] as const];
  return Object.fromEntries(all.filter(([, curve]) => curve.length > 0));
}

function lossOf({ losses }: SweepRow, label: string): Spread | null {
  return losses.find((loss) => loss.label === label)?.spread ?? null;
}

/** Logarithmic where the values are positive and span two decades. */
function xScale(rows: readonly SweepRow[]): Scale {
  const values = rows.flatMap(({ value }) => (typeof value === 'number' ? [value] : []));
  const isLog =
    values.length > 0 && Math.min(...values) > 0 && Math.max(...values) >= 100 * Math.min(...values);
  return isLog ? 'log' : 'linear';
}

function table(parameter: string, rows: readonly SweepRow[]): string[] {
  const labels = rows[0]?.losses.map(({ label }) => label) ?? [];
  const hasErrors = rows.some(({ weightError }) => weightError !== null);
  const head = [parameter, ...labels, ...(hasErrors ? ['weight error'] : []), 'time'];
  const cells = rows.map((row) => [
    typeof row.value === 'number' ? formatReal(row.value) : String(row.value),
    ...row.losses.map(({ spread }) => spreadText(spread)),
    ...(hasErrors ? [spreadText(row.weightError)] : []),
    row.milliseconds === null ? '-' : formatDuration(row.milliseconds),
  ]);
  const widths = head.map((text, column) =>
    Math.max(text.length, ...cells.map((row) => row[column]?.length ?? 0)),
  );
  const line = (texts: readonly string[]): string =>
    texts.map((text, column) => text.padStart(widths[column] ?? 0)).join('  ');
  return [head, ...cells].map((texts, index) => `  ${line(texts)}${problems(rows[index - 1])}`.trimEnd());
}

/** Mean and, where the seeds differ, least and most. */
function spreadText(spread: Spread | null): string {
  if (spread === null) return '-';
  const { mean, least, most } = spread;
  const range = least === most ? '' : ` (${formatReal(least, 3)} to ${formatReal(most, 3)})`;
  return `${formatReal(mean, 4)}${range}`;
}

function problems(row: SweepRow | undefined): string {
  if (row === undefined || row.problems.length === 0) return '';
  const texts = row.problems.map(({ text, seeds }) =>
    row.outcomes.length === 1 ? text : `${text} (${count(seeds, 'seed')})`,
  );
  return `  ${texts.join('; ')}`;
}

function bestSentence(parameter: string, rows: readonly SweepRow[]): string {
  const label = tellingLabel(rows);
  const best = label === null ? null : bestRow(rows, label);
  if (label === null || best === null) return '';
  const { value } = best;
  const loss = formatReal(lossOf(best, label)?.mean ?? 'nan', 4);
  return `Lowest ${label} ${loss} at ${parameter} ${typeof value === 'number' ? formatReal(value) : String(value)}.`;
}
