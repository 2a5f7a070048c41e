/** One worker thread with its realm, from its start to its end. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { SHARE_ENV, Worker } from 'node:worker_threads';
import type { LogMessage, ReadyMessage, RunEvent, RunId, RunMessage, WorkerToHost } from './protocol.ts';
import type { RetireMessage } from './realm/main.ts';
import { SIGINT, SIGNAL_WORD, STOP_WORD } from './realm/stop-flag.ts';
import type { FromThread, StopFlagMessage, ThreadData, ToThread } from './thread-messages.ts';

/** A single signal can be lost; it is sent again as long as the run goes on. */
const RESEND_MILLISECONDS = 50;
/** Deep recursion through Python and JavaScript needs more than the 4 MB of a thread. */
const STACK_MEGABYTES = 32;

export interface ThreadOptions {
  /** The folder of the distribution. */
  readonly distribution: string;
  onEvent(event: RunEvent): void;
  onLog(level: LogMessage['level'], text: string): void;
  /** The thread is of no use any more, or gone. Called once. */
  onLost(reason: string): void;
}

/** The interpreter compiled once in this process, by the file it comes from. */
const compiled = new Map<string, Promise<WebAssembly.Module>>();

function compileInterpreter(folder: string): Promise<WebAssembly.Module> {
  const file = join(folder, 'pyodide.asm.wasm');
  let module = compiled.get(file);
  if (module === undefined) {
    module = readFile(file).then((bytes) => WebAssembly.compile(bytes));
    module.catch(() => compiled.delete(file));
    compiled.set(file, module);
  }
  return module;
}

export class Thread {
  readonly #options: ThreadOptions;
  readonly #worker: Worker;
  /** Resolves when runs can be sent; rejects when the thread is lost before. */
  readonly ready: Promise<ReadyMessage>;
  #settle: { resolve(message: ReadyMessage): void; reject(reason: Error): void } | null = null;
  #stopFlag: Int32Array | null = null;
  #resending: NodeJS.Timeout | undefined;
  #lost = false;

  constructor(options: ThreadOptions) {
    this.#options = options;
    const folder = join(options.distribution, 'engine');
    const workerData: ThreadData = { folder, task: 'run' };
    this.ready = new Promise((resolve, reject) => {
      this.#settle = { resolve, reject };
    });
    this.ready.catch(() => undefined);
    this.#worker = new Worker(join(options.distribution, 'worker.js'), {
      workerData,
      // TensorFlow's library reads the process's own environment.
      env: SHARE_ENV,
      resourceLimits: { stackSizeMb: STACK_MEGABYTES },
    });
    this.#worker.on('message', (message: FromThread) => this.#receive(message));
    this.#worker.on('messageerror', () => this.#lose('a message of the engine could not be read'));
    this.#worker.on('error', (error: Error) => this.#lose(`${error.name}: ${error.message}`));
    this.#worker.on('exit', (code) => this.#lose(`the engine ended with status ${code}`));
    compileInterpreter(folder).then(
      (interpreter) => this.#post({ type: 'open', interpreter }),
      (error: unknown) => this.#lose(`the interpreter cannot be read: ${String(error)}`),
    );
  }

  /** @param dataFolder whose files the run may read */
  send(message: RunMessage, dataFolder: string | null): void {
    this.#post({ type: 'dataFolder', path: dataFolder });
    this.#post(JSON.stringify(message));
  }

  /** Asks a run to stop, again and again until {@link endStop}. */
  stop(run: RunId): void {
    this.endStop();
    this.#signal(run);
    this.#resending = setInterval(() => this.#signal(run), RESEND_MILLISECONDS);
  }

  endStop(): void {
    clearInterval(this.#resending);
  }

  /** Ends the thread at once, whatever it does. */
  async terminate(reason: string): Promise<void> {
    this.#lose(reason);
    await this.#worker.terminate();
  }

  #signal(run: RunId): void {
    const words = this.#stopFlag;
    if (words === null) return;
    Atomics.store(words, STOP_WORD, run);
    Atomics.store(words, SIGNAL_WORD, SIGINT);
    Atomics.notify(words, STOP_WORD);
  }

  #post(message: ToThread): void {
    if (!this.#lost) this.#worker.postMessage(message);
  }

  #receive(message: FromThread): void {
    if (this.#lost) return;
    if (typeof message === 'string') this.#handle(JSON.parse(message) as WorkerToHost | RetireMessage);
    else if (message.type === 'stopFlag') this.#acceptStopFlag(message);
    else if (message.type !== 'snapshot') this.#handle(message);
  }

  #acceptStopFlag({ buffer }: StopFlagMessage): void {
    this.#stopFlag = new Int32Array(buffer);
  }

  #handle(message: WorkerToHost | RetireMessage): void {
    if (message.type === 'ready') this.#settle?.resolve(message);
    else if (message.type === 'log') this.#options.onLog(message.level, message.text);
    else if (message.type === 'retire') void this.terminate(message.reason);
    else this.#options.onEvent(message);
  }

  #lose(reason: string): void {
    if (this.#lost) return;
    this.#lost = true;
    this.endStop();
    this.#settle?.reject(new Error(reason));
    this.#options.onLost(reason);
  }
}
