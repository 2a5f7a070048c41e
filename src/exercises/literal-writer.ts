/** Values as Python source. */

import { readNumber } from './literals.ts';
import type { Parameter, ParameterValue } from './model.ts';

/** Thrown when a value cannot stand where the parameter's literal stands. */
export class ValueError extends Error {
  override readonly name = 'ValueError';
}

/**
 * The source that puts `value` in the place of a parameter's literal.
 *
 * @param literal the parameter's present source: strings keep its quotes, vectors its brackets, and its line
 *   breaks are kept so that the lines below stay where they are.
 * @throws ValueError when the value's type does not fit the parameter's kind.
 */
export function writeLiteral(parameter: Parameter, literal: string, value: ParameterValue): string {
  const written = writeValue(parameter, literal, value);
  const breaks = literal.match(/\r\n|\r|\n/g)?.join('') ?? '';
  if (breaks === '') return written;
  return parameter.kind === 'vector'
    ? written.slice(0, -1) + breaks + written.slice(-1)
    : `(${written}${breaks})`;
}

function writeValue(parameter: Parameter, literal: string, value: ParameterValue): string {
  const { kind } = parameter;
  if (kind === 'boolean' && typeof value === 'boolean') return value ? 'True' : 'False';
  if (kind === 'string' && typeof value === 'string') return writeString(value, literal.endsWith("'"));
  if (kind === 'integer' && typeof value === 'number') return writeNumber(value);
  if (kind === 'float' && typeof value === 'number') return writeFloat(value);
  if (kind === 'vector' && typeof value === 'object') return writeVector(value, literal);
  throw new ValueError(`${parameter.key} is ${describeKind(kind)}: ${JSON.stringify(value)} is not`);
}

/** `an integer`, `a list of numbers`, … for messages. */
export function describeKind(kind: Parameter['kind']): string {
  return {
    integer: 'an integer',
    float: 'a number',
    boolean: 'True or False',
    string: 'a string',
    vector: 'a list of numbers',
  }[kind];
}

function writeNumber(value: number): string {
  return Number.isInteger(value) && !Object.is(value, -0) ? BigInt(value).toString() : writeFloat(value);
}

/** As Python's `repr` of a float: shortest digits that read back, an exponent below 1e-4 and from 1e16. */
function writeFloat(value: number): string {
  if (Number.isNaN(value)) return "float('nan')";
  if (!Number.isFinite(value)) return value > 0 ? "float('inf')" : "float('-inf')";
  if (Object.is(value, -0)) return '-0.0';
  const [digits = '', exponent = ''] = value.toExponential().split('e');
  const power = Number(exponent);
  if (value !== 0 && (power < -4 || power >= 16)) {
    return `${digits}e${power < 0 ? '-' : '+'}${String(Math.abs(power)).padStart(2, '0')}`;
  }
  const plain = power < 0 && value !== 0 ? value.toFixed(fractionDigits(digits, power)) : String(value);
  return plain.includes('.') ? plain : `${plain}.0`;
}

function fractionDigits(digits: string, power: number): number {
  return digits.replace(/[-.]/g, '').length - 1 - power;
}

function writeString(value: string, isSingleQuoted: boolean): string {
  const quoted = JSON.stringify(value).replace(/[\u007f-\u009f\u2028\u2029]/g, escapeUnit);
  if (!isSingleQuoted) return quoted;
  const body = quoted.slice(1, -1).replace(/\\(.)|'/g, (found, escaped: string | undefined) => {
    if (escaped === '"') return '"';
    return escaped === undefined ? "\\'" : found;
  });
  return `'${body}'`;
}

function escapeUnit(unit: string): string {
  return `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;
}

/** A place that held a float keeps one, so that a tensor made of the vector keeps its dtype. */
function writeVector(values: readonly number[], literal: string): string {
  const isFloat = floatPlaces(literal);
  const items = values.map((value, place) =>
    (isFloat[place] ?? isFloat.includes(true)) ? writeFloat(value) : writeNumber(value),
  );
  if (literal.startsWith('[')) return `[${items.join(', ')}]`;
  return values.length === 1 ? `(${items.join('')},)` : `(${items.join(', ')})`;
}

function floatPlaces(literal: string): boolean[] {
  const items = literal.slice(1, -1).replace(/#.*/g, '').split(',');
  return items
    .map((item) => item.replace(/[\s+-]/g, ''))
    .filter((item) => item !== '')
    .map((item) => readNumber(item)?.kind === 'float');
}
