/** What to do next, while there is nothing to show. */

import type { PanelState } from '../state.ts';
import { button } from './controls.ts';
import { create, setText } from './dom.ts';
import type { Host } from './host.ts';

const NO_DOCUMENT =
  'Open an exercise of Dive into Deep Learning: a Python file, a Markdown file or a notebook. The workbook has those of section 3.4.';
const NO_EXERCISE = 'Place the cursor in a block of this file, then run it.';
const NOT_RUN =
  'Run this exercise to see its loss while it trains, what it learned, and what it prints. Afterwards it runs again as you type.';

export class EmptyState {
  readonly element = create('div', 'empty');
  private readonly text = create('p');
  private readonly workbook;
  private readonly run;

  constructor(host: Host) {
    this.workbook = button({
      label: 'Open the workbook',
      icon: 'book',
      look: 'primary',
      onPress: () => host.post({ type: 'openWorkbook' }),
    });
    this.run = button({
      label: 'Run exercise',
      icon: 'play',
      look: 'primary',
      onPress: () => host.post({ type: 'run' }),
    });
    this.element.append(this.text, this.workbook.element, this.run.element);
  }

  update(state: PanelState): void {
    const fresh = state.exercise === null || (state.status === 'idle' && state.lastGood === null);
    this.element.hidden = !fresh;
    setText(
      this.text,
      state.document === null ? NO_DOCUMENT : state.exercise === null ? NO_EXERCISE : NOT_RUN,
    );
    this.workbook.element.hidden = state.document !== null;
    this.run.element.hidden = state.exercise === null;
  }
}
