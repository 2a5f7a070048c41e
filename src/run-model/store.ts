/** A state that tells of its changes: the host keeps one for each exercise, and the panel shows one of them. */

import type { RunEvent } from '../training/protocol/protocol.ts';
import { reduce } from './reduce.ts';
import type { PanelState } from './state.ts';
import { withSweepRun, type SweepRun } from './sweep.ts';

/** How a state has changed, small enough to be sent at every event: points travel as increments. */
export type StateChange =
  /** Fields that have new values. */
  | { readonly type: 'change'; readonly change: Partial<PanelState> }
  /** An event of the current run was taken in. */
  | { readonly type: 'event'; readonly event: RunEvent }
  /** A run of the sweep with this number has ended. */
  | { readonly type: 'sweepRun'; readonly sweep: number; readonly run: SweepRun };

/** The state after a change; the same one where the change is about another run or sweep. */
export function changed(state: PanelState, change: StateChange): PanelState {
  switch (change.type) {
    case 'change':
      return { ...state, ...change.change };
    case 'event':
      return reduce(state, change.event);
    case 'sweepRun': {
      const sweep = withSweepRun(state.sweep, change.sweep, change.run);
      return sweep === state.sweep ? state : { ...state, sweep };
    }
  }
}

/** Hears of a change when the state has taken it in. */
export type ChangeListener = (change: StateChange) => void;

export class StateStore {
  #current: PanelState;
  readonly #listeners = new Set<ChangeListener>();

  constructor(initial: PanelState) {
    this.#current = initial;
  }

  get state(): PanelState {
    return this.#current;
  }

  /** Gives fields new values; nothing is told where they have them already. */
  set(fields: Partial<PanelState>): void {
    const names = Object.keys(fields) as (keyof PanelState)[];
    const differing = names.filter((name) => !Object.is(fields[name], this.#current[name]));
    if (differing.length === 0) return;
    this.#take({
      type: 'change',
      change: Object.fromEntries(differing.map((name) => [name, fields[name]])),
    });
  }

  /** Takes in an event of a run; `started` makes its run the current one, other runs' events are dropped. */
  accept(event: RunEvent): void {
    this.#take({ type: 'event', event });
  }

  /** Takes in a run of the sweep with this number; one of another than the state's is dropped. */
  addSweepRun(sweep: number, run: SweepRun): void {
    this.#take({ type: 'sweepRun', sweep, run });
  }

  /** `listener` is told of every change until the function that is returned is called. */
  subscribe(listener: ChangeListener): () => void {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }

  #take(change: StateChange): void {
    const next = changed(this.#current, change);
    if (next === this.#current) return;
    this.#current = next;
    for (const listener of this.#listeners) listener(change);
  }
}
