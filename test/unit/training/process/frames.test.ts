import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { encodeFrame, FrameReader, type Frame } from '../../../../src/training/process/frames.ts';

function readAll(reader: FrameReader): Frame[] {
  const frames: Frame[] = [];
  for (let frame = reader.next(); frame !== null; frame = reader.next()) frames.push(frame);
  return frames;
}

describe('frames', () => {
  it('arrive as they were sent, in whatever pieces', () => {
    const sent = fc.array(fc.tuple(fc.nat(), fc.nat({ max: 255 }), fc.uint8Array({ maxLength: 200 })));
    fc.assert(
      fc.property(sent, fc.infiniteStream(fc.integer({ min: 1, max: 50 })), (frames, cuts) => {
        const bytes = Buffer.concat(
          frames.map(([thread, kind, payload]) => encodeFrame(thread, kind, payload)),
        );
        const reader = new FrameReader(1000);
        const read: Frame[] = [];
        for (let at = 0; at < bytes.length;) {
          const end = at + (cuts.next().value as number);
          reader.push(bytes.subarray(at, end));
          read.push(...readAll(reader));
          at = end;
        }
        expect(read.map(({ thread, kind, payload }) => [thread, kind, [...payload]])).toEqual(
          frames.map(([thread, kind, payload]) => [thread, kind, [...payload]]),
        );
      }),
    );
  });

  it('that say to be longer than any are refused before they have arrived', () => {
    const reader = new FrameReader(10);
    reader.push(encodeFrame(1, 2, 'x'.repeat(11)).subarray(0, 9));
    expect(() => reader.next()).toThrow(RangeError);
  });
});
