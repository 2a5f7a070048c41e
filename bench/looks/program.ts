/**
 * What it costs that a run is looked into: for the shapes behind its lines, for the graph, for the steps of its trainings.
 * Each program with and without in turn, in one warm engine. Time of the processor, of the thread that runs it, so that what
 * else the machine does counts little.
 */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { Session } from '../../src/training/threads/session.ts';
import { summarize } from '../statistics.ts';

const USAGE = `npm run bench:looks -- [WORD...] [--rounds N] [--json]
  WORD           only programs whose name contains one of these
  --rounds N     how often each program runs with and without (25)
  --json         the figures as JSON`;
const PROGRAMS = ['fit', 'own-loop', 'network', 'numbers', 'names'];
/** Of each program, before anything is measured. */
const WARM_UP = 4;

/** What a run is asked for. */
const LOOKS = {
  without: {},
  shapes: { lineValues: true },
  graph: { graph: true },
  steps: { steps: true },
} as const;

type Look = keyof typeof LOOKS;

const KINDS = Object.keys(LOOKS) as readonly Look[];

/** Milliseconds of the processor, as medians. */
type Figures = Readonly<Record<Look, number>>;

/** @returns the exit status: 0, or 2 for wrong usage */
export async function main(words: readonly string[], root: string): Promise<number> {
  const options = {
    rounds: { type: 'string', default: '25' },
    json: { type: 'boolean', default: false },
  } as const;
  const { values, positionals } = parseArgs({ args: [...words], options, allowPositionals: true });
  const rounds = Number(values.rounds);
  const isChosen = (name: string): boolean => positionals.some((word) => name.includes(word));
  const chosen = PROGRAMS.filter((name) => positionals.length === 0 || isChosen(name));
  if (!(rounds >= 1) || chosen.length === 0) {
    console.error(USAGE);
    return 2;
  }
  const session = new Session({ distribution: path.join(root, 'dist'), log: () => undefined });
  const figures: Record<string, Figures> = {};
  for (const name of chosen) {
    const source = readFileSync(path.join(root, `bench/looks/${name}.py`), 'utf8');
    figures[name] = await measured(session, source, rounds);
  }
  await session.dispose();
  if (values.json) console.log(JSON.stringify(figures, null, 2));
  else print(figures);
  return 0;
}

async function measured(session: Session, source: string, rounds: number): Promise<Figures> {
  const times: Record<Look, number[]> = { without: [], shapes: [], graph: [], steps: [] };
  for (let round = -WARM_UP; round < rounds; round++) {
    for (const kind of KINDS) {
      const time = await once(session, source, kind);
      if (round >= 0) times[kind].push(time);
    }
  }
  const median = (kind: Look): number => summarize(times[kind]).median;
  return {
    without: median('without'),
    shapes: median('shapes'),
    graph: median('graph'),
    steps: median('steps'),
  };
}

async function once(session: Session, source: string, look: Look): Promise<number> {
  const before = processorTime(session.pids);
  const cells = [{ source, document: 'bench.py', firstLine: 1 }];
  const limits = { seconds: 60, outputCharacters: 10_000 };
  const { status, error } = await session.start(
    { cells, seed: 0, backend: 'auto', limits, ...LOOKS[look] },
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
  const line = (name: string, cells: readonly string[]): void =>
    console.log([name.padEnd(10), ...cells.map((cell) => cell.padStart(22))].join(''));
  line('', KINDS);
  for (const [name, times] of Object.entries(figures))
    line(
      name,
      KINDS.map((kind) => {
        const time = `${times[kind].toFixed(1)} ms`;
        return kind === 'without' ? time : `${time}, ${(times[kind] / times.without).toFixed(2)} times`;
      }),
    );
}
