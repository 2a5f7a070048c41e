/** What the client asks a program that stands: bodies of the protocol's responses. Each fails with why there is none. */
import type { DebugProtocol } from '@vscode/debugprotocol';
import type { Translate } from '../advice/translate.ts';
import type { Questions } from './questions.ts';
import { isPaged, variableOf } from './shown.ts';

/** That are told at once. */
const MOST_ELEMENTS = 1000;
/** In which a value is told in Python's own words, whole. */
const WHOLE: ReadonlySet<string | undefined> = new Set(['repl', 'clipboard']);

export class Inspection {
  constructor(
    private readonly questions: Questions,
    private readonly t: Translate,
  ) {}

  async scopes({ frameId }: DebugProtocol.ScopesArguments): Promise<DebugProtocol.ScopesResponse['body']> {
    const { scopes } = await this.questions.ask('scopes', { command: 'scopes', frame: frameId - 1 });
    return {
      scopes: scopes.map(({ name, reference }) => ({
        name: name === 'locals' ? this.t('Locals') : this.t('Globals'),
        ...(name === 'locals' ? { presentationHint: 'locals' } : {}),
        variablesReference: reference,
        expensive: false,
      })),
    };
  }

  async variables({
    variablesReference: reference,
    filter,
    start,
    count,
  }: DebugProtocol.VariablesArguments): Promise<DebugProtocol.VariablesResponse['body']> {
    const members = { command: 'variables', reference } as const;
    const elements = { ...members, start: start ?? 0, count: isPaged(count) ? count : MOST_ELEMENTS };
    const wanted = { named: [members], indexed: [elements], all: [members, elements] }[filter ?? 'all'];
    const answers = await Promise.all(wanted.map((one) => this.questions.ask('variables', one)));
    return { variables: answers.flatMap((answer) => answer.variables).map(variableOf) };
  }

  async evaluate({
    expression,
    frameId,
    context,
  }: DebugProtocol.EvaluateArguments): Promise<DebugProtocol.EvaluateResponse['body']> {
    const { value } = await this.questions.ask('value', {
      command: 'evaluate',
      expression,
      frame: frameNumber(frameId),
      isTyped: WHOLE.has(context),
    });
    const { value: result, ...shown } = variableOf(value);
    return { ...shown, result };
  }

  async setVariable({
    variablesReference: reference,
    name,
    value,
  }: DebugProtocol.SetVariableArguments): Promise<DebugProtocol.SetVariableResponse['body']> {
    const question = { command: 'setVariable', reference, name, value } as const;
    return variableOf((await this.questions.ask('value', question)).value);
  }

  async setExpression({
    expression,
    frameId,
    value,
  }: DebugProtocol.SetExpressionArguments): Promise<DebugProtocol.SetExpressionResponse['body']> {
    const frame = frameNumber(frameId);
    const question = { command: 'setExpression', expression, frame, value } as const;
    return variableOf((await this.questions.ask('value', question)).value);
  }

  async completions({
    frameId,
    text,
    column,
    line = 1,
  }: DebugProtocol.CompletionsArguments): Promise<DebugProtocol.CompletionsResponse['body']> {
    const before = (text.split('\n')[line - 1] ?? '').slice(0, column - 1);
    const question = { command: 'completions', frame: frameNumber(frameId), text: before } as const;
    const { names } = await this.questions.ask('completions', question);
    const length = /[\w.]*$/.exec(before)?.[0].length ?? 0;
    const start = before.length - length;
    return { targets: names.map((label) => ({ label, start, length })) };
  }
}

/** The client counts frames from 1; null: the module. */
function frameNumber(frameId: number | undefined): number | null {
  return frameId === undefined ? null : frameId - 1;
}
