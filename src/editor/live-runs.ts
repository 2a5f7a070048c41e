/** When an edited exercise runs again: the rule, and the wait for a pause in the typing. */

import type { ExerciseRecord } from './exercise-record.ts';
import type { RunSchedule } from './run-schedule.ts';
import type { LiveMode, Settings } from './settings.ts';
import type { ShownExercise } from './shown-exercise.ts';
import type { TextChange } from './overrides/text-changes.ts';

/** Long enough for a pause between two keystrokes, short enough to feel immediate. */
export const TYPING_PAUSE = 250;

/** The same while a number is typed: each of its digits makes another program that can be run. */
export const NUMBER_PAUSE = 80;

/** After this time without a keystroke a number counts as typed: the runs until then count as one. */
export const NUMBER_REST = 1000;

/**
 * The panel's Live switch rules over the setting; switched on where the setting is `off`, it follows the typing. Outside the
 * sandbox nothing runs that is half typed.
 */
function liveMode(live: boolean, settings: Settings): LiveMode {
  if (!live || settings.engine !== 'built-in') return 'off';
  return settings.liveRuns === 'off' ? 'whileTyping' : settings.liveRuns;
}

/** What live runs need of the controller. */
export interface LiveRunsHost {
  readonly exercise: ShownExercise;
  readonly schedule: RunSchedule;
  settings(record: ExerciseRecord): Settings;
  /** The shown exercise with the document's present text taken in. */
  upToDate(): ExerciseRecord | undefined;
  /** The document whose exercise runs. */
  running(): string | undefined;
  start(record: ExerciseRecord): void;
  changed(): void;
}

/** What has come to rest. */
type Cause = Exclude<LiveMode, 'off'>;

const PAUSES = { whileTyping: 'typing', onSave: 'save' } as const;

export class LiveRuns {
  constructor(private readonly host: LiveRunsHost) {}

  /** Whether the text is being typed, so that it is not looked at before the typing pauses. */
  isTyping(uri: string): boolean {
    return this.host.schedule.isPending(uri, 'typing');
  }

  /** `isNumber`: see {@link isNumberEdit}. */
  edited(uri: string, changes: readonly TextChange[], isNumber: boolean): void {
    const { exercise, schedule } = this.host;
    if (exercise.records.edited(uri, changes)) this.host.changed();
    if (!exercise.isFollowing(uri)) return;
    schedule.restart(uri, 'typing', isNumber ? NUMBER_PAUSE : TYPING_PAUSE);
    if (!isNumber) return this.numberTyped();
    if (exercise.record !== undefined) exercise.record.moving = true;
    schedule.restart(uri, 'number', NUMBER_REST);
  }

  /** The next run is one of its own in the history. */
  numberTyped(): void {
    this.host.exercise.record?.settle();
  }

  /** The text has come to rest (`cause`): the panel takes it in, and what ran before runs again if it changed. */
  settled(uri: string, cause: Cause): void {
    if (!this.host.exercise.isFollowing(uri)) return;
    const { record: shown } = this.host.exercise;
    // Results that a run is about to replace are not called outdated for the moment until then.
    const isExpected = shown !== undefined && this.#isLive(shown, cause) && !this.#isBusyElsewhere(uri);
    if (isExpected) shown.expectRun();
    const record = this.host.upToDate();
    this.host.changed();
    const isNew = record !== undefined && record.executed !== record.fingerprint();
    if (isExpected && (record !== shown || !isNew)) shown.giveUpRun();
    if (!isNew || !this.#isLive(record, cause)) return;
    if (this.#isBusyElsewhere(uri)) this.host.schedule.restart(uri, PAUSES[cause], TYPING_PAUSE);
    else this.host.schedule.restart(uri, 'start', 0);
  }

  /** Whether an edit of the exercise runs it again: it has run before, and the switch says so. */
  #isLive(record: ExerciseRecord, cause: Cause): boolean {
    return record.executed !== null && liveMode(record.state.live, this.host.settings(record)) === cause;
  }

  /** The text was taken in: it runs, unless the typing goes on: then another pause follows. */
  startRested(uri: string): void {
    const { record } = this.host.exercise;
    if (record?.document.uri !== uri) return;
    if (this.isTyping(uri)) record.giveUpRun();
    else this.host.start(record);
  }

  /** Another document's run goes on: an edit here must not end it. */
  #isBusyElsewhere(uri: string): boolean {
    const running = this.host.running();
    return running !== undefined && running !== uri;
  }
}
