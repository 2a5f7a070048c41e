/** A client of the debug adapter, for tests: requests, and what comes of them. */
import type { DebugProtocol } from '@vscode/debugprotocol';
import { D2lDebugSession } from '../../src/debugger/adapter.ts';
import type { Debuggee } from '../../src/debugger/debuggee.ts';
import { english } from '../../src/advice/translate.ts';

type Body = Record<string, unknown>;

export class DebugClient {
  readonly events: DebugProtocol.Event[] = [];
  readonly #session: D2lDebugSession;
  readonly #answers = new Map<number, (response: DebugProtocol.Response) => void>();
  #sequence = 0;
  #seen = 0;
  #wake: () => void = () => undefined;

  constructor(debuggee: Debuggee) {
    this.#session = new D2lDebugSession(debuggee, english);
    this.#session.onDidSendMessage((message) => this.#take(message as DebugProtocol.ProtocolMessage));
  }

  /** @throws Error with the adapter's words when it fails */
  async request<B = Body>(command: string, arguments_: object = {}): Promise<B> {
    const seq = ++this.#sequence;
    const response = await new Promise<DebugProtocol.Response>((resolve) => {
      this.#answers.set(seq, resolve);
      this.#session.handleMessage({ seq, type: 'request', command, arguments: arguments_ } as never);
    });
    if (!response.success) throw new Error(response.message);
    return (response.body ?? {}) as B;
  }

  /** The next event of this name, with its body. */
  async event<B = Body>(name: string): Promise<B> {
    for (;;) {
      const event = this.events[this.#seen++];
      if (event?.event === name) return (event.body ?? {}) as B;
      if (event !== undefined) continue;
      this.#seen--;
      await new Promise<void>((resolve) => (this.#wake = resolve));
    }
  }

  /** As an editor begins: capabilities, breakpoints, launch. */
  async launch(
    document: string,
    breakpoints: readonly DebugProtocol.SourceBreakpoint[],
    options: { readonly filters?: readonly string[]; readonly configuration?: object } = {},
  ): Promise<void> {
    await this.request('initialize', {
      adapterID: 'd2l',
      pathFormat: 'path',
      linesStartAt1: true,
      columnsStartAt1: true,
    });
    const launched = this.request('launch', options.configuration ?? {});
    await this.event('initialized');
    await this.request('setBreakpoints', { source: { path: document }, breakpoints });
    await this.request('setExceptionBreakpoints', { filters: options.filters ?? ['uncaught'] });
    await this.request('configurationDone');
    await launched;
  }

  async frames(): Promise<readonly DebugProtocol.StackFrame[]> {
    await this.event('stopped');
    return (await this.request<DebugProtocol.StackTraceResponse['body']>('stackTrace', { threadId: 1 }))
      .stackFrames;
  }

  async evaluate(expression: string, context = 'watch'): Promise<string> {
    const body = { expression, context, frameId: 1 };
    return (await this.request<DebugProtocol.EvaluateResponse['body']>('evaluate', body)).result;
  }

  #take(message: DebugProtocol.ProtocolMessage): void {
    if (message.type === 'response') {
      const response = message as DebugProtocol.Response;
      this.#answers.get(response.request_seq)?.(response);
    } else {
      this.events.push(message as DebugProtocol.Event);
      this.#wake();
    }
  }
}
