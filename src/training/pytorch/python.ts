/** A Python that executes runs, from its start to its end, as the host has it. */
import type {
  DebugEvent,
  LogMessage,
  ReadyMessage,
  RunCommand,
  RunEvent,
  RunId,
  RunMessage,
} from '../protocol/protocol.ts';
import type { Executor } from '../threads/active-run.ts';
import { Hearing } from '../threads/hearing.ts';
import type { PythonLink, PythonSource } from './link.ts';

export interface PythonOptions {
  /** The folder `dist`. */
  readonly distribution: string;
  readonly source: PythonSource;
  onEvent(event: RunEvent): void;
  onDebug(event: DebugEvent): void;
  onLog(level: LogMessage['level'], text: string): void;
  /** It takes no more runs, or is gone. Called once. */
  onLost(reason: string): void;
}

/** What a Python is given to execute. */
export interface PythonRun extends RunMessage {
  /** The folder that the run starts in; null: one of its own. */
  readonly folder: string | null;
  /** The folder that it finds as `data` and `../data`; null: what is there. */
  readonly dataFolder: string | null;
  /** Where fetched data sets are; null: nowhere. */
  readonly dataSets: string | null;
}

/** A Python that imports PyTorch takes seconds; on a cold disk, or behind a network, many. */
const START_MILLISECONDS = 180_000;

export class Python implements Executor {
  readonly #options: PythonOptions;
  readonly #link: PythonLink;
  readonly #hearing: Hearing;
  /** Resolves when runs can be sent; rejects with an Error that says in a line why there can be none. */
  readonly ready: Promise<ReadyMessage>;
  #settle: { resolve(message: ReadyMessage): void; reject(reason: Error): void } | null = null;
  readonly #starting: NodeJS.Timeout;
  #isLost = false;

  constructor(options: PythonOptions) {
    this.#options = options;
    this.ready = new Promise((resolve, reject) => {
      this.#settle = { resolve, reject };
    });
    this.ready.catch(() => undefined);
    this.#hearing = new Hearing(options.distribution, {
      onReady: (message) => this.#becomeReady(message),
      onEvent: (event) => options.onEvent(event),
      onDebug: (event) => options.onDebug(event),
      onLog: (level, text) => options.onLog(level, text),
      onRetired: (reason) => void this.close(reason),
    });
    this.#starting = setTimeout(
      () => void this.close('this Python did not start within three minutes'),
      START_MILLISECONDS,
    );
    this.#link = options.source({
      line: (text) => {
        if (!this.#isLost) this.#hearing.hear(text);
      },
      log: (level, text) => options.onLog(level, text),
      lost: (reason) => this.#lose(reason),
    });
  }

  get pid(): number | undefined {
    return this.#link.pid;
  }

  /** Once it is ready. */
  send(run: PythonRun): void {
    this.#hearing.begin(run.run, run.debug !== undefined);
    const places = this.#link.isElsewhere === true ? { folder: null, dataFolder: null, dataSets: null } : {};
    this.#link.send(JSON.stringify({ ...run, ...places }));
  }

  /** A program that catches KeyboardInterrupt goes on: whoever wants its end closes. */
  stop(): void {
    this.#link.interrupt();
  }

  command(run: RunId, command: RunCommand): void {
    this.#link.send(JSON.stringify({ type: 'command', run, command }));
  }

  endStop(): void {
    // It is told to stop once.
  }

  /** Lets the run under way go on without us; false: it cannot. */
  leave(): boolean {
    if (this.#link.leave === undefined) return false;
    this.#lose('it was left');
    this.#link.leave();
    return true;
  }

  /** Ends it at once, whatever it does. */
  async close(reason: string): Promise<void> {
    this.#lose(reason);
    await this.#link.close();
  }

  #becomeReady(message: ReadyMessage): void {
    clearTimeout(this.#starting);
    const { pytorch } = message;
    if (pytorch === undefined) return void this.close('this Python did not say which PyTorch it has');
    const place = this.#link.isElsewhere === true ? 'server' : 'process';
    this.#settle?.resolve({ ...message, pytorch: { ...pytorch, place } });
  }

  #lose(reason: string): void {
    if (this.#isLost) return;
    this.#isLost = true;
    clearTimeout(this.#starting);
    this.#hearing.end();
    this.#settle?.reject(new Error(reason));
    this.#options.onLost(reason);
  }
}
