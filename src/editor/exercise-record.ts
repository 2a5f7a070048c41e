/** What is known of one exercise of one document: what it would run, what the panel shows of it, what it ran last. */

import { judge, type Check } from '../checks/check.ts';
import { workbookCheck } from '../checks/checks.ts';
import type { Block, Overrides, ParameterValue, Plan } from '../exercises/model.ts';
import { planCells, planRun } from '../exercises/plan.ts';
import type { Cell, RunEvent } from '../training/protocol/protocol.ts';
import { RunCollector } from '../training/protocol/results.ts';
import type { PastRun } from '../run-model/history.ts';
import { isWorthKeeping } from '../run-model/reduce.ts';
import {
  EMPTY_STATE,
  hasEnded,
  isValueOf,
  panelParameters,
  type Exercise,
  type PanelState,
  type Results,
} from '../run-model/state.ts';
import type { Keeper } from './history/exercise-store.ts';
import { digestOf, lastRunOf, type LastRun } from './history/last-run.ts';
import { RunHistory, type StoredHistory } from './history/run-history.ts';
import type { BlockCode } from './history/run-code.ts';
import { parameterNames, snapshotOf, type Snapshot } from './history/snapshot.ts';
import { KeptOverrides, type StoredOverrides } from './overrides/kept-overrides.ts';
import type { PlacedOverride } from './overrides/literal-overrides.ts';
import type { TextChange } from './overrides/text-changes.ts';
import type { Settings } from './settings.ts';
import type { SourceDocument } from './source-document.ts';
import type { Translate } from '../advice/translate.ts';

/** What a run takes in: the exercise and its set-up, or everything above it, other exercises too. */
export type RunExtent = 'exercise' | 'above';

/** What records need; without keepers, past runs last as long as the document is open. */
export interface RecordParts {
  readonly t: Translate;
  /** Keep past runs across reloads of the window. */
  readonly histories?: Keeper<StoredHistory>;
  /** Keep what the last run brought. */
  readonly lastRuns?: Keeper<LastRun>;
  /** Keep the panel's values. */
  readonly overrides?: Keeper<StoredOverrides>;
}

/** What a run was when it began. */
interface Begun {
  readonly snapshot: Snapshot;
  /** See {@link ExerciseRecord.fingerprint}. */
  readonly executed: string;
  /** A control was being moved. */
  readonly moving: boolean;
}

/** {@link ExerciseRecord.executed} of a run whose code is not the same any more. */
const OTHER_CODE = '';

/** Separates cells in the comparison of what was executed; no source holds it. */
const BETWEEN_CELLS = '\0';

