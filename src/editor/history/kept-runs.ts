/** The runs of one exercise as they are kept: what the last one brought, and the history of those before it. */

import type { Translate } from '../../advice/translate.ts';
import { isWorthKeeping } from '../../run-model/reduce.ts';
import { hasEnded, type Results } from '../../run-model/state.ts';
import type { StateStore } from '../../run-model/store.ts';
import type { Keeper } from './exercise-store.ts';
import { digestOf, lastRunOf, type LastRun } from './last-run.ts';
import { RunHistory, type StoredHistory } from './run-history.ts';
import type { Snapshot } from './snapshot.ts';

export interface KeptRunsParts {
  readonly t: Translate;
  /** Keep past runs across reloads of the window. */
  readonly histories?: Keeper<StoredHistory>;
  /** Keep what the last run brought. */
  readonly lastRuns?: Keeper<LastRun>;
}

/** What a run was when it began. */
export interface Begun {
  readonly snapshot: Snapshot;
  /** See {@link ExerciseRecord.fingerprint}. */
  readonly executed: string;
  /** A control was being moved. */
  readonly moving: boolean;
}

/** {@link KeptRuns.executed} of a run whose code is not the same any more. */
const OTHER_CODE = '';

export class KeptRuns {
  readonly history: RunHistory;
  /** The window is being closed: what ends now has not come to its end. */
  isInterrupted = false;
  /** Identity of what the run executed whose results are shown, stopped or not; null: there are none. */
  #ran: string | null = null;
  #begun: Begun | null = null;

  /** `identity`: the exercise's name in the storage. */
  constructor(
    private readonly store: StateStore,
    private readonly identity: string,
    private readonly parts: KeptRunsParts,
  ) {
    this.history = new RunHistory(parts.histories?.load(identity));
    store.set({ history: this.history.shown });
  }

  get executed(): string | null {
    return this.#ran;
  }

  /** The last run of an earlier session is there again. `fingerprint`: of the present code. Returns {@link executed}. */
  restore(last: LastRun, fingerprint: string): string {
    const isSame = digestOf(fingerprint) === last.executed;
    const { status, results, verdict } = last;
    this.#ran = isSame ? fingerprint : OTHER_CODE;
    const lastGood = isWorthKeeping({ status, results }) ? results : null;
    const before = this.history.runs.at(-1);
    const lastGoodFrom = before?.status === status ? before : null;
    const note = this.#noteOn(last, isSame);
    this.store.set({ status, results, lastGood, lastGoodFrom, verdict, note });
    return this.#ran;
  }

  /** What is to be said of results that were kept; null: they are what a run would bring now. */
  #noteOn({ figuresLeftOut }: LastRun, isSame: boolean): string | null {
    const { t } = this.parts;
    const said = [
      ...(isSame ? [] : [t('Kept from an earlier session: the code has changed since this run.')]),
      ...(figuresLeftOut === 0 ? [] : [t('{0} figures were too large to be kept.', figuresLeftOut)]),
    ];
    return said.length === 0 ? null : said.join(' ');
  }

  begin(begun: Begun): void {
    this.#begun = begun;
    this.#ran = begun.executed;
  }

  /** The run has ended. `fingerprint`: of the present code; `moving`: a control is being moved. */
  end(fingerprint: string, moving: boolean): void {
    if (this.isInterrupted) this.#tellInterruption();
    if (this.#begun === null) return;
    this.#remember(this.#begun, fingerprint, moving);
    const { executed, snapshot } = this.#begun;
    const last = lastRunOf(this.store.state, { executed, seed: snapshot.seed });
    if (last !== undefined) this.parts.lastRuns?.save(this.identity, last);
  }

  #tellInterruption(): void {
    const { status, results, lastGood } = this.store.state;
    if (status !== 'stopped') return;
    const told: Results = { ...results, interrupted: true };
    this.store.set({ results: told, ...(lastGood === results ? { lastGood: told } : {}) });
  }

  #remember(begun: Begun, fingerprint: string, moving: boolean): void {
    // A value on the way may end its run when the control rests already, and that of the last value is yet to begin.
    const isPassed = begun.moving && begun.executed !== fingerprint;
    const isNew = this.history.add(this.store.state, begun.snapshot, moving || isPassed);
    if (isNew) this.#keepHistory();
    this.#tellOrigin(begun.snapshot, isNew ? (this.history.runs.at(-1)?.number ?? null) : null);
  }

  /** Of which run the results are that stay when a later one brings none. */
  #tellOrigin({ parameters }: Snapshot, number: number | null): void {
    const { status, lastGood, results } = this.store.state;
    if (lastGood !== results || !hasEnded(status)) return;
    const values = Object.fromEntries(parameters.map(({ name, value }) => [name, value]));
    this.store.set({ lastGoodFrom: { number, status, parameters: values } });
  }

  /** Once the history is cleared, nothing of the last run is kept either; it stays in the panel. */
  change(change: (history: RunHistory) => void): void {
    change(this.history);
    if (this.history.runs.length === 0) this.parts.lastRuns?.save(this.identity, undefined);
    this.#keepHistory();
  }

  #keepHistory(): void {
    this.parts.histories?.save(this.identity, this.history.stored);
    const { shown: history, compared } = this.history;
    this.store.set({ history, compared });
  }
}
