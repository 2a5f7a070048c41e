/** What passes between the host and a run that is debugged. Words are those of the Debug Adapter Protocol where it has one. */
import type { RunId } from './run.ts';

// ---------------------------------------------------------------- host -> worker

export interface Breakpoint {
  readonly id: number;
  /** As its cell calls it. */
  readonly document: string;
  /** 1-based. */
  readonly line: number;
  /** An expression; the run stands where it is true. */
  readonly condition?: string;
  /** `5`: the fifth time; `>= 5`, `% 5`. */
  readonly hitCondition?: string;
  /** Said in place of standing; what is in `{}` is an expression. */
  readonly logMessage?: string;
}

/** `raised`: each exception that comes to a line of the learner's; `uncaught`: the one that ends the run. */
export type ExceptionFilter = 'raised' | 'uncaught';

/** What a debugged run starts with. */
export interface DebugSetup {
  readonly breakpoints: readonly Breakpoint[];
  readonly exceptions: readonly ExceptionFilter[];
  /** Whether it stands before its first line. */
  readonly stopOnEntry: boolean;
}

/** What a run that stands is asked; each is answered under its number by a {@link DebugAnswerMessage}. */
export type DebugQuestion =
  | { readonly command: 'scopes'; readonly frame: number }
  | {
      readonly command: 'variables';
      readonly reference: number;
      /** Of the elements, the first that is wanted, and how many; all members where they are absent. */
      readonly start?: number;
      readonly count?: number;
    }
  | {
      readonly command: 'evaluate';
      readonly expression: string;
      /** Null: of the module. */
      readonly frame: number | null;
      /** Statements are executed too, and a value is told in Python's own words. */
      readonly isTyped: boolean;
    }
  | {
      readonly command: 'setVariable';
      readonly reference: number;
      readonly name: string;
      /** An expression. */
      readonly value: string;
    }
  | {
      readonly command: 'setExpression';
      readonly expression: string;
      /** Null: of the module. */
      readonly frame: number | null;
      /** An expression. */
      readonly value: string;
    }
  | {
      readonly command: 'completions';
      readonly frame: number | null;
      /** What stands before the cursor in its line. */
      readonly text: string;
    };

/** What a debugged run is told, whether it stands or not. */
export type DebugOrder =
  | { readonly command: 'setBreakpoints'; readonly breakpoints: readonly Breakpoint[] }
  | { readonly command: 'setExceptions'; readonly exceptions: readonly ExceptionFilter[] }
  /** Stand; while an expression is evaluated: give that up. */
  | { readonly command: 'pause' }
  | { readonly command: 'continue' | 'next' | 'stepIn' | 'stepOut' };

export type DebugCommand = DebugOrder | (DebugQuestion & { readonly id: number });

// ---------------------------------------------------------------- worker -> host

export interface DebugFrame {
  /** @maxLength 200 */
  readonly name: string;
  /**
   * A document of the learner's as its cell calls it, else a file of the library.
   * @maxLength 4000
   */
  readonly source: string;
  /**
   * @asType integer
   * @minimum 0
   */
  readonly line: number;
  readonly isLearners: boolean;
}

export interface DebugException {
  /** @maxLength 200 */
  readonly type: string;
  /** @maxLength 50000 */
  readonly message: string;
  /** @maxLength 200000 */
  readonly traceback: string;
}

/** The run stands, and waits for commands. */
export interface DebugStoppedMessage {
  readonly type: 'debugStopped';
  readonly run: RunId;
  readonly reason: 'breakpoint' | 'step' | 'pause' | 'exception' | 'entry';
  /**
   * Those that were hit.
   * @maxItems 100
   */
  readonly breakpoints: readonly number[];
  /**
   * The innermost first.
   * @maxItems 200
   */
  readonly frames: readonly DebugFrame[];
  readonly exception?: DebugException;
}

/** It goes on; what its frames and references were is over. */
export interface DebugContinuedMessage {
  readonly type: 'debugContinued';
  readonly run: RunId;
}

/** Where breakpoints are in the code; told at the start and after each change. */
export interface DebugBreakpointsMessage {
  readonly type: 'debugBreakpoints';
  readonly run: RunId;
  /** @maxItems 1000 */
  readonly breakpoints: readonly PlacedBreakpoint[];
}

export interface PlacedBreakpoint {
  readonly id: number;
  /** The first line with code from its own on; null: there is none, or it cannot be set. */
  readonly line: number | null;
  /**
   * Why it cannot be set; empty: for want of code.
   * @maxLength 400
   */
  readonly fault: string;
}

/** What a log point says, or what is wrong with a condition. */
export interface DebugOutputMessage {
  readonly type: 'debugOutput';
  readonly run: RunId;
  readonly isFault: boolean;
  /** @maxLength 10000 */
  readonly text: string;
  /** @maxLength 4000 */
  readonly document: string;
  /** @asType integer */
  readonly line: number;
}

export interface DebugVariable {
  /** @maxLength 400 */
  readonly name: string;
  /** @maxLength 100000 */
  readonly value: string;
  /** @maxLength 200 */
  readonly type: string;
  /**
   * By which its members are asked for; 0: it has none.
   * @asType integer
   * @minimum 0
   */
  readonly reference: number;
  /**
   * How many elements it has that are asked for by their places.
   * @asType integer
   * @minimum 0
   */
  readonly elements: number;
  /**
   * The expression that gives it; empty: there is none.
   * @maxLength 2000
   */
  readonly expression: string;
}

export interface DebugScope {
  /** @maxLength 40 */
  readonly name: 'locals' | 'globals';
  /**
   * @asType integer
   * @minimum 1
   */
  readonly reference: number;
}

export type DebugAnswer =
  | {
      readonly kind: 'failure';
      /** @maxLength 10000 */
      readonly message: string;
    }
  | {
      readonly kind: 'scopes';
      /** @maxItems 2 */
      readonly scopes: readonly DebugScope[];
    }
  | {
      readonly kind: 'variables';
      /** @maxItems 1000 */
      readonly variables: readonly DebugVariable[];
    }
  | { readonly kind: 'value'; readonly value: DebugVariable }
  | {
      readonly kind: 'completions';
      /** @maxItems 500 */
      readonly names: readonly string[];
    };

export interface DebugAnswerMessage {
  readonly type: 'debugAnswer';
  readonly run: RunId;
  readonly id: number;
  readonly answer: DebugAnswer;
}

/** What a debugged run tells besides a run's own events. */
export type DebugEvent =
  | DebugStoppedMessage
  | DebugContinuedMessage
  | DebugBreakpointsMessage
  | DebugOutputMessage
  | DebugAnswerMessage;

const TYPES: ReadonlySet<string> = new Set<DebugEvent['type']>([
  'debugStopped',
  'debugContinued',
  'debugBreakpoints',
  'debugOutput',
  'debugAnswer',
]);

export function isDebugEvent<M extends { readonly type: string }>(
  message: M,
): message is Extract<M, DebugEvent> {
  return TYPES.has(message.type);
}
