import { describe, expect, it } from 'vitest';
import { MersenneTwister } from '../../../src/training/tensor/mersenne-twister.ts';
import { arenas, type Arena, type Slice } from './arena.ts';

/** How many numbers are drawn one after the other: over the ends of the words, at odd and at even places. */
const COUNTS = [1, 0, 700, 624, 3, 311, 6, 1300];

function begin(arena: Arena): { twister: MersenneTwister; state: Slice<Int32Array> } {
  const twister = new MersenneTwister(42);
  const { words, next } = twister.state;
  return { twister, state: arena.int32([...words, next]) };
}

function expectSame(twister: MersenneTwister, state: Slice<Int32Array>): void {
  expect([...state.values]).toEqual([...twister.state.words, twister.state.next]);
}

describe.each(await arenas())('draws of the Mersenne Twister, %s', (_build, arena) => {
  it('are the generator’s own, over the ends of its blocks', () => {
    const { twister, state } = begin(arena);
    for (const n of COUNTS) {
      const o = arena.take(Int32Array, n);
      arena.kernels.mt_fill(state.at, o.at, n);
      expect([...o.values].map((draw) => draw >>> 0)).toEqual(
        Array.from({ length: n }, () => twister.next()),
      );
    }
    expectSame(twister, state);
    arena.check();
  });

  it('are below a probability by all of their 53 bits', () => {
    for (const p of [0, 0.25, 1 / 3, 0.8, 1]) {
      const { twister, state } = begin(arena);
      const uniform = (): number => ((twister.next() & 0x1fffff) * 2 ** 32 + twister.next()) * 2 ** -53;
      // An odd number of words first, so that a number's two lie on either side of an end.
      arena.kernels.mt_fill(state.at, arena.take(Int32Array, 1).at, 1);
      twister.next();
      for (const n of COUNTS) {
        const o = arena.take(Float32Array, n);
        arena.kernels.mt_bernoulli(state.at, o.at, n, p, 1.25);
        expect([...o.values]).toEqual(Array.from({ length: n }, () => (uniform() < p ? 1.25 : 0)));
      }
      expectSame(twister, state);
    }
    const { twister, state } = begin(arena);
    const exact = ((twister.next() & 0x1fffff) * 2 ** 32 + twister.next()) * 2 ** -53;
    for (const [p, wanted] of [
      [exact, 0],
      [exact + 2 ** -53, 1],
    ] as const) {
      const o = arena.take(Float32Array, 1);
      arena.kernels.mt_bernoulli(arena.int32(state.values).at, o.at, 1, p, 1);
      expect(o.values[0]).toBe(wanted);
    }
    arena.check();
  });

  it('are spread evenly, rounded once', () => {
    const [from, extent] = [Math.fround(-0.3), Math.fround(0.7)];
    const { twister, state } = begin(arena);
    for (const n of COUNTS) {
      const o = arena.take(Float32Array, n);
      arena.kernels.mt_uniform(state.at, o.at, n, from, extent);
      expect([...o.values]).toEqual(
        Array.from({ length: n }, () => Math.fround((twister.next() & 0xffffff) * 2 ** -24 * extent + from)),
      );
    }
    expectSame(twister, state);
    arena.check();
  });
});
