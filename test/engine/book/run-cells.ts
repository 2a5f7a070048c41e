/** Runs a section's program as a notebook runs its cells, and holds each against PyTorch. */
import path from 'node:path';

import type { BackendChoice, RunResult } from '../../../src/training/protocol/protocol.ts';
import { RunCollector } from '../../../src/training/protocol/results.ts';
import type { RunRequest, Session } from '../../../src/training/threads/session.ts';
import { differences } from '../comparison.ts';
import { SECONDS_PER_PROGRAM } from '../running.ts';
import { DATA, type BookProgram } from './sections.ts';

/** The seed that `scripts/record-pytorch.py` gives PyTorch. */
const SEED = 0;

export interface CellReport {
  readonly id: string;
  /** One sentence each; empty where the cell does what it does in PyTorch. */
  readonly differences: readonly string[];
}

/** A cell that raises ends nothing: the next one goes on with what is there. */
export async function runCells(
  session: Session,
  { cells, file, tolerance }: BookProgram,
  backend: BackendChoice,
): Promise<readonly CellReport[]> {
  const reports: CellReport[] = [];
  // A run that is no cell of a notebook ends what the cells before it shared.
  await runCell(session, { cells: [{ source: '', document: file, firstLine: 1 }], backend });
  for (const [i, { id, source, firstLine, recording }] of cells.entries()) {
    const cell = { source, document: file, firstLine };
    const result = await runCell(session, { cells: [cell], backend, execution: i + 1 });
    reports.push({ id, differences: differences(recording, result, tolerance) });
  }
  return reports;
}

async function runCell(
  session: Session,
  request: Pick<RunRequest, 'cells' | 'backend' | 'execution'>,
): Promise<RunResult> {
  const collector = new RunCollector();
  const limits = { seconds: SECONDS_PER_PROGRAM, outputCharacters: 1_000_000 };
  const whole = {
    ...request,
    seed: SEED,
    limits,
    dataFolder: path.resolve(import.meta.dirname, '../../..', DATA),
  };
  await session.start(whole, (event) => collector.accept(event)).ended;
  return collector.result();
}
