/**
 * Node's side of wall.test.ts, a program of its own so that it can run on any Node: opens a context as the engine does,
 * tries every door with every hostile value, before and after all intrinsics were replaced by recorders, and prints
 * what the recorders saw of this realm as JSON.
 */
import { AsyncResource } from 'node:async_hooks';
import { readFileSync } from 'node:fs';
import { types } from 'node:util';
import { setTimeout as wait } from 'node:timers/promises';
import { constants, createContext, runInContext } from 'node:vm';
import { guardedDoors } from '../../../src/training/threads/guarded-doors.ts';
import { DOOR_NAMES, DOORS, type Doors, type Taken } from '../../../src/training/realm/doors.ts';
import type { Inside } from './inside.ts';

/** What the program prints. */
export interface Findings {
  readonly node: string;
  /** Values that the recorders noted. */
  readonly seen: number;
  /** Those of this realm, by what was tried. */
  readonly outer: readonly string[];
  /** What a function behind a door was given that it must never see. */
  readonly accepted: readonly string[];
  readonly replaced: number;
  readonly doors: number;
  readonly attacks: number;
}

process.on('unhandledRejection', () => undefined);
process.on('rejectionHandled', () => undefined);

const FITS: Readonly<Record<Taken, (value: unknown) => boolean>> = {
  string: (value) => typeof value === 'string',
  number: (value) => typeof value === 'number',
  bytes: (value) => types.isUint8Array(value) && value instanceof Uint8Array,
  buffer: (value) => types.isArrayBuffer(value),
  shared: (value) => types.isSharedArrayBuffer(value),
  memory: (value) => types.isSharedArrayBuffer(bufferOf(value)),
};
/** Of a memory of WebAssembly, by its brand. */
function bufferOf(value: unknown): unknown {
  const descriptor = Object.getOwnPropertyDescriptor(WebAssembly.Memory.prototype, 'buffer');
  return Reflect.apply(descriptor?.get as () => unknown, value, []);
}

const ANSWERS = { string: '{}', number: 1, boolean: true, undefined } as const;

const accepted: string[] = [];
let calls = 0;
let enter: Inside['enter'] = () => undefined;

/** Doors that accept what the table says, and that fail now and then with an error of this realm. */
function doorsOfThisRealm(): Doors {
  const doors: Record<string, (...values: unknown[]) => unknown> = {};
  for (const name of DOOR_NAMES) {
    const { takes, gives } = DOORS[name];
    doors[name] = (...values) => {
      takes.forEach((kind, place) => {
        if (!FITS[kind](values[place])) accepted.push(`${name}, argument ${place}: ${typeof values[place]}`);
      });
      // As the engine sends it to helper threads.
      if (name === 'lend') structuredClone({ memory: values[0] });
      if (name === 'later') setTimeout(() => enter(values[0] as number, ''), 0);
      if (++calls % 5 === 0 && name !== 'origin' && name !== 'nativePresent') throw new RangeError('of Node');
      return ANSWERS[gives];
    };
  }
  return doors as unknown as Doors;
}

const own = new Set<unknown>();
for (const maker of [
  Object,
  Function,
  Array,
  Error,
  Promise,
  Uint8Array,
  ArrayBuffer,
  Symbol,
  String,
  Number,
  Map,
]) {
  own.add(maker);
  own.add(maker.prototype);
}

/** Whether a value is of this realm. A Proxy is not: only the realm makes any. */
function isOuter(value: unknown): boolean {
  for (let at: unknown = value; at !== null && !types.isProxy(at); at = Object.getPrototypeOf(at)) {
    if (own.has(at)) return true;
  }
  return false;
}

async function main(): Promise<Findings> {
  const context = createContext(constants.DONT_CONTEXTIFY, {
    codeGeneration: { strings: false, wasm: true },
  });
  const open = runInContext(readFileSync(process.argv[2] as string, 'utf8'), context) as (
    doors: Doors,
    marks: readonly symbol[],
  ) => Inside;
  const doors = guardedDoors(doorsOfThisRealm());
  own.add(doors);
  for (const name of DOOR_NAMES) own.add(doors[name]);
  const inside = open(doors, Object.getOwnPropertySymbols(new AsyncResource('test')));
  enter = (timer, message) => {
    try {
      inside.enter(timer, message);
    } catch {
      // As the engine: what the realm throws is not looked at.
    }
  };
  const outer: string[] = [];
  let judged = 0;
  const judge = (tried: string): void => {
    const count = inside.count();
    for (; judged < count; judged++) if (isOuter(inside.at(judged))) outer.push(tried);
  };
  let attacks = 0;
  const attackAll = (when: string): void => {
    for (const door of inside.names) {
      for (let place = 0; place < inside.takes(door) + 1; place++) {
        for (const kind of inside.hostile) {
          inside.attack(door, place, kind);
          attacks++;
          judge(`${when}: ${door}, argument ${place}: ${kind}`);
        }
      }
    }
  };
  const provoke = async (when: string): Promise<void> => {
    inside.provoke();
    inside.waitWithRecorder();
    enter(0, 'a message');
    await wait(50);
    judge(`${when}: stacks, rejections and timers`);
  };
  attackAll('before');
  await provoke('before');
  for (const door of inside.names) {
    inside.exhaust(door);
    judge(`an exhausted stack in ${door}`);
  }
  const replaced = inside.replaceIntrinsics();
  attackAll('intrinsics replaced');
  await provoke('intrinsics replaced');
  judge('the end');
  return {
    node: process.version,
    seen: judged,
    outer,
    accepted,
    replaced,
    doors: inside.names.length,
    attacks,
  };
}

main().then(
  (findings) => console.log(JSON.stringify(findings)),
  (error: unknown) => {
    console.error(error);
    process.exitCode = 1;
  },
);
