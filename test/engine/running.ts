/** Runs the programs that PyTorch's results are recorded of. */
import { existsSync } from 'node:fs';
import path from 'node:path';

import type { BackendChoice, RunResult } from '../../src/training/protocol/protocol.ts';
import { RunCollector } from '../../src/training/protocol/results.ts';
import { Session } from '../../src/training/threads/session.ts';
import type { Program } from './recording.ts';

export const SECONDS_PER_PROGRAM = 60;
/** The seed that `scripts/record-pytorch.py` gives PyTorch. */
const SEED = 0;

/** One worker for many programs, in turn. @throws Error when `distribution` is not built */
export function openSession(distribution: string): Session {
  if (!existsSync(path.join(distribution, 'worker.js'))) throw new Error('dist/ is not built: npm run build');
  return new Session({ distribution, log: () => undefined });
}

export async function runProgram(
  session: Session,
  { file, source }: Pick<Program, 'file' | 'source'>,
  backend: BackendChoice,
): Promise<RunResult> {
  const collector = new RunCollector();
  const cells = [{ source, document: file, firstLine: 1 }];
  const limits = { seconds: SECONDS_PER_PROGRAM, outputCharacters: 1_000_000 };
  await session.start({ cells, seed: SEED, backend, limits }, (event) => collector.accept(event)).ended;
  return collector.result();
}
