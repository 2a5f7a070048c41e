/** A run that is debugged, as those know it who start runs. */

import type { Program, ProgramListener } from '../../debugger/debuggee.ts';
import type { PanelState } from '../../run-model/state.ts';
import type { DebugEvent, DebugSetup } from '../../training/protocol/protocol.ts';
import type { Run } from '../../training/threads/session.ts';

/** What a run starts with, and who hears what it tells. */
export interface Debugging extends ProgramListener {
  readonly setup: DebugSetup;
  /** The engine has it. */
  begun(program: Program): void;
}

/** A run, as a program that can be debugged. */
export function programOf(run: Run): Program {
  return {
    command: (command) => run.command({ type: 'debug', command }),
    stop: () => run.stop(),
    ended: run.ended.then(() => undefined),
  };
}

/** Where the run stands from now on, null where it goes on; undefined when the event says nothing of it. */
export function standsAt(event: DebugEvent): PanelState['standsAt'] | undefined {
  if (event.type === 'debugContinued') return null;
  if (event.type !== 'debugStopped') return undefined;
  const frame = event.frames.find(({ isLearners }) => isLearners);
  return frame === undefined ? null : { document: frame.source, line: frame.line };
}
