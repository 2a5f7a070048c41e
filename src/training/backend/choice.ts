/** The rule that chooses who computes an operation: below a size the `js` kernels, above it a TensorFlow.js backend. */
import type { BackendChoice, BackendName } from '../protocol/protocol.ts';
import { counters, resetCounters } from './counters.ts';
import type { KernelHost } from './kernel-host.ts';

export type RemoteName = Exclude<BackendName, 'js'>;

/** Kinds of operations that gain alike from a faster backend. */
export type Work = 'elementwise' | 'reduction' | 'product';

type Sizes = Readonly<Record<Work, number>>;

/**
 * Sizes from which a backend wins, transfers included: elements for `elementwise` and `reduction`, multiply-adds for
 * `product`. A forced backend gets everything it has a kernel for. Measured by `npm run bench:thresholds`.
 */
const THRESHOLDS: Readonly<Record<RemoteName, Sizes>> = {
  tensorflow: { elementwise: 1 << 18, reduction: 1 << 18, product: 1 << 17 },
  wasm: { elementwise: 1 << 16, reduction: 1 << 17, product: 1 << 15 },
};

/** Sizes for which `tensorflow` is loaded, which takes some tenths of a second. */
const WORTH_LOADING: Sizes = { elementwise: 1 << 20, reduction: 1 << 20, product: 1 << 19 };

/** Elements from which an operation follows its operand that is already in a backend's memory. */
const STAY = 1 << 10;

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
  resetCounters();
}

/** How many operations each backend has run since {@link beginCounting}. */
export const operationCounts = (): Readonly<Record<BackendName, number>> => ({ ...counters.operations });

/** Whether an operation of this size can be anything but the `js` kernels'. */
export const mayBeRemote = (size: number): boolean =>
  choice === 'auto' ? size >= STAY : choice !== 'js' && size > 0;

/**
 * The remote backend for an operation of this size, or null for the `js` kernels. Once `tensorflow` is loaded nothing
 * goes to `wasm`: what moves between the two is copied twice.
 *
 * @param home where an operand already is
 */
export function chooseRemote(work: Work, size: number, home: RemoteName | null): RemoteName | null {
  if (choice === 'js' || size === 0) return null;
  if (choice !== 'auto') return isAvailable(choice) ? choice : null;
  if (size >= WORTH_LOADING[work] && isAvailable('tensorflow')) return 'tensorflow';
  const backend = hosts.get('tensorflow') ? 'tensorflow' : 'wasm';
  const isWanted = home === backend ? size >= STAY : size >= THRESHOLDS[backend][work];
  return isWanted && isAvailable(backend) ? backend : null;
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
