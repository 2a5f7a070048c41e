/** Pixels as JPEG, which has no transparency: they are put on white. */

import { encode } from 'jpeg-js';
import type { Raster } from './rasterised.ts';

const QUALITY = 90;

export function jpegOf({ width, height, pixels }: Raster): Uint8Array {
  const data = Buffer.alloc(pixels.length, 255);
  for (let at = 0; at < pixels.length; at += 4) {
    const opacity = (pixels[at + 3] ?? 255) / 255;
    for (let part = at; part < at + 3; part += 1)
      data[part] = Math.round((pixels[part] ?? 255) * opacity + 255 * (1 - opacity));
  }
  return encode({ width, height, data }, QUALITY).data;
}
