/**
 * The way to one kernel: asks it, and opens the connection again when that breaks. What is asked may so be asked twice, which
 * the relay's questions allow.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Kernel, KernelConnection, KernelMessage } from '@jupyterlab/services';
import { JupyterError } from './address.ts';

const MIME = 'application/vnd.d2l-exercises+json';

/** What the way may take; given by tests. */
export interface Patience {
  /** Until a connection is open. */
  readonly open: number;
  /** Until a kernel has answered: it executes nothing but short answers. */
  readonly answer: number;
  /** Until a way that broke is open again. */
  readonly recover: number;
  /** Between two attempts at most. */
  readonly pause: number;
}

const PATIENCE: Patience = { open: 20_000, answer: 20_000, recover: 120_000, pause: 5000 };
const FIRST_PAUSE = 250;
/** Connections in a row over which no answer came. */
const MOST_SILENT = 3;

export interface ChannelListener {
  /** The relay has more to tell. */
  notice(): void;
  /** Something for the log. */
  log(text: string): void;
  /** There is no way any more. Called once. */
  lost(reason: JupyterError): void;
}

/** What a channel needs to know of the server that its kernel is on. */
export interface KernelServer {
  readonly url: string;
  /** A connection to the kernel, which begins to open. */
  connect(): KernelConnection;
  /** Whether the kernel still lives. @throws JupyterError when the server cannot be asked */
  isAlive(): Promise<boolean>;
}

type Reply = KernelMessage.IExecuteReplyMsg['content'];

/** A connection that broke, or over which no answer came in time. */
class Broken extends Error {}

export class KernelChannel {
  readonly #patience: Patience;
  #connection: Promise<KernelConnection>;
  /** The one that is open. */
  #current: KernelConnection | null = null;
  #silent = 0;
  #isOver = false;
  #end: (reason: JupyterError) => void = () => undefined;
  /** Rejects when there is no way any more. */
  readonly #over: Promise<never>;

