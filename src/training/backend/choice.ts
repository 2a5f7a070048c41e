/** The rule that chooses who computes an operation: by its size loops over arrays, the heap's kernels, or TensorFlow. */
import type { BackendChoice, BackendName } from '../protocol/protocol.ts';
import { counters, resetCounters } from './counters.ts';
import type { KernelHost } from './kernel-host.ts';
import { hasHeap, trimHeap } from './wasm/heap.ts';

export type RemoteName = Exclude<BackendName, 'js' | 'wasm'>;

/** Kinds of operations that gain alike from a faster backend. `fused`: what `js` kernels need many passes for. */
export type Work = 'elementwise' | 'reduction' | 'product' | 'fused';

type Sizes = Readonly<Record<Work, number>>;

/**
 * Sizes from which a backend wins, transfers included: elements for `elementwise` and `reduction`, multiply-adds for
 * `product`. A forced backend gets everything it has a kernel for. Measured by `npm run bench:thresholds`.
 */
const THRESHOLDS: Readonly<Record<Exclude<BackendName, 'js'>, Sizes>> = {
  tensorflow: { elementwise: Infinity, reduction: Infinity, product: 1 << 24, fused: Infinity },
  wasm: { elementwise: 1 << 9, reduction: 1 << 9, product: 1 << 12, fused: 1 << 8 },
};

/** Multiply-adds for which `tensorflow` is loaded, which takes some tenths of a second. */
const WORTH_LOADING = 1 << 26;

type Loader = (backend: RemoteName) => KernelHost | null;

let choice: BackendChoice = 'auto';
let load: Loader = () => null;
/** Null: it cannot be had. Absent: not asked for yet. */
const hosts = new Map<RemoteName, KernelHost | null>();

/** Gives the way to the backends; called once when the engine starts. */
export function connectBackends(loader: Loader): void {
  load = loader;
  hosts.clear();
}

/** Starts a run: forces a backend or lets the rule choose, and counts from 0. */
export function beginCounting(forced: BackendChoice): void {
  choice = forced;
  trimHeap();
  resetCounters();
}

/** How many operations each backend has run since {@link beginCounting}. */
export const operationCounts = (): Readonly<Record<BackendName, number>> => ({ ...counters.operations });

/** Whether an operation of this size can be anything but the `js` kernels'. */
export const mayLeave = (work: Work, size: number): boolean =>
  choice === 'auto' ? size >= THRESHOLDS.wasm[work] : choice !== 'js' && size > 0;

/** Whether the heap's kernels compute an operation of this size, where they have it and no other backend is chosen. */
export const usesHeap = (work: Work, size: number): boolean =>
  mayLeave(work, size) && choice !== 'tensorflow' && hasHeap();

/** The remote backend for an operation of this size; null for what is in this thread. */
export function chooseRemote(work: Work, size: number): RemoteName | null {
  if (choice === 'js' || choice === 'wasm' || size === 0) return null;
  if (choice === 'tensorflow') return isAvailable(choice) ? choice : null;
  if (size < THRESHOLDS.tensorflow[work]) return null;
  const isLoaded = hosts.get('tensorflow') !== undefined;
  return (isLoaded || size >= WORTH_LOADING) && isAvailable('tensorflow') ? 'tensorflow' : null;
}

/** The kernels of a backend that {@link chooseRemote} named. */
export function kernelHost(backend: RemoteName): KernelHost {
  const host = hostOf(backend);
  if (host === null) throw new Error(`backend ${backend} is not available`);
  return host;
}

const isAvailable = (backend: RemoteName): boolean => hostOf(backend) !== null;

function hostOf(backend: RemoteName): KernelHost | null {
  const known = hosts.get(backend);
  if (known !== undefined) return known;
  const host = load(backend);
  hosts.set(backend, host);
  return host;
}
