/**
 * Makes a web worker's global object one of ECMAScript and WebAssembly alone, before anything of an exercise runs in it: no
 * network, no storage, no other workers, and nothing that compiles text, so that no `import()` can be written. What our own
 * side of the wall needs of the browser it has captured before.
 */

/** What stays: what the language itself defines, without `eval`. */
const KEPT = new Set<PropertyKey>([
  ...['globalThis', 'Infinity', 'NaN', 'undefined'],
  ...['isFinite', 'isNaN', 'parseFloat', 'parseInt'],
  ...['decodeURI', 'decodeURIComponent', 'encodeURI', 'encodeURIComponent', 'escape', 'unescape'],
  ...['Object', 'Function', 'Boolean', 'Symbol', 'Number', 'BigInt', 'Math', 'Date', 'String', 'RegExp'],
  ...['Error', 'AggregateError', 'EvalError', 'RangeError', 'ReferenceError', 'SuppressedError'],
  ...['SyntaxError', 'TypeError', 'URIError'],
  ...['Array', 'Map', 'Set', 'WeakMap', 'WeakSet', 'WeakRef', 'FinalizationRegistry', 'Iterator'],
  ...['ArrayBuffer', 'SharedArrayBuffer', 'DataView', 'Atomics'],
  ...['Int8Array', 'Uint8Array', 'Uint8ClampedArray', 'Int16Array', 'Uint16Array', 'Int32Array'],
  ...['Uint32Array', 'BigInt64Array', 'BigUint64Array', 'Float16Array', 'Float32Array', 'Float64Array'],
  ...['JSON', 'Intl', 'Promise', 'Proxy', 'Reflect', 'Temporal', 'DisposableStack', 'AsyncDisposableStack'],
  'WebAssembly',
]);

/**
 * To be called once, after everything that is needed of the browser was captured.
 * @throws Error naming what cannot be taken away
 */
export function lockDown(): void {
  for (let target: object | null = globalThis; target !== null;) {
    const above: unknown = Object.getPrototypeOf(target);
    if (target !== Object.prototype) strip(target);
    target = typeof above === 'object' ? above : null;
  }
  compileNoText();
}

function strip(target: object): void {
  for (const name of Reflect.ownKeys(target)) {
    if (target === globalThis && KEPT.has(name)) continue;
    if (!Reflect.deleteProperty(target, name) && !isPlain(target, name))
      throw new Error(`${String(name)} cannot be taken from the worker`);
  }
}

/** A constant of an interface, say, which is a number and leads nowhere. */
function isPlain(target: object, name: PropertyKey): boolean {
  const value: unknown = Reflect.getOwnPropertyDescriptor(target, name)?.value;
  return value !== undefined && Object(value) !== value;
}

/** Functions whose prototypes lead to a constructor that compiles text. */
const KINDS = [function () {}, async function () {}, function* () {}, async function* () {}] as const;

function compileNoText(): void {
  for (const kind of KINDS) {
    const prototype: object = Object.getPrototypeOf(kind) as object;
    const refuse = function Function(): never {
      throw new EvalError('Code generation from strings disallowed for this context');
    };
    Object.defineProperty(refuse, 'prototype', { value: prototype });
    Object.defineProperty(prototype, 'constructor', { value: refuse, writable: false, configurable: false });
    if (prototype === Object.getPrototypeOf(Object)) {
      Object.defineProperty(globalThis, 'Function', { value: refuse, writable: true, configurable: true });
    }
  }
}
