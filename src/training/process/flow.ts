/** Reads frames from a pipe no faster than a host can afford: a process that floods it waits, and not the host. */
import type { Socket } from 'node:net';
import type { Frame, FrameReader } from './frames.ts';

/** Of this long the host reads at most so much; then it lets the pipe wait. */
const WINDOW_MILLISECONDS = 100;
const MOST_BYTES = 2 ** 22;
const MOST_FRAMES = 2000;

export interface FlowListener {
  accept(frame: Frame): void;
  /** What comes is no frame. */
  broken(reason: string): void;
}

export class Flow {
  readonly #pipe: Socket;
  readonly #reader: FrameReader;
  readonly #listener: FlowListener;
  #since = 0;
  #bytes = 0;
  #frames = 0;
  #waiting: NodeJS.Timeout | undefined;
  #isOver = false;

  constructor(pipe: Socket, reader: FrameReader, listener: FlowListener) {
    this.#pipe = pipe;
    this.#reader = reader;
    this.#listener = listener;
    pipe.on('data', (piece: Buffer) => {
      this.#count(piece.length);
      this.#reader.push(piece);
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
      this.#frames = 0;
    }
    this.#bytes += bytes;
  }

  #read(): void {
    while (!this.#isOver && !this.#isTooMuch) {
      const frame = this.#next();
      if (frame === null) return;
      this.#frames++;
      this.#listener.accept(frame);
    }
    if (!this.#isOver) this.#wait();
  }

  #next(): Frame | null {
    try {
      return this.#reader.next();
    } catch (error) {
      this.#isOver = true;
      this.#listener.broken(error instanceof Error ? error.message : String(error));
      return null;
    }
  }

  get #isTooMuch(): boolean {
    return this.#bytes > MOST_BYTES || this.#frames > MOST_FRAMES;
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
