/**
 * The files of the run's data folder inside Python's file system: at `../data`, where the book's code looks, and at
 * `data`. They are there by name and size; bytes come through the wall when a file is first opened. What a run writes
 * to them stays in the run.
 */
import type { FileNode, FileSystem } from './python-module.ts';
import type { DataFiles, OuterData } from './wall.ts';

/** Where the book's programs have their data, seen from their own folder. */
const FOLDER = '../data';
const LINK = 'data';

const MEGABYTE = 2 ** 20;
const LARGEST_FILE = 512 * MEGABYTE;
const MOST_BYTES = 1024 * MEGABYTE;
/** Bytes that cross the wall at once. */
const PIECE = MEGABYTE;

/** Emscripten's numbers of errors. */
const EFBIG = 22;
const EIO = 29;

/**
 * Offers the data folder to the run that is about to begin.
 * @param say told, in words for the learner, what cannot be read and why
 */
export function placeDataFiles(fs: FileSystem, data: OuterData, say: (text: string) => void): void {
  let listing: DataFiles | null;
  try {
    listing = JSON.parse(data.list()) as DataFiles | null;
  } catch (error) {
    say(`${reasonOf(error)}: no data files are offered to this run`);
    return;
  }
  if (listing === null) return;
  if (listing.cut)
    say(`the data folder has more than ${listing.files.length} files: the others are left out`);
  const reader = new DataReader(fs, data, say);
  fs.mkdirTree(FOLDER);
  fs.symlink(FOLDER, LINK);
  for (const [path, bytes] of listing.files) placeFile(fs, path, bytes, () => reader.read(path, bytes));
}

function placeFile(fs: FileSystem, path: string, bytes: number, load: () => Uint8Array): void {
  const place = `${FOLDER}/${path}`;
  const folder = place.slice(0, place.lastIndexOf('/'));
  fs.mkdirTree(folder);
  fs.writeFile(place, new Uint8Array(0));
  makeLazy(fs.lookupPath(place).node, bytes, load);
}

/** The contents of a file are what its node holds; here they are fetched when somebody asks. */
function makeLazy(node: FileNode, bytes: number, load: () => Uint8Array): void {
  let contents: FileNode['contents'] = null;
  node.usedBytes = bytes;
  Object.defineProperty(node, 'contents', {
    get: () => (contents ??= load()),
    set: (value: FileNode['contents']) => (contents = value),
  });
}

/** Reads through the wall, within bounds. Errors become Python's `OSError`, after a sentence that says what happened. */
class DataReader {
  #total = 0;

  constructor(
    private readonly fs: FileSystem,
    private readonly data: OuterData,
    private readonly say: (text: string) => void,
  ) {}

  read(path: string, bytes: number): Uint8Array {
    if (bytes > LARGEST_FILE || this.#total + bytes > MOST_BYTES) throw this.#tooLarge(path, bytes);
    const contents = new Uint8Array(bytes);
    try {
      for (let at = 0; at < bytes; at += PIECE) this.#readPiece(path, at, contents);
    } catch (error) {
      this.say(reasonOf(error));
      throw new this.fs.ErrnoError(EIO);
    }
    this.#total += bytes;
    return contents;
  }

  #readPiece(path: string, at: number, contents: Uint8Array): void {
    const end = Math.min(at + PIECE, contents.length);
    const text = this.data.read(path, at, end - at);
    for (let i = at; i < end; i++) contents[i] = text.charCodeAt(i - at);
  }

  #tooLarge(path: string, bytes: number): Error {
    this.say(
      `${path} has ${Math.ceil(bytes / MEGABYTE)} MB: a run reads files of up to ${LARGEST_FILE / MEGABYTE} MB ` +
        `and ${MOST_BYTES / MEGABYTE} MB in all from the data folder`,
    );
    return new this.fs.ErrnoError(EFBIG);
  }
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
