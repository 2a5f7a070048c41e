/** Reads pieces from a pipe no faster than a host can afford: a process that floods it waits, and not the host. */
import type { Readable } from 'node:stream';

/** Of this long the host reads at most so much; then it lets the pipe wait. */
const WINDOW_MILLISECONDS = 100;
const MOST_BYTES = 2 ** 22;
const MOST_PIECES = 2000;

/** Puts pieces together from the bytes in which they arrive. */
export interface PieceReader<Piece> {
  push(bytes: Buffer): void;
  /** The next one; null until all of it has arrived. @throws Error when it cannot be one */
  next(): Piece | null;
}

export interface FlowListener<Piece> {
  accept(piece: Piece): void;
  /** What comes is none. */
  broken(reason: string): void;
}

export class Flow<Piece> {
  readonly #pipe: Readable;
  readonly #reader: PieceReader<Piece>;
  readonly #listener: FlowListener<Piece>;
  #since = 0;
  #bytes = 0;
  #pieces = 0;
  #waiting: NodeJS.Timeout | undefined;
  #isOver = false;

  constructor(pipe: Readable, reader: PieceReader<Piece>, listener: FlowListener<Piece>) {
    this.#pipe = pipe;
    this.#reader = reader;
    this.#listener = listener;
    pipe.on('data', (bytes: Buffer) => {
      this.#count(bytes.length);
      this.#reader.push(bytes);
      this.#read();
    });
  }

  /** Nothing is read any more. */
  end(): void {
    this.#isOver = true;
    clearTimeout(this.#waiting);
    this.#pipe.destroy();
  }

  #count(bytes: number): void {
    const now = performance.now();
    if (now - this.#since > WINDOW_MILLISECONDS) {
      this.#since = now;
      this.#bytes = 0;
      this.#pieces = 0;
    }
    this.#bytes += bytes;
  }

  #read(): void {
    while (!this.#isOver && !this.#isTooMuch) {
      const piece = this.#next();
      if (piece === null) return;
      this.#pieces++;
      this.#listener.accept(piece);
    }
    if (!this.#isOver) this.#wait();
  }

  #next(): Piece | null {
    try {
      return this.#reader.next();
    } catch (error) {
      this.#isOver = true;
      this.#listener.broken(error instanceof Error ? error.message : String(error));
      return null;
    }
  }

  get #isTooMuch(): boolean {
    return this.#bytes > MOST_BYTES || this.#pieces > MOST_PIECES;
  }

  #wait(): void {
    this.#pipe.pause();
    clearTimeout(this.#waiting);
    this.#waiting = setTimeout(
      () => {
        this.#count(0);
        this.#pipe.resume();
        this.#read();
      },
      WINDOW_MILLISECONDS + 1 - (performance.now() - this.#since),
    );
  }
}
