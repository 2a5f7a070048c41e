/** Makes a realm without chance and without time, so that every build of the same source keeps the same memory of Python. */
import { MersenneTwister } from '../tensor/mersenne-twister.ts';

/** 1 January 2026 in milliseconds: file times in zip archives begin in 1980, so 0 would not do. */
const MOMENT = 1_767_225_600_000;

export function makeDeterministic(): void {
  const stream = new MersenneTwister(0);
  Math.random = () => stream.next() / 2 ** 32;
  Date.now = () => MOMENT;
  performance.now = () => 0;
}
