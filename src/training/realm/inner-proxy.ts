/**
 * `Proxy`, made so that what a trap is given was made in this realm. When Node calls or reads something of an
 * exercise (a rejected promise is looked at for its number of asynchronous work, say), V8 makes the trap's list of
 * arguments in Node's realm; so every trap is first a function of ours, which passes on lists of its own.
 */
const Genuine = Proxy;
const genuineRevocable = Proxy.revocable;
const {
  apply,
  construct,
  defineProperty,
  deleteProperty,
  get,
  getOwnPropertyDescriptor,
  getPrototypeOf,
  has,
  isExtensible,
  ownKeys,
  preventExtensions,
  set,
  setPrototypeOf,
} = Reflect;
const { freeze } = Object;
const InnerTypeError = TypeError;
const InnerArray = Array;
const arrayOf = Array.of;

type Trap = (...values: unknown[]) => unknown;
type Key = string | symbol;

/** Symbols by which Node keeps its own on objects. */
const hidden = Object.create(null) as Record<symbol, true | undefined>;

/** No trap hears of this symbol: answering Node with a wrong number would end the whole process. */
export function hideFromTraps(symbol: symbol): void {
  hidden[symbol] = true;
}

function isHidden(key: Key): boolean {
  return typeof key === 'symbol' && hidden[key] === true;
}

function isObject(value: unknown): value is object {
  return (typeof value === 'object' && value !== null) || typeof value === 'function';
}

/** A list of ours with the same values. */
function copied(list: ArrayLike<unknown>): readonly unknown[] {
  return apply(arrayOf as Trap, InnerArray, list) as readonly unknown[];
}

const FIELDS = freeze(['value', 'writable', 'get', 'set', 'enumerable', 'configurable'] as const);

/** A descriptor of ours with the same fields. */
function copiedDescriptor(given: object): object {
  const made = {};
  // eslint-disable-next-line @typescript-eslint/prefer-for-of -- that would ask the list for an iterator
  for (let i = 0; i < FIELDS.length; i++) {
    const field = FIELDS[i] as string;
    const own = getOwnPropertyDescriptor(given, field);
    if (own !== undefined) defineProperty(made, field, own);
  }
  return made;
}

/** A handler of ours in front of another. */
function inFrontOf(handler: object): ProxyHandler<object> {
  /** The handler's answer, or without a trap of that name what the object itself does. */
  const ask = (name: string, plainly: unknown, values: readonly unknown[]): unknown => {
    const trap: unknown = get(handler, name);
    if (trap === undefined || trap === null) return apply(plainly as Trap, undefined, values);
    if (typeof trap !== 'function') throw new InnerTypeError(`the trap ${name} is not a function`);
    return apply(trap as Trap, handler, values);
  };
  const askOf = (key: Key, name: string, plainly: unknown, values: readonly unknown[]): unknown =>
    isHidden(key) ? apply(plainly as Trap, undefined, values) : ask(name, plainly, values);
  return freeze({
    __proto__: null,
    apply: (target: object, self: unknown, values: unknown[]) =>
      ask('apply', apply, [target, self, copied(values)]),
    construct: (target: object, values: unknown[], maker: unknown) =>
      ask('construct', construct, [target, copied(values), maker]),
    get: (target: object, key: Key, receiver: unknown) => askOf(key, 'get', get, [target, key, receiver]),
    set: (target: object, key: Key, value: unknown, receiver: unknown) =>
      askOf(key, 'set', set, [target, key, value, receiver]),
    has: (target: object, key: Key) => askOf(key, 'has', has, [target, key]),
    deleteProperty: (target: object, key: Key) => askOf(key, 'deleteProperty', deleteProperty, [target, key]),
    defineProperty: (target: object, key: Key, descriptor: object) =>
      askOf(key, 'defineProperty', defineProperty, [target, key, copiedDescriptor(descriptor)]),
    getOwnPropertyDescriptor: (target: object, key: Key) =>
      askOf(key, 'getOwnPropertyDescriptor', getOwnPropertyDescriptor, [target, key]),
    ownKeys: (target: object) => ask('ownKeys', ownKeys, [target]),
    getPrototypeOf: (target: object) => ask('getPrototypeOf', getPrototypeOf, [target]),
    setPrototypeOf: (target: object, prototype: unknown) =>
      ask('setPrototypeOf', setPrototypeOf, [target, prototype]),
    isExtensible: (target: object) => ask('isExtensible', isExtensible, [target]),
    preventExtensions: (target: object) => ask('preventExtensions', preventExtensions, [target]),
  } as ProxyHandler<object>);
}

function checked(target: unknown, handler: unknown): [object, ProxyHandler<object>] {
  if (isObject(target) && isObject(handler)) return [target, inFrontOf(handler)];
  throw new InnerTypeError('Cannot create proxy with a non-object as target or handler');
}

/** Takes the place of `Proxy`. */
export const InnerProxy = function Proxy(target: unknown, handler: unknown): object {
  if (new.target === undefined) throw new InnerTypeError("Constructor Proxy requires 'new'");
  const given = checked(target, handler);
  return new Genuine(given[0], given[1]);
} as unknown as ProxyConstructor;

defineProperty(InnerProxy, 'prototype', { value: undefined, writable: false });
defineProperty(InnerProxy, 'revocable', {
  value: (target: unknown, handler: unknown): { proxy: object; revoke: () => void } => {
    const given = checked(target, handler);
    return apply(genuineRevocable as Trap, Genuine, given) as { proxy: object; revoke: () => void };
  },
});
