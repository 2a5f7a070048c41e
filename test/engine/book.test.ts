/** The book's sections, cell by cell, beside what PyTorch made of them. */
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import type { BackendChoice } from '../../src/training/protocol/protocol.ts';
import type { Session } from '../../src/training/threads/session.ts';
import { DIFFERING_CELLS } from './book/known-differences.ts';
import { runCells } from './book/run-cells.ts';
import { bookPrograms } from './book/sections.ts';
import { bookShares, grouped } from './book/shares.ts';
import { openSession, runProgram, SECONDS_PER_PROGRAM } from './running.ts';

const root = path.resolve(import.meta.dirname, '../..');
const backend = (process.env['BACKEND'] ?? 'auto') as BackendChoice;
const programs = bookPrograms(root);

/** The part of the book's cells that has to come out as in PyTorch. */
const LEAST_SHARE = 0.98;

let session: Session;

beforeAll(() => {
  session = openSession(path.join(root, 'dist'));
});

afterAll(() => session.dispose());

for (const [chapter, ofChapter] of grouped(programs, ({ id }) => path.dirname(id))) {
  describe(chapter, () => {
    test.each(ofChapter.map((program) => [program.id, program] as const))(
      '%s',
      { timeout: 1000 * (SECONDS_PER_PROGRAM + 10) },
      async (_, program) => {
        const reports = await runCells(session, program, backend);
        const surprising = reports.filter(
          ({ id, differences }) => differences.length > 0 && !DIFFERING_CELLS.has(id),
        );
        const texts = surprising.map(({ id, differences }) => `${id}: ${differences.join('\n\n')}`);
        expect(texts.join('\n\n')).toBe('');
      },
    );
  });
}

test('nearly all cells of the book do what they do in PyTorch', () => {
  const { cells, same } = bookShares(root).all;
  expect(same / cells).toBeGreaterThanOrEqual(LEAST_SHARE);
});

test("every name of the book's package is there", async () => {
  const source = `from d2l import torch as d2l
from d2l._known_names import KNOWN
[name for name in KNOWN['d2l.torch'].split() if not hasattr(d2l, name)]`;
  const { displayed } = await runProgram(session, { file: 'names.py', source }, backend);
  expect(displayed).toBe('[]');
});

test('cells that are said to differ are there', () => {
  const ids = new Set(programs.flatMap(({ cells }) => cells.map(({ id }) => id)));
  expect([...DIFFERING_CELLS.keys()].filter((id) => !ids.has(id))).toEqual([]);
});
