/** Every message between the panel's host side and its browser side: one interface each, unions by direction. */

import type { ParameterValue } from '../exercises/model.ts';
import type { RunEvent } from '../training/protocol.ts';
import { MAX_NAME } from './history.ts';
import { MOST_RUNS } from '../sweep/model.ts';
import type { SweepRequest, SweepValue } from '../sweep/model.ts';
import type { PanelState } from './state.ts';
import type { SweepRun } from './sweep.ts';

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
export type SectionId = 'runs';

/** Scroll to a section and unfold it. */
export interface RevealMessage {
  readonly type: 'reveal';
  readonly section: SectionId;
}

export type HostToWebview = StateMessage | ChangeMessage | EventMessage | SweepRunMessage | RevealMessage;

// ---------------------------------------------------------------- webview -> host

/** The page has loaded and wants the state. */
export interface ReadyMessage {
  readonly type: 'ready';
}

export interface RunMessage {
  readonly type: 'run';
}

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

export interface ResetOverridesMessage {
  readonly type: 'resetOverrides';
}

/** Write the overrides into the document. */
export interface ApplyToCodeMessage {
  readonly type: 'applyToCode';
}

export interface OpenLocationMessage {
  readonly type: 'openLocation';
  /** As a frame, a parameter or the state names it. */
  readonly document: string;
  /** 1-based. */
  readonly line: number;
}

export interface ToggleLiveMessage {
  readonly type: 'toggleLive';
  readonly live: boolean;
}

export interface SetSeedMessage {
  readonly type: 'setSeed';
  readonly seed: number;
}

export interface OpenToSideMessage {
  readonly type: 'openToSide';
}

export interface OpenWorkbookMessage {
  readonly type: 'openWorkbook';
}

/** What can be opened in the editor to go on after a run that could not end well. */
export type Step = 'trust' | 'timeLimit' | 'log';

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

export interface RenameRunMessage {
  readonly type: 'renameRun';
  readonly number: number;
  /** Empty: its number alone. */
  readonly name: string;
}

export interface ClearRunsMessage {
  readonly type: 'clearRuns';
}

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

export type HistoryMessage =
  PinRunMessage | RenameRunMessage | ClearRunsMessage | ExportRunsMessage | ExportChartMessage;

/** Set up a sweep of a parameter; null: no more. */
export interface ChooseSweepMessage {
  readonly type: 'chooseSweep';
  readonly key: string | null;
}

export interface StartSweepMessage {
  readonly type: 'startSweep';
  readonly request: SweepRequest;
}

export interface StopSweepMessage {
  readonly type: 'stopSweep';
}

/** Take the results away. */
export interface ClearSweepMessage {
  readonly type: 'clearSweep';
}

export type SweepMessage = ChooseSweepMessage | StartSweepMessage | StopSweepMessage | ClearSweepMessage;

export function isSweepMessage(message: WebviewToHost): message is SweepMessage {
  return message.type.endsWith('Sweep');
}

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

// ---------------------------------------------------------------- checks on receipt

/** PyTorch takes seeds of 64 bits, NumPy of 32; a run seeds both. */
export const MAX_SEED = 0xffff_ffff;

const WITHOUT_FIELDS: ReadonlySet<string> = new Set([
  'ready',
  'run',
  'stop',
  'resetOverrides',
  'applyToCode',
  'openToSide',
  'openWorkbook',
  'clearRuns',
  'stopSweep',
  'clearSweep',
]);

/** Characters of a picture: a chart as wide as a screen takes a hundredth of it. */
const MAX_PICTURE = 20_000_000;

/**
 * The message in `data`, which came from the browser side and may be anything; undefined when it is none of ours.
 * Only the fields of the message's own type are taken over.
 */
