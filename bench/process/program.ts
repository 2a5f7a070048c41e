/**
 * What it costs that the engine is a process of its own: the first result of a cold start, a warm result, memory at rest and a
 * stop, of this build and of another one in turn, so that what disturbs the machine disturbs both.
 */
import { spawn } from 'node:child_process';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { summarize } from '../statistics.ts';

const USAGE = `npm run bench:process -- [--beside DIST] [--rounds N] [--json]
  --beside DIST  the folder dist of another build to stand beside
  --rounds N     how often each is measured (15)
  --json         the figures as JSON`;

/** What `probe.mjs` prints of one start of an engine, in milliseconds and MiB. */
export interface Figures {
  /** From before the engine is made to the first output of a program that imports torch and d2l. */
  readonly cold: number;
  /** From the request to the end of a run of one line, in a warm engine: the median of many. */
  readonly warm: number;
  /** Proportional memory of all processes with an engine that waits, less what the host took before. */
  readonly rest: number;
  /** From the stop of a busy loop to its end. */
  readonly stop: number;
}

const NAMES = ['cold', 'warm', 'rest', 'stop'] as const;

/** @returns the exit status: 0, or 2 for wrong usage */
export async function main(words: readonly string[], root: string): Promise<number> {
  const { values } = parseArgs({
    args: [...words],
    options: {
      beside: { type: 'string' },
      rounds: { type: 'string', default: '15' },
      json: { type: 'boolean', default: false },
    },
  });
  const rounds = Number(values.rounds);
  if (!(rounds >= 1)) {
    console.error(USAGE);
    return 2;
  }
  const here = path.join(root, 'dist');
  const builds = values.beside === undefined ? [here] : [path.resolve(values.beside), here];
  const figures = await measured(builds, rounds, root);
  if (values.json) console.log(JSON.stringify(Object.fromEntries(figures), null, 2));
  else print(figures);
  return 0;
}

/** One more round before them warms the disk's cache and makes V8's. */
async function measured(builds: readonly string[], rounds: number, root: string) {
  const figures = new Map<string, Figures[]>(builds.map((build) => [build, []]));
  for (let round = -1; round < rounds; round++) {
    for (const build of builds) {
      const once = await probe(build, root);
      if (round >= 0) figures.get(build)?.push(once);
    }
  }
  return figures;
}

function probe(build: string, root: string): Promise<Figures> {
  return new Promise((resolve, reject) => {
    const words = ['--expose-gc', path.join(root, 'bench/process/probe.mjs'), build];
    const child = spawn(process.execPath, words, { stdio: ['ignore', 'pipe', 'inherit'] });
    let printed = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => (printed += text));
    child.on('error', reject);
    child.on('close', (status) => {
      if (status === 0) resolve(JSON.parse(printed) as Figures);
      else reject(new Error(`the probe ended with ${String(status)}`));
    });
  });
}

function print(figures: ReadonlyMap<string, readonly Figures[]>): void {
  const rows = [...figures].map(([build, samples]) => ({
    build,
    ...Object.fromEntries(NAMES.map((name) => [name, spread(samples.map((sample) => sample[name]))])),
  }));
  console.log(`Node ${process.version}; median (first and third quartile); ms, rest in MiB`);
  console.table(rows);
}

function spread(values: readonly number[]): string {
  const { median, low, high } = summarize(values);
  return `${median.toFixed(1)} (${low.toFixed(1)} - ${high.toFixed(1)})`;
}
