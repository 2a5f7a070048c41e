/** The runs of one exercise that have ended: bounded, numbered, each with what changed since the one before. */

import {
  MAX_NAME,
  MAX_PINNED,
  MAX_RUNS,
  pastFits,
  type ComparedRuns,
  type PastRun,
} from '../../run-model/history.ts';
import { finalLosses, weightError } from '../../training/protocol/fit-end.ts';
import { hasFitDiverged } from '../../run-model/fit.ts';
import { hasEnded, type PanelState } from '../../run-model/state.ts';
import type { Kind } from './exercise-store.ts';
import { RunCodes, type BlockCode, type StoredTemplates } from './run-code.ts';
import { changesBetween, type Snapshot } from './snapshot.ts';

/** What is written to the workspace's storage. */
export interface StoredHistory {
  readonly version: 1;
  readonly next: number;
  readonly runs: readonly PastRun[];
  /** What the newest run executed. */
  readonly last: Snapshot | null;
  /** Absent in what earlier versions wrote. */
  readonly codes?: StoredTemplates;
}

/** Histories in the workspace's storage. */
export const HISTORIES: Kind<StoredHistory> = {
  index: 'd2l.histories',
  entry: 'd2l.history',
  most: 40,
  pack: (history) => history,
  read(value) {
    const stored = value as Partial<StoredHistory> | undefined;
    return stored?.version === 1 && Array.isArray(stored.runs) ? (stored as StoredHistory) : undefined;
  },
};

export class RunHistory {
  #entries: readonly PastRun[];
  #next: number;
  #last: Snapshot | null;
  /** What the run before the newest executed. */
  #before: Snapshot | null = null;
  readonly #codes: RunCodes;
  #pair: ComparedRuns | null = null;
  /** The newest run belongs to a movement of a control that goes on: the next run takes its place. */
  #passing = false;

  constructor(stored?: StoredHistory) {
    this.#entries = stored?.runs ?? [];
    this.#next = stored?.next ?? 1;
    this.#last = stored?.last ?? null;
    this.#codes = new RunCodes(stored?.codes);
  }

  /** Oldest first. */
  get runs(): readonly PastRun[] {
    return this.#entries;
  }

  /** As the panel gets them: the fits of pinned and of compared runs only, and no code. */
  get shown(): readonly PastRun[] {
    return this.#entries.map((run) => {
      const isDrawn = run.pinned || this.#pair?.includes(run.number) === true;
      const hasCode = this.#codes.get(run.code) !== undefined;
      const code = hasCode && run.code ? { ...run.code, written: {} } : null;
      return { ...run, code, fits: isDrawn ? run.fits : [] };
    });
  }

  /** The runs that are shown side by side. */
  get compared(): ComparedRuns | null {
    return this.#pair;
  }

  /** Shows two runs side by side, the earlier one first; null: none. */
  compare(runs: ComparedRuns | null): void {
    const isThere = (number: number): boolean => this.#entries.some((run) => run.number === number);
    if (runs === null) this.#pair = null;
    else if (runs.every(isThere)) this.#pair = [Math.min(...runs), Math.max(...runs)];
  }

  /** What a run executed, block by block; undefined: it is not kept. */
  codeOf(number: number): readonly BlockCode[] | undefined {
    return this.#codes.get(this.#entries.find((run) => run.number === number)?.code);
  }

  /** undefined: there is nothing to keep. */
  get stored(): StoredHistory | undefined {
    if (this.#entries.length === 0) return undefined;
    const used = new Set(this.#entries.flatMap(({ code }) => (code ? [code.template] : [])));
    const codes = this.#codes.storedFor(used);
    return { version: 1, next: this.#next, runs: this.#entries, last: this.#storedLast, codes };
  }

  get #storedLast(): Snapshot | null {
    if (this.#last === null) return null;
    const { code: _, ...last } = this.#last;
    return last;
  }

  /**
   * Takes in a run that ended with `state`; returns whether it counts: one that failed before it fitted anything does
   * not, as half-typed code makes many of these.
   *
   * @param passing a control is still being moved
   */
  add(state: PanelState, snapshot: Snapshot, passing: boolean): boolean {
    const { status, results } = state;
    if (!hasEnded(status)) return false;
    if (status !== 'ok' && results.fits.length === 0) return false;
    this.#dropPassing();
    const changes = this.#last === null ? null : changesBetween(this.#last, snapshot);
    const fit = results.fits.at(-1);
    this.#entries = bounded([
      ...this.#entries,
      {
        number: this.#next,
        name: '',
        changes,
        status,
        milliseconds: results.milliseconds ?? 0,
        seed: snapshot.seed,
        parameters: Object.fromEntries(snapshot.parameters.map(({ name, value }) => [name, value])),
        losses: fit === undefined ? [] : finalLosses(fit.curves),
        weightError: fit === undefined ? null : weightError(fit.weights),
        diverged: results.fits.some(hasFitDiverged),
        code: snapshot.code === undefined ? null : this.#codes.add(snapshot.code),
        pinned: false,
        fits: pastFits(results.fits),
      },
    ]);
    this.#next += 1;
    this.#before = this.#last;
    this.#last = snapshot;
    this.#passing = passing;
    if (this.#pair?.every((number) => this.#entries.some((run) => run.number === number)) === false)
      this.#pair = null;
    return true;
  }

  /** The movement of the control is over: the newest run stays. */
  settle(): void {
    this.#passing = false;
  }

  /** Beyond the bound the oldest pin is taken away. */
  pin(number: number, pinned: boolean): void {
    this.#change(number, { pinned });
    this.settle();
    const pins = this.#entries.filter((run) => run.pinned && run.number !== number);
    if (!pinned || pins.length < MAX_PINNED) return;
    this.#change(pins[0]?.number ?? 0, { pinned: false });
  }

  rename(number: number, name: string): void {
    this.#change(number, { name: name.trim().slice(0, MAX_NAME) });
    this.settle();
  }

  clear(): void {
    this.#entries = [];
    this.#pair = null;
    this.#next = 1;
    this.#last = null;
    this.settle();
  }

  #change(number: number, change: Partial<PastRun>): void {
    this.#entries = this.#entries.map((run) => (run.number === number ? { ...run, ...change } : run));
  }

  #dropPassing(): void {
    if (!this.#passing) return;
    this.#entries = this.#entries.slice(0, -1);
    this.#next -= 1;
    this.#last = this.#before;
    this.#passing = false;
  }
}

function bounded(runs: readonly PastRun[]): readonly PastRun[] {
  if (runs.length <= MAX_RUNS) return runs;
  const oldest = runs.findIndex(({ pinned }) => !pinned);
  return runs.filter((_, index) => index !== oldest);
}
