/** A session of the debugger, as the learner has it: breakpoints, where it stands, what is there, its end. */
import * as vscode from 'vscode';
import { lineOf } from './extension.ts';
import { eventually } from './window.ts';

/** Other suites find the window as it was: neither the view of the debugger nor its console comes up. */
export const KEEPS_TO_THE_EDITOR = { openDebug: 'neverOpen', internalConsoleOptions: 'neverOpen' };

export async function configure(values: Readonly<Record<string, string | undefined>>): Promise<void> {
  const debug = vscode.workspace.getConfiguration('debug');
  for (const [name, value] of Object.entries(values)) {
    await debug.update(name, value, vscode.ConfigurationTarget.Global);
  }
}

/** Sets a breakpoint at the only line that starts with `text`; returns its number, 1-based. */
export function breakAt(document: vscode.TextDocument, text: string, condition?: string): number {
  const line = lineOf(document, text);
  const at = new vscode.Location(document.uri, new vscode.Position(line, 0));
  vscode.debug.addBreakpoints([new vscode.SourceBreakpoint(at, true, condition)]);
  return line + 1;
}

/** Waits until a program stands; the frame that VS Code shows. */
export const standing = () =>
  eventually(
    'the program stands in a frame',
    () => Promise.resolve(vscode.debug.activeStackItem),
    (item) => item instanceof vscode.DebugStackFrame,
  ) as Promise<vscode.DebugStackFrame>;

export interface Frame {
  readonly line: number;
  readonly source: { readonly name: string; readonly path: string };
}

/** The innermost frame. */
export async function topFrame({ session, threadId }: vscode.DebugStackFrame): Promise<Frame> {
  const answer = (await session.customRequest('stackTrace', { threadId })) as {
    readonly stackFrames: readonly Frame[];
  };
  return answer.stackFrames[0] ?? NOWHERE;
}

/** While a step is under way nothing stands. */
const NOWHERE: Frame = { line: 0, source: { name: '', path: '' } };

/** The line of the innermost frame; 0 while a step is under way. */
export async function topLine(frame: vscode.DebugStackFrame): Promise<number> {
  return (await topFrame(frame)).line;
}

export async function evaluated(
  { session, frameId }: vscode.DebugStackFrame,
  expression: string,
): Promise<string> {
  const words = { expression, frameId, context: 'watch' };
  const answer = (await session.customRequest('evaluate', words)) as { readonly result: string };
  return answer.result;
}

export const sessionEnd = () =>
  eventually(
    'the end of the session',
    () => Promise.resolve(vscode.debug.activeDebugSession),
    (session) => session === undefined,
  );

/** Continues, to the end of the session. */
export async function goOn(): Promise<void> {
  await vscode.commands.executeCommand('workbench.action.debug.continue');
  await sessionEnd();
}

/** Ends what is debugged, and leaves nothing for other suites. */
export async function endDebugging(): Promise<void> {
  vscode.debug.removeBreakpoints(vscode.debug.breakpoints);
  await vscode.debug.stopDebugging();
  await configure({ openDebug: undefined, internalConsoleOptions: undefined });
}
