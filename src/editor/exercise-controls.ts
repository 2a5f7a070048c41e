/** What the learner does to the exercise in the panel with its controls; most of it is a wish to see the effect. */

import type { ParameterValue } from '../exercises/model.ts';
import type { ExerciseRecord } from './exercise-record.ts';
import type { RunHistory } from './history/run-history.ts';
import type { RunSchedule } from './run-schedule.ts';

/** Milliseconds between the runs of a control that is being dragged; each takes the newest value. */
const CONTROL_PAUSE = 40;

/** What the controls need of the controller. */
export interface ControlsHost {
  readonly schedule: RunSchedule;
  /** The exercise in the panel. */
  shown(): ExerciseRecord | undefined;
  /** Runs it. */
  run(): void;
  /** Whether it runs while a slider is on its way, and not only when that rests. */
  followsSliders(record: ExerciseRecord): boolean;
  /** The text of the document is as good as typed: see {@link LiveRuns.settled}. */
  settled(uri: string): void;
  changed(): void;
}

export class ExerciseControls {
  /** Whose control was used last. */
  #used: ExerciseRecord | undefined;

  constructor(private readonly host: ControlsHost) {}

  /** `moving`: a slider is on its way; the runs until it rests count as one. */
  override(key: string, value: ParameterValue, moving = false): void {
    const shown = this.host.shown();
    if (shown === undefined) return;
    shown.moving = moving;
    shown.expectRun();
    shown.override(key, value);
    if (moving && !this.host.followsSliders(shown)) return this.host.changed();
    if (moving || shown.executed !== shown.fingerprint()) return this.#runSoon(shown);
    this.host.schedule.cancel(shown.document.uri, ['control']);
    shown.giveUpRun();
    shown.settle();
    this.host.changed();
  }

  /** Takes one override away, or all. */
  resetOverrides(key?: string): void {
    if (this.host.shown()?.overriddenPlaces.length === 0) return;
    this.#use((record) => record.resetOverrides(key));
  }

  /** Runs with the values and the seed of a past run, as the panel's own. */
  restoreValues(number: number): void {
    const run = this.host.shown()?.pastRuns.find((past) => past.number === number);
    if (run !== undefined) this.#use((record) => record.takeValuesOf(run));
  }

  setSeed(seed: number): void {
    this.#use((record) => record.choose({ seed }));
  }

  setLive(live: boolean): void {
    const shown = this.host.shown();
    if (shown === undefined) return;
    shown.choose({ live });
    if (live) this.host.settled(shown.document.uri);
  }

  /** Pins, names or clears past runs. */
  changeHistory(change: (history: RunHistory) => void): void {
    this.host.shown()?.changeHistory(change);
  }

  /** Controls have rested long enough: runs the exercise whose they are, if the panel still shows it. */
  rested(): void {
    const used = this.#used;
    this.#used = undefined;
    if (used === this.host.shown()) this.host.run();
    else used?.giveUpRun();
  }

  #use(change: (record: ExerciseRecord) => void): void {
    const shown = this.host.shown();
    if (shown === undefined) return;
    shown.expectRun();
    change(shown);
    this.#runSoon(shown);
  }

  /** A control was used: that is a wish to see its effect, so the exercise runs, after its first run or not. */
  #runSoon(record: ExerciseRecord): void {
    this.#used = record;
    this.host.schedule.begin(record.document.uri, 'control', CONTROL_PAUSE);
    this.host.changed();
  }
}
