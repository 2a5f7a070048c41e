/** Pictures from the bytes of PNG and JPEG files. */
import { isJpeg } from './jpeg-header.ts';
import { JpegDecoder } from './jpeg.ts';
import { PictureError, type Picture } from './picture.ts';
import { decodePng, isPng } from './png.ts';

/** Decodes a file by its first bytes. @throws PictureError */
export type Decode = (file: Uint8Array) => Picture;

/** @param jpegProgram the bytes of the JPEG decoder, asked for when the first such file comes */
export function pictureDecoder(jpegProgram: () => Uint8Array<ArrayBuffer>): Decode {
  const jpeg = new JpegDecoder(jpegProgram);
  return (file) => {
    if (isPng(file)) return decodePng(file);
    if (isJpeg(file)) return jpeg.decode(file);
    throw new PictureError('unknown', 'neither a PNG nor a JPEG file');
  };
}
