/**
 * The debug adapter: the Debug Adapter Protocol on one side, a run that is debugged on the other. It knows no editor, and
 * runs in the process of whoever has the engine.
 */
import {
  BreakpointEvent,
  ContinuedEvent,
  DebugSession,
  ExitedEvent,
  InitializedEvent,
  OutputEvent,
  StoppedEvent,
  TerminatedEvent,
} from '@vscode/debugadapter';
import type { DebugProtocol } from '@vscode/debugprotocol';
import type { Translate } from '../advice/translate.ts';
import type { DebugStoppedMessage, ExceptionFilter } from '../training/protocol/debug.ts';
import type { DebugCommand, DebugEvent, RunEvent } from '../training/protocol/protocol.ts';
import { ClientBreakpoints } from './breakpoints.ts';
import { capabilities } from './capabilities.ts';
import type { Debuggee, LaunchConfiguration, Program } from './debuggee.ts';
import { frameOf, isPaged, placeOf, variableOf } from './shown.ts';
import { Questions } from './questions.ts';

/** Python has one thread here. */
const THREAD = 1;
const FILTERS: readonly ExceptionFilter[] = ['raised', 'uncaught'];
/** That are told at once. */
const MOST_ELEMENTS = 1000;
const LAUNCH_FAILED = 1;
const REQUEST_FAILED = 2;

export class D2lDebugSession extends DebugSession {
  readonly #breakpoints = new ClientBreakpoints();
  readonly #questions = new Questions((command) => this.#tell(command));
  #exceptions: readonly ExceptionFilter[] = ['uncaught'];
  #configured: () => void = () => undefined;
  readonly #isConfigured = new Promise<void>((resolve) => (this.#configured = resolve));
  #program: Program | null = null;
  /** What the program is to be told when it begins; null: it has begun. */
  #early: DebugCommand[] | null = [];
  #stopped: DebugStoppedMessage | null = null;
  #hasEnded = false;
  /** The client has gone, or knows that all is over. */
  #isOver = false;

  constructor(
    private readonly debuggee: Debuggee,
    private readonly t: Translate,
  ) {
    super();
  }

  // -------------------------------------------------------------- the session's life

  protected override initializeRequest(response: DebugProtocol.InitializeResponse): void {
    response.body = capabilities(this.t);
    this.sendResponse(response);
    this.sendEvent(new InitializedEvent());
  }

  protected override configurationDoneRequest(response: DebugProtocol.ConfigurationDoneResponse): void {
    this.sendResponse(response);
    this.#configured();
  }

  protected override launchRequest(
    response: DebugProtocol.LaunchResponse,
    configuration: DebugProtocol.LaunchRequestArguments & LaunchConfiguration,
  ): void {
    void this.#launch(response, configuration);
  }

  async #launch(response: DebugProtocol.LaunchResponse, configuration: LaunchConfiguration): Promise<void> {
    await this.#isConfigured;
    this.#early = [];
    const setup = {
      breakpoints: this.#breakpoints.all,
      exceptions: this.#exceptions,
      stopOnEntry: configuration.stopOnEntry === true,
    };
    try {
      const program = await this.debuggee.start(configuration, setup, {
        onEvent: (event) => this.#ran(event),
        onDebug: (event) => this.#debugged(event),
      });
      this.#program = program;
      if (this.#isOver) program.stop();
      this.sendResponse(response);
      void program.ended.then(() => this.#end());
    } catch (error) {
      this.sendErrorResponse(response, { ...failure(LAUNCH_FAILED, error), showUser: true });
    }
  }

  protected override terminateRequest(response: DebugProtocol.TerminateResponse): void {
    this.#program?.stop();
    this.sendResponse(response);
  }

  protected override disconnectRequest(response: DebugProtocol.DisconnectResponse): void {
    this.#isOver = true;
    this.#program?.stop();
    this.sendResponse(response);
  }

  #end(): void {
    this.#stopped = null;
    if (!this.#isOver) this.sendEvent(new TerminatedEvent());
    this.#isOver = true;
  }

  // -------------------------------------------------------------- what the program tells

  #ran(event: RunEvent): void {
    if (event.type === 'started') this.#begin();
    if (event.type === 'output') {
      const isDisplayed = event.stream === 'displayed';
      const category = event.stream === 'stderr' ? 'stderr' : 'stdout';
      this.sendEvent(new OutputEvent(isDisplayed ? `${event.text}\n` : event.text, category));
    }
    if (event.type !== 'ended') return;
    this.#hasEnded = true;
    this.#questions.giveUp();
    if (event.error !== null) this.sendEvent(new OutputEvent(event.error.traceback, 'stderr'));
    this.sendEvent(new ExitedEvent(event.status === 'ok' ? 0 : 1));
  }

