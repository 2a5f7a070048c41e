/** The one place that decides when an exercise runs, and that tells everyone what came of it. */

import type { Block, ParameterValue } from '../exercises/model.ts';
import type { RunEvent } from '../training/protocol/protocol.ts';
import type { PanelHost } from '../webview/panel.ts';
import type { PanelState } from '../run-model/state.ts';
import type { ExerciseRecord, RunExtent } from './exercise-record.ts';
import { ExerciseRuns, type SessionSource } from './exercise-runs.ts';
import { LimitWatch } from './limit-watch.ts';
import { NUMBER_PAUSE, NUMBER_REST, PauseTimer, TYPING_PAUSE, liveMode } from './live-runs.ts';
import type { RunHistory } from './history/run-history.ts';
import type { RunReport } from './run-problems.ts';
import { RunTurns } from './run-turns.ts';
import type { LiveMode } from './settings.ts';
import { ShownExercise, type BlockTarget, type ShownExerciseParts } from './shown-exercise.ts';
import type { SourceDocument } from './source-document.ts';
import type { TextChange } from './overrides/text-changes.ts';
import { SweepController } from './sweeps/sweep-controller.ts';
import type { PoolSource } from './sweeps/sweep-runs.ts';
import { blockAt } from './targets.ts';

/** Milliseconds between the runs of a control that is being dragged; each takes the newest value. */
const CONTROL_PAUSE = 40;

/** What the controller needs of the editor around it. */
export interface ControllerHost extends ShownExerciseParts {
  readonly session: SessionSource;
  readonly pool: PoolSource;
  readonly panel: Pick<PanelHost, 'state' | 'setState' | 'update' | 'apply' | 'addSweepRun'>;
  /** Workspace Trust: nothing is executed in a restricted window. */
  trusted(): boolean;
  /** What CodeLenses and status bar show has changed. */
  changed(): void;
  /** A run of the exercise has ended, and is judged where it has a check. */
  finished(record: ExerciseRecord): void;
  /** A run of the exercise has come further: its record has taken `event` in. */
  progressed?(record: ExerciseRecord, event: RunEvent): void;
  /** A run of the document has ended; null: one began, or the document is closed, so older reports are over. */
  reported(document: SourceDocument, report: RunReport | null): void;
  log(text: string): void;
}

export class RunController {
  readonly sweeps: SweepController;
  readonly #exercise: ShownExercise;
  readonly #runs: ExerciseRuns;
  readonly #turns: RunTurns;
  readonly #limit: LimitWatch;
  readonly #typing = new PauseTimer((uri) => this.#settled(uri, 'whileTyping'));
  /** Saved documents whose run waits for another's end. */
  readonly #saving = new PauseTimer((uri) => this.#settled(uri, 'onSave'));
  readonly #pauses = { whileTyping: this.#typing, onSave: this.#saving };
  /** Documents whose text has been taken in: the run starts in a turn of its own, so that a key is not kept waiting by both. */
  readonly #ready = new PauseTimer((uri) => this.#startRested(uri));
  readonly #controls = new PauseTimer(() => void this.runShown());
  /** Those after which an exercise runs. */
  readonly #timers = [this.#typing, this.#saving, this.#ready, this.#controls];
  readonly #numbers = new PauseTimer(() => this.#numberTyped());

