/** The kernel hosts that this realm can reach. */
import type { BackendName, LogMessage } from '../protocol/protocol.ts';
import type { RemoteName } from '../backend/choice.ts';
import type { KernelHost } from '../backend/kernel-host.ts';
import type { Outer } from './wall.ts';
import { connectHeap } from '../backend/wasm/heap.ts';
import { compileKernels } from '../kernels/compile.ts';
import { NativeKernels } from './native-kernels.ts';
import { readWhole } from './globals.ts';

type Log = (level: LogMessage['level'], text: string) => void;

export interface Kernels {
  /** Best first. */
  readonly names: readonly BackendName[];
  get(backend: RemoteName): KernelHost | null;
}

/** Connects the wasm kernels; tfjs-node is loaded when it is first asked for. */
export function createKernels(wall: Outer, log: Log): Kernels {
  const wasm = compiled(log);
  connectHeap(wasm, wall.lend);
  const native = wall.native.present ? new LazyNative(wall, log) : null;
  const names: BackendName[] = ['js'];
  if (wasm !== null) names.unshift('wasm');
  if (native !== null) names.unshift('tensorflow');
  return { names, get: () => native?.get() ?? null };
}

function compiled(log: Log): WebAssembly.Module | null {
  try {
    return compileKernels(readWhole);
  } catch (error) {
    log('warn', `the wasm kernels cannot be had: ${String(error)}`);
    return null;
  }
}

class LazyNative {
  readonly #wall: Outer;
  readonly #log: Log;
  #kernels: KernelHost | null | undefined;

  constructor(wall: Outer, log: Log) {
    this.#wall = wall;
    this.#log = log;
  }

  get(): KernelHost | null {
    if (this.#kernels === undefined) this.#kernels = this.#load();
    return this.#kernels;
  }

  #load(): KernelHost | null {
    const failure = this.#wall.native.load();
    if (failure === '') return new NativeKernels(this.#wall.native);
    this.#log('warn', `tfjs-node cannot be loaded: ${failure}`);
    return null;
  }
}
