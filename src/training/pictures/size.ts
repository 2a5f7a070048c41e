/** How large a picture may be. */
import { PictureError, type PictureSize } from './picture.ts';

/** Pixels that a picture may have: on the way each takes up to twelve bytes. */
const MOST_PIXELS = 40_000_000;

/** @throws PictureError for a picture that would take too much memory */
export function refuseLarge({ width, height }: PictureSize): void {
  if (width * height > MOST_PIXELS)
    throw new PictureError(
      'large',
      `Image size (${width * height} pixels) exceeds limit of ${MOST_PIXELS} pixels of D2L Exercises`,
    );
}
