/** Executes runs, one at a time, and reports them. */
import type {
  Advice,
  AdviceKind,
  BackendName,
  EndedMessage,
  LogMessage,
  OperationCounts,
  RunError,
  RunEvent,
  RunMessage,
} from '../protocol/protocol.ts';
import type { RunEvents } from './events.ts';
import { mergeAdvice } from './advice/merge.ts';
import type { DebugPort } from './debug-port.ts';
import type { Bridge } from './host.ts';
import type { Interpreter, RunText } from './interpreter.ts';
import type { Output } from './output.ts';
import type { RunGraph } from './graph/run-graph.ts';
import type { LineValues } from './line-values.ts';
import type { PrintedLines } from './printed-lines.ts';
import type { RunCommands } from './run-commands.ts';
import type { StopFlag } from './stop-flag.ts';
import type { OuterData } from './wall.ts';
import type { EventGate } from './event-gate.ts';

/** What `_exercise.run` answers. */
interface Outcome {
  readonly status: 'ok' | 'error' | 'interrupted';
  readonly displayed: string | null;
  readonly error: RunError | null;
  /** What the error means, where that is known. */
  readonly advice: Pick<Advice, 'kind' | 'facts'> | null;
}

export interface RunParts {
  readonly interpreter: Interpreter;
  readonly bridge: Bridge;
  readonly events: RunEvents;
  readonly output: Output;
  readonly printed: PrintedLines;
  readonly lineValues: LineValues;
  readonly graph: RunGraph;
  readonly stop: StopFlag;
  readonly commands: RunCommands;
  readonly debug: DebugPort;
  readonly data: OuterData;
  readonly gate: EventGate;
  post(event: RunEvent): void;
  log(level: LogMessage['level'], text: string): void;
  now(): number;
}

/** Milliseconds that a diagnostic rerun may take: more than the run itself, since it watches every operation. */
const RERUN_TIME = { least: 500, ofTheRun: 3, most: 5000 };

/** How often the limit of what is printed comes past here: that itself, the displayed value, and what is not Python's. */
const MOST_OUTPUT = 3;

const MOST_CAPABLE: readonly BackendName[] = ['tensorflow', 'wasm', 'js'];

function backendOf(operations: OperationCounts): BackendName {
  return MOST_CAPABLE.find((name) => operations[name] > 0) ?? 'js';
}

/** All parts are told whose the next messages are, and that it has begun. */
export function beginParts(message: RunMessage, parts: RunParts, continues?: boolean): void {
  const { run, seed, limits } = message;
  parts.stop.begin(run);
  parts.commands.begin(run);
  parts.events.begin(run);
  parts.output.begin(run, MOST_OUTPUT * limits.outputCharacters);
  parts.printed.begin(run);
  parts.debug.begin(run, message.debug !== undefined);
  parts.post({ type: 'started', run, seed, ...(continues === undefined ? {} : { continues }) });
}

/**
 * Executes one run and posts all of its messages, `ended` last. The interpreter is to be restored after it, unless it
 * was a notebook's cell, or its names are kept.
 * @param continues whether it goes on with what an earlier cell of the notebook left
 * @returns whether its names are there to be asked of
 * @throws Error when the interpreter broke; then nothing more can be run in this realm
 */
export function execute(message: RunMessage, parts: RunParts, continues = false): boolean {
  const { interpreter, bridge, events, output, lineValues, graph, debug, stop } = parts;
  const begun = parts.now();
  const interest = { values: message.lineValues ?? false, graph: message.graph ?? false };
  lineValues.begin(message.run, interest, continues);
  graph.begin(message.run, interest.graph);
  beginParts(message, parts, message.execution === undefined ? undefined : continues);
  interpreter.offerData(parts.data, (text) => output.write('stderr', `${text}\n`));
  const { seed, backend, steps: isRecorded = false } = message;
  bridge.beginRun({ seed, backend, continues, rerun: null, isRecorded });
  const outcome = outcomeOf(() => runCells(message, interpreter));
  lineValues.end();
  tellWhatIsLeft(message, outcome, parts);
  const keeps = message.keeps === true || message.execution !== undefined;
  const { operations, advice, unlocated } = bridge.endRun(keeps);
  const milliseconds = parts.now() - begun - debug.stood;
  const outputDropped = flush(parts);
  const told = [...advice, ...adviceOn(outcome)];
  const wanted = new Set([
    ...unlocated,
    ...told.map(({ kind }) => kind).filter((kind) => kind === 'secondBackward'),
  ]);
  const rerun = stop.stopped() ? null : diagnose(message, parts, wanted, milliseconds);
  for (const piece of mergeAdvice(told, rerun?.advice ?? [])) events.advice(piece);
  endOf(message, parts, { outcome, operations, milliseconds, outputDropped });
  return keeps && (rerun === null || rerun.status === outcome.status);
}

