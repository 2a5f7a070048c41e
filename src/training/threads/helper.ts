/** A helper thread's life: kernels on the memory of the thread that it helps. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { workerData } from 'node:worker_threads';
import { compileKernels } from '../kernels/compile.ts';
import type { HelperData } from './helper-threads.ts';

/** Nanoseconds after which one that is not needed leaves. */
const IDLE = 20_000_000_000n;

interface Helping {
  help(number: number, idle: bigint): void;
  fail_helper(): void;
}

const { folder, memory, number } = workerData as HelperData;
const module = compileKernels((file) => new Uint8Array(readFileSync(path.join(folder, file))));
const { help, fail_helper } = new WebAssembly.Instance(module, { env: { memory } })
  .exports as unknown as Helping;
try {
  help(number, IDLE);
} catch (error) {
  // The thread that waits for it is told, and fails too.
  fail_helper();
  throw error;
}
