/**
 * Frames: what passes through the pipe between the host and an engine's process. A frame names a thread of the process, says
 * what it is, and carries bytes. Whoever reads one has not trusted the writer with anything but a length, which is bounded.
 */

export interface Frame {
  /** Which thread of the process it is from or for; 0: the process itself. */
  readonly thread: number;
  /** One of `FromProcess` or `ToProcess`. */
  readonly kind: number;
  readonly payload: Buffer;
}

const HEADER_BYTES = 9;

/** A frame's bytes. */
export function encodeFrame(thread: number, kind: number, payload: string | Uint8Array = ''): Buffer {
  const length = typeof payload === 'string' ? Buffer.byteLength(payload) : payload.byteLength;
  const bytes = Buffer.allocUnsafe(HEADER_BYTES + length);
  bytes.writeUInt32LE(length, 0);
  bytes.writeUInt32LE(thread, 4);
  bytes.writeUInt8(kind, 8);
  if (typeof payload === 'string') bytes.write(payload, HEADER_BYTES);
  else bytes.set(payload, HEADER_BYTES);
  return bytes;
}

/** Puts together frames from the pieces in which they arrive. */
export class FrameReader {
  #pieces: Buffer[] = [];
  #bytes = 0;
  /** Of the frame that is arriving; null: not even its header is there. */
  #header: { readonly length: number; readonly thread: number; readonly kind: number } | null = null;

  /** @param longest bytes that a frame may carry */
  constructor(private readonly longest: number) {}

  push(piece: Buffer): void {
    this.#pieces.push(piece);
    this.#bytes += piece.length;
  }

  /** The next frame; null until all of it has arrived. @throws RangeError when it says to be too long */
  next(): Frame | null {
    this.#header ??= this.#readHeader();
    if (this.#header === null || this.#bytes < this.#header.length) return null;
    const { thread, kind, length } = this.#header;
    this.#header = null;
    return { thread, kind, payload: this.#take(length) };
  }

  #readHeader() {
    if (this.#bytes < HEADER_BYTES) return null;
    const bytes = this.#take(HEADER_BYTES);
    const length = bytes.readUInt32LE(0);
    if (length > this.longest) throw new RangeError(`a frame of ${length} bytes`);
    return { length, thread: bytes.readUInt32LE(4), kind: bytes.readUInt8(8) };
  }

  #take(count: number): Buffer {
    const [first] = this.#pieces;
    const whole =
      this.#pieces.length === 1 && first !== undefined ? first : Buffer.concat(this.#pieces, this.#bytes);
    this.#pieces = whole.length > count ? [whole.subarray(count)] : [];
    this.#bytes -= count;
    return whole.subarray(0, count);
  }
}
