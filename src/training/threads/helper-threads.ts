/**
 * Threads that compute with an engine's thread: they have kernels of ours and the memory in which its tensors lie, no realm
 * and nothing of an exercise. They start when a run has much to compute, sleep while there is nothing to do, and leave when
 * that lasts.
 */
import { Worker } from 'node:worker_threads';

/** What a helper is started with. */
export interface HelperData {
  /** The folder `engine` of the distribution. */
  readonly folder: string;
  readonly memory: WebAssembly.Memory;
  /** From 1. */
  readonly number: number;
}

export interface HelperOptions {
  /** The helper's script. */
  readonly script: string;
  /** The folder `engine` of the distribution. */
  readonly folder: string;
  /** How many there may be. */
  readonly most: number;
  onFailure(reason: string): void;
}

export class HelperThreads {
  readonly #options: HelperOptions;
  /** Also those that were sent away and have not ended yet. */
  #alive = 0;

  constructor(options: HelperOptions) {
    this.#options = options;
  }

  /**
   * Starts helpers on a memory, without waiting for them.
   * @returns how many may come; 0 while others are still there
   */
  start(memory: WebAssembly.Memory): number {
    const { most } = this.#options;
    // A run that begins with a new memory finds those of the last one leaving.
    if (this.#alive > most) return 0;
    for (let number = 1; number <= most; number++) this.#start(memory, number);
    return most;
  }

  #start(memory: WebAssembly.Memory, number: number): void {
    const { script, folder, onFailure } = this.#options;
    const workerData: HelperData = { folder, memory, number };
    const worker = new Worker(script, {
      workerData,
      env: {},
      // Not the process's, which would have to be read here.
      stdout: true,
      stderr: true,
      resourceLimits: { maxOldGenerationSizeMb: 16, maxYoungGenerationSizeMb: 1, stackSizeMb: 1 },
    });
    this.#alive++;
    worker.on('error', (error: Error) => onFailure(`a helper thread failed: ${error.message}`));
    worker.on('exit', () => this.#alive--);
  }
}
