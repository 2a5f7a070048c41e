/** The heap: blocks that do not overlap, come back, and join; buffers that move into it and out of it. */
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Buffer } from '../../../src/training/backend/buffer.ts';
import { Blocks, blockSize } from '../../../src/training/backend/wasm/blocks.ts';
import { connectHeap, heapState, trimHeap } from '../../../src/training/backend/wasm/heap.ts';
import { heapModules } from './heap-modules.ts';

const FIRST = 1 << 16;
const sizes = fc.oneof(fc.integer({ min: 0, max: 5000 }), fc.integer({ min: 100_000, max: 3_000_000 }));

describe('blocks', () => {
  it('never overlap, are aligned, and are all free again in the end', () => {
    const steps = fc.array(fc.record({ bytes: sizes, drop: fc.nat() }), { maxLength: 60 });
    fc.assert(
      fc.property(steps, (wanted) => {
        const blocks = new Blocks(FIRST);
        const held: { address: number; bytes: number }[] = [];
        for (const { bytes, drop } of wanted) {
          const address = blocks.take(bytes);
          expect(address % 64).toBe(0);
          expect(address).toBeGreaterThanOrEqual(FIRST);
          for (const other of held) {
            expect(address + bytes <= other.address || other.address + other.bytes <= address).toBe(true);
          }
          held.push({ address, bytes });
          if (drop % 3 > 0) continue;
          const [gone] = held.splice(drop % held.length, 1);
          if (gone !== undefined) blocks.give(gone.address, gone.bytes);
        }
        for (const { address, bytes } of held) blocks.give(address, bytes);
        expect(blocks.used).toBe(0);
      }),
      { numRuns: 100 },
    );
  });

  it('joins what is free, so that a larger one finds room where smaller ones were', () => {
    const blocks = new Blocks(FIRST);
    const each = 1_000_000;
    const addresses = [1, 2, 3, 4].map(() => blocks.take(each));
    for (const i of [1, 3, 0, 2]) blocks.give(addresses[i] as number, each);
    expect(blocks.take(3 * each)).toBe(addresses[0]);
  });

  it('are at most a quarter larger than what was asked for, beyond the padding', () => {
    fc.assert(
      fc.property(sizes, (bytes) => {
        expect(blockSize(bytes)).toBeGreaterThanOrEqual(bytes + 16);
        expect(blockSize(bytes)).toBeLessThanOrEqual(Math.max(1.25 * (bytes + 16), bytes + 16 + 64));
      }),
    );
  });
});

describe('a buffer in the heap', () => {
  beforeAll(async () => {
    connectHeap((await heapModules[0]?.compile()) ?? null);
  }, 120_000);
  afterAll(() => {
    connectHeap(null);
  });

  it('moves there when its address is asked for, and its array is a view of it from then on', () => {
    const buffer = new Buffer('float32', 3, Float32Array.of(1, 2, 3));
    const before = buffer.read();
    buffer.address();
    expect([...buffer.read()]).toEqual([1, 2, 3]);
    expect(buffer.read()).not.toBe(before);
    buffer.write()[1] = 5;
    expect(buffer.read()[1]).toBe(5);
    buffer.release();
    expect(heapState().used).toBe(0);
  });

  it('hands its block over to one that takes over its numbers', () => {
    const target = new Buffer('float32', 2, Float32Array.of(1, 2));
    const source = new Buffer('float32', 2, null);
    source.write().set([3, 4]);
    expect(target.takeOver(source)).toBe(true);
    source.release();
    expect([...target.read()]).toEqual([3, 4]);
    target.release();
    expect(heapState().used).toBe(0);
  });

  it('keeps its view while the memory grows, and a large empty memory is given back', () => {
    const small = new Buffer('float32', 4, null);
    const view = small.read();
    view.fill(7);
    const large = new Buffer('float32', 1 << 25, null);
    large.write()[(1 << 25) - 1] = 1;
    view[0] = 8;
    expect([...small.read()]).toEqual([8, 7, 7, 7]);
    trimHeap();
    expect(heapState().bytes).toBeGreaterThan(1 << 27);
    large.release();
    small.release();
    trimHeap();
    expect(heapState().bytes).toBe(0);
  });
});
