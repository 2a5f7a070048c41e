/** A tensor as a picture: its numbers as grey or coloured pixels, several pictures side by side. */

import { fromReal } from '../../training/protocol/real.ts';
import type { Real, VariableTensor } from '../../training/protocol/protocol.ts';
import type { Pixels } from '../png.ts';
import { rangeOf } from './tensor-table.ts';

/** How the elements lie. */
interface Layout {
  readonly pictures: number;
  readonly height: number;
  readonly width: number;
  /** 1: grey, 3: red, green and blue. */
  readonly channels: number;
  /** Whether the channels of a pixel stand beside each other, as matplotlib has them. */
  readonly isChannelsLast: boolean;
}

/** Pictures of a batch that are shown, pixels between two, and of the longer side of a picture that is not enlarged any more. */
const MOST_PICTURES = 64;
const GAP = 2;
const LARGE = 256;
const MOST_SIDE = 4096;

/** How a tensor of this shape is a picture: (H, W), (C, H, W), (N, C, H, W), (H, W, C) with one or three channels; else null. */
export function layoutOf(shape: readonly number[]): Layout | null {
  if (shape.length < 2 || shape.length > 4 || shape.includes(0)) return null;
  const [height = 0, width = 0] = shape.slice(-2);
  const channels = shape.at(-3) ?? 1;
  const pictures = shape.length === 4 ? Math.min(MOST_PICTURES, shape[0] ?? 1) : 1;
  if (isChannels(channels)) return layout({ pictures, height, width, channels, isChannelsLast: false });
  if (shape.length !== 3 || !isChannels(width)) return null;
  return layout({ pictures, height: channels, width: height, channels: width, isChannelsLast: true });
}

function isChannels(count: number): boolean {
  return count === 1 || count === 3;
}

/** Null where it is a single pixel, or too large. */
function layout(of: Layout): Layout | null {
  const { height, width } = of;
  return height * width > 1 && Math.max(height, width) <= MOST_SIDE ? of : null;
}

/** Elements that {@link pictureOf} looks at: the first of the tensor. */
export function elementsOf({ pictures, height, width, channels }: Layout): number {
  return pictures * height * width * channels;
}

/**
 * Bytes are pixels as they are, as are numbers from 0 to 1 after multiplication by 255; all else is spread from the least number to
 * the largest. NaN is transparent.
 */
export function pictureOf({ dtype, elements }: VariableTensor, layout: Layout): Pixels {
  const { pictures, height, width, channels, isChannelsLast } = layout;
  const across = Math.ceil(Math.sqrt(pictures));
  const down = Math.ceil(pictures / across);
  const times = Math.max(1, Math.floor(LARGE / (Math.max(height, width) * across)));
  const whole = { width: across * (width + GAP) - GAP, height: down * (height + GAP) - GAP };
  const data = new Uint8ClampedArray(4 * whole.width * whole.height * times * times);
  const level = levels(elements, dtype);
  const [pixel, channel] = isChannelsLast ? [channels, 1] : [1, height * width];
  const put = (x: number, y: number, colour: readonly number[]): void => {
    const at = (line: number, column: number): number => 4 * (line * whole.width * times + column);
    for (let line = y * times; line < (y + 1) * times; line++)
      for (let column = x * times; column < (x + 1) * times; column++) data.set(colour, at(line, column));
  };
  for (let number = 0; number < pictures * height * width; number++) {
    const [picture, place] = [Math.floor(number / (height * width)), number % (height * width)];
    const first = picture * channels * height * width + place * pixel;
    const shades = [0, 1, 2].map((c) => level(elements[first + (channels === 1 ? 0 : c) * channel]));
    const x = (picture % across) * (width + GAP) + (place % width);
    const y = Math.floor(picture / across) * (height + GAP) + Math.floor(place / width);
    put(x, y, [...shades, shades.some(Number.isNaN) ? 0 : 255]);
  }
  return { width: whole.width * times, height: whole.height * times, data };
}

/** What makes a shade of a number, 0 to 255. */
function levels(elements: readonly Real[], dtype: string): (value: Real | undefined) => number {
  const { least, most } = rangeOf(elements);
  const isBytes = dtype === 'uint8';
  const [from, to] = isBytes ? [0, 255] : least >= 0 && most <= 1 ? [0, 1] : [least, most];
  const scale = to > from ? 255 / (to - from) : 0;
  return (value) => (value === undefined ? NaN : (fromReal(value) - from) * scale);
}
