/**
 * What stands in a browser for the process of an engine (`engine-process.ts`):
 * each thread is a web worker. Where the page is cross-origin isolated a busy one is reached through memory that both see;
 * elsewhere a run is stopped by ending its worker.
 */
import type { LogMessage, RunId } from '../protocol/protocol.ts';
import { FromProcess, ToProcess, type CommandOrder, type OpenOrder, type RunOrder } from './messages.ts';
import { RunSignals } from '../threads/run-signals.ts';
import type { OfferedFiles, ThreadHost, ThreadLink, ThreadListener } from '../threads/thread-host.ts';
import { StartFiles, type ReadFile, type Started } from '../browser/engine-files.ts';
import type { FromWorker, HelperStart, ToWorker } from '../browser/messages.ts';

export interface ProcessOptions {
  /** Address of the folder `dist`. */
  readonly distribution: string;
  readonly log: (level: LogMessage['level'], text: string) => void;
}

export class EngineProcess implements ThreadHost {
  readonly pid = undefined;

  open(listener: ThreadListener, order: OpenOrder): ThreadLink {
    return new WorkerLink(listener, order);
  }
}

/** Gives a host for a new thread. */
export type ProcessSource = () => ThreadHost;

export function sharedProcess(_options: ProcessOptions): ProcessSource {
  const shared = new EngineProcess();
  return () => shared;
}

let startFiles: StartFiles | null = null;

/** Says where the engine's files are had. To be called before the first thread is opened. */
export function provideEngineFiles(read: ReadFile): void {
  startFiles = new StartFiles(read);
}

class WorkerLink implements ThreadLink {
  #worker: Worker | null = null;
  #started: Started | null = null;
  /** What was said before there was a worker. */
  readonly #waiting: ToWorker[] = [];
  readonly #signals = new RunSignals();
  #blobs: ReadonlyMap<string, Blob> = new Map();
  readonly #helpers = new Set<Worker>();
  #isOver = false;

  constructor(
    private readonly listener: ThreadListener,
    private readonly order: OpenOrder,
  ) {
    this.#open().catch((error: unknown) => this.#lose(`the engine cannot be started: ${String(error)}`));
  }

  send(kind: number, payload: string | Uint8Array = ''): void {
    if (this.#isOver || typeof payload !== 'string') return;
    if (kind === ToProcess.run) this.#run(JSON.parse(payload) as RunOrder);
    else if (kind === ToProcess.stop) this.#stop((JSON.parse(payload) as { run: RunId }).run);
    else if (kind === ToProcess.settled) this.#signals.settled();
    else if (kind === ToProcess.command) {
      const { run, command } = JSON.parse(payload) as CommandOrder;
      this.#signals.command(run, command);
    }
  }

  lend({ blobs = new Map() }: OfferedFiles): void {
    this.#blobs = blobs;
  }

  close(): Promise<void> {
    this.#end();
    return Promise.resolve();
  }

  async #open(): Promise<void> {
    if (startFiles === null) throw new Error('nobody has said where its files are');
    const started = await startFiles.get();
    if (this.#isOver) return;
    const worker = new Worker(started.worker);
    worker.addEventListener('message', ({ data }: MessageEvent<FromWorker>) => this.#accept(data));
    worker.addEventListener('messageerror', () => this.#lose('a message of the engine could not be read'));
    worker.addEventListener('error', ({ message }) =>
      this.#lose(`the engine failed: ${message || 'no reason is known'}`),
    );
    this.#worker = worker;
    this.#started = started;
    const { files, interpreter } = started;
    const shares = globalThis.crossOriginIsolated;
    this.#post({ type: 'open', files, interpreter, shares, helpers: shares ? this.order.helpers : 0 });
    for (const message of this.#waiting.splice(0)) this.#post(message);
  }

  #run(order: RunOrder): void {
    this.#signals.begin(order.run);
    this.#post({ type: 'run', ...order, blobs: this.#blobs });
  }

  #stop(run: RunId): void {
    if (this.#signals.isAttached) this.#signals.stop(run);
    else this.#lose('the run was stopped together with its worker', true);
  }

  #post(message: ToWorker): void {
    if (this.#worker === null) this.#waiting.push(message);
    else this.#worker.postMessage(message);
  }

  #accept(message: FromWorker): void {
    if (this.#isOver) return;
    if (typeof message === 'string') return this.listener.receive(FromProcess.message, message);
    if (message.type === 'accepted')
      this.listener.receive(FromProcess.accepted, JSON.stringify({ run: message.run }));
    else if (message.type === 'stopFlag') this.#signals.attach(message.buffer);
    else if (message.type === 'lend') this.#help(message.memory);
    else if (message.type === 'retire' || message.type === 'log')
      this.listener.receive(FromProcess.message, JSON.stringify(message));
  }

  /** They leave by themselves when there is nothing to do. */
  #help(memory: WebAssembly.Memory): void {
    if (this.#started === null) return;
    const { helper: script, kernels } = this.#started;
    for (let number = 1; number <= this.order.helpers; number++) {
      const helper = new Worker(script);
      const start: HelperStart = { kernels, memory, number };
      helper.postMessage(start);
      this.#helpers.add(helper);
    }
  }

  #lose(reason: string, blameless = false): void {
    if (this.#isOver) return;
    this.#end();
    this.listener.lost(reason, blameless);
  }

  #end(): void {
    this.#isOver = true;
    this.#signals.settled();
    this.#worker?.terminate();
    for (const helper of this.#helpers) helper.terminate();
  }
}
