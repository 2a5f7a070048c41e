import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import * as ours from '../../../src/training/realm/text-encoding.ts';

describe('agrees with the platform', () => {
  test('in encoding any string', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 50 }), (text) => {
        expect(new ours.TextEncoder().encode(text)).toEqual(new TextEncoder().encode(text));
      }),
    );
  });

  test('in encoding lone surrogates', () => {
    const text = 'a\ud800b\udc00\ud83d\ude00';
    expect(new ours.TextEncoder().encode(text)).toEqual(new TextEncoder().encode(text));
  });

  test('in encoding into a space that is too small', () => {
    for (let size = 0; size < 12; size++) {
      const [mine, theirs] = [new Uint8Array(size), new Uint8Array(size)];
      const text = 'aé😀b€';
      expect(new ours.TextEncoder().encodeInto(text, mine)).toEqual(
        new TextEncoder().encodeInto(text, theirs),
      );
      expect(mine).toEqual(theirs);
    }
  });

  test.each(['utf-8', 'utf-16le'])('in decoding any bytes as %s', (label) => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 60 }), (bytes) => {
        const even =
          label === 'utf-8'
            ? bytes
            : bytes.map((byte, i) => (i % 2 ? byte & 0x0f : byte)).slice(0, bytes.length & ~1);
        expect(new ours.TextDecoder(label).decode(even)).toBe(new TextDecoder(label).decode(even));
      }),
    );
  });

  test('in decoding long text', () => {
    const text = 'aé😀b€'.repeat(20_000);
    expect(new ours.TextDecoder().decode(new TextEncoder().encode(text))).toBe(text);
  });

  test('in decoding malformed sequences', () => {
    const sequences = [
      [0xc0, 0x80],
      [0xe0, 0x80, 0x80],
      [0xed, 0xa0, 0x80],
      [0xf0, 0x80, 0x80, 0x80],
      [0xf4, 0x90, 0x80, 0x80],
      [0xe2, 0x82],
      [0xff, 0x41],
    ];
    for (const bytes of sequences) {
      const array = Uint8Array.from(bytes);
      expect(new ours.TextDecoder().decode(array)).toBe(new TextDecoder().decode(array));
    }
  });
});

test('fatal decoding fails on malformed bytes', () => {
  expect(() => new ours.TextDecoder('utf-8', { fatal: true }).decode(Uint8Array.of(0xff))).toThrow(TypeError);
});

test('an encoding that is not there is named', () => {
  expect(() => new ours.TextDecoder('shift_jis')).toThrow('shift_jis');
});
