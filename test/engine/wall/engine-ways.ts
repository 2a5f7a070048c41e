/** Ways by which V8 and Node themselves might hand an object of theirs to the realm, or call a function of it. */
import { HOSTILE } from './hostile.ts';
import { note, recorder, spy } from './recorder.ts';

const { defineProperty } = Reflect;
const { setPrototypeOf } = Object;

type AnyFunction = (...values: unknown[]) => unknown;

/** Does it, and notes what comes of it, its error too. */
function attempt(work: () => unknown): void {
  try {
    note(work());
  } catch (error) {
    note(error);
  }
}

/** Where a promise was made with the realm's constructor, notes what it comes to. */
function follow(promise: unknown): void {
  note(promise);
  attempt(() => (promise as Promise<unknown>).then(recorder() as AnyFunction, recorder() as AnyFunction));
}

/** V8 itself settles this promise, when the time is up or somebody notifies. */
function waitAsynchronously(): void {
  const words = new Int32Array(new SharedArrayBuffer(8));
  const wait = (Atomics as unknown as { waitAsync: AnyFunction }).waitAsync;
  for (const milliseconds of [0, 5, Infinity]) {
    const waiting = wait(words, 0, 0, milliseconds) as { value: unknown };
    note(waiting);
    follow(waiting.value);
    if (typeof waiting.value === 'object') attempt(() => setPrototypeOf(waiting.value, spy()) as unknown);
  }
  attempt(() => Atomics.notify(words, 0));
}

/** `then` asks a promise for the constructor of what it returns. */
function speciesOfPromises(): void {
  const settled = [
    Promise.resolve(1),
    Promise.reject(new Error('x')),
    (async () => await Promise.resolve(1))(),
  ];
  for (const promise of settled) {
    defineProperty(promise, 'constructor', {
      get: recorder(() => ({
        [Symbol.species]: recorder(Promise as unknown as AnyFunction),
      })) as () => unknown,
    });
    follow(promise);
    attempt(() => promise.finally(recorder() as () => void));
  }
}

/** It is Node's, where a realm has it. */
function cloneStructures(): void {
  const clone = (globalThis as { structuredClone?: AnyFunction }).structuredClone;
  note(clone);
  for (const make of Object.values(HOSTILE)) if (clone !== undefined) attempt(() => clone(make()));
}

/** Errors of a compilation that fails elsewhere. */
function failToCompile(): void {
  const bytes = new Uint8Array([0, 97, 115, 109, 9, 9, 9, 9]);
  const empty = new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0]);
  attempt(() => new WebAssembly.Module(bytes));
  for (const given of [bytes, spy(), HOSTILE['dressed bytes']?.()] as BufferSource[]) {
    attempt(() => follow(WebAssembly.compile(given)));
    attempt(() => follow(WebAssembly.instantiate(given, spy() as WebAssembly.Imports)));
  }
  attempt(() => follow(WebAssembly.compile(empty)));
  attempt(() => follow(WebAssembly.instantiate(new WebAssembly.Module(empty), spy() as WebAssembly.Imports)));
}

/** What the realm's global functions make of values that have to become a string or a number. */
function callGlobals(): void {
  const scope = globalThis as unknown as Record<string, unknown>;
  const { console: logger, performance: clock } = scope as Record<string, Record<string, unknown>>;
  const functions = [
    ...['setTimeout', 'clearTimeout', 'fetch', 'URL', 'TextEncoder', 'TextDecoder'].map(
      (name) => scope[name],
    ),
    ...[logger, clock].flatMap((holder) => Object.values(holder ?? {})),
  ].filter((value) => typeof value === 'function') as AnyFunction[];
  for (const call of functions) {
    for (const make of Object.values(HOSTILE)) {
      attempt(() => call(make(), make()));
      attempt(() => Reflect.construct(call, [make(), make()]) as unknown);
    }
  }
}

/** Reads of an object that V8 has to turn into a primitive. */
function makePrimitives(): void {
  const primitive = HOSTILE['toPrimitive']?.() as never;
  attempt(() => new Date(primitive));
  attempt(() => new Intl.NumberFormat(primitive).format(primitive));
  attempt(() => new Uint8Array(new ArrayBuffer(8), primitive, primitive));
  attempt(() => Atomics.wait(new Int32Array(new SharedArrayBuffer(8)), primitive, primitive, 0));
  attempt(() => new Error(primitive, { cause: spy() }).stack);
  attempt(() => Symbol(primitive).description);
}

export function provokeEngine(): void {
  for (const way of [
    waitAsynchronously,
    speciesOfPromises,
    cloneStructures,
    failToCompile,
    callGlobals,
    makePrimitives,
  ]) {
    attempt(way);
  }
}
