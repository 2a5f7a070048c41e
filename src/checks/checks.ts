/** The checks of the workbook, by the exercise's number. */

import { sectionOf } from '../exercises/numbers.ts';
import type { Check } from './check.ts';
import { section31 } from './section-3-1.ts';
import { section32 } from './section-3-2.ts';
import { section33 } from './section-3-3.ts';
import { section34 } from './section-3-4.ts';
import { section35 } from './section-3-5.ts';
import { section36 } from './section-3-6.ts';
import { section37 } from './section-3-7.ts';
import { section51 } from './section-5-1.ts';

export const checks: readonly Check[] = [
  ...section31,
  ...section32,
  ...section33,
  ...section34,
  ...section35,
  ...section36,
  ...section37,
  ...section51,
];

const byExercise = new Map(checks.map((check) => [check.exercise, check]));

/** The check of an exercise (`3.4.6`, `3.4.8-2`); undefined where there is none. */
export function checkOf(exercise: string): Check | undefined {
  return byExercise.get(exercise);
}

/**
 * The check of a block, if its file is one of the workbook's: those begin with their section's number
 * (`3.4-linear-regression-scratch.py`), and only they say what to print.
 */
export function workbookCheck(fileName: string, exercise: string | null): Check | undefined {
  return exercise !== null && isInWorkbook(fileName, exercise) ? checkOf(exercise) : undefined;
}

/** Whether the file is the workbook's for the section of the exercise. */
export function isInWorkbook(fileName: string, exercise: string): boolean {
  const section = sectionOf(exercise);
  return section !== null && fileName.startsWith(`${section}-`) && fileName.endsWith('.py');
}
