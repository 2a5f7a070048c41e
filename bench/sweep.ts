/** Sixteen runs of one exercise, one after the other and side by side, with threads that start with them and that were kept. */
import { readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import path from 'node:path';

import { Pool } from '../src/training/threads/pool.ts';
import type { RunRequest } from '../src/training/threads/session.ts';
import type { Sample } from './sample.ts';

const RUNS = 16;
/** A run takes about a tenth of a second with the one, half a second with the other. */
const EPOCHS = [30, 200];
/** Sweeps before the one with kept threads counts: a thread's first ones compile. */
const WARM_UP_SWEEPS = 2;

export interface SweepContender {
  readonly name: string;
  measure(): Promise<readonly Sample[]>;
}

/** The same sweep on one thread and on as many as there are cores. */
export function sweepContenders(root: string): readonly SweepContender[] {
  const program = readFileSync(path.join(root, 'bench/programs/sweep-run.py'), 'utf8');
  return [1, availableParallelism()].map((threads) => ({
    name: threads === 1 ? 'one after the other' : `${threads} at a time`,
    measure: async () => {
      const samples: Sample[] = [];
      for (const epochs of EPOCHS) samples.push(...(await measure(root, threads, program, epochs)));
      return samples;
    },
  }));
}

async function measure(root: string, threads: number, program: string, epochs: number): Promise<Sample[]> {
  const log = (level: string, text: string) => {
    if (level === 'error') console.error(text);
  };
  const pool = new Pool({ distribution: path.join(root, 'dist'), log, threads });
  try {
    const started = await timed(pool, program, epochs);
    for (let sweep = 0; sweep < WARM_UP_SWEEPS; sweep++) await timed(pool, program, epochs);
    const kept = await timed(pool, program, epochs);
    return [
      { label: `${epochs} epochs, threads start`, milliseconds: started },
      { label: `${epochs} epochs, threads kept`, milliseconds: kept },
    ];
  } finally {
    await pool.dispose();
  }
}

/** Milliseconds of a whole sweep. */
async function timed(pool: Pool, program: string, epochs: number): Promise<number> {
  const start = performance.now();
  const runs = Array.from({ length: RUNS }, (_, at) =>
    pool.start(request(`LR = ${0.001 * 1.5 ** at}\nEPOCHS = ${epochs}\n`, program), () => undefined),
  );
  for (const { status } of await Promise.all(runs.map((run) => run.ended))) {
    if (status !== 'ok') throw new Error(`a run of the sweep ended with ${status}`);
  }
  return performance.now() - start;
}

function request(settings: string, program: string): RunRequest {
  const cells = [settings, program].map((source) => ({ source, document: 'sweep.py', firstLine: 1 }));
  return { cells, seed: 0, backend: 'auto', limits: { seconds: 60, outputCharacters: 1000 } };
}
