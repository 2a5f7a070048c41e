/** The frame header of a JPEG file (ITU-T T.81, B.2.2), read before the file is decoded. */
import type { PictureSize } from './picture.ts';

export interface JpegHeader extends PictureSize {
  /** 1 grey, 3 colours, 4 inks. */
  readonly components: number;
}

const MARKER = 0xff;
const START_OF_SCAN = 0xda;
/** They stand alone, without a length: TEM and RST0 to EOI. */
const isBare = (marker: number): boolean => marker === 0x01 || (marker >= 0xd0 && marker <= 0xd9);
/** SOF0 to SOF15 without DHT, JPG and DAC. */
const isFrame = (marker: number): boolean =>
  marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;

export function isJpeg(bytes: Uint8Array): boolean {
  return bytes[0] === MARKER && bytes[1] === 0xd8 && bytes[2] === MARKER;
}

/** @returns null when there is no frame header before the picture's data */
export function readJpegHeader(bytes: Uint8Array): JpegHeader | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let at = 2;
  while (at + 10 <= bytes.length) {
    if (bytes[at] !== MARKER) return null;
    const marker = bytes[at + 1] as number;
    if (marker === START_OF_SCAN) return null;
    if (marker === MARKER) at += 1;
    else if (isBare(marker)) at += 2;
    else if (isFrame(marker)) return frameAt(view, at + 4);
    else at += 2 + view.getUint16(at + 2);
  }
  return null;
}

function frameAt(view: DataView, at: number): JpegHeader {
  return { height: view.getUint16(at + 1), width: view.getUint16(at + 3), components: view.getUint8(at + 5) };
}
