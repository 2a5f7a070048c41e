/** Runs that outlive the window that began them: a kernel is kept by its server. */
import type { PythonSource } from '../pytorch/link.ts';
import type { JupyterServer, OurKernel } from './jupyter-server.ts';
import { KernelLink, serverAt, type KernelPlace, type KernelSourceOptions } from './kernel-link.ts';
import { RelayClient, type RelayedRun } from './relay-client.ts';

/** A run that a window has left to its server, where it goes on, or has ended and can still be told. */
export interface LeftRun extends RelayedRun {
  readonly keep: string;
  /** The Python that executes it. */
  readonly source: PythonSource;
  /** Ends it, and its kernel. */
  discard(): Promise<void>;
}

/**
 * The runs that were left to a server by this owner, before it begins others there. Kernels of its that execute no such run
 * and that nobody is connected to are ended.
 * @throws JupyterError when the server cannot be asked
 */
export async function leftRuns(
  options: KernelSourceOptions & { readonly owner: string },
): Promise<LeftRun[]> {
  const server = await serverAt(options);
  const kernels = (await server.ours()).filter(({ name }) => name.startsWith(`${options.owner}/`));
  const found = await Promise.all(kernels.map((kernel) => leftRun(server, kernel, options)));
  return found.filter((run) => run !== null);
}

async function leftRun(
  server: JupyterServer,
  kernel: OurKernel,
  options: KernelSourceOptions,
): Promise<LeftRun | null> {
  const nobody = { notice: () => undefined, log: () => undefined, lost: () => undefined };
  const channel = server.channel(kernel, nobody, { recover: 0, ...options.patience });
  const discard = (): Promise<void> => server.shutDown(kernel);
  // One that gives no answer is let be: it may be the way to it.
  const state = await new RelayClient(channel).state().catch(() => null);
  channel.dispose();
  if (state === null) return null;
  const { run } = state;
  const keep = run?.keep ?? null;
  if (run === null || keep === null) {
    if (kernel.kernel.connections === 0) await discard().catch(() => undefined);
    return null;
  }
  const place: KernelPlace = {
    ...options,
    server: Promise.resolve(server),
    kernel: Promise.resolve(kernel),
    left: state,
  };
  return { ...run, keep, source: (listener) => new KernelLink(place, listener), discard };
}
