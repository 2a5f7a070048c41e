// Work in parts, of which helper threads on the same memory take some: whoever is free claims the next one. The owner waits
// only for parts that a helper has claimed, so one that sleeps or comes late costs nothing. No part depends on who does it.
import { keepApart, SHARED } from './statics';

/** A cache line each. What is on offer: the work's number << 32 | how many parts it has << 16 | the next part. */
const OFFER: usize = SHARED;
/** Parts that helpers have done. */
const DONE: usize = SHARED + 0x40;
/** Helpers that are ready for work, and those that ever were. */
const READY: usize = SHARED + 0x80;
const ARRIVED: usize = SHARED + 0x84;
/** Helpers that sleep. */
const SLEEPING: usize = SHARED + 0xc0;
/** Whether the owner sleeps. */
const WAITING: usize = SHARED + 0x100;
/** Whether helpers are to leave, and whether one has failed. */
const DISMISSED: usize = SHARED + 0x140;
const BROKEN: usize = SHARED + 0x144;
/** The function of the work on offer. */
const WORK: usize = SHARED + 0x180;
/** What it is to do, as its kernel keeps it: up to 512 bytes. */
export const JOB: usize = SHARED + 0x200;

/** Looks at memory before a thread goes to sleep: some 30 microseconds. */
const LOOKS: i32 = 20000;
/** `atomic.wait` was not woken in time. */
const TIMED_OUT: i32 = 2;

/** 0: the owner; helpers count from 1. */
export let thread: i32 = 0;
/** Helpers that may come, for which scratch is to have room. */
let expected: i32 = 0;
/** Nanoseconds that the owner sleeps before it counts itself as kept waiting. */
const PATIENCE: i64 = 2_000_000;
/** How often it was, since it was last asked. */
let late: i32 = 0;
/** The owner does all by itself for now. */
let isResting: bool = false;
/** The owner is within {@link share}. */
let isSharing: bool = false;
let works: i64 = 0;

/** Threads for which scratch must have room. */
// @inline
export function threads(): i32 {
  return expected + 1;
}

/** Tells the owner how many helpers may come. */
export function expect_helpers(count: i32): void {
  expected = count;
}

/** How often a helper has kept the owner waiting for two milliseconds, since the last call. */
export function helpers_late(): i32 {
  const count = late;
  late = 0;
  return count;
}

/** Has the owner do everything by itself, or not. */
export function rest_helpers(resting: i32): void {
  isResting = resting != 0;
}

/** Helpers that are ready for work. */
export function helpers_ready(): i32 {
  return atomic.load<i32>(READY);
}

/** Helpers that have come, gone ones too. */
export function helpers_arrived(): i32 {
  return atomic.load<i32>(ARRIVED);
}

/** Whether there is anybody to share with. */
// @inline
export function hasHelpers(): bool {
  return thread == 0 && !isSharing && !isResting && atomic.load<i32>(READY) > 0;
}

// @inline
function isOpen(offer: i64): bool {
  return (offer & 0xffff) < ((offer >> 16) & 0xffff);
}

/** Takes the next part; -1 when there is none. */
function claim(): i32 {
  const offer = atomic.add<i64>(OFFER, 1);
  return isOpen(offer) ? <i32>(offer & 0xffff) : -1;
}

/** Does all parts, with the helpers where there are any. At most 32,000 parts; what they are is in {@link JOB}. */
export function share(work: (part: i32) => void, parts: i32): void {
  if (parts < 2 || !hasHelpers()) {
    for (let part = 0; part < parts; part++) work(part);
    return;
  }
  isSharing = true;
  i32.store(WORK, work.index);
  atomic.store<i32>(DONE, 0);
  atomic.store<i64>(OFFER, (++works << 32) | ((<i64>parts) << 16));
  if (atomic.load<i32>(SLEEPING) > 0) atomic.notify(OFFER, parts - 1);
  let left = parts;
  for (let part = claim(); part >= 0; part = claim()) {
    work(part);
    left--;
  }
  waitFor(left);
  isSharing = false;
}

/** Until helpers have done so many parts. */
function waitFor(parts: i32): void {
  for (let i = 0; i < LOOKS; i++) if (atomic.load<i32>(DONE) == parts) return;
  atomic.store<i32>(WAITING, 1);
  for (let done = atomic.load<i32>(DONE); done != parts; done = atomic.load<i32>(DONE)) {
    if (atomic.load<i32>(BROKEN) != 0) unreachable();
    if (atomic.wait<i32>(DONE, done, PATIENCE) == TIMED_OUT) late++;
  }
  atomic.store<i32>(WAITING, 0);
}

/**
 * A helper's life: works and sleeps until it is dismissed, or was not needed for `idle` nanoseconds.
 * @param number from 1 to as many as are expected
 */
export function help(number: i32, idle: i64): void {
  thread = number;
  keepApart(number);
  atomic.add<i32>(READY, 1);
  atomic.add<i32>(ARRIVED, 1);
  while (atomic.load<i32>(DISMISSED) == 0) {
    const offer = atomic.load<i64>(OFFER);
    if (isOpen(offer)) takePart();
    else if (!isSoon(offer) && sleep(offer, idle) == TIMED_OUT) break;
  }
  atomic.sub<i32>(READY, 1);
}

function takePart(): void {
  const part = claim();
  if (part < 0) return;
  call_indirect(i32.load(WORK), part);
  atomic.add<i32>(DONE, 1);
  if (atomic.load<i32>(WAITING) != 0) atomic.notify(DONE, 1);
}

/** Whether something else is on offer in a moment. */
function isSoon(offer: i64): bool {
  for (let i = 0; i < LOOKS; i++) if (atomic.load<i64>(OFFER) != offer) return true;
  return false;
}

function sleep(offer: i64, idle: i64): i32 {
  atomic.add<i32>(SLEEPING, 1);
  const how = atomic.wait<i64>(OFFER, offer, idle);
  atomic.sub<i32>(SLEEPING, 1);
  return how;
}

/** Sends the helpers away; none may be called to this memory again. */
export function dismiss_helpers(): void {
  atomic.store<i32>(DISMISSED, 1);
  atomic.store<i64>(OFFER, ++works << 32);
  atomic.notify(OFFER, -1);
}

/** Says for a helper that failed that its part will not be done. */
export function fail_helper(): void {
  atomic.store<i32>(BROKEN, 1);
  atomic.notify(DONE, -1);
}
