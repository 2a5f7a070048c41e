import { describe, expect, it } from 'vitest';
import { MersenneTwister } from '../../../src/training/tensor/mersenne-twister.ts';
import { arenas } from './arena.ts';

describe.each(await arenas())('draws of the Mersenne Twister, %s', (_build, arena) => {
  it('are the generator’s own, over the ends of its blocks', () => {
    const twister = new MersenneTwister(42);
    const { words, next } = twister.state;
    const state = arena.int32([...words, next]);
    for (const n of [1, 0, 700, 624, 3]) {
      const o = arena.take(Int32Array, n);
      arena.kernels.mt_fill(state.at, o.at, n);
      expect([...o.values].map((draw) => draw >>> 0)).toEqual(
        Array.from({ length: n }, () => twister.next()),
      );
    }
    expect([...state.values]).toEqual([...twister.state.words, twister.state.next]);
    arena.check();
  });
});
