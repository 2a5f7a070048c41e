/**
 * An epoch of section 4.5 over 60,000 generated pictures in the format of Fashion-MNIST, and the validation over 10,000: here
 * and in PyTorch with d2l by turns, so that what disturbs the machine disturbs both.
 */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';

import { RunCollector } from '../../src/training/protocol/results.ts';
import { Session } from '../../src/training/threads/session.ts';
import { summarize } from '../statistics.ts';

const USAGE = `npm run bench:epoch -- --python PATH [--rounds N]
  --python PATH  a Python with torch and d2l
  --rounds N     how often each side runs (5)`;

const SIDE = 28;
const PARTS = { train: 60_000, t10k: 10_000 };

/** Milliseconds, and MiB of memory at most, by name. */
type Figures = ReadonlyMap<string, number>;

/** @returns the exit status: 0, or 2 for wrong usage */
export async function main(words: readonly string[], root: string): Promise<number> {
  const { values } = parseArgs({
    args: [...words],
    options: { python: { type: 'string' }, rounds: { type: 'string', default: '5' } },
  });
  if (values.python === undefined || !(Number(values.rounds) >= 1)) {
    console.error(USAGE);
    return 2;
  }
  const folder = mkdtempSync(path.join(tmpdir(), 'epoch-'));
  try {
    writePictures(path.join(folder, 'data/FashionMNIST/raw'));
    const program = path.join(root, 'bench/epoch/softmax-regression.py');
    await compare(program, folder, values.python, Number(values.rounds), path.join(root, 'dist'));
  } finally {
    rmSync(folder, { recursive: true });
  }
  return 0;
}

async function compare(program: string, folder: string, python: string, rounds: number, dist: string) {
  const [here, there]: [Figures[], Figures[]] = [[], []];
  for (let round = 0; round < rounds; round++) {
    here.push(await runHere(program, path.join(folder, 'data'), dist));
    there.push(runInPyTorch(program, folder, python));
  }
  console.log(`${'median of'.padEnd(16)} ${'here'.padStart(9)} ${'PyTorch'.padStart(9)}    times`);
  for (const name of here[0]?.keys() ?? []) {
    const [own, other] = [here, there].map(
      (runs) => summarize(runs.map((run) => run.get(name) ?? NaN)).median,
    );
    const ratio = (own ?? NaN) / (other ?? NaN);
    console.log(
      `${name.padEnd(16)} ${own?.toFixed(0).padStart(9)} ${other?.toFixed(0).padStart(9)} ${ratio.toFixed(2).padStart(8)}`,
    );
  }
}

/** In an engine of its own, as a first run after its start. */
async function runHere(program: string, dataFolder: string, distribution: string): Promise<Figures> {
  const session = new Session({ distribution, log: () => undefined, spare: false });
  try {
    await session.warm();
    const collector = new RunCollector();
    const cells = [{ source: readFileSync(program, 'utf8'), document: program, firstLine: 1 }];
    const limits = { seconds: 600, outputCharacters: 100_000 };
    const request = { cells, seed: 0, backend: 'auto', limits, dataFolder } as const;
    await session.start(request, (event) => collector.accept(event)).ended;
    const { stdout, error } = collector.result();
    if (error !== null) throw new Error(error.traceback);
    return figuresOf(`${stdout}@@most memory|${peakOf(session.pids[0])}\n`);
  } finally {
    await session.dispose();
  }
}

const PEAK = `
import resource
print(f'@@most memory|{resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024}')`;

function runInPyTorch(program: string, folder: string, python: string): Figures {
  const cwd = path.join(folder, 'work');
  mkdirSync(cwd, { recursive: true });
  const env = { ...process.env, MPLBACKEND: 'agg' };
  const source = readFileSync(program, 'utf8') + PEAK;
  return figuresOf(execFileSync(python, ['-W', 'ignore', '-c', source], { cwd, env, encoding: 'utf8' }));
}

/** MiB of a process; NaN where the system does not tell. */
function peakOf(pid: number | undefined): number {
  try {
    return Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1024;
  } catch {
    return NaN;
  }
}

function figuresOf(stdout: string): Figures {
  return new Map(
    [...stdout.matchAll(/^@@(.+)\|(.+)$/gm)].map(([, name, value]) => [name ?? '', Number(value)]),
  );
}

/** Rows that are brighter the larger the class, with some noise: no two pictures are alike. */
function writePictures(folder: string): void {
  mkdirSync(folder, { recursive: true });
  let state = 1;
  const random = (): number => (state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0) >>> 16;
  for (const [part, count] of Object.entries(PARTS)) {
    const labels = Buffer.alloc(count, 0).map(() => random() % 10);
    const pixels = Buffer.alloc(count * SIDE * SIDE).map((_, at) => {
      const [picture, row] = [Math.floor(at / (SIDE * SIDE)), Math.floor(at / SIDE) % SIDE];
      const label = labels[picture] ?? 0;
      return row >= 2 * label && row < 2 * label + 9 ? 100 + (random() % 120) : random() % 30;
    });
    writeFileSync(
      path.join(folder, `${part}-images-idx3-ubyte`),
      Buffer.concat([header(2051, count, SIDE, SIDE), pixels]),
    );
    writeFileSync(
      path.join(folder, `${part}-labels-idx1-ubyte`),
      Buffer.concat([header(2049, count), labels]),
    );
  }
}

function header(...numbers: readonly number[]): Buffer {
  const bytes = Buffer.alloc(4 * numbers.length);
  numbers.forEach((number, at) => bytes.writeInt32BE(number, 4 * at));
  return bytes;
}
