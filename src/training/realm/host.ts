/** What the realm and the bridge ask of each other. */
import type { Advice, AdviceKind, BackendChoice, LogMessage, OperationCounts } from '../protocol/protocol.ts';
import type { RemoteName } from '../backend/choice.ts';
import type { KernelHost } from '../backend/kernel-host.ts';
import type { Decode } from '../pictures/decode.ts';
import type { PythonKnowledge } from './advice/advisor.ts';
import type { RunEvents } from './events.ts';
import type { RunGraph } from './graph/run-graph.ts';
import type { LineValues } from './line-values.ts';
import type { RunCommands } from './run-commands.ts';

/** Python imports the bridge's functions from the module of this name. */
export const BRIDGE_MODULE = '_engine';

/** Views of Python's linear memory. They are replaced when the memory grows: ask again after control was in Python. */
export interface PythonMemory {
  readonly HEAP32: Int32Array;
  readonly HEAPF32: Float32Array;
  readonly HEAPF64: Float64Array;
  readonly HEAPU8: Uint8Array;
}

/** What the bridge is given by the realm it runs in. */
export interface RealmHost {
  /** Milliseconds of a monotonic clock. */
  now(): number;
  /** Whether Stop was pressed or the time is up. Sticky until the run ends; cheap enough to ask in every operation. */
  stopped(): boolean;
  memory(): PythonMemory;
  /**
   * The kernels of a backend, loaded at the first call (`tensorflow`: 0.2-0.7 s); null where they cannot be had,
   * which is logged once.
   */
  kernels(backend: RemoteName): KernelHost | null;
  /** Fits, points and figures of the run. */
  readonly events: RunEvents;
  /** What the host tells the run while it goes on. */
  readonly commands: RunCommands;
  /** What lines of code give names to. */
  readonly lineValues: LineValues;
  /** The tape behind the run's tensors. */
  readonly graph: RunGraph;
  /** The picture in the bytes of a PNG or JPEG file. @throws PictureError */
  readonly decodePicture: Decode;
  /** Fills the empty file at an absolute path with a figure (a `FigureDrawing` as JSON) when it is read. */
  saveFigure(path: string, drawing: string): void;
  /** What only Python knows of the run. */
  readonly python: PythonKnowledge;
  log(level: LogMessage['level'], text: string): void;
}

/**
 * Called by Python. Arguments arrive as numbers, bigints, booleans, strings, undefined, or (of callbacks only) proxies of
 * Python objects, which the function must not keep. A failing function returns -1, or undefined where it answers a value, and
 * keeps the error for a later call. It throws only when the run is to stop.
 */
export type BridgeFunction = (...args: never[]) => unknown;

/** Another execution of the same run, to find where mistakes of these kinds are. */
export interface Rerun {
  readonly unlocated: ReadonlySet<AdviceKind>;
  /** Whether it took long enough. */
  isLate(): boolean;
}

export interface RunOptions {
  /** What `torch.manual_seed` would be given before the first line. */
  readonly seed: number;
  readonly backend: BackendChoice;
  /** Python's memory was not put back: tensors, random streams, default dtype and the like go on too. */
  readonly continues: boolean;
  /** Whether steps of its trainings are told; not unless given. */
  readonly isRecorded?: boolean;
  /** Null for a run; given to execute the run before once more. */
  readonly rerun: Rerun | null;
}

/** What a run came to. */
export interface RunSummary {
  readonly operations: OperationCounts;
  readonly advice: readonly Advice[];
  /** Mistakes that were seen and whose places are to be found by a diagnostic rerun. */
  readonly unlocated: ReadonlySet<AdviceKind>;
}

/**
 * The tensor engine as the realm sees it.
 *
 * Python's packages are imported once. Before every run Python's whole memory is put back to what it was right after
 * that import, the shared block with its ring included; nothing is finalised on the way (no `__del__` runs).
 */
export interface Bridge {
  /** The attributes of the Python module {@link BRIDGE_MODULE} that take numbers and strings. */
  readonly functions: Readonly<Record<string, BridgeFunction>>;
  /** Those that take Python functions. */
  readonly callbacks: Readonly<Record<string, BridgeFunction>>;
  /**
   * The packages are imported: what they have made and attached lasts from now on. Called once, right before Python's
   * memory is kept.
   */
  imported(): void;
  /**
   * Before a run's first line, Python's memory being as it was at {@link imported}: so is the engine again (handles,
   * ring, grad mode, default dtype, counters), and seeded; unless the run continues another.
   */
  beginRun(options: RunOptions): void;
  /**
   * After a run's last line, whatever ended it: lets go of tensors that nothing in Python holds and of an unfinished
   * backward pass. Events may still be posted.
   * @param kept whether another run may continue it
   */
  endRun(kept: boolean): RunSummary;
}
