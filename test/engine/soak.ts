/**
 * Many runs of every kind, two sessions at once: what must hold is that each ends as it must, that nothing of one run is
 * seen in another, and that memory stays flat.
 */
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import fc from 'fast-check';
import type { Cell, RunEvent, RunResult } from '../../src/training/protocol/protocol.ts';
import { RunCollector } from '../../src/training/protocol/results.ts';
import { Session, type Run } from '../../src/training/threads/session.ts';
import { mutate, mutations, workbookPrograms } from './mutations.ts';

/** One run: what it executes, what is done to it, and what its end must be. */
interface Task {
  readonly kind: string;
  readonly cells: readonly Cell[];
  readonly seconds: number;
  readonly stopAfter: number | null;
  /** Milliseconds after its start at which its process is killed from outside. */
  readonly killAfter?: number;
  /** Whether it is looked into: shapes behind lines, variables, names that stay. */
  readonly isLookedInto?: boolean;
  /** What is wrong with its end; empty when nothing is. */
  readonly judge: (result: RunResult) => string;
}

export interface SoakReport {
  readonly runs: number;
  readonly kinds: ReadonlyMap<string, number>;
  readonly faults: readonly string[];
  /** Runs without an end. */
  readonly lost: number;
  /** Messages with another run's id, or with another run's token in them. */
  readonly mixed: number;
  /** Resident MiB of the host after a fifth of the runs, and at the end. */
  readonly memory: readonly [early: number, late: number];
}

export interface SoakOptions {
  readonly distribution: string;
  readonly workbook: string;
  readonly runs: number;
  readonly seed: number;
  readonly say: (text: string) => void;
}

const LANES = 2;
/** A run that has not ended after so long is lost. */
const LOST_MILLISECONDS = 60_000;
const TOKEN = /token-\d+-end/g;

const FIT = `
import torch
torch.manual_seed(0)
w = torch.zeros(2, 1, requires_grad=True)
X = torch.randn(64, 2)
y = X @ torch.tensor([[2.], [-3.4]])
for step in range(40):
    loss = ((X @ w - y) ** 2).mean()
    loss.backward()
    with torch.no_grad():
        w -= 0.1 * w.grad
        w.grad.zero_()
print(w.flatten().tolist())`;

const CRASH = 'import ctypes\nctypes.CDLL(None).emscripten_run_script_int(b"1")';

function cell(source: string): Cell {
  return { source, document: 'soak.py', firstLine: 1 };
}

/** Every kind but the mutated programs says which run it is of. */
function plainTask(kind: string, token: string, number: number): Task {
  const task = { kind, seconds: 20, stopAfter: null };
  const says = `print('${token}')\n`;
  const expect = (wanted: string, holds: (result: RunResult) => boolean) => (result: RunResult) =>
    holds(result)
      ? ''
      : `wanted ${wanted}, got ${result.status}: ${result.error?.message ?? result.stdout.slice(0, 200)}`;
  const saidOnce = ({ stdout }: RunResult): boolean => stdout.split(token).length === 2;
  switch (kind) {
    case 'error':
      return {
        ...task,
        cells: [cell(`${says}raise ValueError('${token}')`)],
        judge: expect('the ValueError', (result) => result.error?.message === token && saidOnce(result)),
      };
    case 'stopped':
      return {
        ...task,
        cells: [cell(`${says}while True:\n    pass`)],
        stopAfter: number % 80,
        judge: expect('stopped', ({ status }) => status === 'stopped'),
      };
    case 'timeout':
      return {
        ...task,
        cells: [cell(`${says}import time\ntime.sleep(100)`)],
        seconds: 0.2,
        judge: expect('timeout', ({ status }) => status === 'timeout'),
      };
    case 'crashed':
      return {
        ...task,
        cells: [cell(says + CRASH)],
        judge: expect('EngineError', ({ error }) => error?.type === 'EngineError'),
      };
    case 'killed':
      return {
        ...task,
        cells: [cell(`${says}${FIT}\nimport time\ntime.sleep(0.1)`)],
        killAfter: number % 120,
        judge: expect(
          'a fit, once, whether or not it was begun anew',
          (result) => result.status === 'ok' && result.fits.length === 1 && saidOnce(result),
        ),
      };
    case 'said':
      return {
        ...task,
        cells: [cell(`${says}for i in range(20_000): print('x' * 50)`)],
        judge: expect(
          'all messages of a flood',
          ({ status, stdout }) => status === 'ok' && stdout.includes(token),
        ),
      };
    case 'flood':
      return {
        ...task,
        cells: [cell(`${says}print('x' * 1_000_000)`)],
        judge: expect('output left out', ({ status, outputDropped }) => status === 'ok' && outputDropped > 0),
      };
    default:
      return {
        ...task,
        cells: [cell(says + FIT)],
        isLookedInto: number % 2 === 1,
        judge: expect(
          'a fit',
          (result) => result.status === 'ok' && result.fits.length === 1 && saidOnce(result),
        ),
      };
  }
}

/** A program with a mistake ends in one of the defined ways, and the engine itself never fails. */
function mutatedTask(cells: readonly Cell[]): Task {
  return {
    kind: 'mutated',
    cells,
    seconds: 4,
    stopAfter: null,
    judge: ({ error }) =>
      error?.type === 'EngineError' || error?.type === 'SystemError' ? `${error.type}: ${error.message}` : '',
  };
}

const kinds = fc.constantFrom(
  ...[
    'ok',
    'ok',
    'ok',
    'ok',
    'ok',
    'ok',
    'error',
    'error',
    'error',
    'stopped',
    'stopped',
    'flood',
    'said',
    'timeout',
  ],
  ...['mutated', 'mutated', 'mutated', 'mutated', 'mutated', 'mutated'],
);
const ONE_CRASH_IN = 40;
const ONE_KILL_IN = 25;

