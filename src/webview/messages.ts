/** Every message between the panel's host side and its browser side: one interface each, unions by direction. */

import type { ParameterValue } from '../exercises/model.ts';
import type { RunEvent } from '../training/protocol.ts';
import type { PanelState } from './state.ts';

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

export type HostToWebview = StateMessage | ChangeMessage | EventMessage;

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

export type WebviewToHost =
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
  | OpenWorkbookMessage;

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
]);

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
      return readOverride(data['key'], data['value']);
    case 'openLocation':
      return readLocation(data['document'], data['line']);
    case 'toggleLive':
      return typeof data['live'] === 'boolean' ? { type, live: data['live'] } : undefined;
    case 'setSeed':
      return isInteger(data['seed'], 0, MAX_SEED) ? { type, seed: data['seed'] } : undefined;
    default:
      return undefined;
  }
}

function readOverride(key: unknown, value: unknown): OverrideMessage | undefined {
  return typeof key === 'string' && isParameterValue(value) ? { type: 'override', key, value } : undefined;
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

function isFinite(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value);
}

function isInteger(value: unknown, least: number, most: number): value is number {
  return isFinite(value) && Number.isInteger(value) && value >= least && value <= most;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
