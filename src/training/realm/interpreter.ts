/** Python in the realm: loaded from a memory snapshot or plainly, and what it needs from JavaScript. */
import { loadPyodide, type PyodideAPI, type PyodideConfig } from 'pyodide';
import createPyodideModule from 'pyodide/pyodide.asm.mjs';
import { Checkpoint } from './checkpoint.ts';
import type { PythonKnowledge } from './advice/advisor.ts';
import { DataPlace } from './data-files.ts';
import { ORIGIN, readWhole } from './globals.ts';
import { clearFreeMemory } from './free-memory.ts';
import { BRIDGE_MODULE, type BridgeFunction, type PythonMemory } from './host.ts';
import { NativeCalls, type NativeCallsState } from './native-calls.ts';
import { moduleOf, type FileSystem, type PythonFunction } from './python-module.ts';
import { References, type PythonModules } from './references.ts';
import { encodeSnapshot, SnapshotFile } from './snapshot-file.ts';
import type { OuterData } from './wall.ts';

/** The module by which `_exercise` reaches the realm; Python's users cannot import it. */
export const REALM_MODULE = '_realm';
/** The module of the engine's functions that take Python functions; they become attributes of the bridge's module. */
export const CALLBACKS_MODULE = '_engine_callbacks';

/** What Python calls besides the tensor engine. */
export interface PythonHost {
  /** @param stream `stdout`, `stderr` or `displayed` */
  write(stream: string, text: string): void;
  /** A line of the learner's (1-based) has printed `text`, which ends with a line feed; besides {@link write}. */
  located(document: string, line: number, text: string): void;
  /** Counts characters beyond the limit. */
  /** Shows the end of an output that went over its limit. @param pieces JSON of `[stream, text]` pairs */
  overflow(pieces: string, characters: number, lines: number): void;
  drop(characters: number): void;
  /** What is told of own loops where another PyTorch than ours computes: a message as JSON, {@link RunEvents.foreign}. */
  tell(event: string): void;
  /** Returns early when the run is to stop, and with the seconds that are left when it is to take commands. */
  sleep(seconds: number): number;
  /** What a debugged run tells: a `DebugEvent` without its run, as JSON. */
  debug(event: string): void;
  /** @param waits 1: until there is one. @returns a `DebugCommand` as JSON; empty: there is none, or the run is to stop */
  command(waits: number): string;
}

type Functions = Readonly<Record<string, BridgeFunction>>;

export type Start = 'snapshot' | 'plain';

/** The answer of `_exercise.run`, as JSON. */
export type RunText = string;

export class Interpreter {
  readonly #pyodide: PyodideAPI;
  #run: PythonFunction | null = null;
  #answer: PythonFunction | null = null;
  #question: PythonFunction | null = null;
  #conclude: PythonFunction | null = null;
  #tell: Readonly<Record<'variables' | 'graph', PythonFunction>> | null = null;
  #checkpoint: Checkpoint | null = null;
  #data: DataPlace | null = null;

  private constructor(
    pyodide: PyodideAPI,
    /** What its memory was; null when it was loaded plainly. */
    private readonly snapshot: SnapshotFile | null,
  ) {
    this.#pyodide = pyodide;
  }

  /**
   * @param modules what Python imports of JavaScript
   * @param functions those of the bridge's module that take numbers and strings
   * @param warn told why the snapshot was not used, if it was not, and what could not be imported, if so
   * @param guard given the functions that the interpreter imports, before it does
   * @throws Error when Python cannot be loaded at all
   */
  static async load(
    modules: PythonModules,
    functions: Functions,
    warn: (reason: string) => void,
    guard: (imports: Record<string, unknown>) => void,
  ): Promise<Interpreter> {
    const references = new References(modules);
    const snapshot = openSnapshot(warn);
    if (snapshot !== null) {
      try {
        const restoring = {
          _loadSnapshot: snapshot.head,
          _snapshotFile: snapshot,
          _snapshotDeserializer: named(references),
          _guardImports: guard,
        };
        const restored = await loadPyodide({ ...configuration(), ...restoring });
        new NativeCalls(moduleOf(restored), functions).connect(snapshot.calls);
        return new Interpreter(restored, snapshot);
      } catch (error) {
        warn(`Python starts without its memory snapshot, which cannot be used: ${String(error)}`);
      }
    }
    const interpreter = new Interpreter(
      await loadPyodide({ ...configuration(), _guardImports: guard } as PyodideConfig),
      null,
    );
    const { failures } = interpreter.#installPackages(modules, functions);
    if (failures !== '') warn(failures);
    return interpreter;
  }

