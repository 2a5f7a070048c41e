/**
 * What it costs that a run is looked into for the shapes behind its lines: each program with and without in turn, in one warm
 * engine. Time of the processor, of the thread that runs it, so that what else the machine does counts little.
 */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { Session } from '../../src/training/threads/session.ts';
import { summarize } from '../statistics.ts';

const USAGE = `npm run bench:shapes -- [--rounds N] [--json]
  --rounds N     how often each program runs with and without (25)
  --json         the figures as JSON`;
const PROGRAMS = ['fit', 'own-loop', 'network', 'numbers', 'names'];
/** Of each program, before anything is measured. */
const WARM_UP = 4;

/** Milliseconds of the processor, as medians. */
interface Figures {
  readonly without: number;
  readonly with: number;
  readonly ratio: number;
}

/** @returns the exit status: 0, or 2 for wrong usage */
export async function main(words: readonly string[], root: string): Promise<number> {
  const options = {
    rounds: { type: 'string', default: '25' },
    json: { type: 'boolean', default: false },
  } as const;
  const { values } = parseArgs({ args: [...words], options });
  const rounds = Number(values.rounds);
  if (!(rounds >= 1)) {
    console.error(USAGE);
    return 2;
  }
  const session = new Session({ distribution: path.join(root, 'dist'), log: () => undefined });
  const figures: Record<string, Figures> = {};
  for (const name of PROGRAMS) {
    const source = readFileSync(path.join(root, `bench/shapes/${name}.py`), 'utf8');
    figures[name] = await measured(session, source, rounds);
  }
  await session.dispose();
  if (values.json) console.log(JSON.stringify(figures, null, 2));
  else print(figures);
  return 0;
}

async function measured(session: Session, source: string, rounds: number): Promise<Figures> {
  const times: Record<'without' | 'with', number[]> = { without: [], with: [] };
  for (let round = -WARM_UP; round < rounds; round++) {
    for (const kind of ['without', 'with'] as const) {
      const time = await once(session, source, kind === 'with');
      if (round >= 0) times[kind].push(time);
    }
  }
  const [without, looked] = [summarize(times.without).median, summarize(times.with).median];
  return { without, with: looked, ratio: looked / without };
}

async function once(session: Session, source: string, lineValues: boolean): Promise<number> {
  const before = processorTime(session.pids);
  const cells = [{ source, document: 'bench.py', firstLine: 1 }];
  const limits = { seconds: 60, outputCharacters: 10_000 };
  const { status, error } = await session.start(
    { cells, seed: 0, backend: 'auto', limits, lineValues },
    () => undefined,
  ).ended;
  if (status !== 'ok') throw new Error(error?.traceback ?? status);
  // The thread is put back to its first state after a run, which belongs to it.
  await sleep(50);
  return processorTime(session.pids) - before;
}

/** Milliseconds that the busiest thread of each process has had (Linux). */
function processorTime(pids: readonly number[]): number {
  return pids.reduce((sum, pid) => sum + Math.max(...threadTimes(pid)), 0);
}

function threadTimes(pid: number): number[] {
  return readdirSync(`/proc/${String(pid)}/task`).map((thread) => {
    try {
      const [nanoseconds = ''] = readFileSync(`/proc/${String(pid)}/task/${thread}/schedstat`, 'utf8').split(
        ' ',
      );
      return Number(nanoseconds) / 1e6;
    } catch {
      // A thread that has ended meanwhile.
      return 0;
    }
  });
}

function print(figures: Readonly<Record<string, Figures>>): void {
  for (const [name, { without, with: looked, ratio }] of Object.entries(figures)) {
    console.log(
      `${name.padEnd(10)}${without.toFixed(1).padStart(8)} ms  ${looked.toFixed(1).padStart(8)} ms  ${ratio.toFixed(2)} times`,
    );
  }
}
