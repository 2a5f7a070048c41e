/** What is known of one exercise of one document: what it would run, what the panel shows of it, what it ran last. */

import { workbookCheck } from '../checks/checks.ts';
import type { Block, Overrides, ParameterValue, Plan } from '../exercises/model.ts';
import { planCells, planRun } from '../exercises/plan.ts';
import type { Cell, RunEvent } from '../training/protocol/protocol.ts';
import type { PastRun } from '../run-model/history.ts';
import { lookAfter, NO_LOOK } from '../run-model/run-look.ts';
import { EMPTY_STATE, isActive, isValueOf, panelParameters, type PanelState } from '../run-model/state.ts';
import { StateStore } from '../run-model/store.ts';
import type { EngineWish } from './engines/wish.ts';
import type { Keeper } from './history/exercise-store.ts';
import { exerciseOf, exercisesIn } from './listed-exercises.ts';
import { KeptRuns, type KeptRunsParts } from './history/kept-runs.ts';
import type { LastRun } from './history/last-run.ts';
import type { RunHistory } from './history/run-history.ts';
import type { BlockCode } from './history/run-code.ts';
import { parameterNames, snapshotOf } from './history/snapshot.ts';
import { KeptOverrides, type StoredOverrides } from './overrides/kept-overrides.ts';
import type { PlacedOverride } from './overrides/literal-overrides.ts';
import type { TextChange } from './overrides/text-changes.ts';
import { RunJudge } from './run-judge.ts';
import type { Settings } from './settings.ts';
import type { SourceDocument } from './source-document.ts';

/** What a run takes in: the exercise and its set-up, or everything above it, other exercises too. */
export type RunExtent = 'exercise' | 'above';

/** What records need; without keepers, past runs last as long as the document is open. */
export interface RecordParts extends KeptRunsParts {
  /** Keep the panel's values. */
  readonly overrides?: Keeper<StoredOverrides>;
}

/** Separates cells in the comparison of what was executed; no source holds it. */
const BETWEEN_CELLS = '\0';

export class ExerciseRecord {
  /** What is known of the exercise; tells of its changes. */
  readonly store: StateStore;
  /** Identity of what ran last: seed and source of all cells; null before the first run and after a stop. */
  executed: string | null = null;
  /** Counts this exercise's runs, so that events of an earlier one are recognised. */
  runs = 0;
  /** Of the latest run. */
  look = NO_LOOK;
  plan: Plan;
  #extent: RunExtent = 'exercise';
  /** A control is being moved, or a number typed: the runs until it rests count as one. */
  moving = false;
  /** Its next run is one of PyTorch, whatever engine is chosen. */
  onPyTorch = false;
  readonly #kept: KeptRuns;
  readonly #judge: RunJudge;
  /** A run of what there is now is about to begin: the results will be those of it. */
  #isRunExpected = false;
  #version: number;
  readonly #overrides: KeptOverrides;
  #chosen: { readonly seed?: number; readonly live?: boolean } = {};

