/**
 * Gives Python functions of ours as builtin functions of its own. Python calls one C function for all of them, which is
 * this file's {@link NativeCalls.call}; it reads numbers where they lie in Python's memory and answers with Python objects.
 * That takes a quarter of the time of a call through Pyodide's proxies, which remain for what takes Python functions.
 */
import { Interrupt } from './bridge-calls.ts';
import { fromLong, LONG_DIGITS_SHIFT, toPythonInt } from './python-int.ts';
import type { PythonModule } from './python-module.ts';
import type { BridgeFunction } from './host.ts';

/** Flag of a builtin function that takes its arguments as an array: `METH_FASTCALL`. */
const FASTCALL = 0x80;
/** `PyObject *f(PyObject *self, PyObject *const *args, Py_ssize_t count)` */
const SIGNATURE = 'iiii';

/** Offsets in C structures, in 32-bit words: an object's type; the number of a float; a type's flags. */
const TYPE = 1;
const FLOAT_VALUE = 8;
const TYPE_FLAGS = 21;
const LONG_SUBCLASS = 1 << 24;
const TEXT_SUBCLASS = 1 << 28;

/** Integers from 0 to below this are answered without asking Python for an object. */
const KEPT_INTEGERS = 1024;

/** What a snapshot must say so that its functions find theirs again. */
export interface NativeCallsState {
  /** Place of the C function in the table of functions. */
  readonly slot: number;
  /** Of the functions' names in their order. */
  readonly checksum: number;
}

/**
 * Places left free before ours: on another version of V8 Pyodide puts more functions of its own there while it loads, and a
 * snapshot is to fit all versions.
 */
const ROOM = 256;

type Entry = (...args: unknown[]) => unknown;

export class NativeCalls {
  readonly #module: PythonModule;
  readonly #names: readonly string[];
  readonly #entries: readonly Entry[];
  readonly #kept: Int32Array;
  #words: Int32Array;
  #doubles: Float64Array;

  /** Python has to be loaded. */
  constructor(module: PythonModule, functions: Readonly<Record<string, BridgeFunction>>) {
    this.#module = module;
    this.#names = Object.keys(functions);
    this.#entries = Object.values(functions) as readonly unknown[] as readonly Entry[];
    this.#kept = Int32Array.from({ length: KEPT_INTEGERS }, (_, value) => module._PyLong_FromLong(value));
    this.#words = module.HEAP32;
    this.#doubles = module.HEAPF64;
  }

