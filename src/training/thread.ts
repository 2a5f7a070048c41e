/** One thread of an engine's process with its realm, from its start to its end, as the host has it. */
import { DataFolder } from './data-folder.ts';
import type { EngineProcess, ThreadLink } from './process/engine-process.ts';
import { FromProcess, ToProcess, type DataOffer, type ReadOrder, type RunOrder } from './process/messages.ts';
import type { LogMessage, ReadyMessage, RunEvent, RunId, RunMessage, WorkerToHost } from './protocol.ts';
import type { RetireMessage } from './realm/main.ts';

/**
 * What a thread that was given a run may take to come to it. One that says it has ended a run and goes on would keep the next
 * one waiting for ever.
 */
const ACCEPT_MILLISECONDS = 3000;

export interface ThreadOptions {
  /** In which it lives. */
  readonly process: EngineProcess;
  onEvent(event: RunEvent): void;
  onLog(level: LogMessage['level'], text: string): void;
  /**
   * The thread is of no use any more, or gone. Called once.
   * @param blameless whether the cause may have been another thread of its process, or somebody outside
   */
  onLost(reason: string, blameless: boolean): void;
  /** V8 had to compile the realm's script. */
  onUncached?(): void;
}

export class Thread {
  readonly #options: ThreadOptions;
  readonly #link: ThreadLink;
  /** Resolves when runs can be sent; rejects when the thread is lost before. */
  readonly ready: Promise<ReadyMessage>;
  #settle: { resolve(message: ReadyMessage): void; reject(reason: Error): void } | null = null;
  /** The run that it was given last. */
  #given: RunId | null = null;
  /** The run that it has come to and not ended: the only one that it may speak of. */
  #executing: RunId | null = null;
  #accepting: NodeJS.Timeout | undefined;
  #data: DataFolder | null = null;
  #onCode: ((bytes: Buffer) => void) | null = null;
  #lost = false;

  constructor(options: ThreadOptions) {
    this.#options = options;
    this.ready = new Promise((resolve, reject) => {
      this.#settle = { resolve, reject };
    });
    this.ready.catch(() => undefined);
    this.#link = options.process.open({
      receive: (kind, payload) => this.#receive(kind, payload),
      lost: (reason, blameless) => this.#lose(reason, blameless),
    });
  }

  /** @param dataFolder whose files the run may read */
  async send(message: RunMessage, dataFolder: string | null): Promise<void> {
    this.#given = message.run;
    this.#executing = null;
    const data = await this.#offer(dataFolder);
    if (this.#lost || this.#given !== message.run) return;
    const order: RunOrder = { run: message.run, message: JSON.stringify(message), data };
    this.#link.send(ToProcess.run, JSON.stringify(order));
    this.#accepting = setTimeout(
      () => void this.terminate('it did not come to its next run'),
      ACCEPT_MILLISECONDS,
    );
  }

  /** Asks a run to stop, again and again until {@link endStop}. */
  stop(run: RunId): void {
    this.#link.send(ToProcess.stop, JSON.stringify({ run }));
  }

  endStop(): void {
    this.#link.send(ToProcess.settled);
  }

  /** What V8 has compiled by now. Trustworthy only where nothing of anybody's has run. */
  compiledCode(): Promise<Buffer> {
    return new Promise((resolve) => {
      this.#onCode = resolve;
      this.#link.send(ToProcess.giveCode);
    });
  }

  /** Ends the thread at once, whatever it does. */
  async terminate(reason: string): Promise<void> {
    this.#lose(reason, false);
    await this.#link.close();
  }

  async #offer(path: string | null): Promise<DataOffer> {
    this.#data = null;
    if (path === null) return { files: null };
    try {
      this.#data = await DataFolder.open(path);
      return { files: JSON.stringify(this.#data.listing) };
    } catch (error) {
      return { files: null, failure: reasonOf(error) };
    }
  }

  #receive(kind: number, payload: Buffer): void {
    if (this.#lost) return;
    if (kind === FromProcess.message) this.#hear(payload.toString('utf8'));
    else if (kind === FromProcess.accepted) this.#accepted(payload.toString('utf8'));
    else if (kind === FromProcess.read) void this.#read(payload.toString('utf8'));
    else if (kind === FromProcess.lost) void this.terminate(payload.toString('utf8', 0, 1000));
    else if (kind === FromProcess.uncached) this.#options.onUncached?.();
    else if (kind === FromProcess.code) this.#onCode?.(payload);
  }

  #accepted(text: string): void {
    const { run } = JSON.parse(text) as { readonly run: RunId };
    if (run !== this.#given) return;
    clearTimeout(this.#accepting);
    this.#executing = run;
  }

  async #read(text: string): Promise<void> {
    const { path, at, count } = JSON.parse(text) as ReadOrder;
    try {
      if (this.#data === null) throw new Error('this run was given no data folder');
      this.#link.send(ToProcess.data, await this.#data.read(path, at, count));
    } catch (error) {
      this.#link.send(ToProcess.noData, reasonOf(error));
    }
  }

  #hear(text: string): void {
    const message = JSON.parse(text) as WorkerToHost | RetireMessage;
    if (message.type === 'ready') this.#settle?.resolve(message);
    else if (message.type === 'log') this.#options.onLog(message.level, message.text);
    else if (message.type === 'retire') void this.terminate(message.reason);
    else if (message.run === this.#executing) this.#tell(message);
  }

  #tell(event: RunEvent): void {
    if (event.type === 'ended') this.#executing = null;
    this.#options.onEvent(event);
  }

  #lose(reason: string, blameless: boolean): void {
    if (this.#lost) return;
    this.#lost = true;
    clearTimeout(this.#accepting);
    this.#settle?.reject(new Error(reason));
    this.#options.onLost(reason, blameless);
  }
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
