/** The one place that decides when an exercise runs, and that tells everyone what came of it. */

import type { Block } from '../exercises/model.ts';
import type { RunCommand } from '../training/protocol/protocol.ts';
import type { PanelState } from '../run-model/state.ts';
import type { ControllerHost } from './controller-host.ts';
import type { Debugging } from './debugging/debugging.ts';
import { ExerciseControls } from './exercise-controls.ts';
import type { ExerciseRecord, RunExtent } from './exercise-record.ts';
import { ExerciseRuns } from './exercise-runs.ts';
import { LiveRuns } from './live-runs.ts';
import { RunReports } from './run-reports.ts';
import { RunTurns } from './run-turns.ts';
import { RUN_PAUSES, RunSchedule } from './run-schedule.ts';
import { ShownExercise, type BlockTarget } from './shown-exercise.ts';
import type { SourceDocument } from './source-document.ts';
import type { TextChange } from './overrides/text-changes.ts';
import { SweepController } from './sweeps/sweep-controller.ts';
import { blockAt } from './targets.ts';
import { TrustGate } from './trust-gate.ts';

export class RunController {
  readonly sweeps: SweepController;
  readonly #exercise: ShownExercise;
  readonly #runs: ExerciseRuns;
  readonly #turns: RunTurns;
  readonly #reports: RunReports;
  readonly #trust: TrustGate;
  readonly #live: LiveRuns;
  /** What the panel's controls do. */
  readonly controls: ExerciseControls;
  /** What documents wait for. */
  readonly schedule = new RunSchedule({
    typing: (uri) => this.#live.settled(uri, 'whileTyping'),
    save: (uri) => this.#live.settled(uri, 'onSave'),
    start: (uri) => this.#live.startRested(uri),
    control: () => this.controls.rested(),
    number: () => this.#live.numberTyped(),
  });

  constructor(private readonly host: ControllerHost) {
    this.#exercise = new ShownExercise(host);
    this.#trust = new TrustGate(host);
    this.#reports = new RunReports(host);
    this.sweeps = new SweepController({
      exercise: this.#exercise,
      pool: host.pool,
      settings: (document) => host.settings(document),
      mayRun: (record) => !this.#trust.restricts(record),
      changed: () => host.changed(),
    });
    this.#runs = new ExerciseRuns(host.session, {
      starting: (record) => this.#reports.starting(record),
      received: (record, event) => this.#reports.received(record, event),
      stood: (record) => this.#reports.showTime(record),
      halted: () => host.changed(),
      wantsVariables: () => host.wantsVariables?.() ?? false,
      wantsSteps: () => host.wantsSteps?.() ?? false,
      log: (text) => host.log(text),
    });
    this.#turns = new RunTurns(this.#runs, {
      settings: (record) => host.settings(record.document),
      waits: () => host.changed(),
    });
    this.controls = new ExerciseControls({
      schedule: this.schedule,
      shown: () => this.shown,
      run: () => void this.runShown(),
      followsSliders: ({ document }) => host.settings(document).engine === 'built-in',
      settled: (uri) => this.#live.settled(uri, 'whileTyping'),
      changed: () => host.changed(),
    });
    this.#live = new LiveRuns({
      exercise: this.#exercise,
      schedule: this.schedule,
      settings: (record) => host.settings(record.document),
      upToDate: () => this.upToDate(),
      running: () => this.#runs.active?.document.uri,
      start: (record) => void this.#start(record),
      changed: () => host.changed(),
    });
  }

  dispose(): void {
    this.schedule.dispose();
    this.#reports.dispose();
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
    if (this.#live.isTyping(document.uri)) return this.#exercise.note(document, line);
    const before = this.shown;
    this.#exercise.follow(document, line);
    const { shown } = this;
    if (shown === before && shown !== undefined) return;
    if (shown !== undefined) {
      this.#trust.restricts(shown);
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

  /**
   * Debugs a block of the document; shows it in the panel. Resolves when the run has ended.
   * @throws Error saying to the user why it cannot be debugged
   */
  async debug(document: SourceDocument, target: BlockTarget, debugging: Debugging): Promise<void> {
    const record = this.#exercise.recordAt(document, target);
    if (record === undefined) throw new Error(this.host.t('There is no code here that can be run.'));
    this.#exercise.extend(record, 'exercise');
    this.#exercise.show(record);
    this.schedule.cancel(document.uri, RUN_PAUSES);
    if (this.#trust.restricts(record)) throw new Error(this.host.t('Trust this folder to debug its code.'));
    await this.#turns.debug(record, debugging, this.host.t);
  }

  /** The block above the one at a place; undefined when there is none. */
  above(document: SourceDocument, target: BlockTarget): BlockTarget | undefined {
    const blocks = this.blocksOf(document);
    const index = 'block' in target ? target.block : (blockAt(blocks, target.line)?.index ?? 0);
    return index > 0 ? { block: index - 1 } : undefined;
  }

  /** Runs an exercise that was run before; shows it in the panel. Resolves when the run has ended. */
  async runAgain(record: ExerciseRecord): Promise<void> {
    this.#exercise.show(record);
    await this.runShown();
  }

  /** Asks of the names that an exercise's run has left; null: another one is under way. */
  ask(...question: Parameters<ExerciseRuns['ask']>): ReturnType<ExerciseRuns['ask']> {
    return this.#runs.ask(...question);
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
    this.schedule.cancel(record.document.uri, RUN_PAUSES);
    if (this.#runs.debugged === record || this.#trust.restricts(record)) {
      record.giveUpRun();
      return this.host.changed();
    }
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

  /** Pauses the training that is under way, or lets it go on. */
  command(command: RunCommand): void {
    this.#runs.command(command);
  }

  /** Lets the run that is under way go on past its time limit. */
  continueRun(): void {
    const { active } = this.#runs;
    this.#runs.extend();
    if (active !== undefined) this.#reports.showTime(active);
  }

  /** The window is being closed: what runs has not come to its end when it is ended now. */
  interrupt(): void {
    this.#runs.active?.interrupt();
  }

  // -------------------------------------------------------------- trust and settings

  trustGranted(): void {
    this.#trust.granted(this.#exercise.records.all());
    this.host.changed();
  }

  settingsChanged(): void {
    for (const record of this.#exercise.records.all())
      record.takeSettings(this.host.settings(record.document));
  }

  // -------------------------------------------------------------- the document's life

  /** `isNumber`: see {@link isNumberEdit}. */
  edited(document: SourceDocument, changes: readonly TextChange[], isNumber = false): void {
    this.#live.edited(document.uri, changes, isNumber);
  }

  /** What is kept of past runs has moved to this document, or to those of this folder. */
  renamed(uri: string): void {
    this.#exercise.reload(uri);
    this.host.changed();
  }

  saved(document: SourceDocument): void {
    this.#live.settled(document.uri, 'onSave');
  }

  closed(document: SourceDocument): void {
    const { uri } = document;
    this.schedule.cancel(uri);
    this.#turns.forget(uri);
    this.sweeps.closed(document);
    this.#exercise.forget(uri);
    this.host.reported(document, null);
    this.host.changed();
  }
}
