/** Values of parameters, compared and in words: pure functions of the data types in model.ts. */

import type { ParameterValue } from './model.ts';

/** Whether two values are the same, element by element; `nan` is itself. */
export function sameValue(left: ParameterValue, right: ParameterValue): boolean {
  if (typeof left !== 'object' || typeof right !== 'object') return Object.is(left, right);
  return left.length === right.length && left.every((value, index) => Object.is(value, right[index]));
}

/** Characters of a value in a sentence; a longer one is cut. */
const MOST_CHARACTERS = 40;

/** The value in Python's notation, short enough for a sentence: `0.1`, `True`, `'relu'`, `[2, -3.4]`. */
export function wordsOfValue(value: ParameterValue): string {
  const words = notationOf(value);
  return words.length > MOST_CHARACTERS ? `${words.slice(0, MOST_CHARACTERS)}…` : words;
}

function notationOf(value: ParameterValue): string {
  if (typeof value === 'boolean') return value ? 'True' : 'False';
  if (typeof value === 'string') return `'${value}'`;
  return typeof value === 'number' ? numberWords(value) : `[${value.map(numberWords).join(', ')}]`;
}

function numberWords(value: number): string {
  return String(value).replace('e+', 'e').replace('Infinity', 'inf').replace('NaN', 'nan');
}
