/** The engine on this Node, warm: each line of stdin is an `Asked`, each line of stdout an `Answered` or an error. */
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { RunCollector } from '../../src/training/protocol/results.ts';
import { Session } from '../../src/training/threads/session.ts';
import type { Answered, Asked } from '../asked-process.ts';

const LIMITS = { seconds: 600, outputCharacters: 1_000_000 };

/** What the engine says when it is warm. */
export interface EngineGreeting {
  readonly node: string;
  /** MiB of its process, which has not run anything; null where the system does not tell. */
  readonly rest: number | null;
}

/** @param words how many helper threads it may have; as many as it takes by itself where there are none */
export async function main([helpers]: readonly string[], root: string): Promise<number> {
  const session = new Session({
    distribution: path.join(root, 'dist'),
    log: () => undefined,
    spare: false,
    ...(helpers === undefined ? {} : { helpers: Number(helpers) }),
  });
  await session.warm();
  const greeting: EngineGreeting = { node: process.version, rest: memoryOf(session, 'VmRSS') };
  console.log(JSON.stringify(greeting));
  for await (const line of createInterface({ input: process.stdin })) {
    console.log(JSON.stringify(await answer(session, JSON.parse(line) as Asked)));
  }
  await session.dispose();
  return 0;
}

async function answer(session: Session, { sources, seed }: Asked): Promise<Answered | { error: string }> {
  forgetPeak(session);
  const collector = new RunCollector();
  const cells = sources.map((source) => ({ source, document: 'bench.py', firstLine: 1 }));
  const run = session.start({ cells, seed, backend: 'auto', limits: LIMITS }, (event) =>
    collector.accept(event),
  );
  await run.ended;
  const { status, error, stdout, milliseconds } = collector.result();
  if (status !== 'ok') return { error: error?.traceback ?? status };
  return { stdout, milliseconds, peak: memoryOf(session, 'VmHWM') };
}

const fileOf = (session: Session, name: string): string => `/proc/${session.pids[0]}/${name}`;

/** Has the system count the most memory anew, where it can. */
function forgetPeak(session: Session): void {
  try {
    writeFileSync(fileOf(session, 'clear_refs'), '5');
  } catch {
    // Then there is no peak to tell either.
  }
}

/** MiB of the engine's process, as Linux knows them. */
function memoryOf(session: Session, field: 'VmRSS' | 'VmHWM'): number | null {
  try {
    const found = new RegExp(`${field}:\\s+(\\d+)`).exec(readFileSync(fileOf(session, 'status'), 'utf8'));
    return found === null ? null : Number(found[1]) / 1024;
  } catch {
    return null;
  }
}
