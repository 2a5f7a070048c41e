/** The Python of one notebook: a session of its own, whose cells go on with what the ones before them left. */

import type { EndedMessage, RunCommand, RunEvent, TapeGraph } from '../../training/protocol/protocol.ts';
import type { EngineSession, NotebookOptions } from '../../training/contract.ts';
import type { Run, RunRequest } from '../../training/threads/session.ts';
import { programOf, type Debugging } from '../debugging/debugging.ts';
import { cellName } from './traceback.ts';

/** Opens a session that belongs to one notebook. */
export type OpenSession = (options: NotebookOptions) => Promise<Pick<EngineSession, 'start' | 'dispose'>>;

export interface KernelRequest extends Pick<
  RunRequest,
  'seed' | 'backend' | 'dataFolder' | 'lineValues' | 'variables' | 'graph' | 'steps'
> {
  /** Python source of the cell. */
  readonly source: string;
  /** As of a `Cell`. */
  readonly magic?: string;
}

/** Of one cell: no time limit, and the characters of its output that are kept. */
const LIMITS = { seconds: 0, outputCharacters: 100_000 };

export class Kernel {
  #session: ReturnType<OpenSession> | undefined;
  #running: Run | undefined;
  /** Ends with what looks into the names between two cells; null: nothing does. */
  #looking: Promise<unknown> | null = null;
  #count = 0;
  #interrupted = false;
  /** Why what the cells had defined is gone; null: it is there. */
  #loss: string | null = null;

  constructor(private readonly open: OpenSession) {}

  /** Number of the latest execution since the start, `n` of `In [n]`. */
  get executions(): number {
    return this.#count;
  }

  /** Counts the next execution. */
  begin(): number {
    this.#interrupted = false;
    this.#loss = null;
    return ++this.#count;
  }

  /**
   * Runs a cell as the execution that {@link begin} has counted. Not before the one before it has ended.
   * @param debugging who debugs it, in the names of executions
   * @returns null when it was interrupted before it started
   * @throws Error when the engine cannot be loaded
   */
  async run(
    { source, magic, ...settings }: KernelRequest,
    onEvent: (event: RunEvent) => void,
    debugging?: Debugging,
  ): Promise<EndedMessage | null> {
    const execution = this.#count;
    this.#session ??= this.open({ onThreadLost: (reason) => this.#lose(reason) });
    const session = await this.#session;
    if (this.#looking !== null) await this.#looking;
    if (this.#interrupted) return null;
    const cell = { source, document: cellName(execution), firstLine: 1 };
    const cells = [magic === undefined ? cell : { ...cell, magic }];
    const debug = debugging === undefined ? {} : { debug: debugging.setup };
    const request = { cells, limits: LIMITS, execution, ...settings, ...debug };
    const accept = (event: RunEvent): void => {
      onEvent(event);
      debugging?.onEvent(event);
    };
    this.#running = session.start(request, accept, (event) => debugging?.onDebug(event));
    debugging?.begun(programOf(this.#running));
    try {
      return await this.#running.ended;
    } finally {
      this.#running = undefined;
    }
  }

  /** Asks of the names that the cells have defined, once the one that told them is over; null: one runs, or none has. */
  async ask(request: RunRequest, onEvent: (event: RunEvent) => void): Promise<Run | null> {
    if (this.#running?.id === request.question?.of) await this.#running?.ended;
    const session = await this.#session;
    return session === undefined || this.#running !== undefined ? null : session.start(request, onEvent);
  }

  /**
   * Asks for the graph behind the names that the cells have left: a run of no cell at all, after which the others wait.
   * @returns null where a cell runs, or none has
   */
  async graph(settings: Pick<KernelRequest, 'seed' | 'backend'>): Promise<TapeGraph | null> {
    const session = await this.#session;
    if (session === undefined || this.#running !== undefined || this.#count === 0) return null;
    let graph: TapeGraph | null = null;
    const request = { cells: [], limits: LIMITS, execution: this.#count, graph: true, ...settings };
    const looking = session.start(request, (event) => {
      if (event.type === 'graph') graph = event.graph;
    });
    this.#looking = looking.ended.catch(() => undefined);
    await this.#looking;
    this.#looking = null;
    return graph;
  }

  /** Raises KeyboardInterrupt in the cell that runs. */
  interrupt(): void {
    this.#interrupted = true;
    this.#running?.stop();
  }

  /** Pauses the training of the cell that runs, or lets it go on. */
  command(command: RunCommand): void {
    this.#running?.command(command);
  }

  /** Why the names of all cells are gone, when the latest execution took them away; asked once. */
  takeLoss(): string | null {
    const loss = this.#loss;
    this.#loss = null;
    return loss;
  }

  /** Ends Python; the next cell starts another. */
  async restart(): Promise<void> {
    const session = this.#session;
    this.#interrupted = true;
    this.#session = undefined;
    this.#count = 0;
    await (await session)?.dispose();
  }

  #lose(reason: string): void {
    this.#loss = reason;
    this.#count = 0;
  }
}
