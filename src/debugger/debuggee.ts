/** What the debug adapter needs of whoever has an engine: a program that can be started, and what it tells. */
import type { DebugCommand, DebugEvent, DebugSetup, RunEvent } from '../training/protocol/protocol.ts';

/** What a launch configuration says. */
export interface LaunchConfiguration {
  /** Path of a file, else a URI: whose exercise is debugged. */
  readonly program?: string;
  /** The exercise's number as its heading has it; else the one at `line`. */
  readonly exercise?: string;
  /** 1-based line of the document in which the exercise is. */
  readonly line?: number;
  readonly stopOnEntry?: boolean;
}

export interface ProgramListener {
  onEvent(event: RunEvent): void;
  onDebug(event: DebugEvent): void;
}

/** A program under way. */
export interface Program {
  /** @throws RangeError when it is too long to be told */
  command(command: DebugCommand): void;
  stop(): void;
  /** Resolves when it is over, whatever ended it. */
  readonly ended: Promise<void>;
}

export interface Debuggee {
  /** What people call a document. */
  titleOf(document: string): string;
  /** @throws Error saying to the user why it cannot be started */
  start(configuration: LaunchConfiguration, setup: DebugSetup, listener: ProgramListener): Promise<Program>;
}
