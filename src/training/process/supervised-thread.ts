/** A worker thread with its realm, seen from the main thread of its process. */
import { SHARE_ENV, Worker } from 'node:worker_threads';
import { watchMemory } from '../threads/memory-watch.ts';
import type { RunId } from '../protocol/protocol.ts';
import { RunSignals } from '../threads/run-signals.ts';
import { answerRead } from './data-reader.ts';
import {
  FromProcess,
  type CommandOrder,
  type FromThread,
  type RunOrder,
  type ThreadData,
  type ToThread,
} from './messages.ts';

/** Deep recursion through Python and JavaScript needs more than the 4 MB of a thread. */
const STACK_MEGABYTES = 32;

export interface SupervisedThreadOptions {
  /** The worker's script. */
  readonly script: string;
  /** The folder `engine` of the distribution. */
  readonly folder: string;
  /** The folder of tfjs-node; absent: there is none. */
  readonly native: string | undefined;
  /** How many helper threads it may have. */
  readonly helpers: number;
  readonly interpreter: Promise<WebAssembly.Module>;
  /** To the host: one of `FromProcess`. */
  send(kind: number, payload?: string | Uint8Array): void;
}

export class SupervisedThread {
  readonly #options: SupervisedThreadOptions;
  readonly #worker: Worker;
  readonly #signals = new RunSignals();
  #endWatch: () => void = () => undefined;
  /** Where the worker waits for bytes of a file. */
  #reading: SharedArrayBuffer | null = null;
  #lost = false;

  constructor(options: SupervisedThreadOptions) {
    this.#options = options;
    const { folder, native, helpers } = options;
    const workerData: ThreadData = {
      folder,
      task: 'run',
      helpers,
      ...(native === undefined ? {} : { native }),
    };
    this.#worker = new Worker(options.script, {
      workerData,
      // TensorFlow's library reads the process's own environment.
      env: SHARE_ENV,
      resourceLimits: { stackSizeMb: STACK_MEGABYTES },
    });
    this.#worker.on('message', (message: FromThread) => this.#receive(message));
    this.#worker.on('messageerror', () => this.lose('a message of the engine could not be read'));
    this.#worker.on('error', (error: Error) => this.lose(`${error.name}: ${error.message}`));
    this.#worker.on('exit', (code) => this.lose(`the engine ended with status ${code}`));
    options.interpreter.then(
      (interpreter) => this.#post({ type: 'open', interpreter }),
      (error: unknown) => this.lose(`the interpreter cannot be read: ${String(error)}`),
    );
  }

  run(order: RunOrder): void {
    this.#signals.begin(order.run);
    this.#endWatch();
    this.#endWatch = watchMemory(() => this.lose('the run took more memory than it may'));
    this.#post({ type: 'run', ...order });
  }

  /** Asks a run to stop, again and again until it is {@link settled}. */
  stop(run: RunId): void {
    this.#signals.stop(run);
  }

  /** Tells a run something while it goes on. What it has no room for is lost. */
  command({ run, command }: CommandOrder): void {
    this.#signals.command(run, command);
  }

  /** No run is under way any more. */
  settled(): void {
    this.#signals.settled();
    this.#endWatch();
  }

  /** The answer to a question for bytes of a file. */
  answer(bytes: Uint8Array, failed: boolean): void {
    if (this.#reading !== null) answerRead(this.#reading, bytes, failed);
    this.#reading = null;
  }

  giveCode(): void {
    this.#post({ type: 'giveCode' });
  }

  /** It is of no use any more: says so and ends it. */
  lose(reason: string): void {
    if (this.#lost) return;
    this.#options.send(FromProcess.lost, reason);
    void this.terminate();
  }

  async terminate(): Promise<void> {
    this.#lost = true;
    this.settled();
    await this.#worker.terminate();
  }

  #post(message: ToThread): void {
    if (!this.#lost) this.#worker.postMessage(message);
  }

  #receive(message: FromThread): void {
    const { send } = this.#options;
    if (this.#lost) return;
    if (typeof message === 'string') return send(FromProcess.message, message);
    switch (message.type) {
      case 'accepted':
        return send(FromProcess.accepted, JSON.stringify({ run: message.run }));
      case 'stopFlag':
        return this.#signals.attach(message.buffer);
      case 'read': {
        const { path, at, count, buffer } = message;
        this.#reading = buffer;
        return send(FromProcess.read, JSON.stringify({ path, at, count }));
      }
      case 'code':
        return send(FromProcess.code, message.bytes);
      case 'uncached':
        return send(FromProcess.uncached);
      case 'snapshot':
        return;
      case 'log':
      case 'retire':
        return send(FromProcess.message, JSON.stringify(message));
    }
  }
}
