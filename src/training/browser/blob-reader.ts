/** How a run in a browser's worker reads its data files: a blob is read at once there, without the editor's side. */
import type { DataOffer } from '../process/messages.ts';
import type { OuterData } from '../realm/wall.ts';

/** Bytes that can be asked for at once. */
const MOST_BYTES_AT_ONCE = 2 ** 20;
/** Characters that are made at once. */
const PIECE = 2 ** 13;

const { apply } = Reflect;
const { min } = Math;
const { fromCharCode } = String;
const { slice } = Blob.prototype;
const sizeOf = Object.getOwnPropertyDescriptor(Blob.prototype, 'size')?.get as () => number;
const getBlob = Map.prototype.get;
const { subarray } = Uint8Array.prototype;
const files = new FileReaderSync();
const { readAsArrayBuffer } = FileReaderSync.prototype;

/** Everything of the browser's is captured: it is used while an exercise may have replaced whatever it can reach. */
export class BlobReader implements OuterData {
  #listing: string | null = null;
  #blobs: ReadonlyMap<string, Blob> = new Map();

  /** What the runs that follow may read. */
  offer(offer: DataOffer, blobs: ReadonlyMap<string, Blob>): void {
    this.#listing = offer.files;
    this.#blobs = blobs;
  }

  list(): string {
    return this.#listing ?? 'null';
  }

  read(path: string, at: number, count: number): string {
    const blob = apply(getBlob, this.#blobs, [path]) as Blob | undefined;
    /* eslint-disable @typescript-eslint/only-throw-error -- the wall hears strings */
    if (blob === undefined) throw `${path} is no data file of this run`;
    if (!(count <= MOST_BYTES_AT_ONCE)) throw `${String(count)} bytes at once are too many`;
    /* eslint-enable @typescript-eslint/only-throw-error */
    const end = min(at + count, apply(sizeOf, blob, []));
    const part = apply(slice, blob, [at, end]);
    return textOf(new Uint8Array(apply(readAsArrayBuffer, files, [part])));
  }
}

/** A character each byte. */
function textOf(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += PIECE) {
    text += apply(fromCharCode, undefined, apply(subarray, bytes, [at, at + PIECE]) as unknown as number[]);
  }
  return text;
}
