/** The kernel hosts that this realm can reach. */
import type { BackendName, LogMessage } from '../protocol/protocol.ts';
import type { KernelHost } from '../backend/kernel-host.ts';
import type { Outer } from './wall.ts';
import { NativeKernels } from './native-kernels.ts';
import { loadWasmKernels } from './wasm-kernels.ts';

type Log = (level: LogMessage['level'], text: string) => void;
type RemoteName = Exclude<BackendName, 'js'>;

export interface Kernels {
  /** Best first. */
  readonly names: readonly BackendName[];
  get(backend: RemoteName): KernelHost | null;
}

/** Loads the wasm kernels; tfjs-node is loaded when it is first asked for. */
export async function createKernels(wall: Outer, log: Log): Promise<Kernels> {
  const wasm = await loadWasmKernels().catch((error: unknown) => {
    log('warn', `the wasm backend cannot be had: ${String(error)}`);
    return null;
  });
  const native = wall.native.present ? new LazyNative(wall, log) : null;
  const names: BackendName[] = ['js'];
  if (wasm !== null) names.unshift('wasm');
  if (native !== null) names.unshift('tensorflow');
  return { names, get: (backend) => (backend === 'wasm' ? wasm : (native?.get() ?? null)) };
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
