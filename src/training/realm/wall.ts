/**
 * The realm's side of the wall. The functions of `doors.ts` are objects of the outer realm: whoever holds one, or
 * anything it throws, can walk on to Node. They are wrapped in functions made here, and whatever an exercise has
 * replaced by then, these still do the same: they use what they captured when the realm opened, look up nothing on
 * what they are given, and neither spread nor iterate.
 */
import { DOOR_NAMES, DOORS, type Doors, type Entrance, type Given, type Taken } from './doors.ts';

/** What the realm has of Node; implemented by `src/training/threads/sandbox.ts`. */
export interface Outer extends Pick<
  Doors,
  'now' | 'post' | 'reached' | 'size' | 'read' | 'share' | 'lend' | 'keep' | 'drawFigure'
> {
  /** Milliseconds since 1970 at which `now()` was 0. */
  readonly origin: number;
  /** Calls back, with no arguments, from the worker's event loop. */
  later(callback: () => void, milliseconds: number): void;
  /** A port made for this realm, through which the compiled interpreter arrives; null: compile it here. */
  readonly port: ModulePort | null;
  readonly native: OuterKernels;
  readonly data: OuterData;
}

/** The files that the run under way may read; implemented by `src/training/threads/offered-data.ts`. */
export interface OuterData {
  /** {@link DataFiles} as JSON, `null` when the run was given none. */
  list(): string;
  /** `count` bytes of a listed file, or of a folder's listing, from byte `at` on, a character each. Throws when they cannot be read. */
  read(path: string, at: number, count: number): string;
}

/**
 * A file below the data folder: its path with `/` between the parts, and its size in bytes. A path that ends in `/` is a folder
 * whose files are told when somebody looks: what is read of it is a JSON list of its own, the paths seen from there.
 */
export type DataFile = readonly [path: string, bytes: number];

export interface DataFiles {
  readonly files: readonly DataFile[];
  /** Whether there are more files, or deeper ones, than are listed. */
  readonly cut: boolean;
  /** Why the folder that the user named is not among them; null: it is, or none was named. */
  readonly failure: string | null;
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

const InnerError = Error;
const InnerTypeError = TypeError;
const { apply, getOwnPropertyDescriptor, getPrototypeOf } = Reflect;
const { create, freeze } = Object;

function getter(prototype: object, name: string | symbol): () => unknown {
  const found = getOwnPropertyDescriptor(prototype, name)?.get;
  if (found === undefined) throw new InnerError(`this JavaScript has no ${String(name)}`);
  return found;
}

/** They answer by an object's brand, which no exercise can forge, and run nothing of the object. */
const arrayName = getter(getPrototypeOf(Uint8Array.prototype) as object, Symbol.toStringTag);
const bufferLength = getter(ArrayBuffer.prototype, 'byteLength');
const sharedLength = getter(SharedArrayBuffer.prototype, 'byteLength');
const memoryBuffer = getter(WebAssembly.Memory.prototype, 'buffer');
const NONE: readonly unknown[] = freeze([]);

function hasLength(length: () => unknown, value: unknown): boolean {
  try {
    return typeof apply(length, value, NONE) === 'number';
  } catch {
    return false;
  }
}

function isSharedMemory(value: unknown): boolean {
  try {
    return hasLength(sharedLength, apply(memoryBuffer, value, NONE));
  } catch {
    return false;
  }
}

function isOf(kind: Taken | undefined, value: unknown): boolean {
  if (kind === undefined) return true;
  if (kind === 'bytes') return apply(arrayName, value, NONE) === 'Uint8Array';
  if (kind === 'buffer') return hasLength(bufferLength, value);
  if (kind === 'shared') return hasLength(sharedLength, value);
  if (kind === 'memory') return isSharedMemory(value);
  return typeof value === kind;
}

type AnyDoor = (first?: unknown, second?: unknown, third?: unknown) => unknown;

/** A function of the realm for one of Node's. @throws Error of the realm, whatever was thrown outside */
function inner(name: string, door: AnyDoor, takes: readonly Taken[], gives: Given): AnyDoor {
  const one = takes[0];
  const two = takes[1];
  const three = takes[2];
  const refused = `${name} takes ${takes.length === 0 ? 'nothing' : takes.join(', ')}`;
  return (first, second, third) => {
    if (!isOf(one, first) || !isOf(two, second) || !isOf(three, third)) throw new InnerTypeError(refused);
    let answer: unknown;
    let failure = 'the host failed';
    try {
      answer = door(
        one === undefined ? undefined : first,
        two === undefined ? undefined : second,
        three === undefined ? undefined : third,
      );
      if (typeof answer === gives) return answer;
    } catch (thrown) {
      if (typeof thrown === 'string') failure = thrown;
    }
    throw new InnerError(failure);
  };
}

function innerDoors(doors: Doors): Doors {
  const made = create(null) as Record<string, AnyDoor>;
  for (const name of DOOR_NAMES) {
    const { takes, gives } = DOORS[name];
    made[name] = inner(name, doors[name] as AnyDoor, takes, gives);
  }
  return freeze(made) as unknown as Doors;
}

/** Callbacks that wait, by the number under which Node enters the realm for them. */
class Waiting {
  // Without a prototype: a number that is no key must find nothing.
  readonly #callbacks = create(null) as Record<number, (() => void) | undefined>;
  #last = 0;

  add(callback: () => void): number {
    if (typeof callback !== 'function') throw new InnerTypeError('later takes a function');
    this.#callbacks[++this.#last] = callback;
    return this.#last;
  }

  call(id: number): void {
    const callback = this.#callbacks[id];
    delete this.#callbacks[id];
    callback?.();
  }
}

export interface Wall {
  readonly outer: Outer;
  /** @param receive takes the host's messages */
  entrance(receive: (message: string) => void): Entrance;
}

/** Node's side, safe to be used inside. To be called once, before anything of an exercise runs. */
export function throughTheWall(outside: Doors, port: ModulePort | null): Wall {
  const doors = innerDoors(outside);
  const waiting = new Waiting();
  const { now, post, reached, size, read, share, lend, keep, later, drawFigure } = doors;
  const outer: Outer = {
    now,
    post,
    reached,
    size,
    read,
    share,
    lend,
    keep,
    drawFigure,
    origin: doors.origin(),
    later: (callback, milliseconds) => later(waiting.add(callback), milliseconds),
    port,
    native: freeze({
      present: doors.nativePresent(),
      load: doors.nativeLoad,
      stage: doors.nativeStage,
      upload: doors.nativeUpload,
      run: doors.nativeRun,
      download: doors.nativeDownload,
      dispose: doors.nativeDispose,
    }),
    data: freeze({ list: doors.dataList, read: doors.dataRead }),
  };
  return freeze({
    outer: freeze(outer),
    entrance:
      (receive: (message: string) => void): Entrance =>
      (timer, message) => {
        if (timer === 0) receive(message);
        else waiting.call(timer);
      },
  });
}
