/** Executes runs, one at a time, and reports them. */
import type {
  BackendName,
  EndedMessage,
  OperationCounts,
  RunError,
  RunEvent,
  RunMessage,
} from '../protocol.ts';
import type { RunEvents } from './events.ts';
import type { Bridge } from './host.ts';
import type { Interpreter } from './interpreter.ts';
import type { Output } from './output.ts';
import type { StopFlag } from './stop-flag.ts';

/** What `_exercise.run` answers. */
interface Outcome {
  readonly status: 'ok' | 'error' | 'interrupted';
  readonly displayed: string | null;
  readonly error: RunError | null;
}

export interface RunParts {
  readonly interpreter: Interpreter;
  readonly bridge: Bridge;
  readonly events: RunEvents;
  readonly output: Output;
  readonly stop: StopFlag;
  post(event: RunEvent): void;
  now(): number;
}

const MOST_CAPABLE: readonly BackendName[] = ['tensorflow', 'wasm', 'js'];

export function backendOf(operations: OperationCounts): BackendName {
  return MOST_CAPABLE.find((name) => operations[name] > 0) ?? 'js';
}

/**
 * Executes one run and posts all of its messages, `ended` last. The interpreter is to be restored after it.
 * @throws Error when the interpreter broke; then nothing more can be run in this realm
 */
export function execute(message: RunMessage, parts: RunParts): void {
  const { interpreter, bridge, events, output, stop } = parts;
  const begun = parts.now();
  stop.begin(message.run);
  events.begin(message.run);
  output.begin(message.run, message.limits.outputCharacters);
  parts.post({ type: 'started', run: message.run, seed: message.seed });
  bridge.beginRun({ seed: message.seed, backend: message.backend });
  const outcome = runCells(message, interpreter);
  const operations = bridge.endRun();
  events.flush();
  output.flush();
  parts.post({
    type: 'ended',
    run: message.run,
    ...verdict(outcome, stop.stopped()),
    backend: backendOf(operations),
    operations,
    milliseconds: parts.now() - begun,
    displayed: outcome.displayed,
    outputDropped: output.dropped,
  });
}

function runCells(message: RunMessage, interpreter: Interpreter): Outcome {
  const { cells, seed, limits } = message;
  const request = { cells, seed, outputCharacters: limits.outputCharacters };
  try {
    return JSON.parse(interpreter.run(JSON.stringify(request))) as Outcome;
  } catch (error) {
    // A further signal, while Python was describing the interrupt.
    if ((error as { type?: unknown }).type !== 'KeyboardInterrupt') throw error;
    return { status: 'interrupted', displayed: null, error: null };
  }
}

/** A run that was told to stop has stopped, whatever it made of it, unless it failed for a reason of its own. */
function verdict(outcome: Outcome, stopped: boolean): Pick<EndedMessage, 'status' | 'error'> {
  if (stopped && outcome.status !== 'error') return { status: 'stopped', error: null };
  if (outcome.status === 'ok') return { status: 'ok', error: null };
  return { status: 'error', error: outcome.error };
}
