/** Measures the resident memory of this process before, with, and after many runs of, an engine. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

import { Session } from '../src/training/threads/session.ts';
import type { MemoryFigures } from './memory.ts';

const MIB = 2 ** 20;
/** Runs after which everything that is only made once has been made. */
const WARM_UP = 20;

export async function main(words: readonly string[], root: string): Promise<number> {
  const runs = Number(words[0] ?? 200);
  const empty = await settled();
  const log = (level: string, text: string) => {
    if (level === 'error') console.error(text);
  };
  const session = new Session({ distribution: path.join(root, 'dist'), log });
  await session.warm();
  const rest = await settled();
  const source = `REPETITIONS = 1\n${readFileSync(path.join(root, 'bench/programs/regression-fit.py'), 'utf8')}`;
  const afterFew: number[] = [];
  for (let run = 0; run < runs; run++) {
    await runOnce(session, source);
    if (run === WARM_UP) afterFew.push(await settled());
  }
  const figures: MemoryFigures = {
    empty,
    rest,
    afterFew: afterFew[0] ?? NaN,
    afterRuns: await settled(),
    peak: process.resourceUsage().maxRSS / 1024,
    runs,
  };
  console.log(JSON.stringify(figures));
  await session.dispose();
  return 0;
}

async function runOnce(session: Session, source: string): Promise<void> {
  const cells = [{ source, document: 'memory.py', firstLine: 1 }];
  const limits = { seconds: 60, outputCharacters: 10_000 };
  const { status } = await session.start({ cells, seed: 0, backend: 'js', limits }, () => undefined).ended;
  if (status !== 'ok') throw new Error(`the run ended with ${status}`);
}

/** Resident MiB after collecting garbage and giving the allocator time. */
async function settled(): Promise<number> {
  for (let i = 0; i < 3; i++) {
    globalThis.gc?.();
    await wait(100);
  }
  return process.memoryUsage.rss() / MIB;
}
