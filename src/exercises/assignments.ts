/** `NAME=VALUE` as the command line takes it, read against the parameters there are. */

import { plainKey } from './keys.ts';
import { describeKind } from './literal-writer.ts';
import { readNumber, readSpecialFloat, readString } from './literals.ts';
import type { Parameter, ParameterValue } from './model.ts';
import { nearNames } from './near-names.ts';

/** Thrown for an assignment that cannot be applied; the message says why and what would be right. */
export class AssignmentError extends Error {
  override readonly name = 'AssignmentError';
}

export interface Assignment {
  /** Key of the parameter meant. */
  readonly key: string;
  readonly value: ParameterValue;
}

/**
 * Reads `NAME=VALUE`. NAME is a key (`Trainer.max_epochs`, `lr#2`) or a name that only one parameter has;
 * among several of one name the chosen exercise's own rules, when it is the only one there.
 *
 * @param preferred indices of the blocks of the chosen exercise.
 * @throws AssignmentError for a malformed text, an unknown or ambiguous name, or a value of another type.
 */
export function parseAssignment(
  text: string,
  parameters: readonly Parameter[],
  preferred: ReadonlySet<number> = new Set(),
): Assignment {
  const [, name = '', written = ''] = /^([^=]*[^=\s])\s*=\s*([^]*)$/.exec(text.trim()) ?? [];
  if (name === '') throw new AssignmentError(`"${text}" is not of the form NAME=VALUE`);
  const parameter = findParameter(name, parameters, preferred);
  return { key: parameter.key, value: parseValue(parameter, written.trim()) };
}

/**
 * The parameter that NAME means, as {@link parseAssignment} takes it.
 *
 * @throws AssignmentError for an unknown or ambiguous name.
 */
export function findParameter(
  name: string,
  parameters: readonly Parameter[],
  preferred: ReadonlySet<number> = new Set(),
): Parameter {
  const byKey = parameters.find(({ key }) => key === name);
  if (byKey) return byKey;
  const named = parameters.filter((parameter) => parameter.name === name || plainKey(parameter) === name);
  const own = named.filter(({ block }) => preferred.has(block));
  const [first] = own.length === 1 ? own : named;
  if (!first) throw unknownName(name, parameters);
  if (named.length === 1 || own.length === 1) return first;
  const choices = (own.length > 0 ? own : named).map(({ key, line }) => `${key} (line ${line})`);
  throw new AssignmentError(`"${name}" is ambiguous: ${choices.join(', ')}`);
}

function unknownName(name: string, parameters: readonly Parameter[]): AssignmentError {
  if (parameters.length === 0)
    return new AssignmentError(`There is no parameter "${name}": the code has none`);
  const keys = [...new Set(parameters.map(({ key }) => key))];
  const names = [...new Set(parameters.flatMap((parameter) => [parameter.name, parameter.key]))];
  const near = nearNames(name, names);
  const hint = near.length > 0 ? ` Did you mean ${near.slice(0, 3).join(' or ')}?` : '';
  return new AssignmentError(`There is no parameter "${name}".${hint} The parameters are ${keys.join(', ')}`);
}

function parseValue(parameter: Parameter, written: string): ParameterValue {
  const value = readValue(parameter.kind, written);
  if (value !== undefined) return value;
  const isReal = parameter.kind === 'integer' && parseFloatValue(written) !== undefined;
  const hint = isReal ? '; write it with a decimal point in the code to make it a real number' : '';
  throw new AssignmentError(
    `${parameter.key} is ${describeKind(parameter.kind)} (line ${parameter.line}), "${written}" is not${hint}`,
  );
}

/** The value that `written` means for a parameter of `kind`; undefined when it means none. */
export function readValue(kind: Parameter['kind'], written: string): ParameterValue | undefined {
  return READERS[kind](written);
}

const BOOLEANS = new Map([
  ['true', true],
  ['false', false],
]);

const READERS: Readonly<Record<Parameter['kind'], (written: string) => ParameterValue | undefined>> = {
  integer: (written) => signed(written, (text) => (isInteger(text) ? readNumber(text)?.value : undefined)),
  float: parseFloatValue,
  boolean: (written) => BOOLEANS.get(written.toLowerCase()),
  string: (written) => (/^(["'])[^]*\1$/.test(written) ? readString(written) : undefined) ?? written,
  vector: parseVector,
};

function isInteger(text: string): boolean {
  return readNumber(text)?.kind === 'integer';
}

/** A real number; also `inf` and `nan`, as `float('inf')` or bare. */
function parseFloatValue(written: string): number | undefined {
  const bare = /^float\(\s*(["'])(.*)\1\s*\)$/.exec(written)?.[2] ?? written;
  return signed(bare, (text) => readNumber(text)?.value) ?? readSpecialFloat(bare);
}

function parseVector(written: string): readonly number[] | undefined {
  const inside = /^\[(.*)\]$|^\((.*)\)$/s.exec(written);
  const items = (inside ? (inside[1] ?? inside[2] ?? '') : written).replace(/,\s*$/, '').split(',');
  if (!inside && items.length < 2) return undefined;
  const values = items.map((item) => parseFloatValue(item.trim()));
  return values.includes(undefined) ? undefined : values.filter((value) => value !== undefined);
}

function signed(text: string, read: (text: string) => number | undefined): number | undefined {
  const value = read(text.replace(/^[+-]\s*/, ''));
  return value !== undefined && text.startsWith('-') && value !== 0 ? -value : value;
}
