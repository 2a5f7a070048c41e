/**
 * The outer side of the realm: a `vm` context without code generation from strings and without any object of Node.
 * What goes in is listed in `realm/wall.ts`. This module runs in strict mode, as all that calls into the realm must:
 * a sloppy function on the stack could be had from inside through a stack trace.
 */
import { closeSync, openSync, readSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { type Context, constants, createContext } from 'node:vm';
import { MessageChannel, moveMessagePortToContext } from 'node:worker_threads';
import { DataFolder } from './data-folder.ts';
import type { RealmTask } from './realm/main.ts';
import type { ModulePort, Outer } from './realm/wall.ts';
import { NativeBackend } from './native.ts';
import { RealmScript } from './realm-script.ts';

export interface EnclosureOptions {
  /** The folder `engine` of the distribution. */
  readonly folder: string;
  readonly task: RealmTask;
  /** The compiled interpreter; null: the realm compiles it. */
  readonly interpreter: WebAssembly.Module | null;
  /** A message of the realm, as JSON. */
  onMessage(message: string): void;
  onStopFlag(buffer: SharedArrayBuffer): void;
  onSnapshot(bytes: Uint8Array): void;
}

/** Files that the realm may read while it opens. */
const FILES = new Set([
  'packages.bin',
  'packages.json',
  'pyodide-lock.json',
  'pyodide.asm.wasm',
  'python_stdlib.zip',
  'snapshot.bin',
  'tfjs-backend-wasm.wasm',
  'tfjs-backend-wasm-simd.wasm',
]);

export class Enclosure {
  readonly #options: EnclosureOptions;
  readonly #script: RealmScript;
  readonly #receive: (message: string) => void;
  /** Files can be read until the realm is open. */
  #opening = true;
  /** The folder whose files the next run may read. */
  #dataFolder: string | null = null;
  #data: DataFolder | null = null;

  constructor(options: EnclosureOptions) {
    this.#options = options;
    const context = makeContext();
    this.#script = new RealmScript(options.folder);
    const open = this.#script.run(context) as (outer: Outer, task: RealmTask) => (message: string) => void;
    this.#receive = open(this.#outer(context), options.task);
  }

  /** Keeps what V8 has compiled, for the next start. */
  keepCompiledCode(): void {
    this.#script.keepCompiledCode();
  }

  /** Gives the realm a message of the host. */
  send(message: string): void {
    this.#opening = false;
    this.#receive(message);
  }

  /** Lets the runs that follow read the files of a folder; null: of none. */
  offerData(path: string | null): void {
    if (path !== this.#dataFolder) this.#data = null;
    this.#dataFolder = path;
  }

  #outer(context: Context): Outer {
    const { onMessage, onStopFlag, onSnapshot } = this.#options;
    return {
      now: () => performance.now(),
      origin: performance.timeOrigin,
      post: (message) => onMessage(`${message}`),
      later: (callback, milliseconds) => void setTimeout(() => callback(), milliseconds),
      size: (file) => this.#size(file),
      read: (file, target, position) => this.#read(file, target, position),
      share: (buffer) => onStopFlag(buffer),
      keep: (snapshot) => onSnapshot(snapshot),
      port: this.#interpreterPort(context),
      native: new NativeBackend(),
      data: {
        list: () => this.#listData(),
        read: (path, at, count) => this.#readData(path, at, count),
      },
    };
  }

  #listData(): string {
    this.#data = this.#dataFolder === null ? null : new DataFolder(this.#dataFolder);
    return JSON.stringify(this.#data?.list() ?? null);
  }

  #readData(path: string, at: number, count: number): string {
    if (this.#data === null) throw new Error('this run was given no data folder');
    return this.#data.read(path, at, count).toString('latin1');
  }

  #path(file: string): string {
    if (!this.#opening || !FILES.has(file)) throw new Error(`the realm cannot read ${file}`);
    return join(this.#options.folder, file);
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

  /** A message that arrives through a moved port is an object of the realm. */
  #interpreterPort(context: Context): ModulePort | null {
    const { interpreter } = this.#options;
    if (interpreter === null) return null;
    const { port1, port2 } = new MessageChannel();
    const inner = moveMessagePortToContext(port2, context);
    port1.postMessage(interpreter);
    return inner as unknown as ModulePort;
  }
}

/** Without an intercepted global object (Node 22.8, 20.18 and later) global look-ups are fast. */
function makeContext(): Context {
  const plain = (constants as unknown as { DONT_CONTEXTIFY?: symbol } | undefined)?.DONT_CONTEXTIFY;
  const target = (plain ?? Object.create(null)) as Context;
  return createContext(target, { name: 'engine', codeGeneration: { strings: false, wasm: true } });
}
