/** Which cell was executed under which name, and what the debugger says in the words of either. */

import type * as vscode from 'vscode';
import type { Program } from '../../debugger/debuggee.ts';
import type { Breakpoint } from '../../training/protocol/debug.ts';
import type { DebugCommand, DebugEvent } from '../../training/protocol/protocol.ts';
import type { Debugging } from '../debugging/debugging.ts';

export class ExecutedCells {
  readonly #byName = new Map<string, vscode.NotebookCell>();
  readonly #names = new Map<string, string>();

  /** By how frames call them. */
  get byName(): ReadonlyMap<string, vscode.NotebookCell> {
    return this.#byName;
  }

  /** A cell is executed, and frames call it `name`. */
  add(name: string, cell: vscode.NotebookCell): void {
    this.#byName.set(name, cell);
    this.#names.set(cell.document.uri.toString(), name);
  }

  clear(): void {
    this.#byName.clear();
    this.#names.clear();
  }

  /** The client of the debugger speaks of documents of cells, Python of executions: of each cell, of its latest. */
  between(debugging: Debugging): Debugging {
    const { breakpoints } = debugging.setup;
    return {
      setup: { ...debugging.setup, breakpoints: this.#named(breakpoints) },
      onEvent: (event) => debugging.onEvent(event),
      onDebug: (event) => debugging.onDebug(this.#inDocuments(event)),
      begun: (program) => debugging.begun(this.#commanded(program)),
    };
  }

  #commanded(program: Program): Program {
    const named = (command: DebugCommand): DebugCommand =>
      command.command === 'setBreakpoints'
        ? { ...command, breakpoints: this.#named(command.breakpoints) }
        : command;
    return { ...program, command: (command) => program.command(named(command)) };
  }

  #named(breakpoints: readonly Breakpoint[]): readonly Breakpoint[] {
    return breakpoints.map((one) => ({ ...one, document: this.#names.get(one.document) ?? one.document }));
  }

  #inDocuments(event: DebugEvent): DebugEvent {
    if (event.type === 'debugOutput') return { ...event, document: this.#documentOf(event.document) };
    if (event.type !== 'debugStopped') return event;
    const frames = event.frames.map((frame) => ({ ...frame, source: this.#documentOf(frame.source) }));
    return { ...event, frames };
  }

  #documentOf(name: string): string {
    return this.#byName.get(name)?.document.uri.toString() ?? name;
  }
}