  get checksum(): number {
    let sum = 0;
    for (const character of this.#names.join(' ')) sum = (Math.imul(sum, 31) + character.charCodeAt(0)) | 0;
    return sum >>> 0;
  }

  /** Makes the functions attributes of the Python module `name`, which is imported already. */
  install(name: string): NativeCallsState {
    const module = this.#module;
    const slot = this.#place(module.wasmTable.length + ROOM);
    const target = module._PyImport_ImportModule(module.stringToNewUTF8(name));
    this.#names.forEach((entry, index) => {
      const text = module.stringToNewUTF8(entry);
      const definition = module._malloc(16);
      module.HEAP32.set([text, slot, FASTCALL, 0], definition >> 2);
      const made = module._PyCMethod_New(definition, module._PyLong_FromLong(index), 0, 0);
      module._PyObject_SetAttrString(target, text, made);
    });
    return { slot, checksum: this.checksum };
  }

  /** The same for functions that are there already, in a snapshot. @throws Error when they are those of another build */
  connect({ slot, checksum }: NativeCallsState): void {
    if (checksum !== this.checksum) throw new Error('its functions are those of another build');
    this.#place(slot);
  }

  /** Puts the C function into the table. @throws Error when something else is there */
  #place(slot: number): number {
    const { wasmTable, convertJsFunctionToWasm } = this.#module;
    if (slot >= wasmTable.length) wasmTable.grow(slot + 1 - wasmTable.length);
    if (wasmTable.get(slot) !== null) throw new Error('the place of its functions is taken');
    const call = (self: number, args: number, count: number): number => this.#call(self, args, count);
    wasmTable.set(slot, convertJsFunctionToWasm(call, SIGNATURE));
    return slot;
  }

  /** The C function. `self` is the index of the entry; 0 is returned with Python's error set. */
  #call(self: number, args: number, count: number): number {
    if (this.#words.length === 0) this.#lookAgain();
    const words = this.#words;
    const entry = this.#entries[words[(self >> 2) + LONG_DIGITS_SHIFT] as number] as Entry;
    const at = args >> 2;
    try {
      let answer: unknown;
      if (count === 1) answer = entry(this.#read(words[at] as number));
      else if (count === 2)
        answer = entry(this.#read(words[at] as number), this.#read(words[at + 1] as number));
      else if (count === 3)
        answer = entry(
          this.#read(words[at] as number),
          this.#read(words[at + 1] as number),
          this.#read(words[at + 2] as number),
        );
      else answer = entry(...this.#readAll(words, at, count));
      return this.#answer(answer);
    } catch (error) {
      return this.#raise(error);
    }
  }

  #readAll(words: Int32Array, at: number, count: number): unknown[] {
    const values = new Array<unknown>(count);
    for (let i = 0; i < count; i++) values[i] = this.#read(words[at + i] as number);
    return values;
  }

  /** A Python object as a number, a bigint beyond 2^53, a boolean, a string or undefined (None). */
  #read(object: number): unknown {
    const module = this.#module;
    const type = this.#words[(object >> 2) + TYPE] as number;
    if (type === module._PyLong_Type) return fromLong(this.#words, object);
    if (type === module._PyFloat_Type) return this.#doubles[(object + FLOAT_VALUE) >> 3];
    if (object === module.__Py_NoneStruct) return undefined;
    if (type === module._PyBool_Type) return object === module.__Py_TrueStruct;
    return this.#readOther(object, type);
  }

  #readOther(object: number, type: number): unknown {
    const module = this.#module;
    const flags = this.#words[(type >> 2) + TYPE_FLAGS] as number;
    if ((flags & TEXT_SUBCLASS) !== 0) return module.UTF8ToString(module._PyUnicode_AsUTF8(object));
    if ((flags & LONG_SUBCLASS) !== 0) return fromLong(this.#words, object);
    if (module._PyType_IsSubtype(type, module._PyFloat_Type) !== 0) {
      return this.#doubles[(object + FLOAT_VALUE) >> 3];
    }
    throw new TypeError('the engine takes numbers and strings only');
  }

  /** A new reference to the Python object of a value. */
  #answer(value: unknown): number {
    const module = this.#module;
    if (typeof value === 'number') {
      if (!Number.isSafeInteger(value)) return module._PyFloat_FromDouble(value);
      if (value < 0 || value >= KEPT_INTEGERS) return toPythonInt(module, value);
      const kept = this.#kept[value] as number;
      if (this.#words.length === 0) this.#lookAgain();
      const references = this.#words[kept >> 2] as number;
      // Objects that never die keep a count that is not to be touched.
      if (references > 0 && references < IMMORTAL) this.#words[kept >> 2] = references + 1;
      return kept;
    }
    if (typeof value === 'boolean') return value ? module.__Py_TrueStruct : module.__Py_FalseStruct;
    if (typeof value === 'bigint') return toPythonInt(module, value);
    if (typeof value === 'string') return this.#text(value);
    return module.__Py_NoneStruct;
  }

  #text(value: string): number {
    const module = this.#module;
    const copy = module.stringToNewUTF8(value);
    const made = module._PyUnicode_FromString(copy);
    module._free(copy);
    return made;
  }

  /** An exception of ours becomes one of Python. */
  #raise(error: unknown): number {
    const module = this.#module;
    if (error instanceof Interrupt) {
      module._PyErr_SetNone(module.HEAP32[module._PyExc_KeyboardInterrupt >> 2] as number);
      return 0;
    }
    const kind = error instanceof TypeError ? module._PyExc_TypeError : module._PyExc_RuntimeError;
    const message = module.stringToNewUTF8(error instanceof Error ? error.message : String(error));
    module._PyErr_SetString(module.HEAP32[kind >> 2] as number, message);
    module._free(message);
    return 0;
  }

  /** Python's memory has grown: the old views show nothing. */
  #lookAgain(): void {
    this.#words = this.#module.HEAP32;
    this.#doubles = this.#module.HEAPF64;
  }
}

/** Reference counts from here on mark immortal objects (`_Py_IMMORTAL_MINIMUM_REFCNT`, 32 bits). */
const IMMORTAL = 1 << 30;
