/** A run: its id, what it executes, which backends compute, how it ends. */

/**
 * Identifies one run; never reused in a session. What arrives under another run's id is dropped.
 * @asType integer
 */
export type RunId = number;

/**
 * Index of a fit within its run, from 0.
 * @asType integer
 * @minimum 0
 * @maximum 499
 */
export type FitIndex = number;

/** Who computes: `tensorflow` is tfjs-node, `wasm` our own kernels in WebAssembly, `js` our loops over typed arrays. */
export type BackendName = 'tensorflow' | 'wasm' | 'js';
/** `auto`: for each operation the cheapest one that is there. */
export type BackendChoice = 'auto' | BackendName;

/** Who computed a run: a backend of the built-in engine, or PyTorch itself. */
export type Computing = BackendName | 'pytorch';

/** How a run ended; `error` is an exception, the learner's or the engine's. */
export type RunStatus = 'ok' | 'error' | 'stopped' | 'timeout';

/** One piece of source that is executed as a unit, as a notebook executes a cell. */
export interface Cell {
  /** Python source, overrides already applied. */
  readonly source: string;
  /** What tracebacks call the file: a path or a URI. */
  readonly document: string;
  /** 1-based line of the document on which `source` begins. */
  readonly firstLine: number;
  /** What the `%%` line in its head asks for, that line being a comment: `time`, `capture out`, `writefile model.py`. */
  readonly magic?: string;
  /**
   * `n` of `In [n]`, where the run is one of a notebook's cells in order: the value of its last expression is displayed,
   * and `_`, `In` and `Out` know it by that number.
   */
  readonly execution?: number;
}

/** What a run may take. */
export interface Limits {
  /** Wall time of the whole run in seconds; 0 means none. The session enforces it. */
  readonly seconds: number;
  /** Characters of output kept, half of its beginning and half of its end; what is between them is counted. */
  readonly outputCharacters: number;
}

// ---------------------------------------------------------------- host -> worker

/** How many operations each backend ran. */
export type OperationCounts = Readonly<Record<BackendName, number>>;
