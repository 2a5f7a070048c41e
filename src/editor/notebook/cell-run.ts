/** One execution of a notebook's cell, as the panel shows it. */

import type { RunEvent } from '../../training/protocol/protocol.ts';
import { EMPTY_STATE, type PanelState } from '../../run-model/state.ts';
import { StateStore } from '../../run-model/store.ts';
import { standsAt, type Debugging } from '../debugging/debugging.ts';
import { cellName } from './traceback.ts';

export class CellRun {
  readonly store: StateStore;

  /** @param source what runs, null before the first run: then nothing of it can be out of date */
  private constructor(
    named: Pick<PanelState, 'document' | 'documentName' | 'exercise'>,
    private readonly source: string | null,
    settings: Pick<PanelState, 'status' | 'seed'>,
  ) {
    this.store = new StateStore({ ...EMPTY_STATE, ...named, isCell: true, live: false, ...settings });
  }

  get state(): PanelState {
    return this.store.state;
  }

  /**
   * An execution that begins.
   * @param notebook what people call it: `linear-regression.ipynb`
   */
  static start(notebook: string, execution: number, seed: number, source: string): CellRun {
    const exercise = { id: '', title: `In [${execution}]`, line: 1 };
    const named = { document: cellName(execution), documentName: notebook, exercise };
    return new CellRun(named, source, { status: 'starting', seed });
  }

  /**
   * A cell that has not run.
   * @param name as the panel calls the cell where it names a place
   */
  static waiting(notebook: string, name: string, title: string, seed: number): CellRun {
    const named = { document: name, documentName: notebook, exercise: { id: '', title, line: 1 } };
    return new CellRun(named, null, { status: 'idle', seed });
  }

  /** Takes in what the cell says now: its controls, and whether the results are those of other code. */
  take(parameters: PanelState['parameters'], source: string | null): void {
    const outdated = this.source !== null && source !== null && source !== this.source;
    this.store.set({ parameters, outdated });
  }

  accept(event: RunEvent): void {
    this.store.accept(event);
  }

  /** The same, of which the panel says where it stands. */
  heard(debugging: Debugging): Debugging {
    const onDebug: Debugging['onDebug'] = (event) => {
      const place = standsAt(event);
      if (place !== undefined) this.store.set({ standsAt: place });
      debugging.onDebug(event);
    };
    return { ...debugging, onDebug };
  }

  /** It is over without the engine's word. */
  halt(status: 'stopped' | 'error', note: string | null): void {
    this.store.set({ status, note });
  }
}
