/**
 * Sweeps of the exercise in the panel: set up, started, stopped, and marked when what they ran is not the code any more.
 *
 * One goes on at a time; another one ends it. It runs the code as it was when it started: typing on does not end it, as its
 * results stay true of that code and are marked as such. Closing the document does.
 */

import { planSweep } from '../../sweep/plan.ts';
import { SweepError } from '../../sweep/values.ts';
import type { SweepRequest } from '../../sweep/model.ts';
import { isValueOf } from '../../run-model/state.ts';
import type { Sweep } from '../../run-model/sweep.ts';
import type { ExerciseRecord } from '../exercise-record.ts';
import type { Settings } from '../settings.ts';
import type { ShownExercise } from '../shown-exercise.ts';
import { folderOf, type SourceDocument } from '../source-document.ts';
import { SweepRuns, type PoolSource } from './sweep-runs.ts';

export interface SweepHost {
  readonly exercise: Pick<ShownExercise, 'record'>;
  readonly pool: PoolSource;
  settings(document: SourceDocument): Settings;
  /** Whether the record may run; marks it in the panel where it may not. */
  mayRun(record: ExerciseRecord): boolean;
  /** Whether a sweep goes on has changed. */
  changed(): void;
}

interface ActiveSweep {
  readonly record: ExerciseRecord;
  readonly runs: SweepRuns;
}

export class SweepController {
  #active: ActiveSweep | undefined;
  #count = 0;
  /** What each record's sweep executed but for the swept value; see {@link sweepBase}. */
  readonly #bases = new WeakMap<ExerciseRecord, string>();

  constructor(private readonly host: SweepHost) {}

  get running(): boolean {
    return this.#active !== undefined;
  }

  /** Opens the form for a parameter of the shown exercise, and starts threads for its sweep meanwhile; null closes it. */
  choose(key: string | null): void {
    const { record } = this.host.exercise;
    if (record === undefined) return;
    const isKnown = record.plan.parameters.some((parameter) => parameter.key === key);
    record.store.set({ sweepForm: isKnown ? key : null });
    if (isKnown && this.host.settings(record.document).engine === 'built-in') this.#warm();
  }

  /** An engine that cannot be loaded is reported by the sweep that needs it. */
  #warm(): void {
    this.host.pool({ engine: 'built-in', tell: () => undefined }).then(
      (pool) => pool.warm(),
      () => undefined,
    );
  }

  /** Resolves when the sweep has ended. */
  async start(request: SweepRequest): Promise<void> {
    const { record } = this.host.exercise;
    if (record === undefined || !fits(request, record) || !this.host.mayRun(record)) return;
    this.stop();
    const id = ++this.#count;
    const sweep: Sweep = { ...request, id, status: 'running', ...NOTHING_YET };
    record.store.set({ sweep });
    let planned;
    try {
      planned = planSweep(record.plan, record.activeOverrides(), request, record.state.seed);
    } catch (error) {
      if (!(error instanceof SweepError)) throw error;
      return this.#changeSweep(record, id, { status: 'failed', problem: error.message });
    }
    this.#bases.set(record, sweepBase(record, request));
    const settings = this.host.settings(record.document);
    const runs = new SweepRuns(this.host.pool, planned, settings, folderOf(record.document), {
      tell: (note) => record.store.set({ note }),
      began: (threads) => this.#changeSweep(record, id, { threads }),
      ran: (run) => record.store.addSweepRun(id, run),
    });
    this.#active = { record, runs };
    this.host.changed();
    const end = await runs.carryOut();
    if (this.#active.runs === runs) this.#active = undefined;
    this.#changeSweep(record, id, end);
    this.host.changed();
  }

  stop(): void {
    this.#active?.runs.stop();
  }

  /** Takes the shown exercise's results away, and ends its sweep. */
  clear(): void {
    const { record } = this.host.exercise;
    if (record === undefined) return;
    if (this.#active?.record === record) this.stop();
    record.store.set({ sweep: null });
  }

  /** The text, a control or the seed has changed: the results are those of other code, or are no more. */
  refresh(record: ExerciseRecord): void {
    const { sweep } = record.state;
    if (sweep === null) return;
    const outdated = this.#bases.get(record) !== sweepBase(record, sweep);
    if (outdated !== sweep.outdated) this.#changeSweep(record, sweep.id, { outdated });
  }

  /** The document was closed. */
  closed(document: SourceDocument): void {
    if (this.#active?.record.document.uri === document.uri) this.stop();
  }

  #changeSweep(record: ExerciseRecord, id: number, change: Partial<Sweep>): void {
    const { sweep } = record.state;
    if (sweep?.id === id) record.store.set({ sweep: { ...sweep, ...change } });
  }
}

const NOTHING_YET = { runs: [], milliseconds: null, threads: null, problem: null, outdated: false } as const;

/** What arrives from the page may be for a parameter that the code has no more, or has of another kind. */
function fits({ key, values }: SweepRequest, record: ExerciseRecord): boolean {
  const parameter = record.plan.parameters.find((candidate) => candidate.key === key);
  if (parameter === undefined) return false;
  const kind = parameter.kind === 'vector' ? 'float' : parameter.kind;
  return values.every((value) => isValueOf(kind, value));
}

/** Identity of what a sweep executes, the swept value apart: seed and sources with the first value in place. */
function sweepBase(record: ExerciseRecord, request: SweepRequest): string {
  const first = { ...request, values: request.values.slice(0, 1), seeds: 1 };
  try {
    const runs = planSweep(record.plan, record.activeOverrides(), first, record.state.seed);
    return JSON.stringify(runs.map(({ seed, cells }) => [seed, cells.map(({ source }) => source)]));
  } catch (error) {
    if (error instanceof SweepError) return '';
    throw error;
  }
}
