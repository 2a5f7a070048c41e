/**
 * Node's side of the wall: the functions of `realm/doors.ts` as they are handed to the realm. Their arguments are a
 * stranger's: a `typeof` or a brand is asked before anything else, and nothing is coerced, called, iterated or looked up
 * on them. What they throw is a string, and they themselves have no prototype: one that got inside would lead nowhere.
 */
import { types } from 'node:util';
import { DOOR_NAMES, DOORS, type Doors, type Given, type Taken } from '../realm/doors.ts';

type AnyDoor = (first?: unknown, second?: unknown, third?: unknown) => unknown;

const typedArray = Object.getPrototypeOf(Uint8Array.prototype) as object;

function getterOf(name: 'buffer' | 'byteOffset' | 'length'): () => unknown {
  return Reflect.getOwnPropertyDescriptor(typedArray, name)?.get as () => unknown;
}

const [bufferOf, offsetOf, lengthOf] = [getterOf('buffer'), getterOf('byteOffset'), getterOf('length')];

const memoryBuffer = Reflect.getOwnPropertyDescriptor(WebAssembly.Memory.prototype, 'buffer')
  ?.get as () => unknown;

/** By its brand; nothing of the object is run. */
function isSharedMemory(value: unknown): boolean {
  try {
    return types.isSharedArrayBuffer(Reflect.apply(memoryBuffer, value, []));
  } catch {
    return false;
  }
}

/** The same memory, seen by an array of this realm: Node looks up properties on what it is given. */
function ownView(bytes: unknown): Uint8Array {
  const buffer = Reflect.apply(bufferOf, bytes, []) as ArrayBuffer;
  const offset = Reflect.apply(offsetOf, bytes, []) as number;
  return new Uint8Array(buffer, offset, Reflect.apply(lengthOf, bytes, []) as number);
}

/** @throws string when `value` is not of the kind */
function taken(kind: Taken | undefined, value: unknown): unknown {
  if (kind === undefined) return undefined;
  if (kind === 'bytes' && types.isUint8Array(value)) return ownView(value);
  if (kind === 'buffer' && types.isArrayBuffer(value)) return value;
  if (kind === 'shared' && types.isSharedArrayBuffer(value)) return value;
  if (kind === 'memory' && isSharedMemory(value)) return value;
  if (typeof value === kind) return value;
  // eslint-disable-next-line @typescript-eslint/only-throw-error -- an Error of this realm must not get inside
  throw `${kind} was expected`;
}

function guarded(door: AnyDoor, takes: readonly Taken[], gives: Given): AnyDoor {
  const guard: AnyDoor = (first, second, third) => {
    try {
      const answer = door(taken(takes[0], first), taken(takes[1], second), taken(takes[2], third));
      return typeof answer === gives ? answer : undefined;
    } catch (error) {
      // eslint-disable-next-line @typescript-eslint/only-throw-error -- as above
      throw typeof error === 'string' ? error : textOf(error);
    }
  };
  return Object.freeze(Object.setPrototypeOf(guard, null) as AnyDoor);
}

function textOf(error: unknown): string {
  return error instanceof Error ? error.message : 'the host failed';
}

/** The doors, as the realm gets them. */
export function guardedDoors(doors: Doors): Doors {
  const made = Object.create(null) as Record<string, AnyDoor>;
  for (const name of DOOR_NAMES) {
    const { takes, gives } = DOORS[name];
    made[name] = guarded(doors[name] as AnyDoor, takes, gives);
  }
  return Object.freeze(made) as unknown as Doors;
}
