/** What every worker of the engine is started with: read, unpacked and compiled once. */
import type { EngineFiles } from './messages.ts';
import { compileKernels } from '../kernels/compile.ts';

/** By the name of the script, in the folder `web` of the distribution; the others are packed, and lie in `web/engine`. */
const SCRIPTS = { worker: 'engine-worker.js', helper: 'helper-worker.js' };
const INTERPRETER = 'pyodide.asm.wasm';
const FILES = [
  'kernels-relaxed.wasm',
  'kernels-simd.wasm',
  'mozjpeg_dec.wasm',
  'pyodide-lock.json',
  'python_stdlib.zip',
  'snapshot.bin',
];

export interface Started {
  /** Addresses of the scripts. */
  readonly worker: string;
  readonly helper: string;
  readonly interpreter: WebAssembly.Module;
  readonly kernels: WebAssembly.Module;
  readonly files: EngineFiles;
}

/** Reads a file of the folder `web` of the distribution. */
export type ReadFile = (path: string) => Promise<Uint8Array>;

export class StartFiles {
  #started: Promise<Started> | null = null;

  constructor(private readonly read: ReadFile) {}

  /** @throws Error when something is missing or cannot be compiled; asked again, it tries again */
  get(): Promise<Started> {
    this.#started ??= this.#start().catch((error: unknown) => {
      this.#started = null;
      throw error;
    });
    return this.#started;
  }

  async #start(): Promise<Started> {
    const [worker, helper, interpreter, ...contents] = await Promise.all([
      this.#address(SCRIPTS.worker),
      this.#address(SCRIPTS.helper),
      this.#unpacked(INTERPRETER).then((bytes) => WebAssembly.compile(bytes)),
      ...FILES.map((name) => this.#unpacked(name)),
    ]);
    const files = new Map(FILES.map((name, i) => [name, contents[i] ?? new Uint8Array()]));
    const kernels = compileKernels((name) => files.get(name) ?? new Uint8Array());
    return { worker, helper, interpreter, kernels, files };
  }

  /** Of a copy of the script: not every address of an extension's file can be one of a worker. */
  async #address(script: string): Promise<string> {
    const text = await this.read(script);
    return URL.createObjectURL(new Blob([text.slice()], { type: 'text/javascript' }));
  }

  async #unpacked(name: string): Promise<Uint8Array<ArrayBuffer>> {
    const packed = await this.read(`engine/${name}.gz`);
    const stream = new Blob([packed.slice()]).stream().pipeThrough(new DecompressionStream('gzip'));
    return new Uint8Array(await new Response(stream).arrayBuffer());
  }
}
