/** The checks of the workbook, by the exercise's number. */

import { sectionOf } from '../exercises/numbers.ts';
import type { Check } from './check.ts';
import { chapter2 } from './chapter-2.ts';
import { chapter4 } from './chapter-4.ts';
import { chapter5 } from './chapter-5.ts';
import { chapter6 } from './chapter-6.ts';
import { chapter7 } from './chapter-7.ts';
import { chapter12 } from './chapter-12.ts';
import { section31 } from './section-3-1.ts';
import { section32 } from './section-3-2.ts';
import { section33 } from './section-3-3.ts';
import { section34 } from './section-3-4.ts';
import { section35 } from './section-3-5.ts';
import { section36 } from './section-3-6.ts';
import { section37 } from './section-3-7.ts';

export const checks: readonly Check[] = [
  ...chapter2,
  ...section31,
  ...section32,
  ...section33,
  ...section34,
  ...section35,
  ...section36,
  ...section37,
  ...chapter4,
  ...chapter5,
  ...chapter6,
  ...chapter7,
  ...chapter12,
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
