/** What starts an engine's threads and carries words to and from them: a process of Node's (`process/`), or a browser (`browser/`). */
import type { OpenOrder } from '../process/messages.ts';

/** Who hears what a thread says. */
export interface ThreadListener {
  /** @param kind one of `FromProcess` */
  receive(kind: number, payload: string | Uint8Array): void;
  /**
   * The thread is gone.
   * @param blameless another thread, or somebody outside, may have been the cause
   */
  lost(reason: string, blameless: boolean): void;
}

/** Files that a run may read, by path, where they can be handed over as they are. */
export interface OfferedFiles {
  readonly blobs?: ReadonlyMap<string, Blob>;
}

/** A thread, as its owner has it. */
export interface ThreadLink {
  /** @param kind one of `ToProcess` */
  send(kind: number, payload?: string | Uint8Array): void;
  /** Hands it the files themselves that the next run may read, where it can have them; it asks for their bytes otherwise. */
  lend?(data: OfferedFiles): void;
  /** Ends it; resolves when it has ended. */
  close(): Promise<void>;
}

/** Has threads. */
export interface ThreadHost {
  /** Its number in the system; undefined where it has none. */
  readonly pid: number | undefined;
  /** Starts a thread. */
  open(listener: ThreadListener, order: OpenOrder): ThreadLink;
}
