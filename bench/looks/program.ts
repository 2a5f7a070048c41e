/**
 * What it costs that a run is looked into: for the shapes behind its lines, for the graph, for the steps of its trainings, by
 * the debugger without a breakpoint and with one whose condition is never true.
 * Each program with and without in turn, in one warm engine. Time of the processor, of the thread that runs it, so that what
 * else the machine does counts little.
 */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { Session, type RunRequest } from '../../src/training/threads/session.ts';
import { summarize } from '../statistics.ts';

const USAGE = `npm run bench:looks -- [WORD...] [--rounds N] [--json]
  WORD           only programs whose name contains one of these
  --rounds N     how often each program runs with and without (25)
  --json         the figures as JSON`;
/** Each with the line that gets the breakpoint; null: none, since it would be reached too often. */
const PROGRAMS: Readonly<Record<string, string | null>> = {
  fit: 'return l.mean()',
  'own-loop': 'l.backward()',
  network: 'l.backward()',
  numbers: null,
  names: null,
};
const DOCUMENT = 'bench.py';
/** Of each program, before anything is measured. */
const WARM_UP = 4;

const KINDS = ['without', 'shapes', 'graph', 'steps', 'debugger', 'breakpoint'] as const;

type Look = (typeof KINDS)[number];

/** What a run is asked for. */
function asked(look: Look, line: number): Partial<RunRequest> {
  const point = { id: 1, document: DOCUMENT, line, condition: 'False' };
  const debug = (breakpoints: readonly (typeof point)[]): Partial<RunRequest> => ({
    debug: { breakpoints, exceptions: ['uncaught'], stopOnEntry: false },
  });
  const looks: Readonly<Record<Look, Partial<RunRequest>>> = {
    without: {},
    shapes: { lineValues: true },
    graph: { graph: true },
    steps: { steps: true },
    debugger: debug([]),
    breakpoint: debug([point]),
  };
  return looks[look];
}

/** Milliseconds of the processor, as medians; absent: not measured. */
type Figures = Readonly<Partial<Record<Look, number>>>;

/** @returns the exit status: 0, or 2 for wrong usage */
export async function main(words: readonly string[], root: string): Promise<number> {
  const options = {
    rounds: { type: 'string', default: '25' },
    json: { type: 'boolean', default: false },
  } as const;
  const { values, positionals } = parseArgs({ args: [...words], options, allowPositionals: true });
  const rounds = Number(values.rounds);
  const isChosen = (name: string): boolean => positionals.some((word) => name.includes(word));
  const chosen = Object.keys(PROGRAMS).filter((name) => positionals.length === 0 || isChosen(name));
  if (!(rounds >= 1) || chosen.length === 0) {
    console.error(USAGE);
    return 2;
  }
  const session = new Session({ distribution: path.join(root, 'dist'), log: () => undefined });
  const figures: Record<string, Figures> = {};
  for (const name of chosen) {
    const source = readFileSync(path.join(root, `bench/looks/${name}.py`), 'utf8');
    figures[name] = await measured(session, source, PROGRAMS[name] ?? null, rounds);
  }
  await session.dispose();
  if (values.json) console.log(JSON.stringify(figures, null, 2));
  else print(figures);
  return 0;
}

/** @param stood the line of the breakpoint; null: without one */
async function measured(
  session: Session,
  source: string,
  stood: string | null,
  rounds: number,
): Promise<Figures> {
  const line = source.split('\n').findIndex((text) => text.trim() === stood) + 1;
  if (stood !== null && line === 0) throw new Error(`no line ${stood}`);
  const kinds = KINDS.filter((kind) => kind !== 'breakpoint' || stood !== null);
  const times = new Map(kinds.map((kind) => [kind, [] as number[]]));
  for (let round = -WARM_UP; round < rounds; round++) {
    for (const kind of kinds) {
      const time = await once(session, source, asked(kind, line));
      if (round >= 0) times.get(kind)?.push(time);
    }
  }
  return Object.fromEntries([...times].map(([kind, all]) => [kind, summarize(all).median]));
}

async function once(session: Session, source: string, look: Partial<RunRequest>): Promise<number> {
  const before = processorTime(session.pids);
  const cells = [{ source, document: DOCUMENT, firstLine: 1 }];
  const limits = { seconds: 60, outputCharacters: 10_000 };
  const { status, error } = await session.start(
    { cells, seed: 0, backend: 'auto', limits, ...look },
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
        const taken = times[kind];
        if (taken === undefined) return '';
        const ratio = (taken / (times.without ?? NaN)).toFixed(2);
        return kind === 'without' ? `${taken.toFixed(1)} ms` : `${taken.toFixed(1)} ms, ${ratio} times`;
      }),
    );
}
