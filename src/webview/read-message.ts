/** Checks what arrives from the panel's page: it may be anything, and only what is one of our messages is taken in. */

import type { ParameterValue } from '../exercises/model.ts';
import { MOST_RUNS, type SweepValue } from '../sweep/model.ts';
import { MAX_SEED } from '../training/protocol/choices.ts';
import { MAX_NAME } from '../run-model/history.ts';
import {
  STEPS,
  type CompareCodeMessage,
  type CompareRunsMessage,
  type ExportChartMessage,
  type HistoryMessage,
  type OpenLocationMessage,
  type OverrideMessage,
  type PinRunMessage,
  type RenameRunMessage,
  type RestoreRunMessage,
  type StartSweepMessage,
  type Step,
  type SweepMessage,
  type WebviewToHost,
} from './messages.ts';

const WITHOUT_FIELDS: ReadonlySet<string> = new Set([
  'ready',
  'run',
  'stop',
  'resetOverrides',
  'applyToCode',
  'openToSide',
  'openWorkbook',
  'clearRuns',
  'saveReport',
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
  return STEPS.some((step) => step === value);
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
    case 'keepFigure': {
      const { name } = data;
      return typeof name === 'string' ? { type: 'keepFigure', name } : undefined;
    }
    case 'compareRuns':
    case 'compareCode':
      return readComparison(data);
    case 'restoreRun':
      return readRestore(data);
    default:
      return undefined;
  }
}

function readRunMessage(data: Record<string, unknown>): PinRunMessage | RenameRunMessage | undefined {
  const { type, number, pinned, name } = data;
  if (!isRunNumber(number)) return undefined;
  if (type === 'pinRun') return typeof pinned === 'boolean' ? { type, number, pinned } : undefined;
  return typeof name === 'string' && name.length <= MAX_NAME
    ? { type: 'renameRun', number, name }
    : undefined;
}

function readComparison({
  type,
  runs,
}: Record<string, unknown>): CompareRunsMessage | CompareCodeMessage | undefined {
  if (runs === null) return type === 'compareRuns' ? { type, runs } : undefined;
  if (!Array.isArray(runs) || runs.length !== 2) return undefined;
  const [one, other] = runs as unknown[];
  if (!isRunNumber(one) || !isRunNumber(other)) return undefined;
  return { type: type === 'compareRuns' ? type : 'compareCode', runs: [one, other] };
}

function readRestore({ number, what }: Record<string, unknown>): RestoreRunMessage | undefined {
  const isKnown = what === 'values' || what === 'code';
  return isRunNumber(number) && isKnown ? { type: 'restoreRun', number, what } : undefined;
}

function isRunNumber(value: unknown): value is number {
  return isInteger(value, 1, Number.MAX_SAFE_INTEGER);
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
