/** When an edited exercise runs again: the rule, and the wait for a pause in the typing. */

import type { LiveMode, Settings } from './settings.ts';

/** Long enough for a pause between two keystrokes, short enough to feel immediate. */
export const TYPING_PAUSE = 250;

/** The same while a number is typed: each of its digits makes another program that can be run. */
export const NUMBER_PAUSE = 80;

/** After this time without a keystroke a number counts as typed: the runs until then count as one. */
export const NUMBER_REST = 1000;

/** The panel's Live switch rules over the setting; switched on where the setting is `off`, it follows the typing. */
export function liveMode(live: boolean, settings: Settings): LiveMode {
  if (!live) return 'off';
  return settings.liveRuns === 'off' ? 'whileTyping' : settings.liveRuns;
}

/** One timer per document. */
export class PauseTimer {
  readonly #timers = new Map<string, ReturnType<typeof setTimeout>>();

  /** `elapsed` is called with a document's URI when its pause is over. */
  constructor(private readonly elapsed: (uri: string) => void) {}

  /** Starts the document's pause anew; `milliseconds` from now. */
  restart(uri: string, milliseconds: number): void {
    this.cancel(uri);
    const timer = setTimeout(() => {
      this.#timers.delete(uri);
      this.elapsed(uri);
    }, milliseconds);
    this.#timers.set(uri, timer);
  }

  /** Starts the document's pause unless one is under way: what keeps asking is answered at intervals. */
  begin(uri: string, milliseconds: number): void {
    if (!this.#timers.has(uri)) this.restart(uri, milliseconds);
  }

  isPending(uri: string): boolean {
    return this.#timers.has(uri);
  }

  cancel(uri: string): void {
    clearTimeout(this.#timers.get(uri));
    this.#timers.delete(uri);
  }

  dispose(): void {
    for (const timer of this.#timers.values()) clearTimeout(timer);
    this.#timers.clear();
  }
}
