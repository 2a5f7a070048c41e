/**
 * The first part of an engine's worker in a browser: it takes what it needs of the browser, takes everything away from the
 * global object (`lockdown.ts`), and opens the realm, whose script is the second part (`scripts/web/engine-worker.mjs`).
 * After that it shares all intrinsics with the exercise: it looks nothing up on what the browser gives, and hands out
 * nothing of the browser's.
 */
import type { Doors, Entrance } from '../realm/doors.ts';
import type { Opening } from '../realm/main.ts';
import type { ModulePort } from '../realm/wall.ts';
import { BlobReader } from './blob-reader.ts';
import { lockDown } from './lockdown.ts';
import type { FromWorker, OpenWorker, RunInWorker, ToWorker } from './messages.ts';

/** `setTimeout` takes no longer ones. */
const LONGEST_TIMER = 2 ** 31 - 1;

const { apply } = Reflect;
const { parse } = JSON;
const { hasOwn } = Object;
const { min, max } = Math;
const timeout = setTimeout;
const send = postMessage;
const clock = performance;
const { now } = clock;
const origin = clock.timeOrigin;
const dataOf = Object.getOwnPropertyDescriptor(MessageEvent.prototype, 'data')?.get as (
  this: MessageEvent,
) => ToWorker;
const setBytes = Uint8Array.prototype.set;
const getFile = Map.prototype.get;

const reader = new BlobReader();

/** What of the realm's doors is open in a browser. */
class Worker {
  #enter: Entrance | null = null;
  #files: OpenWorker['files'] | null;
  /** By which function a run has reached JavaScript. */
  #reached: string | null = null;

  constructor(
    private readonly opening: OpenWorker,
    open: (opening: Opening) => Entrance,
  ) {
    this.#files = opening.files;
    const port = portTo(opening.interpreter);
    this.#enter = open({ doors: this.#doors(), task: 'run', port, marks: [] });
  }

  run(order: RunInWorker): void {
    this.#files = null;
    reader.offer(order.data, order.blobs);
    post({ type: 'accepted', run: order.run });
    // An exercise may have given every object such a property.
    const isNotebook = hasOwn(parse(order.message) as object, 'execution');
    if (this.#reached === null || isNotebook) this.#goIn(0, order.message);
    if (this.#reached !== null && !isNotebook) {
      const reason = `the run reached JavaScript (${this.#reached}): the next gets a new engine`;
      post({ type: 'retire', reason });
    }
  }

  #goIn(timer: number, message: string): void {
    try {
      this.#enter?.(timer, message);
    } catch {
      post({ type: 'retire', reason: 'the realm failed' });
    }
  }

  #doors(): Doors {
    const { shares, helpers } = this.opening;
    return {
      now: () => apply(now, clock, []),
      origin: () => origin,
      post: (text) => post(text),
      later: (timer, milliseconds) => {
        const wait = min(max(milliseconds, 0), LONGEST_TIMER);
        apply(timeout, undefined, [() => this.#goIn(timer, ''), wait]);
      },
      reached: (by) => void (this.#reached ??= by),
      size: (file) => this.#file(file)?.byteLength ?? -1,
      read: (file, target, position) => {
        const bytes = this.#file(file);
        // eslint-disable-next-line @typescript-eslint/only-throw-error -- the wall hears strings
        if (bytes === undefined) throw `the realm cannot read ${file}`;
        apply(setBytes, target, [bytes.subarray(position, position + target.byteLength)]);
      },
      share: (buffer) => {
        if (shares) post({ type: 'stopFlag', buffer });
      },
      lend: (memory) => {
        if (!shares || helpers === 0) return 0;
        post({ type: 'lend', memory });
        return helpers;
      },
      keep: () => undefined,
      nativePresent: () => false,
      nativeLoad: () => NO_NATIVE,
      nativeStage: () => undefined,
      nativeUpload: noNative,
      nativeRun: noNative,
      nativeDownload: noNative,
      nativeDispose: () => undefined,
      dataList: () => reader.list(),
      dataRead: (path, at, count) => reader.read(path, at, count),
      drawFigure: () => {
        // eslint-disable-next-line @typescript-eslint/only-throw-error -- the wall hears strings
        throw 'in the browser a figure is shown in the panel, and cannot be drawn into a file';
      },
    };
  }

  /** Only while the realm opens. */
  #file(name: string): Uint8Array | undefined {
    const files = this.#files;
    return files === null
      ? undefined
      : apply<typeof files, [string], Uint8Array | undefined>(getFile, files, [name]);
  }
}

const NO_NATIVE = 'there is no TensorFlow library in a browser';

function noNative(): never {
  // eslint-disable-next-line @typescript-eslint/only-throw-error -- the wall hears strings
  throw NO_NATIVE;
}

function post(message: FromWorker): void {
  apply(send, undefined, [message]);
}

/** As a port: the interpreter comes when the realm asks for it. */
function portTo(interpreter: WebAssembly.Module): ModulePort {
  return {
    onmessage: null,
    start() {
      apply(timeout, undefined, [() => this.onmessage?.({ data: interpreter }), 0]);
    },
    close: () => undefined,
  };
}

/** A page that is not isolated has shared memory under no name of its own; within the worker it is needed nevertheless. */
function nameSharedMemory(): void {
  if (typeof SharedArrayBuffer !== 'undefined') return;
  const { buffer } = new WebAssembly.Memory({ initial: 0, maximum: 1, shared: true });
  Object.defineProperty(globalThis, 'SharedArrayBuffer', {
    value: buffer.constructor,
    writable: true,
    configurable: true,
  });
}

/**
 * Called first, while nothing of an exercise is there.
 * @returns what the realm's `open` is to be given to
 */
export function prepare(): (open: (opening: Opening) => Entrance) => void {
  let opened: ((message: ToWorker) => void) | null = null;
  const waiting: ToWorker[] = [];
  addEventListener('message', (event) => {
    const message = apply(dataOf, event, []);
    if (opened === null) waiting.push(message);
    else opened(message);
  });
  nameSharedMemory();
  lockDown();
  return (open) => {
    let worker: Worker | null = null;
    opened = (message) => {
      if (message.type === 'open') worker = new Worker(message, open);
      else worker?.run(message);
    };
    for (const message of waiting.splice(0)) opened(message);
  };
}
