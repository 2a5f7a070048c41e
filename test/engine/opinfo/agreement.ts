/** Whether what the engine made of a call is what PyTorch made of it. */
import type { Call, CallOutcome, Recorded, RecordedError, RecordedTensor } from './calls.ts';

/** Kinds of disagreement, the worst for a learner first. */
export const KINDS = [
  'the engine failed',
  'right where PyTorch raises',
  'wrong value',
  'wrong gradient',
  'another dtype or shape',
  'another type of error',
  'refused where PyTorch computes',
  'no gradient where PyTorch has one',
  'not supported',
] as const;

export interface Disagreement {
  readonly kind: (typeof KINDS)[number];
  readonly text: string;
}

const VALUES = 2e-4;
const GRADIENTS = 1e-3;
/** Below this share of the tolerance a difference is that of rounding. */
const ABSOLUTE = 0.1;

/** @returns null when they agree: in values, gradients and the type of the error */
export function disagreement(call: Call, outcome: CallOutcome): Disagreement | null {
  if (outcome.error !== undefined)
    return errorDisagreement(call.error, outcome.error, 'refused where PyTorch computes');
  if (call.error !== undefined) {
    return { kind: 'right where PyTorch raises', text: call.error.join(': ') };
  }
  const value = difference(call.result ?? null, outcome.result ?? null, VALUES);
  if (value !== null) return { kind: isForm(value) ? 'another dtype or shape' : 'wrong value', text: value };
  return gradientDisagreement(call, outcome);
}

/** Whether both raise the same type with different words. */
export function saysOtherwise(call: Call, outcome: CallOutcome): boolean {
  const [own, theirs] = [outcome.error ?? outcome.gradientError, call.error ?? call.gradientError];
  return own?.[0] === theirs?.[0] && own?.[1] !== theirs?.[1];
}

function errorDisagreement(
  wanted: RecordedError | undefined,
  [type, message]: RecordedError,
  refusal: Disagreement['kind'],
): Disagreement | null {
  const text = `${type}: ${message.split('\n', 1)[0]}`;
  if (message.startsWith('the engine failed')) return { kind: 'the engine failed', text };
  if (wanted?.[0] === type) return null;
  if (message.startsWith('D2L Exercises')) return { kind: 'not supported', text };
  if (wanted === undefined) return { kind: refusal, text };
  return { kind: 'another type of error', text: `${text} instead of ${wanted.join(': ')}` };
}

function gradientDisagreement(call: Call, outcome: CallOutcome): Disagreement | null {
  if (outcome.gradientError !== undefined)
    return errorDisagreement(call.gradientError, outcome.gradientError, 'no gradient where PyTorch has one');
  if (call.gradientError !== undefined)
    return { kind: 'right where PyTorch raises', text: `backward: ${call.gradientError.join(': ')}` };
  if (call.gradients !== undefined && outcome.gradients === undefined)
    return { kind: 'no gradient where PyTorch has one', text: 'requires_grad is False' };
  const found = difference(call.gradients ?? [], outcome.gradients ?? [], GRADIENTS);
  return found === null ? null : { kind: 'wrong gradient', text: found };
}

const isForm = (text: string): boolean => !text.startsWith('element');

const isTensor = (value: Recorded): value is RecordedTensor & Recorded =>
  typeof value === 'object' && value !== null && 'tensor' in value;

const isComposed = (value: Recorded): value is readonly Recorded[] | Readonly<Record<string, Recorded>> =>
  typeof value === 'object' && value !== null;

/** The first difference in words, null when there is none. */
function difference(wanted: Recorded, found: Recorded, tolerance: number): string | null {
  if (isTensor(wanted) && isTensor(found)) return tensorDifference(wanted, found, tolerance);
  if (isComposed(wanted) && isComposed(found)) return partDifference(wanted, found, tolerance);
  if (typeof wanted === 'number' && typeof found === 'number') {
    return isNear(wanted, found, tolerance) ? null : `element ${found} instead of ${wanted}`;
  }
  return wanted === found ? null : `${JSON.stringify(found)} instead of ${JSON.stringify(wanted)}`;
}

/** The first difference between lists, tuples or dictionaries. */
function partDifference(wanted: object, found: object, tolerance: number): string | null {
  const [left, right] = [wanted, found].map((each) => Object.entries(each) as [string, Recorded][]);
  if (left?.length !== right?.length) return `${right?.length} results instead of ${left?.length}`;
  for (const [key, value] of left ?? []) {
    const other = right?.find(([name]) => name === key);
    const inside = other === undefined ? `no ${key}` : difference(value, other[1], tolerance);
    if (inside !== null) return inside;
  }
  return null;
}

function tensorDifference(wanted: RecordedTensor, found: RecordedTensor, tolerance: number): string | null {
  if (wanted.tensor !== found.tensor) return `${found.tensor} instead of ${wanted.tensor}`;
  if (wanted.shape.join() !== found.shape.join())
    return `shape [${found.shape.join()}] instead of [${wanted.shape.join()}]`;
  const exact = !wanted.tensor.startsWith('float');
  const place = wanted.values.findIndex((value, i) => !isNear(value, found.values[i], exact ? 0 : tolerance));
  if (place < 0) return null;
  return `element ${place} of [${wanted.shape.join()}]: ${found.values[place]} instead of ${wanted.values[place]}`;
}

function isNear(wanted: unknown, found: unknown, tolerance: number): boolean {
  if (wanted === found) return true;
  if (typeof wanted !== 'number' || typeof found !== 'number') return false;
  return Math.abs(wanted - found) <= tolerance * (Math.max(Math.abs(wanted), Math.abs(found)) + ABSOLUTE);
}
