/** What is used of Pyodide beyond its documented interface. */
import type { PyodideAPI } from 'pyodide';
import type { PythonMemory } from './host.ts';

/** A file or folder of Emscripten's in-memory file system. */
export interface FileNode {
  readonly mode: number;
  readonly mtime: number;
  /** Of a device: which one. */
  readonly rdev: number;
  contents: Uint8Array | Record<string, FileNode> | null;
  usedBytes: number;
  node_ops: FolderOperations;
}

/** Of a folder's node: what is done when somebody looks into it. */
export interface FolderOperations {
  /** Asked for names that are not known to be there. */
  readonly lookup: (folder: FileNode, name: string) => FileNode;
  readonly readdir: (folder: FileNode) => string[];
}

export interface FileSystem {
  /** Thrown by file operations; its number becomes Python's `OSError`. */
  readonly ErrnoError: new (errno: number) => Error;
  readonly streams: readonly (object | null | undefined)[];
  close(stream: object): void;
  readdir(path: string): string[];
  lookupPath(path: string): { readonly node: FileNode };
  /** The node of that name in a folder. Throws when there is none. */
  lookupNode(folder: FileNode, name: string): FileNode;
  analyzePath(path: string): { readonly exists: boolean };
  lstat(path: string): { readonly mode: number };
  isDir(mode: number): boolean;
  isFile(mode: number): boolean;
  isChrdev(mode: number): boolean;
  mkdirTree(path: string): void;
  mknod(path: string, mode: number, device: number): void;
  writeFile(path: string, data: Uint8Array): void;
  readFile(path: string): Uint8Array;
  chmod(path: string, mode: number): void;
  unlink(path: string): void;
  rmdir(path: string): void;
  symlink(target: string, path: string): void;
  chdir(path: string): void;
  cwd(): string;
}

/** Emscripten's module object of the interpreter. */
export interface PythonModule extends PythonMemory {
  readonly FS: FileSystem;
  /** JavaScript objects that Python refers to, by slot. Throws beyond the last slot. */
  __hiwire_get(slot: number): unknown;
  /** Negative when it fails. */
  __hiwire_set(slot: number, value: unknown): number;
  /** C's allocator and the end of what it has taken. */
  _malloc(bytes: number): number;
  _free(address: number): void;
  _sbrk(bytes: number): number;
  /** The C functions that Python can call by their number. */
  readonly wasmTable: WebAssembly.Table;
  convertJsFunctionToWasm(call: (...args: number[]) => number, signature: string): unknown;
  /** C's strings: zero-terminated, in memory that {@link _malloc} gave. */
  stringToNewUTF8(text: string): number;
  UTF8ToString(address: number): string;
  /** Addresses of Python's types and constants, and of the pointers to its exceptions. */
  readonly _PyLong_Type: number;
  readonly _PyFloat_Type: number;
  readonly _PyBool_Type: number;
  readonly __Py_NoneStruct: number;
  readonly __Py_TrueStruct: number;
  readonly __Py_FalseStruct: number;
  readonly _PyExc_TypeError: number;
  readonly _PyExc_RuntimeError: number;
  readonly _PyExc_KeyboardInterrupt: number;
  /** Python's C interface; objects are addresses. */
  _PyImport_ImportModule(name: number): number;
  _PyObject_SetAttrString(object: number, name: number, value: number): number;
  _PyCMethod_New(definition: number, self: number, module: number, type: number): number;
  _PyLong_FromLong(value: number): number;
  _PyLong_FromDouble(value: number): number;
  _PyLong_FromString(text: number, end: number, base: number): number;
  _PyFloat_FromDouble(value: number): number;
  _PyUnicode_FromString(text: number): number;
  _PyUnicode_AsUTF8(object: number): number;
  _PyType_IsSubtype(type: number, base: number): number;
  _PyErr_SetString(exception: number, message: number): void;
  _PyErr_SetNone(exception: number): void;
  /** From a JavaScript object to its slot, for those that keep one; exposed by `scripts/realm-bundle.mjs`. */
  readonly deduplicated?: Map<unknown, number>;
}

export function moduleOf(pyodide: PyodideAPI): PythonModule {
  return (pyodide as unknown as { _module: PythonModule })._module;
}

/** A Python callable that takes and gives strings. */
export interface PythonFunction {
  (...args: string[]): string;
  destroy(): void;
}