  constructor(
    private readonly server: KernelServer,
    private readonly listener: ChannelListener,
    patience: Partial<Patience> = {},
  ) {
    this.#patience = { ...PATIENCE, ...patience };
    this.#over = new Promise((_, reject) => {
      this.#end = reject;
    });
    this.#over.catch(() => undefined);
    this.#connection = this.#opened();
    this.#connection.catch(() => undefined);
  }

  /** Executes code silently. @throws JupyterError with Python's words when it fails, or when there is no way any more */
  async execute(code: string): Promise<void> {
    problemOf(await this.#ask({ code }));
  }

  /** The value of an expression that is an answer of the relay's. @throws JupyterError as {@link execute} does */
  async evaluate(expression: string): Promise<unknown> {
    const content = await this.#ask({ code: '', user_expressions: { answer: expression } });
    problemOf(content);
    const { answer } = Object((content as KernelMessage.IExecuteReply).user_expressions) as {
      answer?: unknown;
    };
    problemOf(answer);
    return (Object((answer as { data?: unknown } | null)?.data) as Record<string, unknown>)[MIME];
  }

  /** Lets the kernel be. */
  dispose(): void {
    this.#close(new JupyterError('the connection was closed'));
  }

  async #ask(content: Pick<KernelMessage.IExecuteRequestMsg['content'], 'code' | 'user_expressions'>) {
    for (;;) {
      const connection = await Promise.race([this.#over, this.#connection]);
      try {
        const reply = await Promise.race([this.#over, this.#reply(connection, content)]);
        this.#silent = 0;
        return reply;
      } catch (error) {
        if (!(error instanceof Broken)) throw error;
        this.#breaks(connection);
      }
    }
  }

  /** @throws Broken */
  async #reply(
    connection: KernelConnection,
    content: Pick<KernelMessage.IExecuteRequestMsg['content'], 'code' | 'user_expressions'>,
  ): Promise<Reply> {
    const request = { silent: true, store_history: false, allow_stdin: false, ...content };
    if (connection.isDisposed) throw new Broken();
    const future = connection.requestExecute(request, true);
    return new Promise((resolve, reject) => {
      const late = setTimeout(() => reject(new Broken()), this.#patience.answer);
      future.onReply = (message) => {
        clearTimeout(late);
        resolve(message.content);
      };
      // Of a connection that is disposed of.
      future.done.catch(() => {
        clearTimeout(late);
        reject(new Broken());
      });
    });
  }

  /** Opens a connection. @throws JupyterError */
  async #opened(): Promise<KernelConnection> {
    const connection = this.server.connect();
    try {
      await this.#untilOpen(connection);
    } catch (error) {
      connection.dispose();
      throw error;
    }
    this.#current = connection;
    connection.iopubMessage.connect((_, message) => this.#hear(message));
    connection.connectionStatusChanged.connect(() => this.#breaks(connection));
    connection.statusChanged.connect((_, status) => this.#follow(status));
    return connection;
  }

  #untilOpen(connection: KernelConnection): Promise<void> {
    const { url } = this.server;
    return new Promise((resolve, reject) => {
      const fail = (): void => reject(new JupyterError(`the kernel at ${url} cannot be connected to`));
      const late = setTimeout(fail, this.#patience.open);
      const settle = (): void => {
        if (connection.connectionStatus === 'connecting' && connection.status !== 'dead') return;
        clearTimeout(late);
        if (connection.connectionStatus === 'connected') resolve();
        else fail();
      };
      connection.connectionStatusChanged.connect(settle);
      connection.statusChanged.connect(settle);
    });
  }

  #hear(message: KernelMessage.IIOPubMessage): void {
    if (message.header.msg_type !== 'display_data') return;
    const { data } = message.content as KernelMessage.IDisplayDataMsg['content'];
    if (MIME in data) this.listener.notice();
  }

  #follow(status: Kernel.Status): void {
    if (status === 'dead' || status === 'autorestarting' || status === 'restarting')
      this.#finish(new JupyterError(this.#death));
  }

  get #death(): string {
    return `the kernel at ${this.server.url} has died, perhaps for want of memory there: run it again`;
  }

  /** Once for each connection: the library would open another one by itself, but in its own time and for ever. */
  #breaks(connection: KernelConnection): void {
    if (this.#isOver || this.#current !== connection) return;
    this.#current = null;
    // It tells of its break first, and then sets a timer that this has to stop.
    queueMicrotask(() => connection.dispose());
    this.listener.log(`the connection to ${this.server.url} broke: it is opened again`);
    this.#silent += 1;
    this.#connection = this.#recovered();
    this.#connection.catch((error: unknown) => this.#finish(error as JupyterError));
  }

  /** @throws JupyterError */
  async #recovered(): Promise<KernelConnection> {
    const { url } = this.server;
    if (this.#silent > MOST_SILENT) throw new JupyterError(`the kernel at ${url} does not answer any more`);
    const until = Date.now() + this.#patience.recover;
    for (let pause = FIRST_PAUSE; ; pause = Math.min(2 * pause, this.#patience.pause)) {
      try {
        if (!(await this.server.isAlive())) throw new JupyterError(this.#death, true);
        return await this.#opened();
      } catch (error) {
        const isFinal = !(error instanceof JupyterError) || error.isFinal;
        if (isFinal || this.#isOver || Date.now() > until) throw error;
      }
      await sleep(pause);
    }
  }

  #finish(reason: JupyterError): void {
    if (this.#isOver) return;
    this.#close(reason);
    this.listener.lost(reason);
  }

  #close(reason: JupyterError): void {
    this.#isOver = true;
    this.#end(reason);
    this.#connection.then(
      (connection) => connection.dispose(),
      () => undefined,
    );
  }
}

/** @throws JupyterError where a reply, or a value in it, says that Python raised something */
function problemOf(reply: unknown): void {
  const { status, ename, evalue } = Object(reply) as Record<string, unknown>;
  if (status === 'ok') return;
  const words = `${String(ename)}: ${String(evalue)}`.slice(0, 300).replace(/\s+/g, ' ');
  throw new JupyterError(`the kernel could not run what it was sent (${words}): choose another kernel`);
}
