/** The moving picture of the README: pictures in, and the same pictures out of the file. */
import { inflateSync } from 'node:zlib';
import { decodeApng } from 'fast-png';
import { describe, expect, it } from 'vitest';
import { movingPicture } from '../../scripts/moving-picture.mjs';

const [width, height] = [7, 5];

/** A picture in one colour, with a single pixel of another one. */
function picture(pixel, channels = 3) {
  const data = new Uint8Array(width * height * channels).fill(40);
  if (pixel !== undefined) data.set([200, 100, 50], pixel * channels);
  return { width, height, channels, depth: 8, data };
}

const coloursOf = ({ data, channels }) => Array.from(data).filter((_, index) => index % channels < 3);

/** The parts of the file: what is shown where. fast-png, which checks everything else of it, rounds down what lies over. */
function partsOf(film) {
  const parts = [];
  for (let at = 8; at < film.length; at += film.readUInt32BE(at) + 12) {
    const type = film.toString('latin1', at + 4, at + 8);
    const content = film.subarray(at + 8, at + 8 + film.readUInt32BE(at));
    if (type === 'fcTL') {
      const [, across, down, x, y] = [0, 4, 8, 12, 16].map((byte) => content.readUInt32BE(byte));
      parts.push({ across, down, x, y });
    }
    if (type === 'IDAT') parts.at(-1).pixels = inflateSync(content);
    if (type === 'fdAT') parts.at(-1).pixels = inflateSync(content.subarray(4));
  }
  return parts;
}

/** What is seen: each part over the ones before. */
function seen(film) {
  const now = new Uint8Array(width * height * 3);
  return partsOf(film).map(({ across, down, x, y, pixels }) => {
    for (let row = 0; row < down; row += 1)
      for (let column = 0; column < across; column += 1) {
        const from = row * (1 + across * 4) + 1 + column * 4;
        if (pixels[from + 3] === 255)
          now.set(pixels.subarray(from, from + 3), ((y + row) * width + x + column) * 3);
      }
    return [...now];
  });
}

describe('a moving picture', () => {
  const shown = [picture(), picture(3, 4), picture(33), picture()];
  const film = movingPicture(shown.map((one, index) => ({ picture: one, milliseconds: 100 + index })));
  const { frames, width: across, height: down } = decodeApng(film);

  it('shows each picture for its time', () => {
    expect([across, down, frames.length]).toEqual([width, height, shown.length]);
    expect(seen(film)).toEqual(shown.map(coloursOf));
    expect(frames.map(({ delayNumber }) => delayNumber)).toEqual([100, 101, 102, 103]);
    expect(new Set(frames.map(({ delayDenominator }) => delayDenominator))).toEqual(new Set([1000]));
  });

  it('keeps of each picture what differs from the one before', () => {
    const still = movingPicture([{ picture: picture(), milliseconds: 1 }]);
    const long = movingPicture(
      Array.from({ length: 50 }, (_, index) => ({ picture: picture(index % 2), milliseconds: 1 })),
    );
    expect(long.length).toBeLessThan(still.length + 50 * 100);
  });

  it('shows what does not change once, for as long', () => {
    const same = [1, 1, 2].map((pixel) => ({ picture: picture(pixel), milliseconds: 300 }));
    const two = decodeApng(movingPicture(same)).frames;
    expect(two.map(({ delayNumber }) => delayNumber)).toEqual([600, 300]);
  });

  it('refuses none, and pictures of two sizes', () => {
    expect(() => movingPicture([])).toThrow('no picture');
    const other = { ...picture(), width: 5, height: 7 };
    const both = [picture(), other].map((one) => ({ picture: one, milliseconds: 1 }));
    expect(() => movingPicture(both)).toThrow('one size');
    expect(() => movingPicture([{ picture: { ...picture(), channels: 1 }, milliseconds: 1 }])).toThrow(
      'channels',
    );
  });
});
