/** The rule that chooses who computes an operation: below a size the `js` kernels, above it a TensorFlow.js backend. */
import type { BackendChoice, BackendName } from '../protocol.ts';
import type { KernelHost } from './kernel-host.ts';

export type RemoteName = Exclude<BackendName, 'js'>;

/** Kinds of operations that gain alike from a faster backend. */
export type Work = 'elementwise' | 'reduction' | 'product';

/**
 * Sizes from which a backend wins, transfers included: elements for `elementwise` and `reduction`, multiply-adds for
 * `product`. A forced backend gets everything it has a kernel for.
 */
const THRESHOLDS: Readonly<Record<RemoteName, Readonly<Record<Work, number>>>> = {
  tensorflow: { elementwise: 1 << 18, reduction: 1 << 18, product: 1 << 19 },
  wasm: { elementwise: 1 << 16, reduction: 1 << 17, product: 1 << 15 },
};

/** Elements from which an operation follows its operand that is already in a backend's memory. */
const STAY = 1 << 10;

type Loader = (backend: RemoteName) => KernelHost | null;

let choice: BackendChoice = 'auto';
let load: Loader = () => null;
const missing = new Set<RemoteName>();
const counts: Record<BackendName, number> = { tensorflow: 0, wasm: 0, js: 0 };

/** Gives the way to the backends; called once when the engine starts. */
export function connectBackends(loader: Loader): void {
  load = loader;
  missing.clear();
}

/** Starts a run: forces a backend or lets the rule choose, and counts from 0. */
export function beginCounting(forced: BackendChoice): void {
  choice = forced;
  counts.tensorflow = counts.wasm = counts.js = 0;
}

/** How many operations each backend has run since {@link beginCounting}. */
export const operationCounts = (): Readonly<Record<BackendName, number>> => ({ ...counts });

export const countOperation = (backend: BackendName): void => {
  counts[backend]++;
};

/** Whether an operation of this size can be anything but the `js` kernels'. */
export const mayBeRemote = (size: number): boolean =>
  choice === 'auto' ? size >= STAY : choice !== 'js' && size > 0;

/**
 * The remote backend for an operation of this size, or null for the `js` kernels.
 *
 * @param home where an operand already is
 */
export function chooseRemote(work: Work, size: number, home: RemoteName | null): RemoteName | null {
  if (choice === 'js' || size === 0) return null;
  if (choice !== 'auto') return available(choice) ? choice : null;
  if (home !== null && size >= STAY) return home;
  if (size < THRESHOLDS.wasm[work]) return null;
  if (size >= THRESHOLDS.tensorflow[work] && available('tensorflow')) return 'tensorflow';
  return available('wasm') ? 'wasm' : null;
}

/** The kernels of a backend that {@link chooseRemote} named. */
export function kernelHost(backend: RemoteName): KernelHost {
  const host = load(backend);
  if (host === null) throw new Error(`backend ${backend} is not available`);
  return host;
}

function available(backend: RemoteName): boolean {
  if (missing.has(backend)) return false;
  if (load(backend) !== null) return true;
  missing.add(backend);
  return false;
}
