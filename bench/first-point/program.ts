/** What bench/first-point.mjs runs inside VS Code: one measurement, chosen by D2L_BENCH_WHAT. */
import { writeFile } from 'node:fs/promises';
import { timeActivation } from './activation.ts';
import { timeColdClick } from './cold.ts';
import type { Samples } from './samples.ts';
import { timeWarmClicks } from './warm.ts';

const MEASUREMENTS: Readonly<Record<string, () => Promise<Samples>>> = {
  activation: timeActivation,
  cold: timeColdClick,
  warm: timeWarmClicks,
};

export async function run(): Promise<void> {
  const [file, what] = [process.env['D2L_BENCH_RESULTS'], process.env['D2L_BENCH_WHAT'] ?? ''];
  const measure = MEASUREMENTS[what];
  if (!file || !measure) throw new Error('D2L_BENCH_RESULTS or D2L_BENCH_WHAT is missing');
  await writeFile(file, JSON.stringify(await measure()));
}
