import { describe, expect, test } from 'vitest';
import { References } from '../../../src/training/realm/references.ts';
import { PIECE, SparseMemory, usedRanges } from '../../../src/training/realm/sparse-memory.ts';

/** Six pieces, of which the second, the third and the fifth are in use. */
function memory(): Uint8Array {
  const bytes = new Uint8Array(6 * PIECE);
  bytes[PIECE] = 1;
  bytes[3 * PIECE - 1] = 2;
  bytes[4 * PIECE + 5] = 3;
  return bytes;
}

describe('a sparse memory', () => {
  test('knows where something is', () => {
    expect(usedRanges(memory())).toEqual([
      { start: PIECE, end: 3 * PIECE },
      { start: 4 * PIECE, end: 5 * PIECE },
    ]);
  });

  test('believes what is known, and looks around it', () => {
    const known = [{ start: 0, end: PIECE }];
    expect(usedRanges(memory(), known)).toEqual([...known, ...usedRanges(memory())]);
  });

  test('is restored whatever was written meanwhile, beyond its end too', () => {
    const kept = new SparseMemory(memory());
    const later = new Uint8Array(8 * PIECE).fill(7);
    kept.restore(later);
    // Byte by byte `toEqual` takes seconds.
    expect(Buffer.compare(later.subarray(0, 6 * PIECE), memory())).toBe(0);
    expect(later.subarray(6 * PIECE).every((byte) => byte === 0)).toBe(true);
  });
});

describe('references', () => {
  const modules = { _engine: { add: () => 1 }, _realm: { write: () => 2 } };

  test('are found by the name that they gave', () => {
    const [here, there] = [new References(modules), new References({ ...modules })];
    for (const object of [modules._engine, modules._engine.add, modules._realm.write]) {
      expect(there.find(here.nameOf(object))).toBe(object);
    }
  });

  test('refuse what is not theirs', () => {
    expect(() => new References(modules).nameOf({})).toThrow('no name');
    expect(() => new References({}).find('_engine.add')).toThrow('there is no _engine.add');
  });
});
