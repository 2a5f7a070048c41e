/** Python in the realm: loaded from a memory snapshot or plainly, and what it needs from JavaScript. */
import { loadPyodide, type PyodideAPI, type PyodideConfig } from 'pyodide';
import createPyodideModule from 'pyodide/pyodide.asm.mjs';
import { Checkpoint } from './checkpoint.ts';
import { ORIGIN, readEngineFile } from './globals.ts';
import { BRIDGE_MODULE, type Bridge, type PythonMemory } from './host.ts';
import { moduleOf, type PythonFunction } from './python-module.ts';
import { TextDecoder } from './text-encoding.ts';

/** The module by which `_exercise` reaches the realm; Python's users cannot import it. */
const REALM_MODULE = '_realm';
const SNAPSHOT = 'snapshot.bin';

/** What Python calls besides the tensor engine. */
export interface PythonHost {
  /** @param stream `stdout`, `stderr` or `displayed` */
  write(stream: string, text: string): void;
  /** A line of the learner's (1-based) has printed `text`, which ends with a line feed; besides {@link write}. */
  located(document: string, line: number, text: string): void;
  /** Counts characters beyond the limit. */
  drop(characters: number): void;
  /** Returns early when the run is to stop. */
  sleep(seconds: number): void;
}

export type Start = 'snapshot' | 'plain';

/** The answer of `_exercise.run`, as JSON. */
export type RunText = string;

export class Interpreter {
  readonly #pyodide: PyodideAPI;
  #run: PythonFunction | null = null;
  #checkpoint: Checkpoint | null = null;

  private constructor(
    pyodide: PyodideAPI,
    readonly start: Start,
  ) {
    this.#pyodide = pyodide;
  }

  /**
   * @param warn told why the snapshot was not used, if it was not
   * @throws Error when Python cannot be loaded at all
   */
  static async load(warn: (reason: string) => void): Promise<Interpreter> {
    const snapshot = readSnapshot(warn);
    if (snapshot !== null) {
      try {
        return new Interpreter(
          await loadPyodide({ ...configuration(), _loadSnapshot: snapshot }),
          'snapshot',
        );
      } catch (error) {
        warn(`the memory snapshot cannot be used: ${String(error)}`);
      }
    }
    const interpreter = new Interpreter(await loadPyodide(configuration()), 'plain');
    interpreter.#installPackages();
    return interpreter;
  }

  /** Loads Python plainly, imports what every start needs, and gives its memory. */
  static async snapshot(): Promise<Uint8Array> {
    const pyodide = await loadPyodide({ ...configuration(), _makeSnapshot: true });
    new Interpreter(pyodide, 'plain').#installPackages();
    return pyodide.makeMemorySnapshot();
  }

  get memory(): PythonMemory {
    return moduleOf(this.#pyodide);
  }

  /** Python's version, `3.14.0`. */
  get version(): string {
    return this.#evaluate('import sys; "%d.%d.%d" % sys.version_info[:3]') as string;
  }

  /**
   * Connects Python with the realm, imports the exercises' packages and keeps the state that every run starts from.
   * @returns what could not be imported, one line each
   */
  furnish(host: PythonHost, bridge: Bridge, signals: Int32Array): string {
    const pyodide = this.#pyodide;
    pyodide.registerJsModule(REALM_MODULE, host);
    pyodide.registerJsModule(BRIDGE_MODULE, bridge.functions);
    pyodide.setStdout({ batched: (line) => host.write('stdout', `${line}\n`) });
    pyodide.setStderr({ batched: (line) => host.write('stderr', `${line}\n`) });
    pyodide.setInterruptBuffer(signals);
    const failures = this.#evaluate('import _exercise; _exercise.furnish()') as string;
    this.#run = this.#evaluate('_exercise.run') as PythonFunction;
    this.#evaluate('del _exercise');
    bridge.imported();
    this.#checkpoint = new Checkpoint(moduleOf(pyodide));
    return failures;
  }

  /** Bytes of memory that Python has taken since it was furnished. */
  get growth(): number {
    return this.#checkpoint?.growth ?? 0;
  }

  /** Runs cells: JSON in, JSON out (`src/training/python/_exercise`). @throws Error when the interpreter broke */
  run(request: string): RunText {
    if (this.#run === null) throw new Error('the interpreter is not furnished');
    return this.#run(request);
  }

  /** Puts everything back to the state after {@link furnish}. */
  restore(): void {
    this.#checkpoint?.restore();
  }

  #evaluate(code: string): unknown {
    return this.#pyodide.runPython(code);
  }

  #installPackages(): void {
    const packages = new TextDecoder().decode(readEngineFile('packages.json'));
    const install = this.#evaluate(INSTALL) as PythonFunction;
    install(packages);
    install.destroy();
  }
}

/** The finder of our packages is itself one of them, so it is executed by hand. */
const INSTALL = `
def install(text):
    import json, sys, types
    sources = json.loads(text)
    module = types.ModuleType('_exercise.packages')
    sys.modules[module.__name__] = module
    exec(compile(sources['_exercise/packages.py'], module.__name__, 'exec'), module.__dict__)
    module.install(sources)
install
`;

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

function readSnapshot(warn: (reason: string) => void): Uint8Array | null {
  try {
    return readEngineFile(SNAPSHOT);
  } catch (error) {
    warn(String(error));
    return null;
  }
}
