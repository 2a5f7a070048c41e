/** What a debugged program tells, as events and bodies of the Debug Adapter Protocol. */
import { BreakpointEvent, OutputEvent, StoppedEvent } from '@vscode/debugadapter';
import type { DebugProtocol } from '@vscode/debugprotocol';
import type { Translate } from '../advice/translate.ts';
import type {
  DebugException,
  DebugOutputMessage,
  DebugStoppedMessage,
  PlacedBreakpoint,
} from '../training/protocol/debug.ts';
import type { OutputMessage } from '../training/protocol/protocol.ts';
import { placeOf, type TitleOf } from './shown.ts';

export function stopped(event: DebugStoppedMessage, thread: number, t: Translate): DebugProtocol.Event {
  const { reason, breakpoints, exception } = event;
  const told: DebugProtocol.StoppedEvent = new StoppedEvent(reason, thread, exception?.message);
  Object.assign(told.body, { allThreadsStopped: true, hitBreakpointIds: breakpoints });
  if (exception !== undefined) told.body.description = t('Paused on {0}', exception.type);
  return told;
}

/** A breakpoint moves to the next line with code; without any it is grey, and says why. */
export function placed({ id, line, fault }: PlacedBreakpoint, t: Translate): DebugProtocol.Event {
  const message = fault === '' ? t('There is no code here that this run executes.') : fault;
  const point = line === null ? { id, verified: false, message } : { id, verified: true, line };
  return new BreakpointEvent('changed', point);
}

export function printed({ stream, text }: OutputMessage): DebugProtocol.Event {
  const category = stream === 'stderr' ? 'stderr' : 'stdout';
  return new OutputEvent(stream === 'displayed' ? `${text}\n` : text, category);
}

/** What a log point says, at its line; what is wrong with a condition. */
export function said(
  { text, isFault, document, line }: DebugOutputMessage,
  titleOf: TitleOf,
): DebugProtocol.Event {
  const output: DebugProtocol.OutputEvent = new OutputEvent(`${text}\n`, isFault ? 'stderr' : 'console');
  Object.assign(output.body, placeOf(document, line, titleOf));
  return output;
}

/** @param isCaught whether the program may go on after it */
export function exceptionInfo(
  { type, message, traceback }: DebugException,
  isCaught: boolean,
): NonNullable<DebugProtocol.ExceptionInfoResponse['body']> {
  return {
    exceptionId: type,
    description: message,
    breakMode: isCaught ? 'always' : 'unhandled',
    details: { message, typeName: type, stackTrace: traceback },
  };
}
