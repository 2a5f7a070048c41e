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

/** `3/11`, for the narrow view. */
export function sectionCount({ exercises }: WorkbookSection, progressOf: ProgressOf): string {
  const counted = exercises.filter(({ hasCheck }) => hasCheck);
  return `${solvedIn(counted, progressOf)}/${counted.length}`;
}

/** `3 of 11 solved`; only exercises that can be found solved count. */
export function sectionSummary({ exercises }: WorkbookSection, progressOf: ProgressOf, t: Translate): string {
  const counted = exercises.filter(({ hasCheck }) => hasCheck);
  return t('{0} of {1} solved', solvedIn(counted, progressOf), counted.length);
}

/** The same for all sections together. */
export function workbookSummary(
  sections: readonly WorkbookSection[],
  progressOf: ProgressOf,
  t: Translate,
): string {
  const counted = sections.flatMap(({ exercises }) => exercises).filter(({ hasCheck }) => hasCheck);
  return t('{0} of {1} solved', solvedIn(counted, progressOf), counted.length);
}

function solvedIn(exercises: readonly WorkbookExercise[], progressOf: ProgressOf): number {
  return exercises.filter(({ id }) => progressOf(id) === 'solved').length;
}

/** `3.4.6 Learning rates` */
export function exerciseLabel({ id, title }: WorkbookExercise): string {
  return visibleLine(`${id} ${title}`.trim());
}