  #begin(): void {
    const early = this.#early ?? [];
    this.#early = null;
    for (const command of early) this.#program?.command(command);
  }

  #debugged(event: DebugEvent): void {
    if (event.type === 'debugAnswer') this.#questions.answered(event.id, event.answer);
    else if (event.type === 'debugStopped') this.#stand(event);
    else if (event.type === 'debugContinued') {
      this.#stopped = null;
      this.#questions.giveUp();
      this.sendEvent(new ContinuedEvent(THREAD, true));
    } else if (event.type === 'debugOutput') {
      const output: DebugProtocol.OutputEvent = new OutputEvent(
        `${event.text}\n`,
        event.isFault ? 'stderr' : 'console',
      );
      Object.assign(output.body, placeOf(event.document, event.line));
      this.sendEvent(output);
    } else {
      for (const { id, line, fault } of event.breakpoints) {
        const message = fault === '' ? this.t('There is no code here that this run executes.') : fault;
        const placed = line === null ? { id, verified: false, message } : { id, verified: true, line };
        this.sendEvent(new BreakpointEvent('changed', placed));
      }
    }
  }

  #stand(event: DebugStoppedMessage): void {
    this.#stopped = event;
    const stopped: DebugProtocol.StoppedEvent = new StoppedEvent(
      event.reason,
      THREAD,
      event.exception?.message,
    );
    Object.assign(stopped.body, { allThreadsStopped: true, hitBreakpointIds: event.breakpoints });
    if (event.exception !== undefined)
      stopped.body.description = this.t('Paused on {0}', event.exception.type);
    this.sendEvent(stopped);
  }

  // -------------------------------------------------------------- what it is told

  #tell(command: DebugCommand): void {
    if (this.#hasEnded) throw new Error(this.t('The program has ended.'));
    if (this.#early === null) this.#program?.command(command);
    else this.#early.push(command);
  }

  protected override setBreakPointsRequest(
    response: DebugProtocol.SetBreakpointsResponse,
    { source, breakpoints = [] }: DebugProtocol.SetBreakpointsArguments,
  ): void {
    const points = this.#breakpoints.set(source.path ?? '', breakpoints);
    response.body = { breakpoints: points.map(({ id, line }) => ({ id, line, verified: false })) };
    this.sendResponse(response);
    if (!this.#hasEnded) this.#tell({ command: 'setBreakpoints', breakpoints: this.#breakpoints.all });
  }

  protected override setExceptionBreakPointsRequest(
    response: DebugProtocol.SetExceptionBreakpointsResponse,
    { filters }: DebugProtocol.SetExceptionBreakpointsArguments,
  ): void {
    this.#exceptions = FILTERS.filter((filter) => filters.includes(filter));
    this.sendResponse(response);
    if (!this.#hasEnded) this.#tell({ command: 'setExceptions', exceptions: this.#exceptions });
  }

  protected override continueRequest(response: DebugProtocol.ContinueResponse): void {
    response.body = { allThreadsContinued: true };
    this.#order(response, { command: 'continue' });
  }

  protected override nextRequest(response: DebugProtocol.NextResponse): void {
    this.#order(response, { command: 'next' });
  }

  protected override stepInRequest(response: DebugProtocol.StepInResponse): void {
    this.#order(response, { command: 'stepIn' });
  }

  protected override stepOutRequest(response: DebugProtocol.StepOutResponse): void {
    this.#order(response, { command: 'stepOut' });
  }

  protected override pauseRequest(response: DebugProtocol.PauseResponse): void {
    this.#order(response, { command: 'pause' });
  }

  #order(response: DebugProtocol.Response, command: DebugCommand): void {
    void this.#answer(response, async () => this.#tell(command));
  }

  // -------------------------------------------------------------- what it is asked

  protected override threadsRequest(response: DebugProtocol.ThreadsResponse): void {
    response.body = { threads: [{ id: THREAD, name: 'Python' }] };
    this.sendResponse(response);
  }

  protected override stackTraceRequest(
    response: DebugProtocol.StackTraceResponse,
    { startFrame = 0, levels = 0 }: DebugProtocol.StackTraceArguments,
  ): void {
    const frames = this.#stopped?.frames ?? [];
    const end = levels === 0 ? frames.length : startFrame + levels;
    response.body = {
      stackFrames: frames.map((frame, index) => frameOf(frame, index, this.t)).slice(startFrame, end),
      totalFrames: frames.length,
    };
    this.sendResponse(response);
  }

  protected override scopesRequest(
    response: DebugProtocol.ScopesResponse,
    { frameId }: DebugProtocol.ScopesArguments,
  ): void {
    void this.#answer(response, async () => {
      const { scopes } = await this.#questions.ask('scopes', { command: 'scopes', frame: frameId - 1 });
      response.body = {
        scopes: scopes.map(({ name, reference }) => ({
          name: name === 'locals' ? this.t('Locals') : this.t('Globals'),
          ...(name === 'locals' ? { presentationHint: 'locals' } : {}),
          variablesReference: reference,
          expensive: false,
        })),
      };
    });
  }

  protected override variablesRequest(
    response: DebugProtocol.VariablesResponse,
    { variablesReference: reference, filter, start, count }: DebugProtocol.VariablesArguments,
  ): void {
    void this.#answer(response, async () => {
      const members = { command: 'variables', reference } as const;
      const elements = { ...members, start: start ?? 0, count: isPaged(count) ? count : MOST_ELEMENTS };
      const wanted = { named: [members], indexed: [elements], all: [members, elements] }[filter ?? 'all'];
      const answers = await Promise.all(wanted.map((one) => this.#questions.ask('variables', one)));
      const variables = answers.flatMap((answer) => answer.variables);
      response.body = { variables: variables.map(variableOf) };
    });
  }

  protected override evaluateRequest(
    response: DebugProtocol.EvaluateResponse,
    { expression, frameId, context }: DebugProtocol.EvaluateArguments,
  ): void {
    void this.#answer(response, async () => {
      const frame = frameId === undefined ? null : frameId - 1;
      const isTyped = context === 'repl' || context === 'clipboard';
      const question = { command: 'evaluate', expression, frame, isTyped } as const;
      const { value } = await this.#questions.ask('value', question);
      const { value: result, ...shown } = variableOf(value);
      response.body = { ...shown, result };
    });
  }

  protected override setVariableRequest(
    response: DebugProtocol.SetVariableResponse,
    { variablesReference: reference, name, value }: DebugProtocol.SetVariableArguments,
  ): void {
    void this.#answer(response, async () => {
      const question = { command: 'setVariable', reference, name, value } as const;
      response.body = variableOf((await this.#questions.ask('value', question)).value);
    });
  }

  protected override completionsRequest(
    response: DebugProtocol.CompletionsResponse,
    { frameId, text, column, line = 1 }: DebugProtocol.CompletionsArguments,
  ): void {
    void this.#answer(response, async () => {
      const before = (text.split('\n')[line - 1] ?? '').slice(0, column - 1);
      const frame = frameId === undefined ? null : frameId - 1;
      const question = { command: 'completions', frame, text: before } as const;
      const { names } = await this.#questions.ask('completions', question);
      const length = /[\w.]*$/.exec(before)?.[0].length ?? 0;
      const start = before.length - length;
      response.body = { targets: names.map((label) => ({ label, start, length })) };
    });
  }

  protected override exceptionInfoRequest(response: DebugProtocol.ExceptionInfoResponse): void {
    const exception = this.#stopped?.exception;
    if (exception !== undefined) {
      const { type, message, traceback } = exception;
      response.body = {
        exceptionId: type,
        description: message,
        breakMode: 'always',
        details: { message, typeName: type, stackTrace: traceback },
      };
    }
    this.sendResponse(response);
  }

  /** Sends the response when `work` has filled it in, or says why it could not. */
  async #answer(response: DebugProtocol.Response, work: () => Promise<void>): Promise<void> {
    try {
      await work();
      this.sendResponse(response);
    } catch (error) {
      this.sendErrorResponse(response, failure(REQUEST_FAILED, error));
    }
  }
}

/** The text as it is: braces in it are not the format's. */
function failure(id: number, error: unknown): DebugProtocol.Message {
  const text = error instanceof Error ? error.message : String(error);
  return { id, format: '{_text}', variables: { _text: text } };
}
