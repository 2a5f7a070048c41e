/** Calls from PyTorch's test databases as `scripts/record-opinfo.py` writes them, and making them with the engine. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

import type { Session } from '../../../src/training/threads/session.ts';
import { runProgram } from '../running.ts';

/** A number, or the name of one that JSON does not have; a tensor; or a list, tuple or dictionary of these. */
export type Recorded =
  | number
  | boolean
  | string
  | null
  | RecordedTensor
  | readonly Recorded[]
  | { readonly [key: string]: Recorded };

export interface RecordedTensor {
  /** Its dtype. */
  readonly tensor: string;
  readonly shape: readonly number[];
  /** In row-major order; of many elements every n-th. */
  readonly values: readonly (number | string)[];
}

/** Type and message of an exception. */
export type RecordedError = readonly [type: string, message: string];

/** What came of a call. */
export interface CallOutcome {
  readonly result?: Recorded;
  readonly gradients?: readonly (RecordedTensor | null)[];
  readonly error?: RecordedError;
  readonly gradientError?: RecordedError;
}

/** A call and what PyTorch made of it. */
export interface Call extends CallOutcome {
  /** The operation, layer or optimizer that it is a sample of. */
  readonly of: string;
  readonly kind: 'function' | 'method' | 'module' | 'optimizer';
  readonly name: string;
}

const folder = import.meta.dirname.endsWith('opinfo')
  ? import.meta.dirname
  : path.resolve(import.meta.dirname, '../../test/engine/opinfo');
const CALLS_PER_RUN = 250;

/** The files of the recording that is kept. */
function recordedFiles(): readonly string[] {
  const recorded = path.join(folder, 'recorded');
  return readdirSync(recorded)
    .sort()
    .map((file) => path.join(recorded, file));
}

/** By operation, in the order of the recording: of the one that is kept, unless others are named. */
export function readCalls(files = recordedFiles()): ReadonlyMap<string, readonly Call[]> {
  const found = new Map<string, Call[]>();
  for (const file of files) {
    for (const line of readFileSync(file, 'utf8').trimEnd().split('\n')) {
      const call = JSON.parse(line) as Call;
      const own = found.get(call.of) ?? [];
      own.push({ ...call, text: line } as Call);
      found.set(call.of, own);
    }
  }
  return found;
}

/**
 * What the engine makes of the calls. A call that ends its run (a crash, the time limit) counts as a failure of the engine,
 * and the next one begins a new run.
 */
export async function replay(session: Session, calls: readonly Call[]): Promise<readonly CallOutcome[]> {
  const outcomes: CallOutcome[] = [];
  while (outcomes.length < calls.length) {
    const part = calls.slice(outcomes.length, outcomes.length + CALLS_PER_RUN);
    const { made, end } = await replayPart(session, part);
    outcomes.push(...made);
    if (made.length < part.length) outcomes.push({ error: ['RunEnded', `the engine failed: ${end}`] });
  }
  return outcomes;
}

/** What came of the calls until the run ended, and how it did. */
async function replayPart(
  session: Session,
  calls: readonly Call[],
): Promise<{ made: readonly CallOutcome[]; end: string }> {
  const file = path.join(folder, 'replay.py');
  const program = readFileSync(file, 'utf8');
  const text = `[${calls.map((call) => lineOf(call)).join(',')}]`;
  const source = `${program}\n\nreplay(${JSON.stringify(text)})\n`;
  const { stdout, error, status } = await runProgram(session, { file, source }, 'auto');
  const lines = stdout.split('\n').filter((line) => line.startsWith('{'));
  return {
    made: lines.map((line) => JSON.parse(line) as CallOutcome),
    end: error?.traceback ?? status,
  };
}

/** As it was recorded: parsed and written anew, `1.0` were an int. */
const lineOf = (call: Call): string => (call as Call & { readonly text: string }).text;
