/**
 * Everything that leads from the realm to Node, in one table: the wall is made of it on both sides, and its tests try
 * every line of it. Only primitives cross, and bytes by whose brand alone they are known.
 */

/** What a door takes: a `typeof`, or memory made in the realm. */
export type Taken = 'string' | 'number' | 'bytes' | 'buffer' | 'shared' | 'memory';
/** What a door answers. */
export type Given = 'string' | 'number' | 'boolean' | 'undefined';

interface Door {
  readonly takes: readonly [Taken?, Taken?, Taken?];
  readonly gives: Given;
}

export const DOORS = {
  /** Milliseconds of a monotonic clock. */
  now: { takes: [], gives: 'number' },
  /** Milliseconds since 1970 at which `now` was 0. */
  origin: { takes: [], gives: 'number' },
  /** A message to the host, as JSON. */
  post: { takes: ['string'], gives: 'undefined' },
  /** Has the realm entered with this number from the worker's event loop, so many milliseconds from now. */
  later: { takes: ['number', 'number'], gives: 'undefined' },
  /** The run under way has reached JavaScript, by the function of this name: no other may follow it in this realm. */
  reached: { takes: ['string'], gives: 'undefined' },
  /** Bytes of a file of the engine's folder; -1 when there is none. */
  size: { takes: ['string'], gives: 'number' },
  /** Fills bytes from a position in a file. Only while the realm opens. */
  read: { takes: ['string', 'bytes', 'number'], gives: 'undefined' },
  /** Gives the buffer of the stop flag to the host. Only while the realm opens. */
  share: { takes: ['shared'], gives: 'undefined' },
  /** Lends a shared memory of WebAssembly to helper threads; answers how many may come. */
  lend: { takes: ['memory'], gives: 'number' },
  /** Hands out a memory snapshot. Only when one is made. */
  keep: { takes: ['bytes'], gives: 'undefined' },
  /** Whether tfjs-node is there; it may still fail to load. */
  nativePresent: { takes: [], gives: 'boolean' },
  /** Loads it: empty, or why it cannot be had. */
  nativeLoad: { takes: [], gives: 'string' },
  /** The array buffer through which values pass, at most once for each size. */
  nativeStage: { takes: ['buffer'], gives: 'undefined' },
  /** Values at the beginning of the stage become a tensor of a dtype and a shape (JSON); answers it as JSON. */
  nativeUpload: { takes: ['string', 'string'], gives: 'string' },
  /** A kernel with inputs and attributes (JSON); answers its tensors as JSON. */
  nativeRun: { takes: ['string', 'string', 'string'], gives: 'string' },
  /** Puts a tensor's values at the beginning of the stage. */
  nativeDownload: { takes: ['number'], gives: 'undefined' },
  nativeDispose: { takes: ['number'], gives: 'undefined' },
  /** The run's `DataFiles` as JSON, `null` when it was given none. */
  dataList: { takes: [], gives: 'string' },
  /** So many bytes of a listed file, or of a folder's listing, from a byte on, a character each. */
  dataRead: { takes: ['string', 'number', 'number'], gives: 'string' },
  /** A figure's file, of a `FigureDrawing` as JSON; a character each byte. */
  drawFigure: { takes: ['string'], gives: 'string' },
} as const satisfies Readonly<Record<string, Door>>;

export type DoorName = keyof typeof DOORS;
export const DOOR_NAMES = Object.keys(DOORS) as readonly DoorName[];

interface Values {
  readonly string: string;
  readonly number: number;
  readonly boolean: boolean;
  readonly undefined: void;
  readonly bytes: Uint8Array;
  readonly buffer: ArrayBuffer;
  readonly shared: SharedArrayBuffer;
  readonly memory: WebAssembly.Memory;
}

type Arguments<T extends readonly unknown[]> = { -readonly [I in keyof T]: Values[T[I] & keyof Values] };

/** A function for every line of the table. */
export type Doors = {
  readonly [N in DoorName]: (
    ...values: Arguments<(typeof DOORS)[N]['takes']>
  ) => Values[(typeof DOORS)[N]['gives']];
};

/**
 * The one way in: with a number that was given to `later`, or with 0 and a message of the host.
 * Made in the realm before any exercise; Node calls nothing else of it.
 */
export type Entrance = (timer: number, message: string) => void;
