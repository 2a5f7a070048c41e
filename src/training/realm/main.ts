/** The script of the realm. Its value is {@link open}. */
import { readWhole, setUpGlobals, useCompiled } from './globals.ts';
import { createBridge } from './bridge.ts';
import { DebugPort } from './debug-port.ts';
import { EventBounds } from './event-bounds.ts';
import { RunEvents } from './events.ts';
import { FigureFiles } from './figure-files.ts';
import type { Bridge } from './host.ts';
import { CALLBACKS_MODULE, Interpreter, REALM_MODULE, type PythonHost } from './interpreter.ts';
import { JavaScriptWatch } from './javascript-watch.ts';
import { createKernels, type Kernels } from './kernels.ts';
import { Output, type Stream } from './output.ts';
import { limitMemories } from './memory-limit.ts';
import type { PythonModules } from './references.ts';
import { makeDeterministic } from './deterministic.ts';
import { RunGraph } from './graph/run-graph.ts';
import { LineValues } from './line-values.ts';
import { PrintedLines } from './printed-lines.ts';
import { RunCommands } from './run-commands.ts';
import { Runner } from './runner.ts';
import type { RunParts } from './runs.ts';
import { StopFlag } from './stop-flag.ts';
import { EventGate } from './event-gate.ts';
import type { Doors, Entrance } from './doors.ts';
import { hideFromTraps } from './inner-proxy.ts';
import { throughTheWall, type ModulePort, type Outer } from './wall.ts';
import { pictureDecoder } from '../pictures/decode.ts';
import type { HostToWorker, LogMessage, WorkerToHost } from '../protocol/protocol.ts';

/** What the worker thread learns besides the protocol: this realm is not to be used any more. */
export interface RetireMessage {
  readonly type: 'retire';
  readonly reason: string;
}

/** `compile` and `snapshot` make what the distribution brings along; everything else is for runs. */
export type RealmTask = 'run' | 'compile' | 'snapshot';

/** What a realm is opened with. */
export interface Opening {
  readonly doors: Doors;
  readonly task: RealmTask;
  readonly port: ModulePort | null;
  /** Symbols by which Node marks objects. */
  readonly marks: readonly symbol[];
}

/**
 * Opens the realm: loads Python, posts `ready`, and from then on executes what the returned function is given.
 * Failing to open is a `retire` message.
 */
export function open({ doors, task, port, marks }: Opening): Entrance {
  for (const mark of marks) hideFromTraps(mark);
  const { outer: wall, entrance } = throughTheWall(doors, port);
  setUpGlobals(wall);
  limitMemories();
  if (task !== 'run') makeDeterministic();
  const post = (message: WorkerToHost | RetireMessage): void => wall.post(JSON.stringify(message));
  const retire = (error: unknown): void => post({ type: 'retire', reason: describe(error) });
  let runner: Runner | null = null;
  const work = async (): Promise<void> => {
    await receiveCompiled(wall);
    if (task === 'compile') wall.keep(await Interpreter.compilePackages());
    else if (task === 'snapshot') wall.keep(await takeSnapshot(wall, post));
    else runner = new Runner(await start(wall, post), wall.later, retire);
  };
  work().catch(retire);
  return entrance((text) => {
    if (runner === null) retire(new Error('the realm is not ready'));
    else runner.run(JSON.parse(text) as HostToWorker);
  });
}

/** What Python and the realm have of each other before there is Python. */
interface Connection {
  readonly modules: PythonModules;
  readonly host: PythonHost;
  readonly bridge: Bridge;
  readonly events: RunEvents;
  readonly output: Output;
  readonly printed: PrintedLines;
  readonly lineValues: LineValues;
  readonly graph: RunGraph;
  readonly stop: StopFlag;
  readonly commands: RunCommands;
  readonly debug: DebugPort;
  readonly gate: EventGate;
  /** Set when they are loaded. */
  interpreter: Interpreter | null;
  kernels: Kernels | null;
  jpegProgram: Uint8Array<ArrayBuffer> | null;
}

