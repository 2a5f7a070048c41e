/** A decoded picture. */
export interface Picture {
  readonly width: number;
  readonly height: number;
  /** 1 grey or an index into the palette, 2 grey and opacity, 3 red, green, blue, 4 these and opacity. */
  readonly channels: 1 | 2 | 3 | 4;
  /** Row by row, the channels of a pixel beside each other; 0 to 255. */
  readonly values: Uint8Array;
  /** Red, green, blue of each index; null for a picture that has none. */
  readonly palette: Uint8Array | null;
}

/** What a file's first bytes say of it before it is decoded. */
export interface PictureSize {
  readonly width: number;
  readonly height: number;
}

/** A file that is no picture, or not a whole one. The message is for the learner. */
export class PictureError extends Error {
  /** @param kind whether the bytes are of no known format, end too early, or describe too large a picture */
  constructor(
    readonly kind: 'unknown' | 'broken' | 'large',
    message: string,
  ) {
    super(message);
  }
}
