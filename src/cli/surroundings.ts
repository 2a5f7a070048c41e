import type { BackendChoice, RunEvent } from '../training/protocol.ts';
import type { Run, RunRequest } from '../training/session.ts';

/** A stream of the process: standard output or standard error. */
export interface TextStream {
  readonly isTerminal: boolean;
  /** Width of the terminal in characters; 80 where there is none. */
  readonly columns: number;
  /** Whether colours are wanted there. */
  readonly hasColors: boolean;
  write(text: string): void;
}

/** What the command line needs of the engine; `Session` is one. */
export interface Engine {
  start(request: RunRequest, onEvent: (event: RunEvent) => void): Run;
  dispose(): Promise<void>;
}

export type EngineLog = (level: 'info' | 'warn' | 'error', text: string) => void;

/** The world around the command line, so that tests can stand in for it. */
export interface Surroundings {
  readonly stdout: TextStream;
  readonly stderr: TextStream;
  readonly version: string;
  readonly readFile: (path: string) => Promise<Uint8Array>;
  openEngine(backend: BackendChoice, log: EngineLog): Engine;
  /** Calls the listener at each Ctrl+C until the returned function is called. */
  onInterrupt(listener: () => void): () => void;
  /** Ends the process at once. */
  exit(status: number): void;
}
