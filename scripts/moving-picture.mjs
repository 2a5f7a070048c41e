// Puts pictures of equal size together as one that moves: an animated PNG, which every browser shows, so that the README's
// picture needs no other kind of file. Of each picture only what differs from the one before is kept: the smallest part
// with all of it, and in that part the pixels that stay are transparent.
// The format: https://www.w3.org/TR/png-3/#apng-frame-based-animation
import { crc32, deflateSync } from 'node:zlib';

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const CHANNELS = 3;
const TRUE_COLOUR_WITH_ALPHA = 6;
const OPAQUE = 255;
/** What becomes of a part: it stays under the next one, which is laid over it. */
const [STAYS, OVER] = [0, 1];

/**
 * @typedef {{width: number, height: number, channels: number, data: Uint8Array}} Picture as fast-png decodes it, 8 bits a channel
 * @typedef {{picture: Picture, milliseconds: number}} Shown
 * @typedef {{x: number, y: number, width: number, height: number}} Part
 */

function chunk(type, ...contents) {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), ...contents]);
  return Buffer.concat([numbers(body.length - 4), body, numbers(crc32(body))]);
}

/** Each in four bytes. */
function numbers(...values) {
  const bytes = Buffer.alloc(4 * values.length);
  values.forEach((value, index) => bytes.writeUInt32BE(value, 4 * index));
  return bytes;
}

/** Red, green and blue of every pixel; the window's pictures have nothing behind them to shine through. */
function coloursOf({ width, height, channels, data }) {
  if (channels < CHANNELS) throw new Error(`a picture of ${channels} channels is not one of a window`);
  const colours = new Uint8Array(width * height * CHANNELS);
  for (let pixel = 0; pixel < width * height; pixel += 1)
    for (let channel = 0; channel < CHANNELS; channel += 1)
      colours[pixel * CHANNELS + channel] = data[pixel * channels + channel];
  return { width, height, colours };
}

/** Whether a pixel, by the place of its red, is of one colour in both. */
const isSame = (one, other, at) =>
  one[at] === other[at] && one[at + 1] === other[at + 1] && one[at + 2] === other[at + 2];

/** @returns {Part | undefined} the smallest part outside of which both are the same; undefined: they are the same */
function differenceOf(before, after) {
  let [left, top, right, bottom] = [after.width, after.height, -1, -1];
  for (let y = 0; y < after.height; y += 1)
    for (let x = 0; x < after.width; x += 1) {
      if (isSame(before.colours, after.colours, (y * after.width + x) * CHANNELS)) continue;
      [left, top] = [Math.min(left, x), Math.min(top, y)];
      [right, bottom] = [Math.max(right, x), Math.max(bottom, y)];
    }
  return right < 0 ? undefined : { x: left, y: top, width: right - left + 1, height: bottom - top + 1 };
}

/**
 * The pixels of a part with what differs from the picture `before`, a row after the other, each behind a byte that says it
 * is not filtered: filters make pictures of windows larger.
 */
function packed({ width, colours }, part, before) {
  const rows = Buffer.alloc(part.height * (1 + part.width * (CHANNELS + 1)));
  let to = 0;
  for (let y = part.y; y < part.y + part.height; y += 1) {
    to += 1;
    for (let x = part.x; x < part.x + part.width; x += 1, to += CHANNELS + 1) {
      const at = (y * width + x) * CHANNELS;
      if (before !== undefined && isSame(before.colours, colours, at)) continue;
      rows.set(colours.subarray(at, at + CHANNELS), to);
      rows[to + CHANNELS] = OPAQUE;
    }
  }
  return deflateSync(rows, { level: 9 });
}

/** How long a part is shown, and where. */
function control(sequence, part, milliseconds) {
  const delay = Buffer.alloc(6);
  delay.writeUInt16BE(Math.min(0xffff, Math.round(milliseconds)), 0);
  delay.writeUInt16BE(1000, 2);
  delay.set([STAYS, OVER], 4);
  return chunk('fcTL', numbers(sequence, part.width, part.height, part.x, part.y), delay);
}

/** Pictures one after another that differ, each for as long as all that looked like it. */
function changesOf(shown) {
  const changes = [];
  for (const { picture, milliseconds } of shown) {
    const now = coloursOf(picture);
    const last = changes.at(-1);
    if (last === undefined) {
      changes.push({ now, part: { x: 0, y: 0, width: now.width, height: now.height }, milliseconds });
      continue;
    }
    if (now.width !== last.now.width || now.height !== last.now.height)
      throw new Error('the pictures are not of one size');
    const part = differenceOf(last.now, now);
    if (part === undefined) last.milliseconds += milliseconds;
    else changes.push({ now, part, milliseconds });
  }
  return changes;
}

/**
 * @param {readonly Shown[]} shown at least one, of equal size
 * @returns {Buffer} an animated PNG that begins again when it is over
 */
export function movingPicture(shown) {
  const changes = changesOf(shown);
  const [first] = changes;
  if (first === undefined) throw new Error('there is no picture to show');
  let sequence = 0;
  const frames = changes.flatMap(({ now, part, milliseconds }, index) => {
    const begin = control(sequence++, part, milliseconds);
    const pixels = packed(now, part, changes[index - 1]?.now);
    return [begin, index === 0 ? chunk('IDAT', pixels) : chunk('fdAT', numbers(sequence++), pixels)];
  });
  const kind = Buffer.from([8, TRUE_COLOUR_WITH_ALPHA, 0, 0, 0]);
  return Buffer.concat([
    SIGNATURE,
    chunk('IHDR', numbers(first.now.width, first.now.height), kind),
    chunk('acTL', numbers(changes.length, 0)),
    ...frames,
    chunk('IEND'),
  ]);
}
