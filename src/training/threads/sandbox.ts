/**
 * The outer side of the realm: a `vm` context without code generation from strings and without any object of Node.
 * What goes in is listed in `realm/wall.ts`. This module runs in strict mode, as all that calls into the realm must:
 * a sloppy function on the stack could be had from inside through a stack trace.
 */
import { closeSync, openSync, readSync, statSync } from 'node:fs';
import { AsyncResource } from 'node:async_hooks';
import path from 'node:path';
import { performance } from 'node:perf_hooks';
import { type Context, constants, createContext } from 'node:vm';
import { MessageChannel, moveMessagePortToContext, type MessagePort } from 'node:worker_threads';
import { guardedDoors } from './guarded-doors.ts';
import type { RunMessage } from '../protocol/protocol.ts';
import type { Doors, Entrance } from '../realm/doors.ts';
import type { Opening, RealmTask } from '../realm/main.ts';
import type { ModulePort, OuterData } from '../realm/wall.ts';
import { drawnFigure } from './drawn-figure.ts';
import { NativeBackend } from './native.ts';
import { RealmScript } from './realm-script.ts';

export interface SandboxOptions {
  /** The folder `engine` of the distribution. */
  readonly folder: string;
  readonly task: RealmTask;
  /** The folder of tfjs-node; null: there is none. */
  readonly native: string | null;
  /** The files that runs may read. */
  readonly data: OuterData;
  /** A message of the realm, as JSON. */
  onMessage(message: string): void;
  onStopFlag(buffer: SharedArrayBuffer): void;
  /** Helper threads are wanted on a memory; answers how many may come. */
  onLend(memory: WebAssembly.Memory): number;
  onSnapshot(bytes: Uint8Array): void;
  /** No run may follow in this realm. */
  onBroken(reason: string): void;
}

/** Files that the realm may read while it opens. */
const FILES = new Set([
  'kernels-relaxed.wasm',
  'mozjpeg_dec.wasm',
  'kernels-simd.wasm',
  'packages.bin',
  'packages.json',
  'pyodide-lock.json',
  'pyodide.asm.wasm',
  'python_stdlib.zip',
  'snapshot.bin',
]);

/** `setTimeout` takes no longer ones. */
const LONGEST_TIMER = 2 ** 31 - 1;

export class Sandbox {
  readonly #options: SandboxOptions;
  readonly #script: RealmScript;
  readonly #enter: Entrance;
  /** Through it the realm gets the interpreter. */
  readonly #interpreterPort: MessagePort;
  /** Files can be read until the realm is open. */
  #opening = true;
  /** By which function a run has reached JavaScript. */
  #reached: string | null = null;

  constructor(options: SandboxOptions) {
    this.#options = options;
    const context = makeContext();
    this.#script = new RealmScript(options.folder);
    const { port1, port2 } = new MessageChannel();
    this.#interpreterPort = port1;
    const open = this.#script.run(context) as (opening: Opening) => Entrance;
    this.#enter = open({
      doors: guardedDoors(this.#doors()),
      task: options.task,
      // A message that arrives through a moved port is an object of the realm.
      port: moveMessagePortToContext(port2, context) as unknown as ModulePort,
      marks: marksOfNode(),
    });
  }

  /** Whether V8 found the realm's script compiled. */
  get wasCached(): boolean {
    return this.#script.wasCached;
  }

  /** What V8 has compiled of the realm's script so far. */
  compiledCode(): Uint8Array {
    return this.#script.compiledCode();
  }

  /**
   * Gives the realm the compiled interpreter, for which it has waited since it was made: the two take their time side by side.
   * @param compiled null: the realm compiles it
   */
  load(compiled: WebAssembly.Module | null): void {
    this.#interpreterPort.postMessage(compiled);
  }

  /** Gives the realm a message of the host. */
  send(message: string): void {
    this.#opening = false;
    const { execution } = JSON.parse(message) as RunMessage;
    const isNotebook = execution !== undefined;
    if (this.#reached === null || isNotebook) this.#goIn(0, message);
    // A notebook's cells go on with what they have; what any other run leaves behind must not meet the next.
    if (this.#reached !== null && !isNotebook) {
      this.#options.onBroken(`the run reached JavaScript (${this.#reached}): the next gets a new engine`);
    }
  }

  /** What the realm throws is not looked at. */
  #goIn(timer: number, message: string): void {
    try {
      this.#enter(timer, message);
    } catch {
      this.#options.onBroken('the realm failed');
    }
  }

  #doors(): Doors {
    const { data, onMessage, onStopFlag, onLend, onSnapshot } = this.#options;
    const native = new NativeBackend(this.#options.native);
    return {
      now: () => performance.now(),
      origin: () => performance.timeOrigin,
      post: onMessage,
      later: (timer, milliseconds) => {
        setTimeout(() => this.#goIn(timer, ''), Math.min(Math.max(milliseconds, 0), LONGEST_TIMER));
      },
      reached: (by) => void (this.#reached ??= by),
      size: (file) => this.#size(file),
      read: (file, target, position) => this.#read(file, target, position),
      share: onStopFlag,
      lend: onLend,
      keep: onSnapshot,
      nativePresent: () => native.present,
      nativeLoad: () => native.load(),
      nativeStage: (buffer) => native.stage(buffer),
      nativeUpload: (dtype, shape) => native.upload(dtype, shape),
      nativeRun: (kernel, inputs, attributes) => native.run(kernel, inputs, attributes),
      nativeDownload: (id) => native.download(id),
      nativeDispose: (id) => native.dispose(id),
      dataList: () => data.list(),
      dataRead: (path, at, count) => data.read(path, at, count),
      drawFigure: (drawing) => drawnFigure(drawing, this.#options.folder),
    };
  }

  #path(file: string): string {
    if (!this.#opening || !FILES.has(file)) throw new Error(`the realm cannot read ${file}`);
    return path.join(this.#options.folder, file);
  }

  #size(file: string): number {
    return statSync(this.#path(file), { throwIfNoEntry: false })?.size ?? -1;
  }

  #read(file: string, target: Uint8Array, position: number): void {
    const descriptor = openSync(this.#path(file), 'r');
    try {
      let at = 0;
      while (at < target.byteLength) {
        const count = readSync(descriptor, target, at, target.byteLength - at, position + at);
        if (count === 0) throw new Error(`${file} ends too early`);
        at += count;
      }
    } finally {
      closeSync(descriptor);
    }
  }
}

/** The symbols by which Node numbers asynchronous work on objects, promises of the realm included. */
function marksOfNode(): readonly symbol[] {
  return Object.getOwnPropertySymbols(new AsyncResource('realm'));
}

/** Without an intercepted global object, which would itself be one of Node's; Node has it from 20.18 on. */
function makeContext(): Context {
  const plain = (constants as unknown as { DONT_CONTEXTIFY?: symbol } | undefined)?.DONT_CONTEXTIFY;
  if (plain === undefined)
    throw new Error('this Node is too old: it cannot make a realm of its own (20.18 can)');
  return createContext(plain as unknown as Context, {
    name: 'engine',
    codeGeneration: { strings: false, wasm: true },
  });
}
