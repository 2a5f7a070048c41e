/** The book's sections as learners type them, cell by cell, each with what PyTorch made of it. */
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';

import { readPrograms, toleranceOf, type Recording, type Tolerance } from '../recording.ts';

/** A piece of a section's program that is run as a notebook runs a cell. */
export interface BookCell {
  /** `chapter-7/7.1-alexnet#2`: its program and its place in it, counted from 1. */
  readonly id: string;
  readonly source: string;
  /** 1-based line of the program on which it begins. */
  readonly firstLine: number;
  readonly recording: Recording;
}

export interface BookProgram {
  /** `chapter-7/7.1-alexnet` */
  readonly id: string;
  /** `7.1` */
  readonly section: string;
  /** `alexnet`: what of the section it does. */
  readonly subject: string;
  readonly file: string;
  readonly cells: readonly BookCell[];
  readonly tolerance: Tolerance;
}

const SECTIONS = 'test/engine/book/sections';
/** Those of the recorded programs whose areas are chapters: each is a cell of its section. */
const PROGRAMS = 'test/engine/programs';
/** Small data sets in the formats of those that the book downloads; `scripts/book-data.py` makes them. */
export const DATA = 'test/engine/book/data';

const CELL = /^# %%.*$/gm;

/**
 * The programs that are run cell by cell.
 * @param root the project's folder
 * @throws Error where recording and program do not fit
 */
export function bookPrograms(root: string): readonly BookProgram[] {
  const sections = path.join(root, SECTIONS);
  return chaptersOf(sections).flatMap((chapter) => {
    const folder = path.join(sections, chapter);
    const recorded = path.join(folder, 'recorded.json');
    const { programs } = JSON.parse(readFileSync(recorded, 'utf8')) as {
      programs: Record<string, { readonly cells: readonly Recording[] }>;
    };
    const names = readdirSync(folder).filter((file) => file.endsWith('.py'));
    return names.map((file) => {
      const name = path.basename(file, '.py');
      const recordings = programs[name]?.cells;
      if (recordings === undefined) throw new Error(`${chapter}/${name}: record it first`);
      return programOf(chapter, name, path.join(folder, file), recordings);
    });
  });
}

/** The programs that are a cell each, and are run with the other recorded programs. */
export function chapterPrograms(root: string): readonly BookProgram[] {
  const programs = path.join(root, PROGRAMS);
  return chaptersOf(programs).flatMap((chapter) =>
    [...readPrograms(path.join(programs, chapter)).values()].flat().flatMap((program) => {
      const name = path.basename(program.file, '.py');
      if (!/^\d+\.\d+-/.test(name)) return [];
      const { id, file, source, recording, tolerance } = program;
      const cells = [{ id, source, firstLine: 1, recording }];
      return [{ id, ...placeOf(name), file, cells, tolerance }];
    }),
  );
}

function chaptersOf(folder: string): readonly string[] {
  return readdirSync(folder)
    .filter((name) => name.startsWith('chapter-'))
    .sort((a, b) => Number(a.slice('chapter-'.length)) - Number(b.slice('chapter-'.length)));
}

function programOf(
  chapter: string,
  name: string,
  file: string,
  recordings: readonly Recording[],
): BookProgram {
  const source = readFileSync(file, 'utf8');
  const id = `${chapter}/${name}`;
  const pieces = cellsOf(source);
  if (pieces.length !== recordings.length) throw new Error(`${id}: it has changed, record it again`);
  const cells = pieces.map((piece, i) => ({
    id: `${id}#${i + 1}`,
    ...piece,
    recording: recordings[i] as Recording,
  }));
  return { id, ...placeOf(name), file, cells, tolerance: toleranceOf(source) };
}

/** `7.1-alexnet` is section 7.1. @throws Error for other names */
function placeOf(name: string): { readonly section: string; readonly subject: string } {
  const [, section, subject] = /^(\d+\.\d+)-(.+)$/.exec(name) ?? [];
  if (section === undefined || subject === undefined) throw new Error(`${name} names no section`);
  return { section, subject: subject.replaceAll('-', ' ') };
}

/** As `scripts/record-pytorch.py` cuts a program: at the lines that begin with `# %%`. */
function cellsOf(source: string): readonly Pick<BookCell, 'source' | 'firstLine'>[] {
  const starts = [...source.matchAll(CELL)].map(({ index }) => index);
  return starts.map((start, i) => ({
    source: source.slice(start, starts[i + 1]),
    firstLine: source.slice(0, start).split('\n').length,
  }));
}
