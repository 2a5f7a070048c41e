/**
 * The wall between the realm and Node: everything that crosses it, in both directions, is a number, a string, a
 * boolean, or (while the realm opens, before any exercise) an array made inside.
 *
 * The functions of {@link Outer} are objects of the outer realm. Whoever holds one can reach Node's `Function`, so
 * they are wrapped in closures made here, which also turn outer exceptions into inner ones.
 */

/** Node's side of the wall; implemented by `src/training/enclosure.ts`. */
export interface Outer {
  /** Milliseconds of a monotonic clock. */
  now(): number;
  /** Milliseconds since 1970 at which `now()` was 0. */
  readonly origin: number;
  /** A message to the host, as JSON. */
  post(message: string): void;
  /** Calls back, with no arguments, from the worker's event loop. */
  later(callback: () => void, milliseconds: number): void;
  /** Bytes of a file of the engine's folder; -1 when there is none. */
  size(file: string): number;
  /** Fills `target` from a position in a file. Only while the realm opens. */
  read(file: string, target: Uint8Array, position: number): void;
  /** Gives the buffer of the stop flag to the host. Only while the realm opens. */
  share(buffer: SharedArrayBuffer): void;
  /** Hands out a memory snapshot. Only when one is made. */
  keep(snapshot: Uint8Array): void;
  /** A port made for this realm, through which the compiled interpreter arrives; null: compile it here. */
  readonly port: ModulePort | null;
  readonly native: OuterKernels;
  readonly data: OuterData;
}

/** The files that the run under way may read; implemented by `src/training/data-folder.ts`. */
export interface OuterData {
  /** {@link DataFiles} as JSON, `null` when the run was given no folder. Throws when the folder cannot be had. */
  list(): string;
  /** `count` bytes of a listed file from byte `at` on, a character each. Throws when they cannot be read. */
  read(path: string, at: number, count: number): string;
}

/** A file below the data folder: its path with `/` between the parts, and its size in bytes. */
export type DataFile = readonly [path: string, bytes: number];

export interface DataFiles {
  readonly files: readonly DataFile[];
  /** Whether there are more files, or deeper ones, than are listed. */
  readonly cut: boolean;
}

/** What is used of a `MessagePort` that was moved into the realm: its messages are objects of the realm. */
export interface ModulePort {
  onmessage: ((event: { readonly data: unknown }) => void) | null;
  start(): void;
  close(): void;
}

/** tfjs-node's kernels by numbers and strings. Values pass through the buffer given to `stage`. */
export interface OuterKernels {
  /** Whether its package is there; it may still fail to load. */
  readonly present: boolean;
  /** Loads it: empty, or why it cannot be had. */
  load(): string;
  /** The array buffer for values, at most once for each size. Made inside. */
  stage(buffer: ArrayBuffer): void;
  /** `text` is JSON; so is what is returned. Throws with the kernel's message. */
  upload(dtype: string, shape: string): string;
  run(kernel: string, inputs: string, attributes: string): string;
  /** Puts the values at the beginning of the stage. */
  download(id: number): void;
  dispose(id: number): void;
}

/** An exception's text without trusting what was thrown. */
function textOf(error: unknown): string {
  try {
    const message = (error as { message?: unknown }).message;
    return typeof message === 'string' ? `${message}` : 'the host failed';
  } catch {
    return 'the host failed';
  }
}

/** Wraps an outer function so that neither it nor anything it throws is seen inside. */
function inner<A extends unknown[], R>(call: (...args: A) => R): (...args: A) => R {
  return (...args) => {
    let failure: string;
    try {
      return call(...args);
    } catch (error) {
      failure = textOf(error);
    }
    throw new Error(failure);
  };
}

/** {@link Outer}, safe to be used inside. */
export function throughTheWall(outer: Outer): Outer {
  const { native, data } = outer;
  return Object.freeze({
    now: inner(() => outer.now()),
    origin: outer.origin,
    post: inner((message: string) => outer.post(message)),
    later: inner((callback: () => void, milliseconds: number) => outer.later(callback, milliseconds)),
    size: inner((file: string) => outer.size(file)),
    read: inner((file: string, target: Uint8Array, position: number) => outer.read(file, target, position)),
    share: inner((buffer: SharedArrayBuffer) => outer.share(buffer)),
    keep: inner((snapshot: Uint8Array) => outer.keep(snapshot)),
    port: outer.port,
    native: Object.freeze({
      present: native.present,
      load: inner(() => native.load()),
      stage: inner((buffer: ArrayBuffer) => native.stage(buffer)),
      upload: inner((dtype: string, shape: string) => native.upload(dtype, shape)),
      run: inner((kernel: string, inputs: string, attributes: string) =>
        native.run(kernel, inputs, attributes),
      ),
      download: inner((id: number) => native.download(id)),
      dispose: inner((id: number) => native.dispose(id)),
    }),
    data: Object.freeze({
      list: inner(() => data.list()),
      read: inner((path: string, at: number, count: number) => data.read(path, at, count)),
    }),
  });
}
