/** What a field of a message from the page may be: data, so that a reader and the tests' made-up messages come from one description. */

import type { ParameterValue } from '../../exercises/model.ts';
import { MOST_RUNS, type SweepRequest, type SweepValue } from '../../sweep/model.ts';

/** A field by its kind. */
export type Field =
  | { readonly kind: 'boolean' }
  | { readonly kind: 'text'; readonly most: number }
  | { readonly kind: 'integer'; readonly least: number; readonly most: number }
  | { readonly kind: 'choice'; readonly of: readonly string[] }
  | { readonly kind: 'value' }
  | { readonly kind: 'sweep' }
  | { readonly kind: 'orNull'; readonly of: Field }
  | { readonly kind: 'pair'; readonly of: Field };

/** What a field holds. */
export type ValueOf<F extends Field> = F extends { readonly kind: 'boolean' }
  ? boolean
  : F extends { readonly kind: 'text' }
    ? string
    : F extends { readonly kind: 'integer' }
      ? number
      : F extends { readonly kind: 'choice' }
        ? F['of'][number]
        : F extends { readonly kind: 'value' }
          ? ParameterValue
          : F extends { readonly kind: 'sweep' }
            ? SweepRequest
            : F extends { readonly kind: 'orNull'; readonly of: infer Inner extends Field }
              ? ValueOf<Inner> | null
              : F extends { readonly kind: 'pair'; readonly of: infer Inner extends Field }
                ? readonly [ValueOf<Inner>, ValueOf<Inner>]
                : never;

export const BOOLEAN = { kind: 'boolean' } as const;
/** A literal of Python that a control can have: a finite number, a vector of them, a string or a boolean. */
export const VALUE = { kind: 'value' } as const;
/** The request of a sweep: of at least two values, and no more runs than a sweep may have. */
export const SWEEP = { kind: 'sweep' } as const;

/** A string of at most `most` characters. */
export const text = (most = Infinity) => ({ kind: 'text', most }) as const;

export const integer = (least: number, most: number = Number.MAX_SAFE_INTEGER) =>
  ({ kind: 'integer', least, most }) as const;

/** One of these words. */
export const choice = <const T extends readonly string[]>(...of: T) => ({ kind: 'choice', of }) as const;

export const orNull = <F extends Field>(of: F) => ({ kind: 'orNull', of }) as const;

export const pair = <F extends Field>(of: F) => ({ kind: 'pair', of }) as const;

/** Whether `value`, which may be anything, is what the field holds. */
export function fits(field: Field, value: unknown): boolean {
  switch (field.kind) {
    case 'boolean':
      return typeof value === 'boolean';
    case 'text':
      return typeof value === 'string' && value.length <= field.most;
    case 'integer':
      return isInteger(value, field.least, field.most);
    case 'choice':
      return field.of.some((word) => word === value);
    case 'value':
      return isParameterValue(value);
    case 'sweep':
      return isSweepRequest(value);
    case 'orNull':
      return value === null || fits(field.of, value);
    case 'pair':
      return Array.isArray(value) && value.length === 2 && value.every((one) => fits(field.of, one));
  }
}

function isParameterValue(value: unknown): value is ParameterValue {
  return (
    typeof value === 'string' ||
    typeof value === 'boolean' ||
    isFinite(value) ||
    (Array.isArray(value) && value.every(isFinite))
  );
}

function isSweepRequest(request: unknown): request is SweepRequest {
  if (typeof request !== 'object' || request === null) return false;
  const { key, element, values, seeds } = request as Record<string, unknown>;
  if (typeof key !== 'string' || !(element === null || isInteger(element, 0))) return false;
  if (!Array.isArray(values) || values.length < 2 || !values.every(isSweepValue)) return false;
  return isInteger(seeds, 1, MOST_RUNS) && values.length * seeds <= MOST_RUNS;
}

function isSweepValue(value: unknown): value is SweepValue {
  return typeof value === 'boolean' || typeof value === 'string' || isFinite(value);
}

function isFinite(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value);
}

function isInteger(value: unknown, least: number, most: number = Number.MAX_SAFE_INTEGER): value is number {
  return Number.isInteger(value) && (value as number) >= least && (value as number) <= most;
}