export function readMessage(data: unknown): WebviewToHost | undefined {
  if (!isRecord(data) || typeof data['type'] !== 'string') return undefined;
  const { type } = data;
  if (WITHOUT_FIELDS.has(type)) return { type } as WebviewToHost;
  switch (type) {
    case 'override':
      return readOverride(data);
    case 'openLocation':
      return readLocation(data['document'], data['line']);
    case 'toggleLive':
      return typeof data['live'] === 'boolean' ? { type, live: data['live'] } : undefined;
    case 'takeStep':
      return isStep(data['step']) ? { type, step: data['step'] } : undefined;
    case 'setSeed':
      return isInteger(data['seed'], 0, MAX_SEED) ? { type, seed: data['seed'] } : undefined;
    default:
      return readSweepMessage(data) ?? readHistoryMessage(data);
  }
}

function isStep(value: unknown): value is Step {
  return value === 'trust' || value === 'timeLimit' || value === 'log';
}

function readSweepMessage({ type, key, request }: Record<string, unknown>): SweepMessage | undefined {
  if (type === 'startSweep') return readSweep(request);
  return type === 'chooseSweep' && (isKey(key) || key === null) ? { type, key } : undefined;
}

function readSweep(request: unknown): StartSweepMessage | undefined {
  if (!isRecord(request)) return undefined;
  const { key, element, values, seeds } = request;
  if (!isKey(key) || !(element === null || isInteger(element, 0, Number.MAX_SAFE_INTEGER))) return undefined;
  if (!Array.isArray(values) || !values.every(isSweepValue)) return undefined;
  if (!isInteger(seeds, 1, MOST_RUNS) || values.length * seeds > MOST_RUNS) return undefined;
  return values.length > 1 ? { type: 'startSweep', request: { key, element, values, seeds } } : undefined;
}

function readOverride({ key, value, moving }: Record<string, unknown>): OverrideMessage | undefined {
  return typeof key === 'string' && isParameterValue(value)
    ? { type: 'override', key, value, moving: moving === true }
    : undefined;
}

function readHistoryMessage(data: Record<string, unknown>): HistoryMessage | undefined {
  switch (data['type']) {
    case 'pinRun':
    case 'renameRun':
      return readRunMessage(data);
    case 'exportRuns': {
      const { format } = data;
      return format === 'csv' || format === 'json' ? { type: 'exportRuns', format } : undefined;
    }
    case 'exportChart':
      return readPicture(data);
    default:
      return undefined;
  }
}

function readRunMessage(data: Record<string, unknown>): PinRunMessage | RenameRunMessage | undefined {
  const { type, number, pinned, name } = data;
  if (!isInteger(number, 1, Number.MAX_SAFE_INTEGER)) return undefined;
  if (type === 'pinRun') return typeof pinned === 'boolean' ? { type, number, pinned } : undefined;
  return typeof name === 'string' && name.length <= MAX_NAME
    ? { type: 'renameRun', number, name }
    : undefined;
}

function readPicture(message: Record<string, unknown>): ExportChartMessage | undefined {
  const { format, data, subject } = message;
  if (typeof data !== 'string' || data.length > MAX_PICTURE) return undefined;
  if (format !== 'svg' && format !== 'png') return undefined;
  return { type: 'exportChart', format, data, ...(subject === 'figure' ? { subject } : {}) };
}

function readLocation(document: unknown, line: unknown): OpenLocationMessage | undefined {
  return typeof document === 'string' && isInteger(line, 1, Number.MAX_SAFE_INTEGER)
    ? { type: 'openLocation', document, line }
    : undefined;
}

function isParameterValue(value: unknown): value is ParameterValue {
  return (
    typeof value === 'string' ||
    typeof value === 'boolean' ||
    isFinite(value) ||
    (Array.isArray(value) && value.every(isFinite))
  );
}

function isKey(value: unknown): value is string {
  return typeof value === 'string';
}

function isSweepValue(value: unknown): value is SweepValue {
  return typeof value === 'boolean' || typeof value === 'string' || isFinite(value);
}

function isFinite(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value);
}

function isInteger(value: unknown, least: number, most: number): value is number {
  return isFinite(value) && Number.isInteger(value) && value >= least && value <= most;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
