/** One execution of a notebook's cell, as the panel shows it. */

import type { RunEvent } from '../../training/protocol.ts';
import { reduce } from '../../webview/reduce.ts';
import { EMPTY_STATE } from '../../webview/state.ts';
import type { PanelState } from '../../webview/state.ts';
import { cellName } from './traceback.ts';

export class CellRun {
  state: PanelState;

  /** @param notebook what people call it: `linear-regression.ipynb` */
  constructor(notebook: string, execution: number, seed: number) {
    this.state = {
      ...EMPTY_STATE,
      document: cellName(execution),
      documentName: notebook,
      exercise: { id: '', title: `In [${execution}]`, line: 1 },
      status: 'starting',
      live: false,
      seed,
    };
  }

  accept(event: RunEvent): void {
    this.state = reduce(this.state, event);
  }

  /** It is over without the engine's word. */
  halt(status: 'stopped' | 'error', note: string | null): void {
    this.state = { ...this.state, status, note };
  }
}
