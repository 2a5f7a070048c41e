/** A Python with our package beside a kernel of a Jupyter server: the transport whose other end may be far away. */
import { randomUUID } from 'node:crypto';
import { constants } from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';
import { reasonOf } from '../../text/reason.ts';
import type { LinkListener, PythonLink, PythonSource } from '../pytorch/link.ts';
import { startFailure, type ProcessEnd } from '../pytorch/start-failures.ts';
import type { JupyterAddress } from './address.ts';
import type { KernelChannel, Patience } from './channel.ts';
import { readSources } from './sources.ts';
import { RelayClient, type RelayState } from './relay-client.ts';
import type { JupyterServer, OurKernel } from './jupyter-server.ts';

export interface KernelSourceOptions {
  /** The folder `dist`. */
  readonly distribution: string;
  readonly address: JupyterAddress;
  /** Whose kernels they are, for {@link leftRuns}: of one window's workspace, say. Without, nobody looks for them again. */
  readonly owner?: string;
  readonly patience?: Partial<Patience>;
}

/** Runs of a sweep at a time unless it is said: each has a kernel and a PyTorch of its own there. */
export const RUNS_ON_A_SERVER = 4;

/** How often a relay is asked that has sent no notice: notices may be lost, and a connection may hang. */
const ASK_MILLISECONDS = 5000;
/** What the end of a process may take before its kernel is ended in any case. */
const END_MILLISECONDS = 3000;

/** Pythons beside kernels of one server, each beside a kernel of its own. */
export function kernelSource(options: KernelSourceOptions): PythonSource {
  let server: Promise<JupyterServer> | null = null;
  return (listener) => {
    server ??= serverAt(options);
    const kernel = server.then((started) => started.start(randomUUID(), options.owner));
    return new KernelLink({ ...options, server, kernel, left: null }, listener);
  };
}

export async function serverAt({ address, patience }: KernelSourceOptions): Promise<JupyterServer> {
  const { JupyterServer } = await import('./jupyter-server.ts');
  return new JupyterServer(address, patience?.answer);
}

/** Where a Python is, and how far. */
export interface KernelPlace extends KernelSourceOptions {
  readonly server: Promise<JupyterServer>;
  readonly kernel: Promise<OurKernel>;
  /** What the relay has done before; null: the kernel is new. */
  readonly left: RelayState | null;
}

export class KernelLink implements PythonLink {
  readonly isElsewhere = true;
  readonly #relay: Promise<RelayClient>;
  #sent: number;
  /** Lines go one after the other. */
  #sending: Promise<void> = Promise.resolve();
  #received = 0;
  /** Whether a notice came since the relay was asked: it may overtake the answer. */
  #isNoticed = false;
  #onNotice: () => void = () => undefined;
  #isOver = false;
  #channel: KernelChannel | null = null;
  #closing: Promise<void> | null = null;

  constructor(
    private readonly place: KernelPlace,
    private readonly listener: LinkListener,
  ) {
    // The line of the run that is left comes again, and the relay does not take it a second time.
    this.#sent = Math.max(0, (place.left?.sent ?? 0) - 1);
    this.#relay = this.#start();
    this.#relay.then(
      (relay) => this.#receive(relay),
      (error: unknown) => this.#lose(reasonOf(error)),
    );
  }

  send(line: string): void {
    const number = this.#sent++;
    this.#sending = this.#sending
      .then(async () => (await this.#relay).send(number, line))
      .catch((error: unknown) => this.#lose(reasonOf(error)));
    this.#notice();
  }

  interrupt(): void {
    this.send('{"type":"stop"}');
  }

  close(): Promise<void> {
    this.#isOver = true;
    this.#closing ??= this.#end();
    return this.#closing;
  }

  leave(): void {
    this.#isOver = true;
    this.#notice();
    this.#channel?.dispose();
  }

  async #start(): Promise<RelayClient> {
    const { server: starting, left } = this.place;
    const kernel = await this.place.kernel;
    if (this.#isOver) throw new Error('it was closed');
    const server = await starting;
    this.#channel = server.channel(
      kernel,
      {
        notice: () => this.#notice(),
        log: (text) => this.listener.log('warn', text),
        lost: (reason) => this.#lose(reason.message),
      },
      this.place.patience,
    );
    const relay = new RelayClient(this.#channel);
    if (left === null) await this.#install(relay);
    else this.listener.line(left.ready);
    return relay;
  }

  async #install(relay: RelayClient): Promise<void> {
    const sources = readSources(this.place.distribution);
    await relay.install(sources.relay);
    await relay.start(sources.package);
  }

  /** Until the process or the way to it ends. */
  async #receive(relay: RelayClient): Promise<void> {
    try {
      while (!this.#isOver) {
        this.#isNoticed = false;
        const { first, lines, isAll, status, errors } = await relay.lines(this.#received);
        this.#received = first + lines.length;
        for (const line of lines) if (line !== '' && !this.#isOver) this.listener.line(line);
        if (status !== null)
          return this.#lose(startFailure('the Python of the server', errors, endOf(status)));
        if (isAll) await this.#noticed();
      }
    } catch (error) {
      this.#lose(reasonOf(error));
    }
  }

  #notice(): void {
    this.#isNoticed = true;
    this.#onNotice();
  }

  async #noticed(): Promise<void> {
    if (this.#isNoticed) return;
    await new Promise<void>((resolve) => {
      const late = setTimeout(resolve, ASK_MILLISECONDS);
      this.#onNotice = () => {
        clearTimeout(late);
        resolve();
      };
    });
  }

  #lose(reason: string): void {
    if (this.#isOver) return;
    void this.close();
    this.listener.lost(reason);
  }

  /** Ends process and kernel, as far as the server can be reached. Never rejects. */
  async #end(): Promise<void> {
    this.#notice();
    await inTime(this.#relay.then((relay) => relay.end()));
    this.#channel?.dispose();
    await inTime(
      Promise.all([this.place.server, this.place.kernel]).then(([server, kernel]) => server.shutDown(kernel)),
    );
  }
}

/** Resolves when the work is done, has failed or takes too long. */
async function inTime(work: Promise<unknown>): Promise<void> {
  await Promise.race([work.catch(() => undefined), sleep(END_MILLISECONDS)]);
}

const signals = Object.entries(constants.signals) as [NodeJS.Signals, number][];

/** Python gives the number of a signal as a negative status. */
function endOf(status: number): ProcessEnd {
  const signal = signals.find(([, number]) => number === -status)?.[0] ?? null;
  return { status: signal === null ? status : null, signal };
}
