/** Helper threads as the engine has them, for tests of kernels. */
import { setTimeout as sleep } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import type { Arena } from './arena.ts';

/** Nanoseconds after which a helper that is not needed leaves. */
const LONG = 60_000_000_000n;

const LIFE = `
const { workerData: { module, memory, number, idle } } = require('node:worker_threads');
new WebAssembly.Instance(module, { env: { memory } }).exports.help(number, idle);
`;

/** Starts helpers for an arena, and resolves when they are ready for work. */
export async function callHelpers(arena: Arena, count: number, idle = LONG): Promise<readonly Worker[]> {
  const { kernels, memory, module } = arena;
  const before = kernels.helpers_ready();
  kernels.expect_helpers(count);
  const workers = Array.from(
    { length: count },
    (_, at) => new Worker(LIFE, { eval: true, workerData: { module, memory, number: at + 1, idle } }),
  );
  while (kernels.helpers_ready() < before + count) await sleep(1);
  return workers;
}

/** Resolves when all of them have ended by themselves. */
export async function haveLeft(workers: readonly Worker[]): Promise<void> {
  await Promise.all(workers.map((worker) => new Promise((resolve) => worker.once('exit', resolve))));
}
