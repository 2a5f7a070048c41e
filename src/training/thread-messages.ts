/** What passes between a session and its worker threads besides the protocol, whose messages travel as JSON text. */
import type { LogMessage } from './protocol.ts';
import type { RealmTask, RetireMessage } from './realm/main.ts';

export interface ThreadData {
  /** The folder `engine` of the distribution. */
  readonly folder: string;
  readonly task: RealmTask;
}

/** Starts the thread's realm. */
export interface OpenMessage {
  readonly type: 'open';
  /** Compiled once in the process; null: each thread compiles it. */
  readonly interpreter: WebAssembly.Module | null;
}

/** Which folder's files the runs that follow may read; null: none. Its path stays outside the realm. */
export interface DataFolderMessage {
  readonly type: 'dataFolder';
  readonly path: string | null;
}

/** A string is a protocol message as JSON. */
export type ToThread = OpenMessage | DataFolderMessage | string;

/** The memory in which the host says that a run is to stop (`realm/stop-flag.ts`). */
export interface StopFlagMessage {
  readonly type: 'stopFlag';
  readonly buffer: SharedArrayBuffer;
}

export interface SnapshotMessage {
  readonly type: 'snapshot';
  readonly bytes: Uint8Array;
}

/** A string is a protocol message, or a {@link RetireMessage}, as JSON. */
export type FromThread = StopFlagMessage | SnapshotMessage | RetireMessage | LogMessage | string;
