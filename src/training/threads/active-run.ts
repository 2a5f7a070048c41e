/** A run of a session's: what is asked of it, and how far it is. */
import type {
  DebugEvent,
  EndedMessage,
  RunCommand,
  RunEvent,
  RunId,
  RunMessage,
} from '../protocol/protocol.ts';
import { RunClock } from './run-clock.ts';

/** Characters of a command: several find room at once in the memory through which they go. */
const LONGEST_COMMAND = 2 ** 13;
const TOO_LONG = 'this is too long for the debugger';

/** What a run is to do; the session numbers it. */
export interface RunRequest extends Omit<RunMessage, 'type' | 'run'> {
  /** Absolute path of the folder whose files the run may read, at `../data` and `data`; none when absent. */
  readonly dataFolder?: string;
  /** Absolute path of the folder that a Python of this machine runs it in, the document's; one of its own when absent. The built-in engine has no use for it. */
  readonly folder?: string;
  /** By what it is found again, where it can go on when its session is closed: on a server. Absent: it ends with it. */
  readonly keep?: string;
}

export type StopReason = 'stopped' | 'timeout';

/** A run under way, or over. */
export interface Run {
  readonly id: RunId;
  /** Never rejects. When the engine dies the status is `error` and the error's type `EngineError`. */
  readonly ended: Promise<EndedMessage>;
  /** Harmless after the end. */
  stop(): void;
  /** Gives it so many seconds more than its limit; nothing where it has none, is told to stop or is over. */
  extend(seconds: number): void;
  /**
   * Tells it something while it goes on; nothing where it has not begun, or is over.
   * @throws RangeError when it is too long to be told
   */
  command(command: RunCommand): void;
}

/** Who hears what a run tells. */
export interface RunListener {
  onEvent(event: RunEvent): void;
  onDebug(event: DebugEvent): void;
}

/** Who executes a run. */
export interface Executor {
  command(run: RunId, command: RunCommand): void;
  /** The run is over: it need not be stopped any more. */
  endStop(): void;
}

/** A run from its request to its end. */
export class ActiveRun<Thread extends Executor> implements Run {
  readonly ended: Promise<EndedMessage>;
  #resolve: (message: EndedMessage) => void = () => undefined;
  /** Why it was told to stop, if it was. */
  stopping: StopReason | null = null;
  thread: Thread | null = null;
  /** Whether its thread has begun to execute it. */
  started = false;
  /** Whether it was already given to another thread than its first. */
  movedOn = false;
  /** Whether its thread is to share its process with no other. */
  apart = false;
  grace: NodeJS.Timeout | undefined;
  readonly clock: RunClock;
  finished = false;
  #isCommanded = false;
  readonly begun = Date.now();

  constructor(
    readonly id: RunId,
    readonly request: RunRequest,
    private readonly listener: RunListener,
    private readonly onStop: (run: ActiveRun<Thread>, why: StopReason) => void,
  ) {
    this.clock = new RunClock(request.limits.seconds, () => this.onStop(this, 'timeout'));
    this.ended = new Promise((resolve) => {
      this.#resolve = resolve;
    });
  }

  stop(): void {
    this.onStop(this, 'stopped');
  }

  extend(seconds: number): void {
    this.clock.extend(seconds);
  }

  command(command: RunCommand): void {
    if (command.type === 'debug' && JSON.stringify(command).length > LONGEST_COMMAND)
      throw new RangeError(TOO_LONG);
    if (this.finished || !this.started) return;
    this.#isCommanded = true;
    this.thread?.command(this.id, command);
  }

  /** Only whoever was told to may pause: else a program would run for ever by saying so. */
  follow(event: RunEvent): void {
    if (event.type === 'paused' && this.#isCommanded) this.clock.pause();
    else if (event.type === 'resumed') this.clock.resume();
    this.listener.onEvent(event);
  }

  /** While it stands its time does not pass. */
  debugged(event: DebugEvent): void {
    if (event.type === 'debugStopped') this.clock.pause();
    else if (event.type === 'debugContinued') this.clock.resume();
    this.listener.onDebug(event);
  }

  finish(message: EndedMessage): void {
    if (this.finished) return;
    this.finished = true;
    clearTimeout(this.grace);
    this.clock.stop();
    this.thread?.endStop();
    this.listener.onEvent(message);
    this.#resolve(message);
  }
}
