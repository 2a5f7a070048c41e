/** The files in which the exercise saved its figures: they are there for the run alone, and can be kept from here. */

import type { FigureFile } from '../../../run-model/state.ts';
import { button } from '../elements/controls.ts';
import { create, fileOnly } from '../elements/dom.ts';
import type { Host } from '../host.ts';

export class SavedFigures {
  readonly element = fileOnly(create('p', 'saved-figures'));
  #shown: readonly FigureFile[] = [];

  constructor(private readonly host: Host) {
    this.element.hidden = true;
  }

  update(files: readonly FigureFile[]): void {
    if (files === this.#shown) return;
    this.#shown = files;
    const names = [...new Set(files.map(({ name }) => name))];
    this.element.hidden = names.length === 0;
    this.element.replaceChildren(
      create('span', '', 'Saved by the exercise, for this run alone: '),
      ...names.map((name) => (this.host.hasEditor ? this.#keepButton(name) : create('code', '', name))),
    );
  }

  #keepButton(name: string): HTMLElement {
    return button({
      label: name,
      look: 'quiet',
      title: `Keep ${name}…`,
      onPress: () => this.host.post({ type: 'keepFigure', name }),
    }).element;
  }
}
