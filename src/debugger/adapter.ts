/**
 * The debug adapter: the Debug Adapter Protocol on one side, a run that is debugged on the other. It knows no editor, and
 * runs in the process of whoever has the engine.
 */
import {
  ContinuedEvent,
  DebugSession,
  ExitedEvent,
  InitializedEvent,
  OutputEvent,
  TerminatedEvent,
} from '@vscode/debugadapter';
import type { DebugProtocol } from '@vscode/debugprotocol';
import type { Translate } from '../advice/translate.ts';
import { reasonOf } from '../text/reason.ts';
import type { DebugStoppedMessage, ExceptionFilter } from '../training/protocol/debug.ts';
import type { DebugCommand, DebugEvent, RunEvent } from '../training/protocol/protocol.ts';
import { ClientBreakpoints } from './breakpoints.ts';
import { capabilities } from './capabilities.ts';
import type { Debuggee, LaunchConfiguration, Program } from './debuggee.ts';
import { Inspection } from './inspection.ts';
import { Questions } from './questions.ts';
import { frameOf } from './shown.ts';
import { exceptionInfo, placed, printed, said, stopped } from './told.ts';

/** Python has one thread here. */
const THREAD = 1;
const FILTERS: readonly ExceptionFilter[] = ['raised', 'uncaught'];
const LAUNCH_FAILED = 1;
const REQUEST_FAILED = 2;

export class D2lDebugSession extends DebugSession {
  readonly #breakpoints = new ClientBreakpoints();
  readonly #questions = new Questions((command) => this.#tell(command));
  readonly #inspection: Inspection;
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
    this.#inspection = new Inspection(this.#questions, t);
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
    if (event.type === 'output') this.sendEvent(printed(event));
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
    switch (event.type) {
      case 'debugAnswer':
        return this.#questions.answered(event.id, event.answer);
      case 'debugStopped':
        this.#stopped = event;
        return this.sendEvent(stopped(event, THREAD, this.t));
      case 'debugContinued':
        this.#stopped = null;
        this.#questions.giveUp();
        return this.sendEvent(new ContinuedEvent(THREAD, true));
      case 'debugOutput':
        return this.sendEvent(said(event, this.#titleOf));
      case 'debugBreakpoints':
        for (const one of event.breakpoints) this.sendEvent(placed(one, this.t));
    }
  }

  readonly #titleOf = (document: string): string => this.debuggee.titleOf(document);

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

  #order(response: Response<unknown>, command: DebugCommand): void {
    const body = response.body as unknown;
    void this.#answer(response, async () => {
      this.#tell(command);
      return body;
    });
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
      stackFrames: frames
        .map((frame, index) => frameOf(frame, index, this.#titleOf, this.t))
        .slice(startFrame, end),
      totalFrames: frames.length,
    };
    this.sendResponse(response);
  }

  protected override exceptionInfoRequest(response: DebugProtocol.ExceptionInfoResponse): void {
    const exception = this.#stopped?.exception;
    const isCaught = this.#exceptions.includes('raised');
    if (exception !== undefined) response.body = exceptionInfo(exception, isCaught);
    this.sendResponse(response);
  }

  protected override scopesRequest(
    response: DebugProtocol.ScopesResponse,
    asked: DebugProtocol.ScopesArguments,
  ): void {
    void this.#answer(response, () => this.#inspection.scopes(asked));
  }

  protected override variablesRequest(
    response: DebugProtocol.VariablesResponse,
    asked: DebugProtocol.VariablesArguments,
  ): void {
    void this.#answer(response, () => this.#inspection.variables(asked));
  }

  protected override evaluateRequest(
    response: DebugProtocol.EvaluateResponse,
    asked: DebugProtocol.EvaluateArguments,
  ): void {
    void this.#answer(response, () => this.#inspection.evaluate(asked));
  }

  protected override setVariableRequest(
    response: DebugProtocol.SetVariableResponse,
    asked: DebugProtocol.SetVariableArguments,
  ): void {
    void this.#answer(response, () => this.#inspection.setVariable(asked));
  }

  protected override setExpressionRequest(
    response: DebugProtocol.SetExpressionResponse,
    asked: DebugProtocol.SetExpressionArguments,
  ): void {
    void this.#answer(response, () => this.#inspection.setExpression(asked));
  }

  protected override completionsRequest(
    response: DebugProtocol.CompletionsResponse,
    asked: DebugProtocol.CompletionsArguments,
  ): void {
    void this.#answer(response, () => this.#inspection.completions(asked));
  }

  /** Sends the response with what `work` gives as its body, or says why it could not. */
  async #answer<B>(response: Response<B>, work: () => Promise<B>): Promise<void> {
    try {
      response.body = await work();
      this.sendResponse(response);
    } catch (error) {
      this.sendErrorResponse(response, failure(REQUEST_FAILED, error));
    }
  }
}

type Response<B> = DebugProtocol.Response & { body?: B };

/** The text as it is: braces in it are not the format's. */
function failure(id: number, error: unknown): DebugProtocol.Message {
  const text = reasonOf(error);
  return { id, format: '{_text}', variables: { _text: text } };
}