function connect(wall: Outer, post: (message: WorkerToHost) => void): Connection {
  const gate = new EventGate(post, wall.now);
  const [stop, events, output] = [
    new StopFlag(wall.now),
    new RunEvents(new EventBounds(gate)),
    new Output(gate),
  ];
  const printed = new PrintedLines(gate);
  const lineValues = new LineValues(gate, () => loaded(connection.interpreter).knowledge.place());
  const graph = new RunGraph(gate, () => lineValues.made());
  const flush = (): void => {
    for (const part of [output, events, printed]) part.flush();
  };
  const commands = new RunCommands(stop, flush);
  const debug = new DebugPort({ commands, now: wall.now, post, flush });
  stop.attend(debug);
  const host = pythonHost({ gate, stop, events, output, printed, debug }, flush);
  const figureFiles = new FigureFiles(
    wall.drawFigure,
    () => loaded(connection.interpreter).files,
    (text) => output.write('stderr', text),
  );
  const bridge = createBridge({
    now: wall.now,
    stopped: () => stop.interrupts(),
    memory: () => loaded(connection.interpreter).memory,
    kernels: (backend) => loaded(connection.kernels).get(backend),
    python: {
      place: () => loaded(connection.interpreter).knowledge.place(),
      holders: (handles) => loaded(connection.interpreter).knowledge.holders(handles),
    },
    events,
    commands,
    lineValues,
    graph,
    decodePicture: pictureDecoder(() => loaded(connection.jpegProgram)),
    saveFigure: (path, drawing) => figureFiles.save(path, drawing),
    log: logTo(post),
  });
  const modules = { [REALM_MODULE]: host, [CALLBACKS_MODULE]: bridge.callbacks };
  const connection: Connection = {
    modules,
    host,
    bridge,
    events,
    output,
    printed,
    lineValues,
    graph,
    stop,
    commands,
    debug,
    gate,
    interpreter: null,
    kernels: null,
    jpegProgram: null,
  };
  return connection;
}

/** What Python calls besides the bridge: it prints, and it sleeps. */
function pythonHost(
  {
    gate,
    stop,
    events,
    output,
    printed,
    debug,
  }: Pick<Connection, 'gate' | 'stop' | 'events' | 'output' | 'printed' | 'debug'>,
  flush: () => void,
): PythonHost {
  return {
    write: (stream, text) => output.write(stream as Stream, text),
    located: (document, line, text) => printed.add(document, line, text),
    overflow: (pieces, characters, lines) => output.overflow(pieces, { characters, lines }),
    drop: (characters) => output.drop(characters),
    tell: (event) => events.foreign(event),
    sleep: (seconds) => {
      if (gate.isMuted) return 0;
      flush();
      return stop.sleep(seconds * 1000) / 1000;
    },
    debug: (event) => debug.tell(event),
    command: (waits) => debug.command(waits === 1),
  };
}

function takeSnapshot(wall: Outer, post: (message: WorkerToHost) => void): Promise<Uint8Array> {
  const { modules, bridge } = connect(wall, post);
  return Interpreter.takeSnapshot(modules, bridge.functions);
}

function loaded<T>(part: T | null): T {
  if (part === null) throw new Error('Python is not loaded yet');
  return part;
}

function logTo(post: (message: WorkerToHost) => void) {
  return (level: LogMessage['level'], text: string): void => post({ type: 'log', level, text });
}

async function start(wall: Outer, post: (message: WorkerToHost) => void): Promise<RunParts> {
  const log = logTo(post);
  const connection = connect(wall, post);
  const { modules, host, bridge, events, output, printed, lineValues, stop } = connection;
  const watch = new JavaScriptWatch(wall.reached);
  wall.share(stop.buffer);
  const kernels = createKernels(wall, log);
  const interpreter = await Interpreter.load(
    modules,
    bridge.functions,
    (reason) => log('warn', reason),
    watch.guard,
  );
  Object.assign(connection, { interpreter, kernels, jpegProgram: readWhole('mozjpeg_dec.wasm') });
  const flushIfDue = (): void => {
    output.flushIfDue();
    events.flushIfDue();
    printed.flushIfDue();
    lineValues.flushIfDue();
  };
  interpreter.begin(host, stop.signals(flushIfDue), () => bridge.imported());
  watch.begin(modules);
  post({ type: 'ready', python: interpreter.version, backends: kernels.names, start: interpreter.start });
  const { data, now } = wall;
  return { ...connection, interpreter, data, post, log, now };
}

/** The compiled interpreter arrives through a port that is used for nothing else. */
function receiveCompiled({ port }: Outer): Promise<void> {
  if (port === null) return Promise.resolve();
  return new Promise((resolve) => {
    port.onmessage = ({ data }) => {
      port.onmessage = null;
      port.close();
      if (data instanceof WebAssembly.Module) useCompiled(data);
      resolve();
    };
    port.start();
  });
}

function describe(error: unknown): string {
  return error instanceof Error ? `${error.name}: ${error.message}` : String(error);
}
