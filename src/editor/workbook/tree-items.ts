/** What the tree of the workbook says of a section and of an exercise, in words. */

import type { Translate } from '../../advice/translate.ts';
import type { WorkbookExercise, WorkbookSection } from './outline.ts';
import type { ExerciseProgress } from './progress.ts';
import { visibleLine } from '../../text/visible.ts';

/** How far an exercise is. */
export type ProgressOf = (exercise: string) => ExerciseProgress;

/** Words for it, and a glyph with the colour that VS Code's own test explorer uses. */
interface Mark {
  readonly icon: string;
  readonly color: string | null;
  words(t: Translate): string;
}

export const MARKS: Readonly<Record<ExerciseProgress, Mark>> = {
  new: { icon: 'circle-large-outline', color: null, words: (t) => t('not opened yet') },
  opened: { icon: 'edit', color: null, words: (t) => t('opened') },
  ran: { icon: 'record', color: 'testing.iconQueued', words: (t) => t('ran') },
  solved: { icon: 'pass-filled', color: 'testing.iconPassed', words: (t) => t('solved') },
};

/** `3/11`, for the narrow view, of one section or of several together. */
export function solvedCount(sections: readonly WorkbookSection[], progressOf: ProgressOf): string {
  const { solved, all } = counted(sections, progressOf);
  return `${solved}/${all}`;
}

/** `3 of 11 solved`, likewise. */
export function solvedSummary(
  sections: readonly WorkbookSection[],
  progressOf: ProgressOf,
  t: Translate,
): string {
  const { solved, all } = counted(sections, progressOf);
  return t('{0} of {1} solved', solved, all);
}

/** Only exercises that can be found solved count. */
function counted(sections: readonly WorkbookSection[], progressOf: ProgressOf) {
  const exercises = sections.flatMap((section) => section.exercises).filter(({ hasCheck }) => hasCheck);
  const solved = exercises.filter(({ id }) => progressOf(id) === 'solved');
  return { solved: solved.length, all: exercises.length };
}

/** Whether anything in the sections was opened, run or solved. */
export function isBegun(sections: readonly WorkbookSection[], progressOf: ProgressOf): boolean {
  return sections.some(({ exercises }) => exercises.some(({ id }) => progressOf(id) !== 'new'));
}

/** `3.4.6 Learning rates` */
export function exerciseLabel({ id, title }: WorkbookExercise): string {
  return visibleLine(`${id} ${title}`.trim());
}