export class ExerciseRecord {
  state: PanelState;
  /** Identity of what ran last: seed and source of all cells; null before the first run and after a stop. */
  executed: string | null = null;
  /** The same of the run whose results are shown, stopped or not. */
  #ran: string | null = null;
  /** The window is being closed: what ends now has not come to its end. */
  isInterrupted = false;
  /** Counts this exercise's runs, so that events of an earlier one are recognised. */
  runs = 0;
  plan: Plan;
  #extent: RunExtent = 'exercise';
  /** A control is being moved, or a number typed: the runs until it rests count as one. */
  moving = false;
  readonly #history: RunHistory;
  #collector: RunCollector | null = null;
  #begun: Begun | null = null;
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
    private readonly parts: RecordParts,
  ) {
    this.plan = this.#planOf(blocks, block);
    this.#version = document.version;
    this.#overrides = new KeptOverrides(
      this.plan,
      this.#identity,
      this.#isUntitled ? undefined : parts.overrides,
    );
    this.#history = new RunHistory(parts.histories?.load(this.#identity));
    this.state = {
      ...EMPTY_STATE,
      document: document.name,
      documentName: document.title,
      ...this.#planned(blocks, block),
      history: this.#history.shown,
    };
    this.takeSettings(settings);
    this.#restore(parts.lastRuns?.load(this.#identity));
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
    this.change({ seed: last.seed });
    const isSame = digestOf(this.fingerprint()) === last.executed;
    const { status, results, verdict } = last;
    this.#ran = isSame ? this.fingerprint() : OTHER_CODE;
    if (status === 'ok' || status === 'error') this.executed = this.#ran;
    const lastGood = isWorthKeeping({ status, results }) ? results : null;
    const before = this.#history.runs.at(-1);
    const lastGoodFrom = before?.status === status ? before : null;
    this.change({ status, results, lastGood, lastGoodFrom, verdict, note: this.#noteOn(last, isSame) });
    this.#compare();
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

  /** Takes in the document's present text: returns whether there was anything new in it. */
  refresh(blocks: readonly Block[], block: Block): boolean {
    if (this.#version === this.document.version) return false;
    this.#replan(blocks, block);
    return true;
  }

  /** Runs take in so much from now on. */
  extend(blocks: readonly Block[], block: Block, extent: RunExtent): Partial<PanelState> {
    if (extent === this.#extent) return {};
    this.#extent = extent;
    return this.#replan(blocks, block);
  }

  /** Seed and liveness come from the settings until the panel's own controls were used. */
  takeSettings(settings: Settings): void {
    this.change({ seed: settings.seed, live: settings.liveRuns !== 'off', ...this.#chosen });
    this.#compare();
  }

  choose(choice: { readonly seed: number } | { readonly live: boolean }): Partial<PanelState> {
    this.#chosen = { ...this.#chosen, ...choice };
    return { ...this.change(choice), ...this.#compare() };
  }

  /** What a run executes now. Overrides of parameters that the code has no more are left out. */
  cells(): readonly Cell[] {
    return planCells(this.plan, this.activeOverrides());
  }

  /** Identity of what a run would execute now, for {@link executed}. */
  fingerprint(): string {
    return [String(this.state.seed), ...this.cells().map((cell) => cell.source)].join(BETWEEN_CELLS);
  }

  /** A run of what the record has now begins. */
  begin(): void {
    this.executed = this.#ran = this.fingerprint();
    const snapshot = snapshotOf(this.plan, this.activeOverrides(), this.state.seed);
    this.#begun = { snapshot, executed: this.executed, moving: this.moving };
    this.#compare();
  }

  /** Whether there are results, or values of the panel, that belong to certain code. */
  get belongsToCode(): boolean {
    return this.#ran !== null || this.#overrides.placed.length > 0;
  }

  /** Tells whether the results are those of other code, values or seed than there are now. */
  #compare(): Pick<PanelState, 'outdated'> {
    const outdated = this.#ran !== null && this.#ran !== this.fingerprint();
    this.change({ outdated });
    return { outdated };
  }

  /** Keeps what the run brings, if there is a check that will want to see it. */
  collect(event: RunEvent): void {
    if (event.type === 'started') this.#collector = this.check === undefined ? null : new RunCollector();
    this.#collector?.accept(event);
  }

  /** The run has ended: it is judged, and goes into the history. */
  end(): Partial<PanelState> {
    const change = { ...this.#tellInterruption(), ...this.#judge(), ...this.#remember() };
    this.#keepLastRun();
    return change;
  }

  #tellInterruption(): Partial<PanelState> {
    if (!this.isInterrupted || this.state.status !== 'stopped') return {};
    const results: Results = { ...this.state.results, interrupted: true };
    return this.change({
      results,
      ...(this.state.lastGood === this.state.results ? { lastGood: results } : {}),
    });
  }

  /** Of which run the results are that stay when a later one brings none. */
  #origin(number: number | null): Partial<PanelState> {
    const { status, lastGood, results } = this.state;
    if (lastGood !== results || !hasEnded(status) || this.#begun === null) return {};
    const { parameters } = this.#begun.snapshot;
    const values = Object.fromEntries(parameters.map(({ name, value }) => [name, value]));
    return this.change({ lastGoodFrom: { number, status, parameters: values } });
  }

  #keepLastRun(): void {
    if (this.#begun === null) return;
    const { executed, snapshot } = this.#begun;
    const last = lastRunOf(this.state, { executed, seed: snapshot.seed });
    if (last !== undefined) this.parts.lastRuns?.save(this.#identity, last);
  }

  #judge(): Partial<PanelState> {
    const { check } = this;
    const collector = this.#collector;
    if (check === undefined || collector === null) return {};
    this.#collector = null;
    return this.change({ verdict: judge(check, collector.result()) });
  }

  #remember(): Partial<PanelState> {
    const begun = this.#begun;
    if (begun === null) return {};
    // A value on the way may end its run when the control rests already, and that of the last value is yet to begin.
    const isPassed = begun.moving && begun.executed !== this.fingerprint();
    const isNew = this.#history.add(this.state, begun.snapshot, this.moving || isPassed);
    const number = isNew ? (this.#history.runs.at(-1)?.number ?? null) : null;
    return { ...(isNew ? this.#keepHistory() : {}), ...this.#origin(number) };
  }

  /** The control has come to rest at the value that ran last. */
  settle(): void {
    this.moving = false;
    this.#history.settle();
  }

  /** The workbook's check of the exercise; undefined in other documents. */
  get check(): Check | undefined {
    return workbookCheck(this.document.title, this.plan.exercise);
  }

  /** Past runs, oldest first, with the fits of all. */
  get pastRuns(): RunHistory['runs'] {
    return this.#history.runs;
  }

  /** What a past run executed, block by block; undefined: it is not kept. */
  codeOfRun(number: number): readonly BlockCode[] | undefined {
    return this.#history.codeOf(number);
  }

  /** Takes a past run's values and its seed, as far as the code still has such parameters. */
  takeValuesOf({ parameters, seed }: PastRun): Partial<PanelState> {
    const nameOf = parameterNames(this.plan.parameters);
    this.#overrides.clear();
    for (const parameter of this.plan.parameters) {
      const value = parameters[nameOf(parameter)];
      if (value !== undefined && isValueOf(parameter.kind, value)) this.#overrides.set(parameter.key, value);
    }
    return { ...this.choose({ seed }), ...this.#overridesChanged() };
  }

  /** Once it is cleared, nothing of the last run is kept either; it stays in the panel. */
  changeHistory(change: (history: RunHistory) => void): Partial<PanelState> {
    change(this.#history);
    if (this.#history.runs.length === 0) this.parts.lastRuns?.save(this.#identity, undefined);
    return this.#keepHistory();
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
  override(key: string, value: ParameterValue): Partial<PanelState> {
    this.#overrides.set(key, value);
    return this.#overridesChanged();
  }

  /** Takes one override away, or all. */
  resetOverrides(key?: string): Partial<PanelState> {
    this.#overrides.clear(key);
    return this.#overridesChanged();
  }

  /** Replaces fields of the state; returns them. */
  change(change: Partial<PanelState>): Partial<PanelState> {
    this.state = { ...this.state, ...change };
    return change;
  }

  #overridesChanged(): Partial<PanelState> {
    const change = this.change({ parameters: this.#parameters() });
    return { ...change, ...this.#compare() };
  }

  #keepHistory(): Partial<PanelState> {
    this.parts.histories?.save(this.#identity, this.#history.stored);
    const { shown: history, compared } = this.#history;
    return this.change({ history, compared });
  }

  #replan(blocks: readonly Block[], block: Block): Partial<PanelState> {
    this.plan = this.#planOf(blocks, block);
    this.#version = this.document.version;
    this.#overrides.read(this.plan);
    return { ...this.change(this.#planned(blocks, block)), ...this.#compare() };
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

function exerciseOf({ exercise, title, headingLine }: Block): Exercise {
  return { id: exercise ?? '', title, line: headingLine };
}

/** Each by its first block. */
function exercisesIn(blocks: readonly Block[]): readonly Exercise[] {
  return blocks
    .filter(
      ({ exercise }, index) =>
        exercise !== null && blocks.findIndex((other) => other.exercise === exercise) === index,
    )
    .map(exerciseOf);
}
