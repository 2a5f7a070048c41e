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
import type { PrintedLines } from './printed-lines.ts';
import type { StopFlag } from './stop-flag.ts';
import type { OuterData } from './wall.ts';

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
  readonly printed: PrintedLines;
  readonly stop: StopFlag;
  readonly data: OuterData;
  post(event: RunEvent): void;
  now(): number;
}

const MOST_CAPABLE: readonly BackendName[] = ['tensorflow', 'wasm', 'js'];

export function backendOf(operations: OperationCounts): BackendName {
  return MOST_CAPABLE.find((name) => operations[name] > 0) ?? 'js';
}

/**
 * Executes one run and posts all of its messages, `ended` last. The interpreter is to be restored after it, unless it
 * was a notebook's cell.
 * @param continues whether it goes on with what an earlier cell of the notebook left
 * @throws Error when the interpreter broke; then nothing more can be run in this realm
 */
export function execute(message: RunMessage, parts: RunParts, continues = false): void {
  const { interpreter, bridge, events, output, printed, stop } = parts;
  const begun = parts.now();
  stop.begin(message.run);
  events.begin(message.run);
  output.begin(message.run, message.limits.outputCharacters);
  printed.begin(message.run);
  const kept = message.execution === undefined ? {} : { continues };
  parts.post({ type: 'started', run: message.run, seed: message.seed, ...kept });
  if (!continues) interpreter.offerData(parts.data, (text) => output.write('stderr', `${text}\n`));
  bridge.beginRun({ seed: message.seed, backend: message.backend, continues });
  const outcome = runCells(message, interpreter);
  const operations = bridge.endRun(message.execution !== undefined);
  events.flush();
  output.flush();
  printed.flush();
  parts.post({
    type: 'ended',
    run: message.run,
    ...verdict(outcome, stop.stopped(), message),
    backend: backendOf(operations),
    operations,
    milliseconds: parts.now() - begun,
    displayed: outcome.displayed,
    outputDropped: output.dropped,
  });
}

function runCells(message: RunMessage, interpreter: Interpreter): Outcome {
  const { cells, seed, limits, execution = null, locate = false } = message;
  const request = { cells, seed, outputCharacters: limits.outputCharacters, execution, locate };
  try {
    return JSON.parse(interpreter.run(JSON.stringify(request))) as Outcome;
  } catch (error) {
    // A further signal, while Python was describing the interrupt.
    if ((error as { type?: unknown }).type !== 'KeyboardInterrupt') throw error;
    return { status: 'interrupted', displayed: null, error: null };
  }
}

/** A run that was told to stop has stopped, whatever it made of it, unless it failed for a reason of its own. */
function verdict(
  outcome: Outcome,
  stopped: boolean,
  { execution }: RunMessage,
): Pick<EndedMessage, 'status' | 'error'> {
  if (stopped && outcome.status !== 'error') {
    return { status: 'stopped', error: execution === undefined ? null : outcome.error };
  }
  if (outcome.status === 'ok') return { status: 'ok', error: null };
  return { status: 'error', error: outcome.error };
}
