/** PNG files by fast-png. */
import { decode, type DecodedPng } from 'fast-png';
import { PictureError, type Picture, type PictureSize } from './picture.ts';
import { refuseLarge } from './size.ts';

const SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
/** Where the first chunk, IHDR, has its width. */
const WIDTH_AT = 16;

export function isPng(bytes: Uint8Array): boolean {
  return SIGNATURE.every((byte, i) => bytes[i] === byte);
}

function sizeOf(bytes: Uint8Array): PictureSize {
  if (bytes.length < WIDTH_AT + 8) throw new PictureError('broken', 'Truncated File Read');
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return { width: view.getUint32(WIDTH_AT), height: view.getUint32(WIDTH_AT + 4) };
}

/** Values of 16 bits lose their lower byte, as those of fewer than 8 bits are spread over 0 to 255. */
export function decodePng(file: Uint8Array): Picture {
  refuseLarge(sizeOf(file));
  let png: DecodedPng;
  try {
    png = decode(file);
  } catch (error) {
    throw new PictureError('broken', error instanceof Error ? error.message : String(error));
  }
  const { width, height } = png;
  return {
    width,
    height,
    channels: png.channels as Picture['channels'],
    values: bytesOf(png),
    palette: paletteOf(png),
  };
}

function paletteOf({ palette }: DecodedPng): Uint8Array | null {
  return palette === undefined ? null : Uint8Array.from(palette.flatMap((colour) => colour.slice(0, 3)));
}

function bytesOf(png: DecodedPng): Uint8Array {
  if (png.depth === 16) return Uint8Array.from(png.data, (value) => value >> 8);
  if (png.depth === 8) return Uint8Array.from(png.data);
  return spread(png);
}

/** Rows of 1, 2 or 4 bits a pixel, each row padded to a whole byte. */
function spread({ width, height, depth, data, palette }: DecodedPng): Uint8Array {
  const values = new Uint8Array(width * height);
  const rowBytes = Math.ceil((width * depth) / 8);
  const mask = (1 << depth) - 1;
  const scale = palette === undefined ? 255 / mask : 1;
  for (let row = 0; row < height; row++)
    for (let column = 0; column < width; column++) {
      const bit = column * depth;
      const byte = data[row * rowBytes + (bit >> 3)] as number;
      values[row * width + column] = ((byte >> (8 - depth - (bit & 7))) & mask) * scale;
    }
  return values;
}