/** Posts what waits. @returns characters of output that were left out */
export function flush({ events, output, printed }: RunParts): number {
  events.flush();
  output.flush();
  printed.flush();
  return output.dropped;
}

/** What a run, or a question, came to. */
interface Conclusion {
  readonly outcome: Outcome;
  readonly operations: OperationCounts;
  readonly milliseconds: number;
  readonly outputDropped: number;
}

/** Posts the end. */
export function endOf(
  message: RunMessage,
  parts: Pick<RunParts, 'stop' | 'post'>,
  { outcome, operations, ...counts }: Conclusion,
): void {
  parts.post({
    type: 'ended',
    run: message.run,
    ...verdict(outcome, parts.stop.stopped(), message),
    backend: backendOf(operations),
    operations,
    displayed: outcome.displayed,
    ...counts,
  });
}

function tellWhatIsLeft(message: RunMessage, { status }: Outcome, parts: RunParts): void {
  if (status !== 'ok') conclude(parts);
  if (message.variables === true) tellNames(parts, 'variables');
  if (message.graph === true) tellNames(parts, 'graph');
  parts.graph.end();
}

/** What an interrupted run had is told as well: what it learned until then, and the figures that it drew. */
function conclude({ interpreter, stop, log }: RunParts): void {
  try {
    stop.calmly(() => interpreter.conclude());
  } catch (error) {
    log('warn', `the end of a run could not be told: ${String(error)}`);
  }
}

/** The names of a run that was stopped as well: as variables, or for the graph behind them. */
function tellNames({ interpreter, stop, log }: RunParts, what: 'variables' | 'graph'): void {
  try {
    stop.calmly(() => interpreter.tell(what));
  } catch (error) {
    log('warn', `the ${what} of a run could not be told: ${String(error)}`);
  }
}

function adviceOn({ error, advice }: Outcome): readonly Advice[] {
  return error === null || advice === null
    ? []
    : [{ ...advice, frame: error.frames.at(-1) ?? null } as Advice];
}

/** What a diagnostic rerun came to. */
interface Rerun extends Pick<Outcome, 'status'> {
  readonly advice: readonly Advice[];
}

/**
 * Executes the run once more, watching every operation, until each unlocated mistake has its place. A run is the same each time, but
 * for a notebook's cell. Names that are kept are now those of this one.
 * @returns null: it was not executed
 */
function diagnose(
  message: RunMessage,
  parts: RunParts,
  unlocated: ReadonlySet<AdviceKind>,
  milliseconds: number,
): Rerun | null {
  const { interpreter, bridge, gate, data, now } = parts;
  const { least, ofTheRun, most } = RERUN_TIME;
  const { seed, backend, limits } = message;
  const left = limits.seconds > 0 ? limits.seconds * 1000 - milliseconds - least : most;
  const end = now() + Math.min(least + ofTheRun * milliseconds, most, left);
  if (unlocated.size === 0 || message.execution !== undefined || now() >= end) return null;
  return gate.muted(() => {
    interpreter.restore();
    interpreter.offerData(data, () => undefined);
    bridge.beginRun({ seed, backend, continues: false, rerun: { unlocated, isLate: () => now() > end } });
    const { debug: _, ...undebugged } = message;
    const again = { ...undebugged, lineValues: false, graph: false };
    const { status } = outcomeOf(() => runCells(again, interpreter));
    if (message.keeps === true) tellNames(parts, 'variables');
    return { advice: bridge.endRun(message.keeps === true).advice, status };
  });
}

function runCells(message: RunMessage, interpreter: Interpreter): RunText {
  const { cells, seed, limits, execution = null, locate = false } = message;
  const { lineValues = false, graph = false, debug = null } = message;
  const { outputCharacters } = limits;
  const request = { cells, seed, outputCharacters, execution, locate, lineValues, graph, debug };
  return interpreter.run(JSON.stringify(request));
}

/** What Python answers. @throws Error when the interpreter broke */
export function outcomeOf(work: () => RunText): Outcome {
  try {
    return JSON.parse(work()) as Outcome;
  } catch (error) {
    // A further signal, while Python was describing the interrupt.
    if ((error as { type?: unknown }).type !== 'KeyboardInterrupt') throw error;
    return { status: 'interrupted', displayed: null, error: null, advice: null };
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
