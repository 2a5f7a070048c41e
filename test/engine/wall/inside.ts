/**
 * What runs in the realm of wall.test.ts, beside the wall itself: recorders that note all that they are given, hostile
 * values that lead to them, and every intrinsic replaced by one. Bundled and run as a script of a `vm` context.
 */
import { setUpGlobals } from '../../../src/training/realm/globals.ts';
import { hideFromTraps } from '../../../src/training/realm/inner-proxy.ts';
import { DOORS, DOOR_NAMES, type DoorName, type Doors } from '../../../src/training/realm/doors.ts';
import { GOOD, HOSTILE } from './hostile.ts';
import { provokeEngine } from './engine-ways.ts';
import { replaceIntrinsics } from './intrinsics.ts';
import { note, notes, recorder, spy } from './recorder.ts';
import { throughTheWall, type Outer } from '../../../src/training/realm/wall.ts';

const { apply, defineProperty } = Reflect;
const { setPrototypeOf } = Object;

/** The wall's functions as the rest of the realm has them, by the names of the table. */
function doorsOf(outer: Outer): Readonly<Record<DoorName, (...values: unknown[]) => unknown>> {
  const { native, data } = outer;
  const made: Record<string, unknown> = {
    ...outer,
    origin: () => outer.origin,
    later: (callback: unknown, milliseconds: unknown) =>
      outer.later(callback as () => void, milliseconds as number),
    nativePresent: () => native.present,
    nativeLoad: native.load,
    nativeStage: native.stage,
    nativeUpload: native.upload,
    nativeRun: native.run,
    nativeDownload: native.download,
    nativeDispose: native.dispose,
    dataList: data.list,
    dataRead: data.read,
  };
  return made as Record<DoorName, (...values: unknown[]) => unknown>;
}

export interface Inside {
  readonly names: readonly string[];
  readonly hostile: readonly string[];
  readonly takes: (door: string) => number;
  enter(timer: number, message: string): void;
  /** Calls a door with a hostile value at one place and good ones at the others; what comes of it does not matter. */
  attack(door: string, place: number, kind: string): void;
  /** Has an error of the realm, of every dangerous making, formatted and rejected. */
  provoke(): void;
  /** Hands the wall a callback that is a recorder. */
  waitWithRecorder(): void;
  /** Exhausts the stack in a door. */
  exhaust(door: string): void;
  replaceIntrinsics(): number;
  count(): number;
  at(index: number): unknown;
}

export function inside(doors: Doors, marks: readonly symbol[]): Inside {
  for (const mark of marks) hideFromTraps(mark);
  const wall = throughTheWall(doors, null);
  setUpGlobals(wall.outer);
  const byName = doorsOf(wall.outer);
  const call = (door: string, values: unknown[]): void => {
    try {
      note(apply(byName[door as DoorName], undefined, values));
    } catch (error) {
      note(error);
    }
  };
  const good = (door: string): unknown[] =>
    DOORS[door as DoorName].takes.map((kind) => (GOOD[kind] as () => unknown)());
  const prepared = new Map(DOOR_NAMES.map((name) => [name as string, good]));
  const exhaust = (door: string, values: unknown[]): void => {
    call(door, values);
    exhaust(door, values);
  };
  return {
    names: DOOR_NAMES,
    hostile: Object.keys(HOSTILE),
    takes: (door) => DOORS[door as DoorName].takes.length,
    enter: wall.entrance((message) => note(message)),
    attack(door, place, kind) {
      const values = (prepared.get(door) as typeof good)(door);
      values[place] = HOSTILE[kind]?.();
      call(door, values);
    },
    provoke() {
      const named = new Error('x');
      defineProperty(named, 'name', { get: recorder(() => 'x') as () => unknown });
      note(named.stack);
      const told = new Error('x');
      defineProperty(told, 'message', { get: recorder(() => 'x') as () => unknown });
      note(told.stack);
      const captured = { toString: recorder(() => 'x') } as { stack?: unknown };
      setPrototypeOf(captured, spy());
      Error.captureStackTrace(captured);
      note(captured.stack);
      for (const reason of [spy(), recorder(), HOSTILE['an error']?.(), HOSTILE['a thenable']?.()]) {
        // eslint-disable-next-line @typescript-eslint/prefer-promise-reject-errors -- of an exercise
        setPrototypeOf(Promise.reject(reason), spy());
      }
      provokeEngine();
      const late = Promise.reject(new Error('late'));
      call('later', [() => void late.catch(() => undefined), 1]);
    },
    waitWithRecorder: () => call('later', [recorder(), 0]),
    exhaust(door) {
      try {
        exhaust(door, good(door));
      } catch (error) {
        note(error);
      }
    },
    replaceIntrinsics,
    ...notes,
  };
}
