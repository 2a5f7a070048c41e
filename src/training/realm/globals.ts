/**
 * What Pyodide and tfjs expect of a web worker's global object, made of ECMAScript alone, and the doors of V8 and Node
 * that lead out of a realm closed. Imported first: Pyodide looks at its surroundings when its module is evaluated.
 */
import { InnerProxy } from './inner-proxy.ts';
import { stackText } from './stack-text.ts';
import { TextDecoder, TextEncoder } from './text-encoding.ts';
import type { Outer } from './wall.ts';

/** Everything under this address is a file of the engine's folder. */
export const ORIGIN = 'realm:/engine/';

let outer: Outer | null = null;
let interpreter: WebAssembly.Module | null = null;

/** Gives the global functions what they need. */
export function setUpGlobals(wall: Outer): void {
  outer = wall;
}

/** The interpreter's compiled module, made once in the process and shared. */
export function useCompiled(module: WebAssembly.Module): void {
  interpreter = module;
}

function host(): Outer {
  if (outer === null) throw new Error('the realm is not open yet');
  return outer;
}

function fileName(address: unknown): string {
  return String(address).split('/').at(-1) ?? '';
}

/** A file of the engine's folder. @throws Error naming the file when there is none. */
export function readWhole(name: string): Uint8Array<ArrayBuffer> {
  const size = host().size(name);
  if (size < 0) throw new Error(`dist/engine/${name} is missing`);
  return readPart(name, 0, size);
}

/** A part of a file. @throws Error naming the file when it is not there or shorter */
export function readPart(name: string, position: number, length: number): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(length);
  readEngineFile(name, position, bytes);
  return bytes;
}

/** Fills `target` from a position in a file. @throws Error naming the file when it is not there or too short */
export function readEngineFile(name: string, position: number, target: Uint8Array): void {
  if (host().size(name) < position + target.length)
    throw new Error(`dist/engine/${name} is missing or cut off`);
  host().read(name, target, position);
}

/** The part of `Response` that Pyodide and tfjs ask of `fetch`. */
class FileResponse {
  readonly ok = true;
  readonly status = 200;

  constructor(readonly url: string) {}

  async arrayBuffer(): Promise<ArrayBuffer> {
    return readWhole(fileName(this.url)).buffer;
  }

  async json(): Promise<unknown> {
    return JSON.parse(new TextDecoder().decode(readWhole(fileName(this.url))));
  }
}

class RealmUrl {
  readonly href: string;

  constructor(address: unknown, base: unknown = ORIGIN) {
    const text = String(address);
    this.href = /^\w+:/.test(text) ? text : `${String(base).replace(/[^/]*$/, '')}${text}`;
  }

  toString(): string {
    return this.href;
  }
}

/** Nothing is finalised: Python's memory is put back as a whole (`checkpoint.ts`), which frees what was in it. */
class NoFinalization {
  register(): void {}
  unregister(): boolean {
    return false;
  }
}

/** Timers of an earlier generation never fire: their callbacks point into memory that was put back. */
let generation = 0;
let timers = 0;
const cancelled = new Set<number>();

/** Cancels all timers that wait. */
export function forgetTimers(): void {
  generation++;
  cancelled.clear();
}

function startTimer(callback: () => void, milliseconds = 0): number {
  const id = ++timers;
  const born = generation;
  host().later(
    () => {
      if (born !== generation || cancelled.delete(id)) return;
      try {
        callback();
      } catch (error) {
        report('error', `a timer failed: ${String(error)}`);
      }
    },
    Number(milliseconds) || 0,
  );
  return id;
}

function report(level: 'info' | 'warn' | 'error', text: string): void {
  host().post(JSON.stringify({ type: 'log', level, text }));
}

function logger(level: 'info' | 'warn' | 'error') {
  return (...values: unknown[]): void => report(level, values.map(String).join(' '));
}

async function instantiateStreaming(
  source: unknown,
  imports: WebAssembly.Imports,
): Promise<WebAssembly.WebAssemblyInstantiatedSource> {
  const response = (await source) as FileResponse;
  const compiled = fileName(response.url) === 'pyodide.asm.wasm' ? interpreter : null;
  const module = compiled ?? (await WebAssembly.compile(await response.arrayBuffer()));
  return { module, instance: await WebAssembly.instantiate(module, imports) };
}

class WorkerGlobalScope {}

function define(target: object, properties: Readonly<Record<string, unknown>>): void {
  for (const [name, value] of Object.entries(properties)) {
    Object.defineProperty(target, name, { value, writable: true, configurable: true, enumerable: false });
  }
}

/** `globalThis instanceof WorkerGlobalScope` is how Pyodide knows a web worker. */
function lookLikeWorker(): void {
  try {
    Object.setPrototypeOf(globalThis, WorkerGlobalScope.prototype);
  } catch {
    Object.defineProperty(WorkerGlobalScope, Symbol.hasInstance, { value: () => true });
  }
}

function lock(target: object, name: string, value: unknown): void {
  Object.defineProperty(target, name, { value, writable: false, configurable: false, enumerable: false });
}

/**
 * Node formats stack traces by calling `Error.prepareStackTrace` of the error's realm with call sites that may be outer
 * objects, and without one by reading the error itself; its streaming compilation rejects with outer errors.
 */
function closeDoors(): void {
  lock(Error, 'prepareStackTrace', Object.freeze(stackText));
  lock(globalThis, 'Error', Error);
  lock(globalThis, 'Proxy', Object.freeze(InnerProxy));
  delete (WebAssembly as { compileStreaming?: unknown }).compileStreaming;
  define(WebAssembly, { instantiateStreaming });
}

lookLikeWorker();
closeDoors();
define(globalThis, {
  WorkerGlobalScope,
  self: globalThis,
  location: { href: ORIGIN, search: '', toString: () => ORIGIN },
  URL: RealmUrl,
  TextEncoder,
  TextDecoder,
  FinalizationRegistry: NoFinalization,
  fetch: async (address: unknown) => new FileResponse(String(address)),
  setTimeout: startTimer,
  clearTimeout: (id: number) => void cancelled.add(id),
  performance: {
    now: () => host().now(),
    get timeOrigin() {
      return host().origin;
    },
  },
  crypto: {
    /** Not for secrets: exercises have none. */
    getRandomValues(array: Uint8Array): Uint8Array {
      for (let i = 0; i < array.length; i++) array[i] = Math.random() * 256;
      return array;
    },
  },
  console: {
    log: logger('info'),
    info: logger('info'),
    debug: logger('info'),
    warn: logger('warn'),
    error: logger('error'),
  },
});
