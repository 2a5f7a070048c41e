/**
 * How a run reads a data file: the worker asks and sleeps, the host reads, the process's main thread puts the bytes into the
 * memory that both see and wakes the worker. So the process needs no right to the files.
 */
import type { OuterData } from '../realm/wall.ts';
import type { DataOffer, FromThread } from './messages.ts';

/** Bytes that can be asked for at once. */
const MOST_BYTES_AT_ONCE = 2 ** 20;

const [STATE, LENGTH] = [0, 1];
const HEADER_BYTES = 8;
const [WAITING, READ, FAILED] = [0, 1, 2];

/** The worker's side. */
export class DataReader implements OuterData {
  #offer: DataOffer = { files: null };
  #buffer: SharedArrayBuffer | null = null;

  constructor(private readonly post: (message: FromThread) => void) {}

  /** What the runs that follow may read. */
  offer(offer: DataOffer): void {
    this.#offer = offer;
  }

  list(): string {
    return this.#offer.files ?? 'null';
  }

  read(path: string, at: number, count: number): string {
    if (this.#offer.files === null) throw new Error('this run was given no data files');
    if (!(count <= MOST_BYTES_AT_ONCE)) throw new Error(`${count} bytes at once are too many`);
    const buffer = (this.#buffer ??= new SharedArrayBuffer(HEADER_BYTES + MOST_BYTES_AT_ONCE));
    const words = new Int32Array(buffer, 0, HEADER_BYTES / 4);
    Atomics.store(words, STATE, WAITING);
    this.post({ type: 'read', path, at, count, buffer });
    Atomics.wait(words, STATE, WAITING);
    const bytes = Buffer.from(buffer, HEADER_BYTES, Atomics.load(words, LENGTH));
    if (Atomics.load(words, STATE) === FAILED) throw new Error(bytes.toString('utf8'));
    return bytes.toString('latin1');
  }
}

/** The main thread's side: hands a waiting worker what it asked for, or why it cannot be had. */
export function answerRead(buffer: SharedArrayBuffer, bytes: Uint8Array, failed: boolean): void {
  const words = new Int32Array(buffer, 0, HEADER_BYTES / 4);
  const kept = bytes.subarray(0, MOST_BYTES_AT_ONCE);
  new Uint8Array(buffer, HEADER_BYTES).set(kept);
  Atomics.store(words, LENGTH, kept.byteLength);
  Atomics.store(words, STATE, failed ? FAILED : READ);
  Atomics.notify(words, STATE);
}
