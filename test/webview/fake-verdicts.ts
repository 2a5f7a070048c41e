/** Verdicts of the workbook's check, made up. */
import type { Verdict } from '../../src/checks/verdict.ts';

export const UNSOLVED: Verdict = {
  exercise: '3.4.6',
  solved: false,
  text: 'No learning rate is so small.',
  missing: ['No learning rate is so small.', 'No learning rate is so <b>large</b>.'],
  met: 1,
  wanted: 3,
};
export const SOLVED: Verdict = { ...UNSOLVED, solved: true, text: 'All three.', missing: [], met: 3 };