class Lane {
  readonly faults: string[] = [];
  readonly kinds = new Map<string, number>();
  lost = 0;
  mixed = 0;
  readonly #session: Session;

  constructor(distribution: string) {
    this.#session = new Session({ distribution, log: () => undefined });
  }

  async run(task: Task, token: string): Promise<void> {
    this.kinds.set(task.kind, (this.kinds.get(task.kind) ?? 0) + 1);
    const collector = new RunCollector();
    const request = {
      cells: task.cells,
      seed: 0,
      backend: 'auto' as const,
      limits: { seconds: task.seconds, outputCharacters: 10_000 },
      ...(task.isLookedInto === true ? { lineValues: true, variables: true, keeps: true } : {}),
    };
    const begun: { run?: Run } = {};
    let isKilled = false;
    const onEvent = (event: RunEvent): void => {
      if (begun.run !== undefined && event.run !== begun.run.id) this.mixed++;
      collector.accept(event);
      if (event.type === 'started' && task.stopAfter !== null)
        setTimeout(() => begun.run?.stop(), task.stopAfter);
      if (event.type === 'started' && task.killAfter !== undefined && !isKilled) {
        isKilled = true;
        setTimeout(() => this.#kill(), task.killAfter);
      }
    };
    const run = this.#session.start(request, onEvent);
    begun.run = run;
    const end = await Promise.race([run.ended, sleep(LOST_MILLISECONDS, null, { ref: false })]);
    if (end === null) {
      this.lost++;
      this.faults.push(`${task.kind} ${token}: it has no end after ${LOST_MILLISECONDS / 1000} s`);
      run.stop();
      return;
    }
    const result = collector.result();
    if ((result.stdout.match(TOKEN) ?? []).some((found) => found !== token)) this.mixed++;
    const fault = task.judge(result);
    if (fault !== '') this.faults.push(`${task.kind} ${token}: ${fault}\n${task.cells.at(-1)?.source ?? ''}`);
  }

  /** As somebody outside would. */
  #kill(): void {
    for (const pid of this.#session.pids) process.kill(pid, 'SIGKILL');
  }

  dispose(): Promise<void> {
    return this.#session.dispose();
  }
}

const residentMegabytes = (): number => Math.round(process.memoryUsage.rss() / 2 ** 20);

/** @throws Error when `distribution` is not built */
export async function soak({ distribution, workbook, runs, seed, say }: SoakOptions): Promise<SoakReport> {
  const programs = workbookPrograms(workbook);
  const drawn = fc.sample(fc.tuple(kinds, mutations, fc.nat(999)), { seed, numRuns: runs });
  const lanes = Array.from({ length: LANES }, () => new Lane(distribution));
  let begun = 0;
  let early = 0;
  const work = async (lane: Lane): Promise<void> => {
    for (let index = begun++; index < drawn.length; index = begun++) {
      const [drawnKind, mutation, number] = drawn[index] ?? ['ok', undefined, 0];
      const kind = kindOf(index, drawnKind);
      const token = `token-${String(index)}-end`;
      const mutated = kind === 'mutated' && mutation !== undefined;
      await lane.run(
        mutated ? mutatedTask(mutate(programs, mutation)) : plainTask(kind, token, number),
        token,
      );
      if (index === Math.floor(runs / 5)) early = residentMegabytes();
      if (index % 100 === 99) say(`${String(index + 1)} runs, ${String(residentMegabytes())} MiB`);
    }
  };
  try {
    await Promise.all(lanes.map(work));
    return report(lanes, runs, [early, residentMegabytes()]);
  } finally {
    await Promise.all(lanes.map((lane) => lane.dispose()));
  }
}

/** Crashes and kills are few: each costs a start. */
function kindOf(index: number, drawn: string): string {
  if (index % ONE_CRASH_IN === ONE_CRASH_IN - 1) return 'crashed';
  return index % ONE_KILL_IN === ONE_KILL_IN - 1 ? 'killed' : drawn;
}

function report(lanes: readonly Lane[], runs: number, memory: readonly [number, number]): SoakReport {
  const kinds = new Map<string, number>();
  for (const [kind, count] of lanes.flatMap((lane) => [...lane.kinds]))
    kinds.set(kind, (kinds.get(kind) ?? 0) + count);
  const sum = (of: (lane: Lane) => number): number => lanes.reduce((total, lane) => total + of(lane), 0);
  return {
    runs,
    kinds,
    faults: lanes.flatMap(({ faults }) => faults),
    lost: sum(({ lost }) => lost),
    mixed: sum(({ mixed }) => mixed),
    memory,
  };
}

/** `npm run soak [-- RUNS [SEED]]` */
export async function main(words: readonly string[], root: string): Promise<number> {
  const [runs = 2000, seed = 1] = words.map(Number);
  const {
    kinds: counts,
    faults,
    lost,
    mixed,
    memory,
  } = await soak({
    distribution: path.join(root, 'dist'),
    workbook: path.join(root, 'workbook'),
    runs,
    seed,
    say: (text) => console.log(text),
  });
  for (const fault of faults) console.error(`FAULT ${fault}\n`);
  const kindsRun = [...counts].map(([kind, count]) => `${String(count)} ${kind}`).join(', ');
  console.log(`${String(runs)} runs (seed ${String(seed)}): ${kindsRun}`);
  console.log(`${String(faults.length)} faults, ${String(lost)} lost, ${String(mixed)} mixed up`);
  console.log(
    `resident memory of the host: ${String(memory[0])} MiB after a fifth of them, ${String(memory[1])} MiB at the end`,
  );
  return faults.length + lost + mixed > 0 ? 1 : 0;
}