  constructor(
    readonly document: SourceDocument,
    /** Its block's, which survives edits. */
    readonly key: string,
    blocks: readonly Block[],
    block: Block,
    settings: Settings,
    parts: RecordParts,
  ) {
    this.plan = this.#planOf(blocks, block);
    this.#judge = new RunJudge(() => workbookCheck(this.document.title, this.plan.exercise), parts.t);
    this.#version = document.version;
    this.#overrides = new KeptOverrides(
      this.plan,
      this.#identity,
      this.#isUntitled ? undefined : parts.overrides,
    );
    this.store = new StateStore({
      ...EMPTY_STATE,
      document: document.name,
      documentName: document.title,
      ...this.#planned(blocks, block),
    });
    this.#kept = new KeptRuns(this.store, this.#identity, parts);
    this.takeSettings(settings);
    this.#restore(parts.lastRuns?.load(this.#identity));
  }

  get state(): PanelState {
    return this.store.state;
  }

  /** VS Code gives the name of an untitled document that was closed to the next one. */
  get #isUntitled(): boolean {
    return this.document.uri.startsWith('untitled:');
  }

  /**
   * The last run is there again, with the seed that it had. Runs follow the typing as before, unless it was stopped or took
   * too long.
   */
  #restore(last: LastRun | undefined): void {
    if (last === undefined || this.#isUntitled) return;
    if (last.seed !== this.state.seed) this.#chosen = { seed: last.seed };
    this.store.set({ seed: last.seed });
    const executed = this.#kept.restore(last, this.fingerprint());
    if (last.status === 'ok' || last.status === 'error') this.executed = executed;
    this.#compare();
  }

  /** Takes in the document's present text: returns whether there was anything new in it. */
  refresh(blocks: readonly Block[], block: Block): boolean {
    if (this.#version === this.document.version) return false;
    this.#replan(blocks, block);
    return true;
  }

  /** Runs take in so much from now on. */
  extend(blocks: readonly Block[], block: Block, extent: RunExtent): void {
    if (extent === this.#extent) return;
    this.#extent = extent;
    this.#replan(blocks, block);
  }

  /** Seed and liveness come from the settings until the panel's own controls were used. */
  takeSettings(settings: Settings): void {
    this.store.set({ seed: settings.seed, live: settings.liveRuns !== 'off', ...this.#chosen });
    this.#compare();
  }

  choose(choice: { readonly seed: number } | { readonly live: boolean }): void {
    this.#chosen = { ...this.#chosen, ...choice };
    this.store.set(choice);
    this.#compare();
  }

  /** What a run executes now. Overrides of parameters that the code has no more are left out. */
  cells(): readonly Cell[] {
    return planCells(this.plan, this.activeOverrides());
  }

  /** Who is to execute the run that begins now. */
  takeEngine(): EngineWish['engine'] {
    const engine = this.onPyTorch ? 'pytorch' : 'chosen';
    this.onPyTorch = false;
    return engine;
  }

  /** Identity of what a run would execute now, for {@link executed}. */
  fingerprint(): string {
    return [String(this.state.seed), ...this.cells().map((cell) => cell.source)].join(BETWEEN_CELLS);
  }

  /** A run of what there will be in a moment is about to begin. */
  expectRun(): void {
    this.#isRunExpected = true;
    this.#compare();
  }

  /** It does not begin after all, or not at once. */
  giveUpRun(): void {
    this.#isRunExpected = false;
    this.#compare();
  }

  /** A run of what the record has now begins. */
  begin(): void {
    this.#isRunExpected = false;
    this.executed = this.fingerprint();
    const snapshot = snapshotOf(this.plan, this.activeOverrides(), this.state.seed);
    this.#kept.begin({ snapshot, executed: this.executed, moving: this.moving });
    this.#compare();
  }

  /** Whether there are results, or values of the panel, that belong to certain code. */
  get belongsToCode(): boolean {
    return this.#kept.executed !== null || this.#overrides.placed.length > 0;
  }

  /** Tells whether the results are those of other code, values or seed than there are now. */
  #compare(): void {
    const { executed } = this.#kept;
    const outdated = !this.#isRunExpected && executed !== null && executed !== this.fingerprint();
    this.store.set({ outdated });
  }

  /** The record's run has come further: takes in what it brings. */
  accept(event: RunEvent): void {
    this.store.accept(event);
    this.look = lookAfter(this.look, event);
    this.#judge.accept(event);
  }

  /** The window is being closed: what ends now has not come to its end. */
  interrupt(): void {
    this.#kept.isInterrupted = true;
  }

  /** The run has ended: it is judged, and goes into the history. */
  end(): void {
    const verdict = this.#judge.verdict();
    if (verdict !== null) this.store.set({ verdict });
    this.#kept.end(this.fingerprint(), this.moving);
  }

  /** The control has come to rest at the value that ran last, or runs: then the history's newest run is one on the way. */
  settle(): void {
    this.moving = false;
    if (!isActive(this.store.state.status)) this.#kept.history.settle();
  }

  /** Past runs, oldest first, with the fits of all. */
  get pastRuns(): RunHistory['runs'] {
    return this.#kept.history.runs;
  }

  /** What a past run executed, block by block; undefined: it is not kept. */
  codeOfRun(number: number): readonly BlockCode[] | undefined {
    return this.#kept.history.codeOf(number);
  }

  /** Takes a past run's values and its seed, as far as the code still has such parameters. */
  takeValuesOf({ parameters, seed }: PastRun): void {
    const nameOf = parameterNames(this.plan.parameters);
    this.#overrides.clear();
    for (const parameter of this.plan.parameters) {
      const value = parameters[nameOf(parameter)];
      if (value !== undefined && isValueOf(parameter.kind, value)) this.#overrides.set(parameter.key, value);
    }
    this.choose({ seed });
    this.#overridesChanged();
  }

  /** Pins, names, compares or clears past runs. */
  changeHistory(change: (history: RunHistory) => void): void {
    this.#kept.change(change);
  }

  /** The panel's values, by key, of parameters whose literals nobody has edited since. */
  activeOverrides(): Overrides {
    return this.#overrides.active;
  }

  /** Where in the document the literals stand that runs replace by the panel's values. */
  get overriddenPlaces(): readonly PlacedOverride[] {
    return this.#overrides.placed;
  }

  /** The document was edited; returns whether that ended an override. The panel follows when the text is taken in. */
  edited(changes: readonly TextChange[]): boolean {
    return this.#overrides.edited(changes);
  }

  /** Sets one parameter's value; the code's own value takes the override away. */
  override(key: string, value: ParameterValue): void {
    this.#overrides.set(key, value);
    this.#overridesChanged();
  }

  /** Takes one override away, or all. */
  resetOverrides(key?: string): void {
    this.#overrides.clear(key);
    this.#overridesChanged();
  }

  #overridesChanged(): void {
    this.store.set({ parameters: this.#parameters() });
    this.#compare();
  }

  #replan(blocks: readonly Block[], block: Block): void {
    this.plan = this.#planOf(blocks, block);
    this.#version = this.document.version;
    this.#overrides.read(this.plan);
    this.store.set(this.#planned(blocks, block));
    this.#compare();
  }

  #planOf(blocks: readonly Block[], { index }: Block): Plan {
    return planRun(blocks, this.#extent === 'exercise' ? { block: index } : { through: index });
  }

  get #identity(): string {
    return `${this.document.uri} ${this.key}`;
  }

  #planned(
    blocks: readonly Block[],
    block: Block,
  ): Pick<PanelState, 'exercise' | 'exercises' | 'parameters'> {
    return {
      exercise: exerciseOf(block),
      exercises: exercisesIn(blocks),
      parameters: this.#parameters(),
    };
  }

  #parameters(): PanelState['parameters'] {
    return panelParameters(this.plan.parameters, this.activeOverrides(), () => this.document.name);
  }
}
