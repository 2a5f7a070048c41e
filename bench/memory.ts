import { spawn } from 'node:child_process';
import path from 'node:path';

import { sample, type Sample } from './sample.ts';

/** What `memory-probe.ts` prints, in MiB of resident memory of a whole process. */
export interface MemoryFigures {
  /** Node alone, with the session's code loaded. */
  readonly empty: number;
  /** With an engine that has not run yet. */
  readonly rest: number;
  /** After the first runs, when everything that is made once has been made. */
  readonly afterFew: number;
  readonly afterRuns: number;
  readonly peak: number;
  readonly runs: number;
}

/** Runs the probe in a process of its own. */
function measureMemory(root: string, runs: number): Promise<MemoryFigures> {
  return new Promise((resolve, reject) => {
    const words = ['--expose-gc', path.join(root, 'bench/memory-probe.mjs'), String(runs)];
    const child = spawn(process.execPath, words, { cwd: root, stdio: ['ignore', 'pipe', 'inherit'] });
    let printed = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => (printed += text));
    child.on('error', reject);
    child.on('close', (status) => {
      if (status === 0) resolve(JSON.parse(printed) as MemoryFigures);
      else reject(new Error(`the memory probe ended with ${status}`));
    });
  });
}

/** The figures as samples, so that they are reported like the times; their unit is MiB. */
export async function memorySamples(root: string, runs: number): Promise<readonly Sample[]> {
  const { empty, rest, afterFew, afterRuns, peak } = await measureMemory(root, runs);
  const labelled = (label: string, mebibytes: number): Sample => ({ ...sample(mebibytes), label });
  return [
    labelled('engine at rest', rest - empty),
    labelled('engine after 20 runs', afterFew - empty),
    labelled(`engine after ${runs} runs`, afterRuns - empty),
    labelled('whole process, peak', peak),
  ];
}
