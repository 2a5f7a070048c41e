/** The one place that knows which exercise is shown, what a run of it executes, and when it runs again. */

import type { Block, ParameterValue } from '../exercises/model.ts';
import type { RunError, RunEvent } from '../training/protocol.ts';
import type { PanelHost } from '../webview/panel.ts';
import { EMPTY_STATE } from '../webview/state.ts';
import type { PanelState } from '../webview/state.ts';
import { ExerciseRecords } from './exercise-record.ts';
import type { ExerciseRecord } from './exercise-record.ts';
import { ExerciseRuns } from './exercise-runs.ts';
import type { SessionSource } from './exercise-runs.ts';
import { PauseTimer, TYPING_PAUSE, liveMode } from './live-runs.ts';
import type { LiveMode, Settings } from './settings.ts';
import { BlockCache } from './source-document.ts';
import type { SourceDocument } from './source-document.ts';
import { blockAt, blockKey, isRunnable } from './targets.ts';
import type { Translate } from './translate.ts';

/** A control that is being dragged sends many values; each run takes the newest. */
const CONTROL_PAUSE = 40;

/** What the controller needs of the editor around it. */
export interface ControllerHost {
  readonly session: SessionSource;
  readonly panel: Pick<PanelHost, 'state' | 'setState' | 'update' | 'apply'>;
  readonly t: Translate;
  settings(document: SourceDocument): Settings;
  /** Workspace Trust: nothing is executed in a restricted window. */
  trusted(): boolean;
  /** What CodeLenses and status bar show has changed. */
  changed(): void;
  /** A run of the document ended with `error`; null: a run began or ended well, so that older errors are over. */
  reported(document: SourceDocument, error: RunError | null): void;
  log(text: string): void;
}

export type BlockTarget = { readonly line: number } | { readonly block: number };

export class RunController {
  private readonly blocks = new BlockCache();
  private readonly records = new ExerciseRecords();
  private readonly runs: ExerciseRuns;
  private readonly typing = new PauseTimer((uri) => this.settled(uri, 'whileTyping'));
  private readonly controls = new PauseTimer(() => void this.runShown());
  private place: { readonly document: SourceDocument; readonly line: number } | undefined;
  private record: ExerciseRecord | undefined;

  constructor(private readonly host: ControllerHost) {
    this.runs = new ExerciseRuns(host.session, {
      starting: (record) => this.starting(record),
      received: (record, event) => this.received(record, event),
      halted: (record) => this.halted(record),
      log: (text) => this.host.log(text),
    });
  }

  dispose(): void {
    this.typing.dispose();
    this.controls.dispose();
    this.runs.stop();
  }

  // -------------------------------------------------------------- what is shown

  get shown(): ExerciseRecord | undefined {
    return this.record;
  }

  get running(): boolean {
    return this.runs.active !== undefined;
  }

  /** Whether the document that is followed has a block to run. */
  get hasExercises(): boolean {
    return this.place !== undefined && this.blocksOf(this.place.document).some(isRunnable);
  }

  blocksOf(document: SourceDocument): readonly Block[] {
    return this.blocks.blocksOf(document);
  }

  /** Where the latest run of a block stands; undefined when it was never looked at. */
  stateOf(document: SourceDocument, block: Block): PanelState | undefined {
    return this.records.peek(document.uri, this.blocksOf(document), block)?.state;
  }

  /** The cursor is on `line` (1-based) of `document`: the panel shows the exercise there. */
  follow(document: SourceDocument, line: number): void {
    this.place = { document, line };
    const record = this.recordAt(document, { line });
    if (record === undefined) {
      this.record = undefined;
      this.host.panel.setState({
        ...EMPTY_STATE,
        document: document.name,
        documentName: document.title,
        note: this.host.t('This document has no code to run yet.'),
      });
      this.host.changed();
    } else {
      this.show(record);
    }
  }

  private recordAt(document: SourceDocument, target: BlockTarget): ExerciseRecord | undefined {
    const blocks = this.blocksOf(document);
    const block =
      'block' in target
        ? blocks[target.block]
        : blockAt(blocks, target.line, this.shownBlocks(document, blocks));
    return block === undefined
      ? undefined
      : this.records.of(document, blocks, block, this.host.settings(document));
  }

  /** Blocks of the shown exercise in the present text; none when it is another document's or gone. */
  private shownBlocks(document: SourceDocument, blocks: readonly Block[]): readonly Block[] {
    const shown = this.record;
    if (shown?.document.uri !== document.uri) return [];
    const block = blocks.find((candidate) => blockKey(blocks, candidate) === shown.key);
    if (block === undefined) return [];
    shown.refresh(blocks, block);
    return shown.plan.blocks;
  }

  /** Takes the present text in; an exercise whose block is gone gives way to the one at the cursor. */
  private refreshShown(): void {
    const { record, place } = this;
    if (
      record !== undefined &&
      this.shownBlocks(record.document, this.blocksOf(record.document)).length > 0
    ) {
      this.showText(record.state);
    } else if (place !== undefined) {
      this.follow(place.document, place.line);
    }
  }

