/** Every message between the panel's host side and its browser side: one interface each, unions by direction. */

import type { ParameterValue } from '../exercises/model.ts';
import type { RunEvent } from '../training/protocol/protocol.ts';
import type { SweepRequest } from '../sweep/model.ts';
import type { ComparedRuns } from '../run-model/history.ts';
import type { PanelState } from '../run-model/state.ts';
import type { SweepRun } from '../run-model/sweep.ts';

// ---------------------------------------------------------------- host -> webview

/** The whole state: sent when the view becomes visible or the document changes. */
export interface StateMessage {
  readonly type: 'state';
  readonly state: PanelState;
}

/** Fields of the state that have new values. */
export interface ChangeMessage {
  readonly type: 'change';
  readonly change: Partial<PanelState>;
}

/** An event of the current run; the browser reduces it as the host does, so that points travel as increments. */
export interface EventMessage {
  readonly type: 'event';
  readonly event: RunEvent;
}

/** A run of a sweep has ended; one of another sweep than the state's is dropped. */
export interface SweepRunMessage {
  readonly type: 'sweepRun';
  readonly sweep: number;
  readonly run: SweepRun;
}

/** A part of the page that the host may bring into view. */
export type SectionId = 'runs' | 'compare';

/** Scroll to a section and unfold it. */
export interface RevealMessage {
  readonly type: 'reveal';
  readonly section: SectionId;
}

/** What the host sends. */
export type HostToWebview = StateMessage | ChangeMessage | EventMessage | SweepRunMessage | RevealMessage;

// ---------------------------------------------------------------- webview -> host

/** The page has loaded and wants the state. */
export interface ReadyMessage {
  readonly type: 'ready';
}

/** Run the exercise that is shown. */
export interface RunMessage {
  readonly type: 'run';
}

/** End its run. */
export interface StopMessage {
  readonly type: 'stop';
}

/** A control was given a value; one equal to the code's takes the override away. */
export interface OverrideMessage {
  readonly type: 'override';
  readonly key: string;
  readonly value: ParameterValue;
  /** A slider is on its way: more values follow. */
  readonly moving: boolean;
}

/** Take all overrides away. */
export interface ResetOverridesMessage {
  readonly type: 'resetOverrides';
}

/** Write the overrides into the document. */
export interface ApplyToCodeMessage {
  readonly type: 'applyToCode';
}

/** Show a line of the learner's code. */
export interface OpenLocationMessage {
  readonly type: 'openLocation';
  /** As a frame, a parameter or the state names it. */
  readonly document: string;
  /** 1-based. */
  readonly line: number;
}

/** Run again while the learner types, or no longer. */
export interface ToggleLiveMessage {
  readonly type: 'toggleLive';
  readonly live: boolean;
}

/** Run with this seed from now on. */
export interface SetSeedMessage {
  readonly type: 'setSeed';
  readonly seed: number;
}

/** Open the panel as an editor tab beside the code. */
export interface OpenToSideMessage {
  readonly type: 'openToSide';
}

/** Open the workbook: there is no exercise yet. */
export interface OpenWorkbookMessage {
  readonly type: 'openWorkbook';
}

/** What the editor can do to go on where a run waits, is about to be ended, or could not end well. */
export const STEPS = [
  'trust',
  'timeLimit',
  'log',
  'continueRun',
  'runNow',
  'cancelWaiting',
  'chooseDataFolder',
  'useGeneratedData',
] as const;
export type Step = (typeof STEPS)[number];

/** Open what helps to go on. */
export interface TakeStepMessage {
  readonly type: 'takeStep';
  readonly step: Step;
}

/** Keep a run's curves behind the later ones, and its weights beside theirs; or no longer. */
export interface PinRunMessage {
  readonly type: 'pinRun';
  readonly number: number;
  readonly pinned: boolean;
}

/** Give a past run a name. */
export interface RenameRunMessage {
  readonly type: 'renameRun';
  readonly number: number;
  /** Empty: its number alone. */
  readonly name: string;
}

/** Forget the past runs of the exercise. */
export interface ClearRunsMessage {
  readonly type: 'clearRuns';
}

/** Save the past runs to a file. */
export interface ExportRunsMessage {
  readonly type: 'exportRuns';
  readonly format: 'csv' | 'json';
}

/** A chart as the page draws it. */
export interface ExportChartMessage {
  readonly type: 'exportChart';
  readonly format: 'svg' | 'png';
  /** What it shows: the loss unless given. */
  readonly subject?: 'figure';
  /** Markup, or the picture in Base64. */
  readonly data: string;
}

/** Show two past runs side by side; null: no more. */
export interface CompareRunsMessage {
  readonly type: 'compareRuns';
  readonly runs: ComparedRuns | null;
}

/** Show the code of two past runs beside each other. */
export interface CompareCodeMessage {
  readonly type: 'compareCode';
  readonly runs: ComparedRuns;
}

/** Take a past run's values as the panel's own, or put its code back into the document, which asks first. */
export interface RestoreRunMessage {
  readonly type: 'restoreRun';
  readonly number: number;
  readonly what: 'values' | 'code';
}

/** Save what the panel shows as a page that needs no editor. */
export interface SaveReportMessage {
  readonly type: 'saveReport';
}

/** What is done with past runs. */
/** Keep a figure that the exercise saved under a name. */
export interface KeepFigureMessage {
  readonly type: 'keepFigure';
  readonly name: string;
}

export type HistoryMessage =
  | PinRunMessage
  | RenameRunMessage
  | ClearRunsMessage
  | ExportRunsMessage
  | ExportChartMessage
  | CompareRunsMessage
  | CompareCodeMessage
  | RestoreRunMessage
  | SaveReportMessage
  | KeepFigureMessage;

/** Set up a sweep of a parameter; null: no more. */
export interface ChooseSweepMessage {
  readonly type: 'chooseSweep';
  readonly key: string | null;
}

/** Run the exercise with each of several values. */
export interface StartSweepMessage {
  readonly type: 'startSweep';
  readonly request: SweepRequest;
}

/** Run no further values; the results so far stay. */
export interface StopSweepMessage {
  readonly type: 'stopSweep';
}

/** Take the results away. */
export interface ClearSweepMessage {
  readonly type: 'clearSweep';
}

/** What is done with sweeps. */
export type SweepMessage = ChooseSweepMessage | StartSweepMessage | StopSweepMessage | ClearSweepMessage;

export function isSweepMessage(message: WebviewToHost): message is SweepMessage {
  return message.type.endsWith('Sweep');
}

/** What the page sends. */
export type WebviewToHost =
  | HistoryMessage
  | SweepMessage
  | ReadyMessage
  | RunMessage
  | StopMessage
  | OverrideMessage
  | ResetOverridesMessage
  | ApplyToCodeMessage
  | OpenLocationMessage
  | ToggleLiveMessage
  | SetSeedMessage
  | OpenToSideMessage
  | OpenWorkbookMessage
  | TakeStepMessage;
