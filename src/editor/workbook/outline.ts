/** What a file of the workbook holds: its section and the exercises in it. */

import { workbookCheck } from '../../checks/checks.ts';
import { readBlocks } from '../../exercises/blocks.ts';
import type { Block } from '../../exercises/model.ts';

export interface WorkbookExercise {
  /** `3.4.6`, `3.4.8-2`; a section's own program has the section's number. */
  readonly id: string;
  readonly title: string;
  /** Whether there is a check that can find it solved. */
  readonly hasCheck: boolean;
}

export interface WorkbookSection {
  /** `3.4` */
  readonly number: string;
  readonly title: string;
  /** Name of its file. */
  readonly file: string;
  readonly exercises: readonly WorkbookExercise[];
}

export interface WorkbookChapter {
  /** `3` */
  readonly number: string;
  readonly sections: readonly WorkbookSection[];
}

/** Sections by chapter, both in their order. */
export function chaptersOf(sections: readonly WorkbookSection[]): readonly WorkbookChapter[] {
  const numbers = [...new Set(sections.map(chapterOf))];
  return numbers.map((number) => ({
    number,
    sections: sections.filter((section) => chapterOf(section) === number),
  }));
}

function chapterOf({ number }: WorkbookSection): string {
  return number.split('.')[0] ?? '';
}

/** The first line of a file: `# 3.4 Linear regression from scratch: …`, in Chinese with a colon of its own. */
const HEAD = /^# (\d+\.\d+) ([^:：\n]+)/;

/** The section in `text`; undefined when the file is none of the workbook's. */
export function readSection(file: string, text: string): WorkbookSection | undefined {
  const [, number, title] = HEAD.exec(text) ?? [];
  if (number === undefined || title === undefined) return undefined;
  const exercises = readBlocks(text, 'python', file).flatMap((block) => exerciseOf(file, block));
  return { number, title: title.trim(), file, exercises };
}

function exerciseOf(file: string, { exercise, title }: Block): WorkbookExercise[] {
  if (exercise === null) return [];
  return [{ id: exercise, title, hasCheck: workbookCheck(file, exercise) !== undefined }];
}
