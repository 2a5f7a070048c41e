/** Programs of the workbook with mistakes in them, as a learner makes them: drawn by fast-check, so that a seed names each. */
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import type { Cell } from '../../src/training/protocol/protocol.ts';
import { readBlocks } from '../../src/exercises/blocks.ts';
import { planCells, planRun } from '../../src/exercises/plan.ts';

/** Where the mistake is, as a fraction of the last block's text, and which. */
export interface Mutation {
  readonly program: number;
  readonly at: number;
  readonly kind: (typeof KINDS)[number];
  readonly number: number;
}

const KINDS = [
  'dropCharacter',
  'dropLine',
  'repeatLine',
  'swapLines',
  'otherNumber',
  'otherName',
  'cut',
] as const;

/** Names of these programs, so that one in another's place is a mistake that still parses. */
const NAMES = [
  'w',
  'b',
  'X',
  'y',
  'lr',
  'data',
  'model',
  'torch',
  'self',
  'range',
  'loss',
  'None',
  'd2l.Trainer',
];

export const mutations: fc.Arbitrary<Mutation> = fc.record({
  program: fc.nat(10_000),
  at: fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
  kind: fc.constantFrom(...KINDS),
  number: fc.oneof(fc.integer({ min: -3, max: 300 }), fc.double(), fc.constantFrom(0, 1e10, -1)),
});

/** Every exercise of the workbook as the cells that a run of it executes. */
export function workbookPrograms(folder: string): readonly (readonly Cell[])[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.py'))
    .flatMap((name) => {
      const blocks = readBlocks(readFileSync(path.join(folder, name), 'utf8'), 'python', name);
      return blocks
        .filter(({ exercise }) => exercise !== null)
        .map((block) => planCells(planRun(blocks, { block: block.index }), {}));
    });
}

/** The program with the mistake in its last cell. */
export function mutate(programs: readonly (readonly Cell[])[], mutation: Mutation): readonly Cell[] {
  const cells = programs[mutation.program % programs.length] ?? [];
  const last = cells.at(-1);
  if (last === undefined) return cells;
  return [...cells.slice(0, -1), { ...last, source: mutateText(last.source, mutation) }];
}

function mutateText(text: string, { at, kind, number }: Mutation): string {
  const position = Math.floor(at * text.length);
  const lines = text.split('\n');
  const line = Math.floor(at * lines.length);
  switch (kind) {
    case 'dropCharacter':
      return text.slice(0, position) + text.slice(position + 1);
    case 'cut':
      return text.slice(0, position);
    case 'dropLine':
      return lines.filter((_, index) => index !== line).join('\n');
    case 'repeatLine':
      return lines.flatMap((content, index) => (index === line ? [content, content] : [content])).join('\n');
    case 'swapLines':
      return swapped(lines, line).join('\n');
    case 'otherNumber':
      return replaceFrom(text, position, /\b\d+(?:\.\d+)?\b/, String(number));
    case 'otherName':
      return replaceFrom(
        text,
        position,
        /\b[a-zA-Z_]\w*\b/,
        NAMES[Math.abs(Math.trunc(number)) % NAMES.length] ?? 'w',
      );
  }
}

function swapped(lines: readonly string[], line: number): readonly string[] {
  const [first, second] = [lines[line], lines[line + 1]];
  if (first === undefined || second === undefined) return lines;
  return [...lines.slice(0, line), second, first, ...lines.slice(line + 2)];
}

/** The first match from `position` on replaced. */
function replaceFrom(text: string, position: number, pattern: RegExp, replacement: string): string {
  return text.slice(0, position) + text.slice(position).replace(pattern, replacement);
}
