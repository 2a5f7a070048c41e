/** Puts together lines from the pieces in which they arrive. */

/** Characters of a line of Python's: the largest figure that a run may draw has a fraction of it. */
const LONGEST_LINE = 2 ** 26;
const LINE_FEED = 0x0a;

export class LineReader {
  #pieces: Buffer[] = [];
  #bytes = 0;
  /** Bytes of what is there that hold no line feed. */
  #searched = 0;

  push(piece: Buffer): void {
    this.#pieces.push(piece);
    this.#bytes += piece.length;
  }

  /** The next line without its end; null until all of it has arrived. @throws RangeError when it is too long */
  next(): string | null {
    const all = this.#joined();
    const end = all.indexOf(LINE_FEED, this.#searched);
    if (end < 0) {
      this.#searched = all.length;
      if (all.length > LONGEST_LINE) throw new RangeError(`a line of more than ${LONGEST_LINE} bytes`);
      return null;
    }
    this.#pieces = end + 1 < all.length ? [all.subarray(end + 1)] : [];
    this.#bytes = all.length - end - 1;
    this.#searched = 0;
    return all.toString('utf8', 0, end);
  }

  #joined(): Buffer {
    const [first] = this.#pieces;
    if (this.#pieces.length === 1 && first !== undefined) return first;
    const all = Buffer.concat(this.#pieces, this.#bytes);
    this.#pieces = [all];
    return all;
  }
}