  /**
   * Loads Python plainly, imports what every run starts with, and gives its memory.
   * @throws Error when something cannot be imported
   */
  static async takeSnapshot(modules: PythonModules, functions: Functions): Promise<Uint8Array> {
    const references = new References(modules);
    const pyodide = await loadPyodide({ ...configuration(), _makeSnapshot: true });
    const { failures, calls } = new Interpreter(pyodide, null).#installPackages(modules, functions);
    if (failures !== '') throw new Error(failures);
    clearFreeMemory(moduleOf(pyodide));
    const serializer = (object: unknown): string => references.nameOf(object);
    return encodeSnapshot(pyodide.makeMemorySnapshot({ serializer }), calls);
  }

  get start(): Start {
    return this.snapshot === null ? 'plain' : 'snapshot';
  }

  get memory(): PythonMemory {
    return moduleOf(this.#pyodide);
  }

  /** Python's file system. */
  get files(): FileSystem {
    return moduleOf(this.#pyodide).FS;
  }

  /** Python's version, `3.14.0`. */
  get version(): string {
    return this.#evaluate('import sys; "%d.%d.%d" % sys.version_info[:3]') as string;
  }

  /**
   * Connects Python with the realm's streams and signals and keeps the state that every run starts from.
   * @param imported called when the packages are in use, right before the state is kept
   */
  begin(host: PythonHost, signals: Int32Array, imported: () => void): void {
    const pyodide = this.#pyodide;
    pyodide.setStdout({ batched: (line) => host.write('stdout', `${line}\n`) });
    pyodide.setStderr({ batched: (line) => host.write('stderr', `${line}\n`) });
    pyodide.setInterruptBuffer(signals);
    this.#run = this.#evaluate('import _exercise; _exercise.begin(); _exercise.run') as PythonFunction;
    this.#answer = this.#evaluate('_exercise.answer') as PythonFunction;
    this.#question = this.#evaluate('_exercise.ask') as PythonFunction;
    this.#conclude = this.#evaluate('_exercise.conclude') as PythonFunction;
    this.#tell = {
      variables: this.#evaluate('_exercise.tell_variables') as PythonFunction,
      graph: this.#evaluate('_exercise.tell_graph') as PythonFunction,
    };
    this.#evaluate('del _exercise');
    imported();
    this.#checkpoint = new Checkpoint(moduleOf(pyodide), this.snapshot?.ranges ?? []);
  }

  /** Bytes of memory that Python has taken since it began. */
  get growth(): number {
    return this.#checkpoint?.growth ?? 0;
  }

  /**
   * Offers the run that is about to begin its data files; one that goes on with another gets what is new of them.
   * @param say told what cannot be read, and why
   */
  offerData(data: OuterData, say: (text: string) => void): void {
    this.#data ??= new DataPlace(this.files);
    this.#data.offer(data, say);
  }

  /** Runs cells: JSON in, JSON out (`src/training/python/_exercise`). @throws Error when the interpreter broke */
  run(request: string): RunText {
    if (this.#run === null) throw new Error('the interpreter has not begun');
    return this.#run(request);
  }

  /** Asks of the names of the run before: JSON in, JSON out, as {@link run}. @throws Error when the interpreter broke */
  ask(question: string): RunText {
    if (this.#question === null) throw new Error('the interpreter has not begun');
    return this.#question(question);
  }

  /** After a run that did not come to its end: Python reports what it has left. @throws Error when that fails */
  conclude(): void {
    this.#conclude?.();
  }

  /** Python tells the names of the run that has ended. @throws Error when that fails */
  tell(what: 'variables' | 'graph'): void {
    this.#tell?.[what]();
  }

  /** What Python knows of the run; to be asked while an operation of it is under way. */
  readonly knowledge: PythonKnowledge = {
    place: () => this.#ask('place'),
    holders: (handles) => this.#ask('holders', handles),
  };

  #ask<A>(question: string, argument: unknown = null): A | null {
    try {
      const answer = this.#answer?.(question, JSON.stringify(argument));
      return answer === undefined ? null : (JSON.parse(answer) as A);
    } catch {
      // Stop may interrupt the answer; advice is not worth an error.
      return null;
    }
  }

  /** Puts everything back to the state after {@link begin}. */
  restore(): void {
    this.#data?.close();
    this.#data = null;
    this.#checkpoint?.restore();
  }

  #evaluate(code: string): unknown {
    return this.#pyodide.runPython(code);
  }

  /** @returns what could not be imported, one line each */
  #installPackages(
    modules: PythonModules,
    functions: Functions,
  ): { readonly failures: string; readonly calls: NativeCallsState } {
    const pyodide = this.#pyodide;
    for (const [name, module] of Object.entries(modules)) pyodide.registerJsModule(name, module);
    this.#evaluate(makeBridge(modules[CALLBACKS_MODULE] ?? {}));
    const calls = new NativeCalls(moduleOf(pyodide), functions).install(BRIDGE_MODULE);
    const files = moduleOf(pyodide).FS;
    files.writeFile(SOURCES, readWhole('packages.json'));
    files.writeFile(CODES, readWhole('packages.bin'));
    return { failures: this.#evaluate(`${PACKAGES}\n${INSTALL}`) as string, calls };
  }

  /** The compiled code of all packages and of what they import, for an interpreter of the same build. */
  static async compilePackages(): Promise<Uint8Array> {
    const pyodide = await loadPyodide(configuration());
    const files = moduleOf(pyodide).FS;
    files.writeFile(SOURCES, readWhole('packages.json'));
    pyodide.runPython(`${PACKAGES}\n${COMPILE}`);
    return files.readFile(CODES);
  }
}

/** Where Python finds its packages while it is set up; the files do not stay. */
const SOURCES = '/packages.json';
const CODES = '/packages.bin';

/** Makes the bridge's module, with those of its functions that take Python functions. */
function makeBridge(callbacks: object): string {
  return `
import sys, types
import ${CALLBACKS_MODULE} as callbacks
bridge = sys.modules['${BRIDGE_MODULE}'] = types.ModuleType('${BRIDGE_MODULE}')
for name in '${Object.keys(callbacks).join(' ')}'.split():
    setattr(bridge, name, getattr(callbacks, name))
del sys.modules['${CALLBACKS_MODULE}'], bridge, callbacks, name
`;
}

/** The finder of our packages is itself one of them, so it is executed by hand. */
const PACKAGES = `
import json, os, sys, types
with open('${SOURCES}', encoding='utf-8') as file:
    sources = json.load(file)
os.unlink('${SOURCES}')
packages = types.ModuleType('_exercise.packages')
sys.modules[packages.__name__] = packages
exec(compile(sources['_exercise/packages.py'], packages.__name__, 'exec'), packages.__dict__)
`;

const COMPILE = `
with open('${CODES}', 'wb') as file:
    file.write(packages.compile_all(sources, '_exercise'))
`;

const INSTALL = `
with open('${CODES}', 'rb') as file:
    packages.install(sources, file.read(), '_exercise')
os.unlink('${CODES}')
import _exercise
failures = _exercise.set_up()
del sources, packages, file
failures
`;

/** A snapshot's names for JavaScript objects, each as the object of this realm. */
function named(references: References) {
  return (name: unknown): object => references.find(String(name));
}

function configuration(): PyodideConfig {
  return {
    indexURL: ORIGIN,
    createPyodideModule,
    stdin: () => null,
    stdout: (text) => console.info(text),
    stderr: (text) => console.warn(text),
    // The interpreter must not look for a package index.
    packageBaseUrl: ORIGIN,
  };
}

function openSnapshot(warn: (reason: string) => void): SnapshotFile | null {
  try {
    return SnapshotFile.open();
  } catch (error) {
    warn(`Python starts without its memory snapshot: ${String(error)}`);
    return null;
  }
}
