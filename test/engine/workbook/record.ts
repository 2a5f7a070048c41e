/** Records what real PyTorch makes of the solved exercises: `node scripts/record-workbook.mjs --python PATH`. */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import type { Recording } from '../recording.ts';
import { solutionsOf, type WorkbookProgram } from './programs.ts';

/** What PyTorch made of a program, and of which. */
export interface SolvedRecording extends Recording {
  readonly digest: string;
}

export interface SolvedRecordings {
  readonly versions: Readonly<Record<string, string>>;
  readonly programs: Readonly<Record<string, SolvedRecording>>;
}

export function sourceOf({ cells }: WorkbookProgram): string {
  return cells.join('\n');
}

/** Tells whether a recording is of the program as it is now. */
export function digestOf(program: WorkbookProgram): string {
  return createHash('sha256').update(sourceOf(program)).digest('hex').slice(0, 16);
}

export function main(words: string[], root: string): number {
  const { values } = parseArgs({ args: words, options: { python: { type: 'string', default: 'python3' } } });
  const folder = path.join(root, 'build/workbook');
  rmSync(folder, { recursive: true, force: true });
  const programs = solutionsOf(root);
  mkdirSync(path.join(folder, 'programs/solved'), { recursive: true });
  for (const program of programs) {
    writeFileSync(path.join(folder, 'programs/solved', `${program.id}.py`), sourceOf(program));
  }
  const command = [path.join(root, 'scripts/record-pytorch.py'), '--folder', path.join(folder, 'programs')];
  const { status } = spawnSync(values.python, command, { stdio: 'inherit' });
  if (status !== 0) return status ?? 1;
  const recorded = JSON.parse(
    readFileSync(path.join(folder, 'programs/solved/recorded.json'), 'utf8'),
  ) as SolvedRecordings;
  writeFileSync(path.join(root, 'test/engine/workbook/recorded.json'), linesOf(recorded, programs));
  return 0;
}

/** One program to a line, numbers of single precision. */
function linesOf({ versions, programs }: SolvedRecordings, sources: readonly WorkbookProgram[]): string {
  const rounded = (_: string, value: unknown): unknown =>
    typeof value === 'number' ? Number(value.toPrecision(8)) : value;
  const lines = sources.map((source) => {
    const recording = { digest: digestOf(source), ...programs[source.id] };
    return `    ${JSON.stringify(source.id)}: ${JSON.stringify(recording, rounded)}`;
  });
  return `{\n  "versions": ${JSON.stringify(versions)},\n  "programs": {\n${lines.join(',\n')}\n  }\n}\n`;
}
