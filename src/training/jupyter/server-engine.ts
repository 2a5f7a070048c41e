/**
 * Real PyTorch behind a Jupyter server, as the editor has it. A run goes on there when its window is closed; whoever asks for the
 * same run afterwards, the same code with the same seed, is told what that one has brought and brings.
 */
import { createHash } from 'node:crypto';
import type { DebugEvent, RunEvent } from '../protocol/protocol.ts';
import { PyTorchEngine, type PyTorchEngineOptions } from '../pytorch/engine.ts';
import type { Run, RunRequest } from '../threads/active-run.ts';
import { kernelSource, RUNS_ON_A_SERVER, serverAt, type KernelSourceOptions } from './kernel-link.ts';
import { leftRuns, type LeftRun } from './left-runs.ts';

export interface ServerEngineOptions
  extends KernelSourceOptions, Omit<PyTorchEngineOptions, 'source' | 'dataSets'> {
  readonly owner: string;
}

/**
 * Asks the server first: what is wrong with it is known before a run begins.
 * @throws JupyterError saying in a line why it cannot be used
 */
export async function openServerEngine(options: ServerEngineOptions): Promise<ServerEngine> {
  await (await serverAt(options)).pythonKernel();
  return new ServerEngine(options, await leftRuns(options));
}

/** What has become of a run that was left to a server. */
export interface LeftState {
  /** The server's host and port. */
  readonly server: string;
  readonly isOver: boolean;
}

/**
 * What has become of the run of a document that this owner has left to the server; null: there is none.
 * @throws JupyterError when the server cannot be asked
 */
export async function leftRunOf(options: ServerEngineOptions, document: string): Promise<LeftState | null> {
  const begin = `${digest(document)} `;
  const run = (await leftRuns(options)).find(({ keep }) => keep.startsWith(begin));
  return run === undefined ? null : { server: new URL(options.address.url).host, isOver: run.isOver };
}

class ServerEngine extends PyTorchEngine {
  #left: readonly LeftRun[];

  constructor(options: ServerEngineOptions, left: readonly LeftRun[]) {
    super({ ...options, source: kernelSource(options), threads: options.threads ?? RUNS_ON_A_SERVER });
    this.#left = left;
  }

  override start(
    request: RunRequest,
    onEvent: (event: RunEvent) => void,
    onDebug?: (event: DebugEvent) => void,
  ): Run {
    if (request.debug !== undefined) return super.start(request, onEvent, onDebug);
    const document = documentOf(request);
    const keep = `${document} ${digestOf(request)}`;
    const kept = { ...request, keep };
    const found = this.#left.find((run) => run.keep === keep);
    // The document has changed: what was left of it is of no use any more.
    const others = this.#left.filter((run) => run !== found && run.keep.startsWith(`${document} `));
    this.#left = this.#left.filter((run) => run !== found && !others.includes(run));
    for (const run of others) void run.discard().catch(() => undefined);
    if (found === undefined) return super.start(kept, onEvent, onDebug);
    return this.resume(found.source, found.run, kept, onEvent);
  }
}

/** A digest: the server is told no name of a file for it. */
function documentOf({ cells }: RunRequest): string {
  return digest(cells.at(-1)?.document ?? '');
}

function digestOf({ cells, seed }: RunRequest): string {
  return digest(JSON.stringify([seed, cells.map(({ source, firstLine }) => [source, firstLine])]));
}

function digest(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 32);
}
