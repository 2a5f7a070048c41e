/**
 * The process of an engine, from the host: started, spoken with, and killed. Its threads share what is loaded once. Whatever
 * it says is a stranger's: this module trusts only the lengths of frames, and those within a bound.
 */
import type { ChildProcess } from 'node:child_process';
import type { Socket } from 'node:net';
import type { LogMessage } from '../protocol/protocol.ts';
import { Flow } from './flow.ts';
import { encodeFrame, FrameReader, type Frame } from './frames.ts';
import { ALL_RIGHTS, installationOf, launch, type Installation, type Launched } from './launch.ts';
import { FromProcess, ToProcess, type OpenOrder } from './messages.ts';
import type { ThreadHost, ThreadLink, ThreadListener } from '../threads/thread-host.ts';

/** The largest figure that a run may draw has a fraction of it. */
const LONGEST_FRAME = 2 ** 26;
/** A thread that does not end is ended together with its process. */
const CLOSE_MILLISECONDS = 500;
/** Node's exit status for a flag that it does not have. */
const BAD_OPTION = 9;

export interface ProcessOptions {
  /** The folder `dist`. */
  readonly distribution: string;
  readonly log: (level: LogMessage['level'], text: string) => void;
}

export class EngineProcess implements ThreadHost {
  readonly #options: ProcessOptions;
  readonly #installation: Installation;
  /** Null: no process could be started. */
  #child: ChildProcess | null = null;
  #pipe: Socket | null = null;
  #flow: Flow<Frame> | null = null;
  readonly #listeners = new Map<number, ThreadListener>();
  readonly #closing = new Map<number, () => void>();
  #threads = 0;
  /** What was said before the process answered: said again when it has to be started anew. */
  #unanswered: Buffer[] | null = [];
  #isOver = false;
  /** Why we killed it. */
  #reason: string | null = null;
  /** Resolves when the process is gone. */
  readonly gone: Promise<void>;
  #resolveGone: () => void = () => undefined;

  constructor(options: ProcessOptions) {
    this.#options = options;
    this.gone = new Promise((resolve) => {
      this.#resolveGone = resolve;
    });
    this.#installation = installationOf(options.distribution);
    this.#start();
  }

  /** Undefined where no process could be started. */
  get pid(): number | undefined {
    return this.#child?.pid;
  }

  /** Whether no thread can be had of it any more. */
  get isOver(): boolean {
    return this.#isOver;
  }

  open(listener: ThreadListener, order: OpenOrder): ThreadLink {
    const id = ++this.#threads;
    this.#listeners.set(id, listener);
    this.#send(id, ToProcess.open, JSON.stringify(order));
    return {
      send: (kind, payload) => this.#send(id, kind, payload),
      close: () => this.#close(id),
    };
  }

  /** Ends it at once, whatever its threads do. */
  kill(reason: string): void {
    this.#reason ??= reason;
    this.#isOver = true;
    this.#child?.kill('SIGKILL');
  }

  #start(): void {
    try {
      this.#connect(launch(this.#options.distribution, this.#installation));
    } catch (error) {
      setImmediate(() => this.#end(`the engine's process cannot be started: ${String(error)}`, false));
    }
  }

  #connect({ child, pipe }: Launched): void {
    const reader = new FrameReader(LONGEST_FRAME);
    this.#flow = new Flow(pipe, reader, {
      accept: (frame) => this.#accept(frame),
      broken: (reason) => this.kill(reason),
    });
    // What a dead process leaves unread is of no interest; its end is told by `exit`.
    pipe.on('error', () => undefined);
    child.on('error', (error) =>
      this.#end(`the engine's process cannot be started: ${error.message}`, false),
    );
    child.on('exit', (code, signal) => this.#exited(code, signal));
    this.#child = child;
    this.#pipe = pipe;
  }

  #send(id: number, kind: number, payload?: string | Uint8Array): void {
    if (this.#isOver) return;
    const frame = encodeFrame(id, kind, payload);
    this.#unanswered?.push(frame);
    this.#pipe?.write(frame);
  }

  #accept({ thread, kind, payload }: Frame): void {
    if (this.#unanswered !== null) this.#answered();
    if (kind === FromProcess.hello) return;
    if (kind === FromProcess.closed) this.#closing.get(thread)?.();
    else this.#listeners.get(thread)?.receive(kind, payload);
  }

  #answered(): void {
    this.#unanswered = null;
    const { told, rights } = this.#installation;
    if (told || rights.open.length === 0) return;
    this.#installation.told = true;
    this.#options.log('info', `this Node cannot deny an engine ${rights.open.join(', ')}`);
  }

  #close(id: number): Promise<void> {
    this.#listeners.delete(id);
    if (this.#listeners.size === 0 && !this.#isOver) this.kill('nothing runs in it');
    if (this.#isOver) return this.gone;
    return new Promise((resolve) => {
      const timer = setTimeout(() => this.kill('a thread did not end'), CLOSE_MILLISECONDS);
      const end = (): void => {
        clearTimeout(timer);
        this.#closing.delete(id);
        resolve();
      };
      this.#closing.set(id, end);
      this.#send(id, ToProcess.close);
    });
  }

  #exited(code: number | null, signal: NodeJS.Signals | null): void {
    if (code === BAD_OPTION && this.#unanswered !== null && !this.#isOver && this.#hasFlags) {
      return this.#startWithout();
    }
    const isOutside = this.#reason === null && (signal === 'SIGKILL' || signal === 'SIGTERM');
    const how = signal === null ? `with status ${String(code)}` : `by ${signal}`;
    this.#end(this.#reason ?? `the engine's process ended ${how}`, isOutside);
  }

  get #hasFlags(): boolean {
    return this.#installation.rights !== ALL_RIGHTS;
  }

  /** This Node has less than it said. */
  #startWithout(): void {
    const frames = this.#unanswered ?? [];
    this.#options.log('warn', 'this Node does not start with the flags that deny an engine its rights');
    this.#installation.rights = ALL_RIGHTS;
    this.#flow?.end();
    this.#start();
    for (const frame of frames) this.#pipe?.write(frame);
  }

  #end(reason: string, isOutside: boolean): void {
    this.#isOver = true;
    this.#flow?.end();
    const listeners = [...this.#listeners.values()];
    this.#listeners.clear();
    for (const end of this.#closing.values()) end();
    this.#resolveGone();
    const blameless = isOutside || this.#reason !== null || listeners.length > 1;
    for (const listener of listeners) listener.lost(reason, blameless);
  }
}

/** Gives a process for a new thread. */
export type ProcessSource = () => EngineProcess;

/** One process for all threads, as long as it lives. */
export function sharedProcess(options: ProcessOptions): ProcessSource {
  let shared: EngineProcess | null = null;
  return () => {
    if (shared === null || shared.isOver) shared = new EngineProcess(options);
    return shared;
  };
}
