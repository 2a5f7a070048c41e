/** What a debugged run tells the host, and what it takes of it. Python has the rest (`_exercise.debugger`). */
import type { DebugCommand, DebugEvent, RunId } from '../protocol/protocol.ts';
import type { RunCommands } from './run-commands.ts';

export interface DebugPortParts {
  readonly commands: RunCommands;
  now(): number;
  post(event: DebugEvent): void;
  /** Posts what the run has printed and drawn so far. */
  flush(): void;
}

export class DebugPort {
  readonly #parts: DebugPortParts;
  #run: RunId = 0;
  #isOn = false;
  #stood = 0;
  #waiting: DebugCommand[] = [];
  /** Python was called for commands, and has not taken one since. */
  #isCalled = false;

  constructor(parts: DebugPortParts) {
    this.#parts = parts;
    parts.commands.on('debug', (command) => {
      if (command.type === 'debug' && this.#isOn) this.#waiting.push(command.command);
    });
  }

  begin(run: RunId, isDebugged: boolean): void {
    this.#run = run;
    this.#isOn = isDebugged;
    this.#stood = 0;
    this.#waiting = [];
    this.#isCalled = false;
  }

  /** Milliseconds for which the run waited for commands. */
  get stood(): number {
    return this.#stood;
  }

  /** Whether there are commands that Python has not taken. */
  isWanted(): boolean {
    if (!this.#isOn) return false;
    this.#parts.commands.take();
    return this.#waiting.length > 0;
  }

  /** Whether Python is to be called for them: not again before it has taken one. */
  call(): boolean {
    if (this.#isCalled || !this.isWanted()) return false;
    this.#isCalled = true;
    return true;
  }

  /** @param event a {@link DebugEvent} without its run, as JSON */
  tell(event: string): void {
    if (!this.#isOn) return;
    this.#parts.flush();
    this.#parts.post({ ...(JSON.parse(event) as DebugEvent), run: this.#run });
  }

  /**
   * The next command as JSON; empty: there is none, or the run is to stop.
   * @param waits until there is one
   */
  command(waits: boolean): string {
    if (!this.#isOn) return '';
    if (waits) this.#wait();
    else this.#parts.commands.take();
    this.#isCalled = false;
    const command = this.#waiting.shift();
    return command === undefined ? '' : JSON.stringify(command);
  }

  #wait(): void {
    const began = this.#parts.now();
    this.#parts.commands.waitUntil(() => this.#waiting.length > 0);
    this.#stood += this.#parts.now() - began;
  }
}