  private show(record: ExerciseRecord): void {
    if (record === this.record) return this.showText(record.state);
    this.record = record;
    this.restrict(record);
    this.host.panel.setState(record.state);
    this.host.changed();
  }

  /** Sends what the text determines, where it is new to the panel. */
  private showText({ exercise, parameters }: PanelState): void {
    const known = this.host.panel.state;
    if (known.exercise !== exercise || known.parameters !== parameters) {
      this.host.panel.update({ exercise, parameters });
    }
  }

  private updatePanel(record: ExerciseRecord, change: Partial<PanelState>): void {
    if (record === this.record) this.host.panel.update(change);
  }

  // -------------------------------------------------------------- runs

  /** Runs a block of the document; shows it in the panel. Resolves when the run has ended. */
  async run(document: SourceDocument, target: BlockTarget): Promise<void> {
    const record = this.recordAt(document, target);
    if (record === undefined) return;
    this.show(record);
    await this.start(record);
  }

  /** Runs what the panel shows. */
  async runShown(): Promise<void> {
    const record = this.upToDate();
    if (record !== undefined) await this.start(record);
  }

  stop(): void {
    this.runs.stop();
  }

  private async start(record: ExerciseRecord): Promise<void> {
    this.typing.cancel(record.document.uri);
    this.controls.cancel(record.document.uri);
    if (this.restrict(record)) return;
    await this.runs.start(record, this.host.settings(record.document));
  }

  private starting(record: ExerciseRecord): void {
    this.host.reported(record.document, null);
    this.updatePanel(record, { status: record.state.status, note: record.state.note });
    this.host.changed();
  }

  private received(record: ExerciseRecord, event: RunEvent): void {
    if (record === this.record) this.host.panel.apply(event);
    if (event.type !== 'started' && event.type !== 'ended') return;
    if (event.type === 'ended' && event.error !== null) this.host.reported(record.document, event.error);
    this.host.changed();
  }

  private halted(record: ExerciseRecord): void {
    this.updatePanel(record, { status: record.state.status, note: record.state.note });
    this.host.changed();
  }

  // -------------------------------------------------------------- trust and settings

  /** Marks the record where nothing may run; returns whether that is so. */
  private restrict(record: ExerciseRecord): boolean {
    if (this.host.trusted()) return false;
    const note = this.host.t('This window is restricted: exercises run once you trust the workspace.');
    this.updatePanel(record, record.change({ status: 'restricted', note }));
    return true;
  }

  trustGranted(): void {
    for (const record of this.records.all()) {
      if (record.state.status !== 'restricted') continue;
      this.updatePanel(record, record.change({ status: 'idle', note: null }));
    }
    this.host.changed();
  }

  settingsChanged(): void {
    for (const record of this.records.all()) {
      record.takeSettings(this.host.settings(record.document));
      this.updatePanel(record, { seed: record.state.seed, live: record.state.live });
    }
  }

  // -------------------------------------------------------------- the panel's controls

  setOverride(key: string, value: ParameterValue): void {
    this.control((record) => record.override(key, value));
  }

  resetOverrides(): void {
    this.control((record) => record.resetOverrides());
  }

  setSeed(seed: number): void {
    this.control((record) => record.choose({ seed }));
  }

  setLive(live: boolean): void {
    if (this.record !== undefined) this.updatePanel(this.record, this.record.choose({ live }));
  }

  /** The shown exercise with the document's present text taken in. */
  upToDate(): ExerciseRecord | undefined {
    this.refreshShown();
    return this.record;
  }

  /** Takes the overrides away without a run: the code has them now. */
  overridesApplied(record: ExerciseRecord): void {
    this.updatePanel(record, record.resetOverrides());
  }

  /** A control was used: that is a wish to see its effect, so the exercise runs, after its first run or not. */
  private control(change: (record: ExerciseRecord) => Partial<PanelState>): void {
    const record = this.record;
    if (record === undefined) return;
    this.updatePanel(record, change(record));
    this.controls.restart(record.document.uri, CONTROL_PAUSE);
  }

  // -------------------------------------------------------------- live runs

  edited(document: SourceDocument): void {
    if (this.place?.document.uri === document.uri) this.typing.restart(document.uri, TYPING_PAUSE);
  }

  saved(document: SourceDocument): void {
    this.settled(document.uri, 'onSave');
  }

  closed(document: SourceDocument): void {
    const { uri } = document;
    this.typing.cancel(uri);
    this.controls.cancel(uri);
    if (this.runs.active?.document.uri === uri) this.runs.stop();
    this.blocks.forget(uri);
    this.records.forget(uri);
    if (this.place?.document.uri !== uri) return;
    this.place = undefined;
    this.record = undefined;
    this.host.panel.setState(EMPTY_STATE);
    this.host.changed();
  }

  /** The text has come to rest (`cause`): the panel takes it in, and what ran before runs again if it changed. */
  private settled(uri: string, cause: Exclude<LiveMode, 'off'>): void {
    if (this.place?.document.uri !== uri) return;
    const record = this.upToDate();
    this.host.changed();
    if (record === undefined || record.executed === null || record.executed === record.fingerprint()) return;
    if (liveMode(record.state.live, this.host.settings(record.document)) === cause) void this.start(record);
  }
}
