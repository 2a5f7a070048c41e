/** What passes between the host and an engine's process, and there between the main thread and a worker. */
import type { LogMessage, RunId } from '../protocol/protocol.ts';
import type { RealmTask, RetireMessage } from '../realm/main.ts';

/** The process's end of the pipe, as a file descriptor. */
export const PIPE = 3;

/** Frames of the host. */
export const ToProcess = {
  /** Starts a thread: {@link OpenOrder} as JSON. */
  open: 1,
  /** {@link RunOrder} as JSON. */
  run: 2,
  /** `{ run }`: it is to stop; said again and again by the process until `settled`. */
  stop: 3,
  /** The run under way is over for the host. */
  settled: 4,
  /** Ends a thread; answered with `closed`. */
  close: 5,
  /** Bytes of a data file: the answer to `read`. */
  data: 6,
  /** Why they cannot be had: the other answer. */
  noData: 7,
  /** Asks for what V8 has compiled of the realm's script; answered with `code`. */
  giveCode: 8,
  /** {@link CommandOrder} as JSON: to the run under way. */
  command: 9,
} as const;

/** Frames of an engine's process. */
export const FromProcess = {
  /** The process has started. */
  hello: 1,
  /** A message of the realm: `WorkerToHost` or a `RetireMessage`, as JSON. */
  message: 2,
  /** `{ run }`: the thread has come to it. What the thread said before was not about it. */
  accepted: 3,
  /** Why a thread is of no use any more. */
  lost: 4,
  /** A thread has ended. */
  closed: 5,
  /** {@link ReadOrder} as JSON: the run waits for bytes of a data file. */
  read: 6,
  code: 7,
  /** V8 had to compile the realm's script, for want of a cache that fits. */
  uncached: 8,
} as const;

export interface OpenOrder {
  /** How many helper threads it may have. */
  readonly helpers: number;
}

/** A run, and the data files that it may read. */
export interface RunOrder {
  readonly run: RunId;
  /** The `RunMessage` as JSON. */
  readonly message: string;
  readonly data: DataOffer;
}

/** What a run is told while it goes on. */
export interface CommandOrder {
  readonly run: RunId;
  /** A `RunCommand` as JSON. */
  readonly command: string;
}

/** `files`: `DataFiles` as JSON; null: none. */
export interface DataOffer {
  readonly files: string | null;
}

export interface ReadOrder {
  readonly path: string;
  readonly at: number;
  readonly count: number;
}

// ---------------------------------------------------------------- main thread -> worker

export interface ThreadData {
  /** The folder `engine` of the distribution. */
  readonly folder: string;
  readonly task: RealmTask;
  /** How many helper threads it may have. */
  readonly helpers: number;
  /** The folder of tfjs-node; absent: there is none. */
  readonly native?: string;
}

/** Starts the thread's realm. */
export interface OpenMessage {
  readonly type: 'open';
  /** Compiled once in the process; null: each thread compiles it. */
  readonly interpreter: WebAssembly.Module | null;
}

export type ToThread = OpenMessage | ({ readonly type: 'run' } & RunOrder) | { readonly type: 'giveCode' };

// ---------------------------------------------------------------- worker -> main thread

/** The memory in which the host says that a run is to stop, and tells it commands (`realm/stop-flag.ts`). */
interface StopFlagMessage {
  readonly type: 'stopFlag';
  readonly buffer: SharedArrayBuffer;
}

interface SnapshotMessage {
  readonly type: 'snapshot';
  readonly bytes: Uint8Array;
}

interface AcceptedMessage {
  readonly type: 'accepted';
  readonly run: RunId;
}

/** The worker sleeps until the answer is in `buffer` (`data-reader.ts`). */
interface ReadMessage extends ReadOrder {
  readonly type: 'read';
  readonly buffer: SharedArrayBuffer;
}

interface UncachedMessage {
  readonly type: 'uncached';
}

interface CodeMessage {
  readonly type: 'code';
  readonly bytes: Uint8Array;
}

/** A string is a protocol message, or a {@link RetireMessage}, of the realm's as JSON; all else is said outside of it. */
export type FromThread =
  | StopFlagMessage
  | SnapshotMessage
  | AcceptedMessage
  | ReadMessage
  | CodeMessage
  | UncachedMessage
  | RetireMessage
  | LogMessage
  | string;
