/** How many of the book's cells do here what they do in PyTorch, by chapter and section. */
import { KNOWN_DIFFERENCES } from '../known-differences.ts';
import { DIFFERING_CELLS } from './known-differences.ts';
import { bookPrograms, chapterPrograms, type BookProgram } from './sections.ts';

export interface Share {
  readonly cells: number;
  readonly same: number;
}

export interface SectionShare extends Share {
  /** `7.1` */
  readonly section: string;
  /** What its programs do. */
  readonly subjects: readonly string[];
  /** Why cells differ, each reason once. */
  readonly reasons: readonly string[];
}

export interface BookShares {
  readonly all: Share;
  /** In the book's order. */
  readonly chapters: readonly (Share & {
    readonly chapter: number;
    readonly sections: readonly SectionShare[];
  })[];
}

/**
 * Counted from recordings and known differences, which the tests hold to what the engine does.
 * @param root the project's folder
 */
export function bookShares(root: string): BookShares {
  const bySection = grouped([...bookPrograms(root), ...chapterPrograms(root)], ({ section }) => section);
  const sections = [...bySection].map(([section, programs]) => shareOf(section, programs)).sort(inOrder);
  const byChapter = grouped(sections, ({ section }) => chapterOf(section));
  const chapters = [...byChapter].map(([chapter, own]) => ({ chapter, ...sum(own), sections: own }));
  return { all: sum(sections), chapters };
}

function shareOf(section: string, programs: readonly BookProgram[]): SectionShare {
  const cells = programs.flatMap((program) => program.cells);
  const reasons = cells.map(({ id }) => DIFFERING_CELLS.get(id) ?? KNOWN_DIFFERENCES.get(id));
  const differing = reasons.filter((reason) => reason !== undefined);
  return {
    section,
    subjects: [...new Set(programs.map(({ subject }) => subject))],
    cells: cells.length,
    same: cells.length - differing.length,
    reasons: [...new Set(differing)],
  };
}

const sum = (shares: readonly Share[]): Share => ({
  cells: shares.reduce((total, { cells }) => total + cells, 0),
  same: shares.reduce((total, { same }) => total + same, 0),
});

const chapterOf = (section: string): number => Number(section.split('.')[0]);
const numberOf = (section: string): number => Number(section.split('.')[1]);

function inOrder(a: SectionShare, b: SectionShare): number {
  return chapterOf(a.section) - chapterOf(b.section) || numberOf(a.section) - numberOf(b.section);
}

/** The items by a key, in the order in which keys first come. */
export function grouped<K, T>(items: readonly T[], keyOf: (item: T) => K): ReadonlyMap<K, readonly T[]> {
  const groups = new Map<K, T[]>();
  for (const item of items) groups.set(keyOf(item), [...(groups.get(keyOf(item)) ?? []), item]);
  return groups;
}
