/** Who runs the exercise next: its name leads to the list in which another engine is chosen. */

import type { PanelState } from '../../../run-model/state.ts';
import { link } from '../elements/controls.ts';
import { create, setText } from '../elements/dom.ts';
import type { Host } from '../host.ts';
import { t } from '../words.ts';

export class EngineLink {
  readonly element = create('span', 'engine');
  readonly #link: HTMLButtonElement;

  constructor(private readonly host: Host) {
    const select = (): void => host.post({ type: 'takeStep', step: 'selectEngine' });
    this.#link = link('', t('Select who runs the exercises'), select);
    this.element.append(' \u00b7 ', this.#link);
  }

  /** A page without an editor runs nothing, and a notebook's cell has a kernel. */
  update({ document, engine, isCell }: PanelState): void {
    this.element.hidden = !this.host.hasEditor || document === null || isCell;
    setText(this.#link, engine.name);
  }
}
