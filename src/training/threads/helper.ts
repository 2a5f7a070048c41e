/** A helper thread's life: see `helping.ts`. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { workerData } from 'node:worker_threads';
import { compileKernels } from '../kernels/compile.ts';
import { help } from './helping.ts';
import type { HelperData } from './helper-threads.ts';

const { folder, memory, number } = workerData as HelperData;
const kernels = compileKernels((file) => new Uint8Array(readFileSync(path.join(folder, file))));
help({ kernels, memory, number });
