/**
 * A Python with our package in it, as a transport has it: lines go in, lines come out (decision 41). `local-python.ts` is one
 * transport, over the pipes of a process; a Jupyter server's kernel is another.
 */
import type { LogMessage } from '../protocol/protocol.ts';

/** Who hears what a Python says. */
export interface LinkListener {
  /** A line of the package's: a message as JSON. */
  line(text: string): void;
  log(level: LogMessage['level'], text: string): void;
  /** It is gone, for a reason that says in a line what to do. Called once, and nothing after it. */
  lost(reason: string): void;
}

export interface PythonLink {
  /** Number of the process on this machine, if it has one here. */
  readonly pid?: number | undefined;
  /** It is on another machine, as far as anybody knows: paths of this one mean nothing there. */
  readonly isElsewhere?: boolean;
  /** @param line a message as JSON, without a line feed */
  send(line: string): void;
  /** Raises KeyboardInterrupt in what runs there. */
  interrupt(): void;
  /** Lets go of it, where it can go on by itself and be found again; missing: it cannot. */
  leave?(): void;
  /** Ends it at once, whatever it does; resolves when it is gone. */
  close(): Promise<void>;
}

/** Starts a fresh Python. Never throws: one that cannot be started is lost. */
export type PythonSource = (listener: LinkListener) => PythonLink;
