/** How every call of Python into the engine runs: its scope, its errors, Stop. */
import { counters } from '../backend/counters.ts';
import { TorchError } from '../backend/error.ts';
import { closeScope, openScope } from '../tensor/scope.ts';
import type { HandleObserver, Handles } from './bridge-handles.ts';

/** What Python raises after an entry returned its error value. */
interface Failure {
  readonly type: string;
  readonly message: string;
}

/** Watches every call, with the tensors that it takes and gives. */
export interface CallObserver extends HandleObserver {
  /** Whether the run may end here. */
  readonly isOver: boolean;
  began(): void;
  ended(): void;
}

/** Thrown by an entry: Python's call raises KeyboardInterrupt, whatever its caller makes of an entry's answers. */
export class Interrupt extends Error {}

/** Runs the entries' bodies: lets go of dead tensors first, heeds Stop, and keeps an exception for `error()`. */
export class Calls {
  /** Null but for a diagnostic rerun. */
  observer: CallObserver | null = null;
  #failure: Failure | null = null;

  constructor(
    readonly handles: Handles,
    private readonly stopped: () => boolean,
  ) {}

  /**
   * @param operation its name, for the errors that are nobody's arguments' fault
   * @returns what `body` returns, or `failed` when it throws
   * @throws Interrupt when the run is to stop
   */
  run<R, F>(body: () => R, failed: F, operation = ''): R | F {
    counters.crossings++;
    this.handles.drain();
    if (this.stopped() || this.observer?.isOver === true) throw new Interrupt();
    return this.observer === null
      ? this.#scoped(body, failed, operation)
      : this.#observed(this.observer, body, failed, operation);
  }

  #scoped<R, F>(body: () => R, failed: F, operation: string): R | F {
    const mark = openScope();
    try {
      return body();
    } catch (error) {
      this.#failure = describe(error, operation);
      return failed;
    } finally {
      closeScope(mark);
    }
  }

  /** Calls within the call, from Python's functions for gradients, count as part of it. */
  #observed<R, F>(observer: CallObserver, body: () => R, failed: F, operation: string): R | F {
    if (this.handles.observer !== null) return this.#scoped(body, failed, operation);
    observer.began();
    this.handles.observer = observer;
    const watched = (): R => {
      const result = body();
      this.handles.observer = null;
      observer.ended();
      return result;
    };
    try {
      return this.#scoped(watched, failed, operation);
    } finally {
      this.handles.observer = null;
    }
  }

  /** `"Type\nmessage"` of the last failure, which is then forgotten. */
  takeError(): string {
    const { type, message } = this.#failure ?? { type: 'RuntimeError', message: 'no error is known' };
    this.#failure = null;
    return `${type}\n${message}`;
  }
}

function describe(error: unknown, operation: string): Failure {
  const named = (message: string): string => (operation === '' ? message : `${operation}: ${message}`);
  if (error instanceof TorchError) {
    const message = error.type === 'MemoryError' ? named(error.message) : error.message;
    return { type: error.type, message };
  }
  if (error instanceof RangeError && /array|length|size/i.test(error.message)) {
    return { type: 'MemoryError', message: named('the tensor does not fit into memory') };
  }
  const text = error instanceof Error ? `${error.message}\n${error.stack ?? ''}` : String(error);
  return { type: 'SystemError', message: `the engine failed, please report this: ${text}` };
}
