/** What window and extension host hold before and after many runs. */
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { closeEditors, runExercise } from '../../test/vscode/extension.ts';
import { windowMemory } from '../../test/vscode/window.ts';
import { openExercise } from './exercise.ts';
import type { Measured } from './measured.ts';

const RUNS = 500;
const READINGS = 4;
/** Runs after which everything is there that stays: past runs are bounded at 50. */
const WARM_UP = 60;
/** Bytes that 500 runs may add. */
const TARGET = 8e6;

interface Memory {
  /** Bytes of script objects in the extension host's main thread. */
  readonly hostHeap: number;
  /** Bytes of the extension host's process, the engine's threads included. */
  readonly hostProcess: number;
  readonly windowHeap: number;
  readonly windowNodes: number;
}

async function take(): Promise<Memory> {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  // What waits for a later turn of the event loop is let go of too.
  for (let times = 0; times < 3; times += 1) {
    await new Promise((resolve) => setTimeout(resolve, 1000));
    collect();
  }
  const { heap, nodes } = await windowMemory();
  const { heapUsed, rss } = process.memoryUsage();
  return { hostHeap: heapUsed, hostProcess: rss, windowHeap: heap, windowNodes: nodes };
}

/** Readings before, during and after `RUNS` runs. */
async function readings(): Promise<readonly Memory[]> {
  const taken: Memory[] = [];
  for (let index = 1; index <= WARM_UP + RUNS; index += 1) {
    await runExercise();
    if (index >= WARM_UP && (index - WARM_UP) % (RUNS / READINGS) === 0) taken.push(await take());
  }
  return taken;
}

export async function watchMemory(): Promise<Measured> {
  await openExercise();
  const taken = await readings();
  await closeEditors();
  const [first, last] = [taken[0]!, taken.at(-1)!];
  const megabytes = (name: keyof Memory): string =>
    taken.map((memory) => (memory[name] / 1e6).toFixed(1).padStart(8)).join('');
  const growth = Math.max(last.hostHeap - first.hostHeap, last.windowHeap - first.windowHeap);
  return {
    lines: [
      `memory after ${WARM_UP} runs of section 3.4 and after each ${RUNS / READINGS} more (MB)`,
      `  extension host, script objects    ${megabytes('hostHeap')}`,
      `  extension host, whole process     ${megabytes('hostProcess')}`,
      `  window and panel, script objects  ${megabytes('windowHeap')}`,
      `  window and panel, DOM nodes       ${taken.map(({ windowNodes }) => String(windowNodes).padStart(8)).join('')}`,
    ],
    missed: growth <= TARGET ? [] : [`${RUNS} runs added ${(growth / 1e6).toFixed(1)} MB of script objects`],
  };
}
