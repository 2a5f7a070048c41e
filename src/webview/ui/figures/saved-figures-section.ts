/** The files in which the exercise saved its figures: they are there for the run alone, and can be kept from here. */

import type { FigureFile } from '../../../run-model/state.ts';
import { button } from '../elements/controls.ts';
import { create, fileOnly } from '../elements/dom.ts';
import { section } from '../elements/section.ts';
import type { Host } from '../host.ts';
import type { Page, PanelView, Place } from '../panel-section.ts';
import { t } from '../words.ts';

export class SavedFiguresSection {
  readonly #host: Host;
  readonly #part;
  readonly #files = create('p', 'saved-figures');
  #shown: readonly FigureFile[] = [];

  constructor({ host }: Page) {
    this.#host = host;
    this.#part = section('saved', t('Saved figures'), host);
    fileOnly(this.#part.element);
    this.#part.body.append(this.#files);
    this.#part.setVisible(false);
  }

  get element(): HTMLElement {
    return this.#part.element;
  }

  static place(): Place {
    return 'turn';
  }

  update({ state }: PanelView): void {
    const { figureFiles } = state.results;
    if (figureFiles === this.#shown) return;
    this.#shown = figureFiles;
    const names = [...new Set(figureFiles.map(({ name }) => name))];
    this.#part.setVisible(names.length > 0);
    this.#files.replaceChildren(
      create('span', '', t('Saved by the exercise, for this run alone: ')),
      ...names.map((name) => (this.#host.hasEditor ? this.#keepButton(name) : create('code', '', name))),
    );
  }

  #keepButton(name: string): HTMLElement {
    return button({
      label: name,
      look: 'quiet',
      title: t('Keep {0}…', name),
      onPress: () => this.#host.post({ type: 'keepFigure', name }),
    }).element;
  }
}
