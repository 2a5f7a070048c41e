/** One thread of an engine's process with its realm, from its start to its end, as the host has it. */
import {
  FromProcess,
  ToProcess,
  type CommandOrder,
  type DataOffer,
  type RunOrder,
} from '../process/messages.ts';
import { Hearing } from './hearing.ts';
import type {
  LogMessage,
  ReadyMessage,
  DebugEvent,
  RunCommand,
  RunEvent,
  RunId,
  RunMessage,
} from '../protocol/protocol.ts';
import { OfferedData } from './offered-data.ts';
import type { ThreadHost, ThreadLink } from './thread-host.ts';

/**
 * What a thread that was given a run may take to come to it. One that says it has ended a run and goes on would keep the next
 * one waiting for ever.
 */
const ACCEPT_MILLISECONDS = 3000;

export interface ThreadOptions {
  /** The folder `dist`. */
  readonly distribution: string;
  /** Where fetched data sets are kept, which every run may read; none when absent. */
  readonly dataSets?: string | undefined;
  /** In which it lives. */
  readonly process: ThreadHost;
  /** How many helper threads it may have; none unless given. */
  readonly helpers?: number;
  onEvent(event: RunEvent): void;
  /** A debugged run tells where it stands, or answers. */
  onDebug?(event: DebugEvent): void;
  onLog(level: LogMessage['level'], text: string): void;
  /**
   * The thread is of no use any more, or gone. Called once.
   * @param blameless whether the cause may have been another thread of its process, or somebody outside
   */
  onLost(reason: string, blameless: boolean): void;
  /** V8 had to compile the realm's script. */
  onUncached?(): void;
}

/** Why a thread never became ready. */
export class ThreadLost extends Error {
  constructor(
    reason: string,
    /** Whether the cause may have been another thread of its process, or somebody outside. */
    readonly blameless: boolean,
  ) {
    super(reason);
  }
}

export class Thread {
  readonly #options: ThreadOptions;
  readonly #link: ThreadLink;
  /** Resolves when runs can be sent; rejects with {@link ThreadLost} when the thread is lost before. */
  readonly ready: Promise<ReadyMessage>;
  #settle: { resolve(message: ReadyMessage): void; reject(reason: Error): void } | null = null;
  /** The run that it was given and has not come to. */
  #given: RunId | null = null;
  /** Whether that run is debugged. */
  #isDebugged = false;
  readonly #hearing: Hearing;
  #accepting: ReturnType<typeof setTimeout> | undefined;
  #data: OfferedData | null = null;
  #onCode: ((bytes: Uint8Array) => void) | null = null;
  #lost = false;

  constructor(options: ThreadOptions) {
    this.#options = options;
    this.ready = new Promise((resolve, reject) => {
      this.#settle = { resolve, reject };
    });
    this.ready.catch(() => undefined);
    this.#hearing = new Hearing(options.distribution, {
      onReady: (message) => this.#settle?.resolve(message),
      onEvent: (event) => options.onEvent(event),
      onDebug: (event) => options.onDebug?.(event),
      onLog: (level, text) => options.onLog(level, text),
      onRetired: (reason) => void this.terminate(reason),
    });
    const listener = {
      receive: (kind: number, payload: string | Uint8Array): void => this.#receive(kind, payload),
      lost: (reason: string, blameless: boolean): void => this.#lose(reason, blameless),
    };
    this.#link = options.process.open(listener, { helpers: options.helpers ?? 0 });
  }

  /** Of its process; undefined where none could be started. */
  get pid(): number | undefined {
    return this.#options.process.pid;
  }

  /** @param dataFolder whose files the run may read */
  async send(message: RunMessage, dataFolder: string | null): Promise<void> {
    const data = await this.#offer(dataFolder);
    if (this.#lost) return;
    this.#given = message.run;
    this.#isDebugged = message.debug !== undefined;
    const order: RunOrder = { run: message.run, message: JSON.stringify(message), data };
    if (this.#data !== null) this.#link.lend?.(this.#data);
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

  /** Tells a run something while it goes on. */
  command(run: RunId, command: RunCommand): void {
    const order: CommandOrder = { run, command: JSON.stringify(command) };
    this.#link.send(ToProcess.command, JSON.stringify(order));
  }

  endStop(): void {
    this.#link.send(ToProcess.settled);
  }

  /** What V8 has compiled by now. Trustworthy only where nothing of anybody's has run. */
  compiledCode(): Promise<Uint8Array> {
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

  async #offer(folder: string | null): Promise<DataOffer> {
    this.#data = null;
    this.#data = await OfferedData.open(folder, this.#options.dataSets ?? null);
    const { listing } = this.#data;
    return { files: listing === null ? null : JSON.stringify(listing) };
  }

  #receive(kind: number, payload: string | Uint8Array): void {
    if (this.#lost) return;
    if (kind === FromProcess.message) this.#hearing.hear(textOf(payload));
    else if (kind === FromProcess.accepted) this.#accepted(textOf(payload));
    else if (kind === FromProcess.read) void this.#read(textOf(payload));
    else if (kind === FromProcess.lost) void this.terminate(textOf(payload).slice(0, 1000));
    else if (kind === FromProcess.uncached) this.#options.onUncached?.();
    else if (kind === FromProcess.code && typeof payload !== 'string') this.#onCode?.(payload);
  }

  #accepted(text: string): void {
    const { run } = fieldsOf(text);
    if (run !== this.#given || typeof run !== 'number') return;
    this.#given = null;
    clearTimeout(this.#accepting);
    this.#hearing.begin(run, this.#isDebugged);
  }

  async #read(text: string): Promise<void> {
    const { path, at, count } = fieldsOf(text);
    try {
      if (this.#data === null) throw new Error('this run was given no data files');
      if (typeof path !== 'string' || !isSize(at) || !isSize(count)) throw new Error('there is no such file');
      this.#link.send(ToProcess.data, await this.#data.read(path, at, count));
    } catch (error) {
      this.#link.send(ToProcess.noData, reasonOf(error));
    }
  }

  #lose(reason: string, blameless: boolean): void {
    if (this.#lost) return;
    this.#lost = true;
    clearTimeout(this.#accepting);
    this.#hearing.end();
    this.#settle?.reject(new ThreadLost(reason, blameless));
    this.#options.onLost(reason, blameless);
  }
}

const decoder = new TextDecoder();

function textOf(payload: string | Uint8Array): string {
  return typeof payload === 'string' ? payload : decoder.decode(payload);
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** What a frame of the process's says in JSON, if it does. */
function fieldsOf(text: string): Readonly<Record<string, unknown>> {
  try {
    return Object(JSON.parse(text)) as Record<string, unknown>;
  } catch {
    return {};
  }
}

function isSize(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) >= 0;
}
