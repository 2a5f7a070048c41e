/** The checks of the workbook, by the exercise's number. */

import type { Check } from './check.ts';
import { section31 } from './section-3-1.ts';
import { section32 } from './section-3-2.ts';
import { section33 } from './section-3-3.ts';
import { section34 } from './section-3-4.ts';
import { section35 } from './section-3-5.ts';
import { section36 } from './section-3-6.ts';
import { section37 } from './section-3-7.ts';

export const checks: readonly Check[] = [
  ...section31,
  ...section32,
  ...section33,
  ...section34,
  ...section35,
  ...section36,
  ...section37,
];

const byExercise = new Map(checks.map((check) => [check.exercise, check]));

/** The check of an exercise (`3.4.6`, `3.4.8-2`); undefined where there is none. */
export function checkOf(exercise: string): Check | undefined {
  return byExercise.get(exercise);
}