  constructor(private readonly host: ControllerHost) {
    this.#exercise = new ShownExercise(host);
    this.sweeps = new SweepController({
      exercise: this.#exercise,
      panel: host.panel,
      pool: host.pool,
      settings: (document) => host.settings(document),
      mayRun: (record) => !this.#restrict(record),
      changed: () => host.changed(),
    });
    this.#runs = new ExerciseRuns(host.session, {
      starting: (record) => this.#starting(record),
      received: (record, event) => this.#received(record, event),
      halted: (record) => {
        this.#exercise.update(record, { results: record.state.results });
        this.#showStatus(record);
      },
      log: (text) => host.log(text),
    });
    this.#turns = new RunTurns(this.#runs, {
      settings: (record) => host.settings(record.document),
      waits: (record) => this.#showStatus(record),
    });
    this.#limit = new LimitWatch(() => host.changed());
  }

  dispose(): void {
    for (const timer of [...this.#timers, this.#numbers]) timer.dispose();
    this.#limit.dispose();
    this.#runs.stop();
    this.sweeps.stop();
  }

  // -------------------------------------------------------------- what is shown

  get shown(): ExerciseRecord | undefined {
    return this.#exercise.record;
  }

  get running(): boolean {
    return this.#runs.active !== undefined || this.sweeps.running;
  }

  /** Whether the document that is followed has a block to run. */
  get hasExercises(): boolean {
    return this.#exercise.hasExercises;
  }

  blocksOf(document: SourceDocument): readonly Block[] {
    return this.#exercise.blocksOf(document);
  }

  /** The exercises of a document that were looked at. */
  recordsIn(uri: string): readonly ExerciseRecord[] {
    return this.#exercise.records.in(uri);
  }

  /** Where the latest run of a block stands; undefined when it was never looked at. */
  stateOf(document: SourceDocument, block: Block): PanelState | undefined {
    const blocks = this.blocksOf(document);
    const record = this.#exercise.records.peek(document.uri, blocks, block);
    // What the panel shows takes the text in when the typing pauses.
    if (record !== undefined && record !== this.shown && record.belongsToCode) record.refresh(blocks, block);
    return record?.state;
  }

  /**
   * The cursor is on `line` (1-based) of `document`: the panel shows the exercise there. While the text is being typed,
   * once the typing pauses: no keystroke waits for it.
   */
  follow(document: SourceDocument, line: number): void {
    if (this.#typing.isPending(document.uri)) return this.#exercise.note(document, line);
    const before = this.shown;
    this.#exercise.follow(document, line);
    const { shown } = this;
    if (shown === before && shown !== undefined) return;
    if (shown !== undefined) {
      this.#restrict(shown);
      this.sweeps.refresh(shown);
    }
    this.host.changed();
  }

  /** Somebody else uses the panel now. */
  release(): void {
    this.#exercise.release();
    this.host.changed();
  }

  /** Shows the exercise at a place of the document, without running it. */
  show(document: SourceDocument, target: BlockTarget): ExerciseRecord | undefined {
    const record = this.#exercise.recordAt(document, target);
    if (record !== undefined) this.#exercise.show(record);
    return record;
  }

  /** The shown exercise with the document's present text taken in. */
  upToDate(): ExerciseRecord | undefined {
    const record = this.#exercise.refresh();
    if (record !== undefined) this.sweeps.refresh(record);
    return record;
  }

  // -------------------------------------------------------------- runs

  /** Runs a block of the document; shows it in the panel. Resolves when the run has ended. */
  async run(document: SourceDocument, target: BlockTarget, extent: RunExtent = 'exercise'): Promise<void> {
    const record = this.#exercise.recordAt(document, target);
    if (record === undefined) return;
    this.#exercise.extend(record, extent);
    this.#exercise.show(record);
    await this.#start(record);
  }

  /** The block above the one at a place; undefined when there is none. */
  above(document: SourceDocument, target: BlockTarget): BlockTarget | undefined {
    const blocks = this.blocksOf(document);
    const index = 'block' in target ? target.block : (blockAt(blocks, target.line)?.index ?? 0);
    return index > 0 ? { block: index - 1 } : undefined;
  }

  /** Runs what the panel shows. */
  async runShown(): Promise<void> {
    const record = this.upToDate();
    if (record !== undefined) await this.#start(record);
  }

  /** Ends the run, else the sweep. What the learner stopped does not start again by an edit, only by a wish. */
  stop(): void {
    const { active } = this.#runs;
    if (active === undefined) return this.sweeps.stop();
    active.executed = null;
    this.#runs.stop();
  }

  async #start(record: ExerciseRecord): Promise<void> {
    for (const timer of this.#timers) timer.cancel(record.document.uri);
    if (this.#restrict(record)) return this.host.changed();
    await this.#turns.start(record);
  }

  /** Ends what runs, and runs the exercise that waits: the panel's. */
  runNow(): void {
    if (this.shown !== undefined) this.#turns.runNow(this.shown);
  }

  /** The exercise in the panel waits no longer. */
  cancelWaiting(): void {
    if (this.shown !== undefined) this.#turns.cancel(this.shown);
  }

  /** Lets the run that is under way go on past its time limit. */
  continueRun(): void {
    const { active } = this.#runs;
    this.#runs.extend();
    if (active !== undefined) this.#showTime(active);
  }

  /** The window is being closed: what runs has not come to its end when it is ended now. */
  interrupt(): void {
    const { active } = this.#runs;
    if (active !== undefined) active.isInterrupted = true;
  }

  #showTime(record: ExerciseRecord): void {
    const { clock } = record.state;
    this.#exercise.update(record, { clock });
    this.#limit.watch(clock);
    this.host.changed();
  }

  #starting(record: ExerciseRecord): void {
    this.host.reported(record.document, null);
    this.#showStatus(record);
  }

  #received(record: ExerciseRecord, event: RunEvent): void {
    if (record === this.shown) this.host.panel.apply(event);
    if (event.type === 'started') this.#showTime(record);
    if (event.type === 'ended') this.#ended(record);
    this.host.progressed?.(record, event);
    if (event.type !== 'started' && event.type !== 'ended') return;
    if (event.type === 'ended') {
      const { error, advice } = record.state.results;
      this.host.reported(record.document, { error, advice, blocks: record.plan.blocks });
    }
    this.host.changed();
  }

  #ended(record: ExerciseRecord): void {
    this.#exercise.update(record, record.end());
    this.host.finished(record);
  }

  /** A change of status that no event of the engine brought. */
  #showStatus(record: ExerciseRecord): void {
    const { status, note, outdated, waitingFor } = record.state;
    this.#exercise.update(record, { status, note, outdated, waitingFor });
    this.host.changed();
  }

  // -------------------------------------------------------------- trust and settings

  /** Marks the record where nothing may run; returns whether that is so. */
  #restrict(record: ExerciseRecord): boolean {
    if (this.host.trusted()) return false;
    const note = this.host.t('This window is restricted: exercises run once you trust the workspace.');
    this.#exercise.update(record, record.change({ status: 'restricted', note }));
    return true;
  }

  trustGranted(): void {
    for (const record of this.#exercise.records.all()) {
      if (record.state.status !== 'restricted') continue;
      this.#exercise.update(record, record.change({ status: 'idle', note: null }));
    }
    this.host.changed();
  }

  settingsChanged(): void {
    for (const record of this.#exercise.records.all()) {
      record.takeSettings(this.host.settings(record.document));
      const { seed, live, outdated } = record.state;
      this.#exercise.update(record, { seed, live, outdated });
    }
  }

  // -------------------------------------------------------------- the panel's controls

  /** `moving`: a slider is on its way; the runs until it rests count as one. */
  setOverride(key: string, value: ParameterValue, moving = false): void {
    const { shown } = this;
    if (shown === undefined) return;
    shown.moving = moving;
    const change = shown.override(key, value);
    if (moving || shown.executed !== shown.fingerprint()) return this.#control(() => change);
    this.#exercise.update(shown, change);
    this.#controls.cancel(shown.document.uri);
    shown.settle();
    this.host.changed();
  }

  /** Pins, names or clears past runs of the exercise in the panel. */
  changeHistory(change: (history: RunHistory) => void): void {
    const { shown } = this;
    if (shown !== undefined) this.#exercise.update(shown, shown.changeHistory(change));
  }

  /** Takes one override of the exercise in the panel away, or all. */
  resetOverrides(key?: string): void {
    if (this.shown?.overriddenPlaces.length === 0) return;
    this.#control((record) => record.resetOverrides(key));
  }

  /** Runs with the values and the seed of a past run, as the panel's own. */
  restoreValues(number: number): void {
    const run = this.shown?.pastRuns.find((past) => past.number === number);
    if (run !== undefined) this.#control((record) => record.takeValuesOf(run));
  }

  setSeed(seed: number): void {
    this.#control((record) => record.choose({ seed }));
  }

  setLive(live: boolean): void {
    const { shown } = this;
    if (shown === undefined) return;
    this.#exercise.update(shown, shown.choose({ live }));
    if (live) this.#settled(shown.document.uri, 'whileTyping');
  }

  /** A control was used: that is a wish to see its effect, so the exercise runs, after its first run or not. */
  #control(change: (record: ExerciseRecord) => Partial<PanelState>): void {
    const { shown } = this;
    if (shown === undefined) return;
    // The run that follows makes the results those of the new value.
    this.#exercise.update(shown, { ...change(shown), outdated: false });
    this.#controls.begin(shown.document.uri, CONTROL_PAUSE);
    this.host.changed();
  }

  // -------------------------------------------------------------- the document's life

  /** `isNumber`: see {@link isNumberEdit}. */
  edited(document: SourceDocument, changes: readonly TextChange[], isNumber = false): void {
    if (this.#exercise.records.edited(document.uri, changes)) this.host.changed();
    if (!this.#exercise.isFollowing(document.uri)) return;
    this.#typing.restart(document.uri, isNumber ? NUMBER_PAUSE : TYPING_PAUSE);
    if (!isNumber) return this.#numberTyped();
    if (this.shown !== undefined) this.shown.moving = true;
    this.#numbers.restart(document.uri, NUMBER_REST);
  }

  /** The next run is one of its own in the history. */
  #numberTyped(): void {
    this.shown?.settle();
  }

  /** What is kept of past runs has moved to this document, or to those of this folder. */
  renamed(uri: string): void {
    this.#exercise.reload(uri);
    this.host.changed();
  }

  saved(document: SourceDocument): void {
    this.#settled(document.uri, 'onSave');
  }

  closed(document: SourceDocument): void {
    const { uri } = document;
    for (const timer of [...this.#timers, this.#numbers]) timer.cancel(uri);
    this.#turns.forget(uri);
    this.sweeps.closed(document);
    this.#exercise.forget(uri);
    this.host.reported(document, null);
    this.host.changed();
  }

  /** The text has come to rest (`cause`): the panel takes it in, and what ran before runs again if it changed. */
  #settled(uri: string, cause: Exclude<LiveMode, 'off'>): void {
    if (!this.#exercise.isFollowing(uri)) return;
    const record = this.upToDate();
    this.host.changed();
    if (record === undefined || record.executed === null || record.executed === record.fingerprint()) return;
    if (liveMode(record.state.live, this.host.settings(record.document)) !== cause) return;
    if (this.#isBusyElsewhere(uri)) this.#pauses[cause].restart(uri, TYPING_PAUSE);
    else this.#ready.restart(uri, 0);
  }

  /** Unless the typing goes on: then another pause follows. */
  #startRested(uri: string): void {
    const { shown } = this;
    if (shown?.document.uri === uri && !this.#typing.isPending(uri)) void this.#start(shown);
  }

  /** Another document's run goes on: an edit here must not end it. */
  #isBusyElsewhere(uri: string): boolean {
    const { active } = this.#runs;
    return active !== undefined && active.document.uri !== uri;
  }
}
