/** Values that lead whoever touches them to a recorder. */
import { recorder, spy } from './recorder.ts';

const { apply, construct, defineProperty } = Reflect;
const { setPrototypeOf } = Object;

const withOwn = (key: PropertyKey, value: unknown): object => {
  const made = {};
  defineProperty(made, key, { value });
  return made;
};
const withGetter = (key: PropertyKey): object => {
  const made = {};
  defineProperty(made, key, { get: recorder(() => 'x') as () => unknown });
  return made;
};

function detached(): unknown {
  const bytes = new Uint8Array(8);
  const transfer = (ArrayBuffer.prototype as { transfer?: () => ArrayBuffer }).transfer;
  if (transfer !== undefined) apply(transfer, bytes.buffer, []);
  return bytes;
}

function dressed(bytes: object): object {
  for (const key of ['length', 'byteLength', 'byteOffset', 'buffer', 'constructor', Symbol.iterator]) {
    defineProperty(bytes, key, { get: recorder(() => 0) as () => unknown });
  }
  setPrototypeOf(bytes, spy());
  return bytes;
}

const sharedMemory = (): WebAssembly.Memory =>
  new WebAssembly.Memory({ initial: 1, maximum: 1, shared: true });

/** Makes a hostile value of each kind anew. */
export const HOSTILE: Readonly<Record<string, () => unknown>> = {
  'a spy': spy,
  'a callable spy': () => recorder(),
  toPrimitive: () =>
    withOwn(
      Symbol.toPrimitive,
      recorder(() => 'x'),
    ),
  'valueOf and toString': () => ({ valueOf: recorder(() => 1), toString: recorder(() => 'x') }),
  toJSON: () => ({ toJSON: recorder(() => 'x') }),
  'a thenable': () => ({ then: recorder() }),
  'an iterable': () =>
    withOwn(
      Symbol.iterator,
      recorder(() => ({ next: recorder(() => ({ done: true })) })),
    ),
  'a getter of message': () => withGetter('message'),
  'a getter of length': () => withGetter('length'),
  'a getter of byteLength': () => withGetter('byteLength'),
  'an array': () => [spy()],
  'an array like': () => ({ length: 2 ** 53, 0: spy() }),
  'a string object': () => setPrototypeOf(new String('x'), spy()) as unknown,
  'a number object': () => setPrototypeOf(new Number(1), spy()) as unknown,
  'an error': () => setPrototypeOf(new Error('x'), spy()) as unknown,
  'a promise': () => setPrototypeOf(Promise.resolve(1), spy()) as unknown,
  'dressed bytes': () => dressed(new Uint8Array(8)),
  'dressed shared bytes': () => dressed(new Uint8Array(new SharedArrayBuffer(8))),
  'dressed words': () => dressed(new Uint16Array(8)),
  'a dressed buffer': () => dressed(new ArrayBuffer(8)),
  'a dressed shared buffer': () => dressed(new SharedArrayBuffer(8)),
  'a dressed memory': () => dressed(sharedMemory()),
  'a memory that is not shared': () => new WebAssembly.Memory({ initial: 1 }),
  'a resizable buffer': () => construct(ArrayBuffer, [8, { maxByteLength: 64 }]) as unknown,
  'detached bytes': detached,
  'a data view': () => new DataView(new ArrayBuffer(8)),
  null: () => null,
  undefined: () => undefined,
  'a symbol': () => Symbol('x'),
  'a bigint': () => 2n ** 70n,
  'not a number': () => NaN,
  infinity: () => Infinity,
  'a huge number': () => 2 ** 53,
  'a negative number': () => -1,
  'a lone surrogate': () => '\ud800\0',
  true: () => true,
};

export const GOOD: Readonly<Record<string, () => unknown>> = {
  string: () => 'x',
  number: () => 1,
  bytes: () => new Uint8Array(8),
  buffer: () => new ArrayBuffer(8),
  shared: () => new SharedArrayBuffer(8),
  memory: sharedMemory,
};
