import { readFileSync, readdirSync } from 'node:fs';
import { beforeEach, describe, expect, it } from 'vitest';
import { checks } from '../../../../src/checks/checks.ts';
import { chaptersOf, readSection } from '../../../../src/editor/workbook/outline.ts';
import { PROGRESS, Progress } from '../../../../src/editor/workbook/progress.ts';
import { SECTION_FILES } from '../../../../src/editor/workbook/sections.ts';
import {
  MARKS,
  exerciseLabel,
  isBegun,
  solvedCount,
  solvedSummary,
} from '../../../../src/editor/workbook/tree-items.ts';
import { compareSectionFiles } from '../../../../src/exercises/numbers.ts';
import { english } from '../sample.ts';

const FILE = '3.4-linear-regression-scratch.py';
const TEXT = `# 3.4 Linear regression: section 3.4 and its exercises.

# %% Imports
import torch

# %% [3.4] The program
x = 1

# %% [3.4.6] Learning rates
x = 2
# region Hint
# Try.
# endregion

# %% [3.4.8-2] One wrong label
x = 3
`;

describe('the outline of a file', () => {
  it('has the section of its first line and its exercises, those without a check too', () => {
    expect(readSection(FILE, TEXT)).toEqual({
      number: '3.4',
      title: 'Linear regression',
      file: FILE,
      exercises: [
        { id: '3.4', title: 'The program', hasCheck: false },
        { id: '3.4.6', title: 'Learning rates', hasCheck: true },
        { id: '3.4.8-2', title: 'One wrong label', hasCheck: true },
      ],
    });
  });

  it('is undefined for a file of another kind', () => {
    expect(readSection('x.py', 'import torch\n')).toBeUndefined();
    expect(readSection('x.py', '')).toBeUndefined();
  });
});

describe('the shipped workbook', () => {
  const files = readdirSync('workbook').sort(compareSectionFiles);

  it('is written down as it is there', () => {
    expect(SECTION_FILES).toEqual(files);
  });

  it('has a section to each file, in order, and every check belongs to an exercise of it', () => {
    const sections = files.map((file) => readSection(file, readFileSync(`workbook/${file}`, 'utf8')));
    expect(sections.map((section) => section?.number)).toEqual(files.map((file) => file.split('-')[0]));
    const checked = sections
      .flatMap((section) => section?.exercises ?? [])
      .filter(({ hasCheck }) => hasCheck);
    expect(checked.map(({ id }) => id)).toEqual(checks.map(({ exercise }) => exercise));
  });

  it('has exercises of many chapters, in the order of the book', () => {
    const sections = files.flatMap(
      (file) => readSection(file, readFileSync(`workbook/${file}`, 'utf8')) ?? [],
    );
    const chapters = chaptersOf(sections);
    expect(chapters.map(({ number }) => number)).toEqual(['2', '3', '4', '5', '6', '7', '12']);
    for (const { number, sections: own } of chapters) {
      const checked = own.flatMap(({ exercises }) => exercises).filter(({ hasCheck }) => hasCheck);
      expect(checked.length, `chapter ${number}`).toBeGreaterThanOrEqual(6);
    }
    expect(isBegun(sections, () => 'new')).toBe(false);
    expect(isBegun(sections, (id) => (id === '12.6.2' ? 'opened' : 'new'))).toBe(true);
  });

  it.each(files)('%s: each exercise has its task and one closed hint', (file) => {
    const cells = readFileSync(`workbook/${file}`, 'utf8')
      .split(/^# %% /m)
      .slice(1);
    for (const cell of cells.filter((text) => /^\[\d+\.\d+\.\d/.test(text))) {
      expect(cell.match(/^# region Hint$/gm), cell).toHaveLength(1);
      expect(cell.match(/^# endregion$/gm), cell).toHaveLength(1);
      expect(cell.replaceAll('\n# ', ' '), cell).toContain('Your task: ');
    }
  });
});

class MemoryStorage {
  readonly entries = new Map<string, unknown>();
  get = (key: string): unknown => this.entries.get(key);
  update = (key: string, value: unknown): Promise<void> => {
    this.entries.set(key, value);
    return Promise.resolve();
  };
}

describe('progress', () => {
  let storage: MemoryStorage;
  let changes: number;
  const open = (): Progress => new Progress(storage, () => (changes += 1));

  beforeEach(() => {
    storage = new MemoryStorage();
    changes = 0;
  });

  it('only goes forward, and tells of each step once', () => {
    const progress = open();
    expect(progress.of('3.4.6')).toBe('new');
    for (const step of ['opened', 'solved', 'ran', 'opened', 'solved'] as const)
      progress.reach('3.4.6', step);
    expect(progress.of('3.4.6')).toBe('solved');
    expect(changes).toBe(2);
  });

  it('outlives the window, until it is reset', () => {
    open().reach('3.4.6', 'ran');
    expect(open().of('3.4.6')).toBe('ran');
    open().reset();
    expect(open().of('3.4.6')).toBe('new');
  });

  it.each<[string, unknown]>([
    ['nothing', undefined],
    ['of another version', { version: 2, exercises: { '3.4.6': 'solved' } }],
    ['of another kind', 'solved'],
    ['without exercises', { version: 1 }],
    ['null', { version: 1, exercises: null }],
    ['with a state that is none', { version: 1, exercises: { '3.4.6': 'famous' } }],
  ])('that was stored as %s counts as none', (_, stored) => {
    storage.entries.set('d2l.workbook.progress', stored);
    expect(open().of('3.4.6')).toBe('new');
  });
});

describe("the tree's words", () => {
  const section = readSection(FILE, TEXT)!;

  it('count the exercises that have a check', () => {
    const summary = solvedSummary(
      [section],
      (id) => (id === '3.4.6' || id === '3.4' ? 'solved' : 'ran'),
      english,
    );
    expect(summary).toBe('1 of 2 solved');
    expect(solvedCount([section], () => 'solved')).toBe('2/2');
  });

  it('name an exercise by number and title, and tell every state apart without colour', () => {
    expect(exerciseLabel(section.exercises[1]!)).toBe('3.4.6 Learning rates');
    for (const part of [
      PROGRESS.map((name) => MARKS[name].icon),
      PROGRESS.map((name) => MARKS[name].words(english)),
    ])
      expect(new Set(part).size).toBe(PROGRESS.length);
  });
});
