/**
 * The data files of the run inside Python's file system: at `../data`, where the book's code looks, and at `data`. They are
 * there by name and size; bytes come through the wall when a file is first opened, and the files of a fetched set's folder
 * when somebody first looks into it. What a run writes to them stays in the run.
 */
import { reasonOf } from '../../text/reason.ts';
import type { FileNode, FileSystem } from './python-module.ts';
import type { DataFile, DataFiles, OuterData } from './wall.ts';

/** Where the book's programs have their data, seen from their own folder. */
const FOLDER = '../data';
const LINK = 'data';

const MEGABYTE = 2 ** 20;
const LARGEST_FILE = 512 * MEGABYTE;
const MOST_BYTES = 1024 * MEGABYTE;
/** Bytes that cross the wall at once. */
const PIECE = MEGABYTE;
/** Characters that can be made of bytes at once. */
const PIECE_OF_TEXT = 2 ** 13;

/** Emscripten's numbers of errors. */
const EFBIG = 22;
const EIO = 29;

/** Where the files of one run are, or of the cells of a notebook, which go on with what the ones before them left. */
export class DataPlace {
  /** Absolute, since cells may go elsewhere. */
  readonly #folder: string;
  readonly #link: string;
  #reader: DataReader | null = null;

  constructor(private readonly fs: FileSystem) {
    const here = fs.cwd();
    this.#folder = `${here.slice(0, here.lastIndexOf('/'))}/${LINK}`;
    this.#link = `${here}/${LINK}`;
  }

  /**
   * Places the files that are not there yet.
   * @param say told, in words for the learner, what cannot be read and why
   */
  offer(data: OuterData, say: (text: string) => void): void {
    const listing = JSON.parse(data.list()) as DataFiles | null;
    this.close();
    if (listing === null) return;
    if (listing.failure !== null) say(`${listing.failure}: no files of it are offered to this run`);
    if (listing.cut) say('the data folder has more files than are listed: the others are left out');
    this.#reader = new DataReader(this.fs, data, say);
    if (listing.files.length === 0 && listing.failure !== null) return;
    this.fs.mkdirTree(this.#folder);
    if (!this.fs.analyzePath(this.#link).exists) this.fs.symlink(FOLDER, this.#link);
    this.#place('', listing.files, this.#reader);
  }

  /** Nobody looks into folders any more, other than to take them away. */
  close(): void {
    this.#reader?.close();
    this.#reader = null;
  }

  #place(base: string, files: readonly DataFile[], reader: DataReader): void {
    for (const [name, bytes] of files) {
      if (name.endsWith('/')) this.#placeFolder(base + name, bytes, reader);
      else this.#placeFile(base + name, bytes, () => reader.read(base + name, bytes));
    }
  }

  #placeFile(path: string, bytes: number, load: () => Uint8Array): void {
    const place = `${this.#folder}/${path}`;
    if (this.fs.analyzePath(place).exists) return;
    this.fs.mkdirTree(place.slice(0, place.lastIndexOf('/')));
    this.fs.writeFile(place, new Uint8Array(0));
    makeLazy(this.fs.lookupPath(place).node, bytes, load);
  }

  #placeFolder(path: string, bytes: number, reader: DataReader): void {
    const place = `${this.#folder}/${path.slice(0, -1)}`;
    this.fs.mkdirTree(place);
    fillLater(this.fs, this.fs.lookupPath(place).node, () => {
      const files = reader.readListing(path, bytes);
      if (files !== null) this.#place(path, files, reader);
    });
  }
}

/** Has a folder filled when somebody first looks into it. */
function fillLater(fs: FileSystem, folder: FileNode, fill: () => void): void {
  const plain = folder.node_ops;
  const open = (): void => {
    folder.node_ops = plain;
    fill();
  };
  folder.node_ops = {
    ...plain,
    lookup(node, name) {
      open();
      return fs.lookupNode(node, name);
    },
    readdir(node) {
      open();
      return plain.readdir(node);
    },
  };
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
  #closed = false;

  constructor(
    private readonly fs: FileSystem,
    private readonly data: OuterData,
    private readonly say: (text: string) => void,
  ) {}

  read(path: string, bytes: number): Uint8Array {
    if (bytes > LARGEST_FILE || this.#total + bytes > MOST_BYTES) throw this.#tooLarge(path, bytes);
    const contents = this.#bytes(path, bytes);
    this.#total += bytes;
    return contents;
  }

  /** The files of a folder, by their names in it; null when nobody is to look any more. */
  readListing(path: string, bytes: number): readonly DataFile[] | null {
    if (this.#closed) return null;
    const text = this.#bytes(path, bytes);
    const pieces: string[] = [];
    for (let at = 0; at < bytes; at += PIECE_OF_TEXT) {
      pieces.push(String.fromCharCode(...text.subarray(at, at + PIECE_OF_TEXT)));
    }
    return JSON.parse(pieces.join('')) as readonly DataFile[];
  }

  close(): void {
    this.#closed = true;
  }

  #bytes(path: string, bytes: number): Uint8Array {
    const contents = new Uint8Array(bytes);
    try {
      for (let at = 0; at < bytes; at += PIECE) this.#readPiece(path, at, contents);
    } catch (error) {
      this.say(reasonOf(error));
      throw new this.fs.ErrnoError(EIO);
    }
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
