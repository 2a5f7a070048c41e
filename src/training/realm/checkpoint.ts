/**
 * Puts the interpreter back to an earlier state: its whole linear memory, the JavaScript objects it refers to, and its
 * files. Taken when Python is idle and restored when it is idle, so no frame of it is on any stack.
 *
 * That is what makes runs independent (a patched class, a replaced function of the standard library, a warning already
 * shown, an open file: all gone), in the time that copying the memory takes.
 */
import { forgetTimers } from './globals.ts';
import type { FileNode, FileSystem, PythonModule } from './python-module.ts';
import { SparseMemory, type Range } from './sparse-memory.ts';

/** A folder whose contents Emscripten itself provides, from the open streams. */
const PROVIDED = '/proc/self/fd';
/** The part of a mode that says what kind of file it is. */
const KIND = 0o170000;

interface SavedFile {
  readonly node: FileNode;
  readonly mtime: number;
  readonly mode: number;
  /** Null for a folder and for a device. */
  readonly bytes: Uint8Array | null;
  /** Which device it is; 0 for what is none. */
  readonly device: number;
}

export class Checkpoint {
  readonly #module: PythonModule;
  readonly #memory: SparseMemory;
  readonly #slots: readonly unknown[];
  readonly #deduplicated: readonly (readonly [unknown, number])[];
  readonly #files: ReadonlyMap<string, SavedFile>;
  readonly #streams: ReadonlySet<object | null | undefined>;
  readonly #folder: string;

  /** @param used where memory is in use for certain */
  constructor(module: PythonModule, used: readonly Range[]) {
    this.#module = module;
    this.#memory = new SparseMemory(module.HEAPU8, used);
    this.#slots = readSlots(module);
    this.#deduplicated = [...(module.deduplicated ?? [])];
    this.#files = readFiles(module.FS);
    this.#streams = new Set(module.FS.streams);
    this.#folder = module.FS.cwd();
  }

  /** Bytes of memory that Python has taken since. */
  get growth(): number {
    return this.#module.HEAPU8.length - this.#memory.length;
  }

  restore(): void {
    forgetTimers();
    this.#restoreFiles();
    this.#memory.restore(this.#module.HEAPU8);
    this.#restoreObjects();
  }

  #restoreObjects(): void {
    this.#slots.forEach((value, slot) => {
      if (this.#module.__hiwire_set(slot, value) < 0) throw new Error(`slot ${slot} cannot be restored`);
    });
    const map = this.#module.deduplicated;
    if (map === undefined) return;
    map.clear();
    for (const [value, slot] of this.#deduplicated) map.set(value, slot);
  }

  #restoreFiles(): void {
    const fs = this.#module.FS;
    for (const stream of [...fs.streams]) {
      if (stream && !this.#streams.has(stream)) fs.close(stream);
    }
    fs.chdir('/');
    removeOthers(fs, '/', this.#files);
    for (const [path, saved] of this.#files) restoreFile(fs, path, saved);
    fs.chdir(this.#folder);
  }
}

function readSlots(module: PythonModule): unknown[] {
  const slots: unknown[] = [];
  for (;;) {
    try {
      slots.push(module.__hiwire_get(slots.length));
    } catch {
      return slots;
    }
  }
}

function join(folder: string, name: string): string {
  return folder === '/' ? `/${name}` : `${folder}/${name}`;
}

function* entries(fs: FileSystem, folder: string): Generator<string> {
  for (const name of fs.readdir(folder)) {
    const path = join(folder, name);
    if (name !== '.' && name !== '..' && path !== PROVIDED) yield path;
  }
}

function readFiles(
  fs: FileSystem,
  folder = '/',
  found = new Map<string, SavedFile>(),
): Map<string, SavedFile> {
  for (const path of entries(fs, folder)) {
    const { mode } = fs.lstat(path);
    if (!fs.isDir(mode) && !fs.isFile(mode) && !fs.isChrdev(mode)) continue;
    const { node } = fs.lookupPath(path);
    const bytes = node.contents instanceof Uint8Array ? node.contents.slice(0, node.usedBytes) : null;
    const device = fs.isChrdev(mode) ? node.rdev : 0;
    found.set(path, {
      node,
      mode: node.mode,
      mtime: node.mtime,
      bytes: fs.isFile(mode) ? bytes : null,
      device,
    });
    if (fs.isDir(mode)) readFiles(fs, path, found);
  }
  return found;
}

/** Removes what was not there, files and whole folders. */
function removeOthers(fs: FileSystem, folder: string, kept: ReadonlyMap<string, SavedFile>): void {
  for (const path of entries(fs, folder)) {
    const { mode } = fs.lstat(path);
    const isFolder = fs.isDir(mode);
    const saved = kept.get(path);
    const stays = saved !== undefined && (saved.mode & KIND) === (mode & KIND);
    if (isFolder) removeOthers(fs, path, kept);
    if (stays) continue;
    if (isFolder) fs.rmdir(path);
    else fs.unlink(path);
  }
}

function restoreFile(fs: FileSystem, path: string, saved: SavedFile): void {
  const node = nodeAt(fs, path);
  if (saved.bytes === null) {
    if (node === null && fs.isDir(saved.mode)) fs.mkdirTree(path);
    else if (node === null) fs.mknod(path, saved.mode, saved.device);
  } else if (node !== saved.node || node.mtime !== saved.mtime || node.usedBytes !== saved.bytes.length) {
    fs.writeFile(path, saved.bytes);
  }
  if (node?.mode !== saved.mode) fs.chmod(path, saved.mode & 0o7777);
}

function nodeAt(fs: FileSystem, path: string): FileNode | null {
  try {
    return fs.lookupPath(path).node;
  } catch {
    return null;
  }
}
