/** What real PyTorch could do where the built-in engine could not: run the exercise, or show how far the two agree. */

import type { PanelState } from '../../../run-model/state.ts';
import { engineLimit, type EngineLimit } from '../../../training/protocol/engine-limit.ts';
import { button } from '../elements/controls.ts';
import { create, icon } from '../elements/dom.ts';
import type { Host } from '../host.ts';
import type { Page, PanelView, Place } from '../panel-section.ts';
import { t } from '../words.ts';

const WORDS: Readonly<Record<EngineLimit, string>> = {
  unsupported: t('The built-in engine does not have this.'),
  memory: t('The built-in engine has too little memory for this.'),
  time: t('The built-in engine did not end within the time limit.'),
};

export class PyTorchSection {
  readonly element = create('section', 'pytorch-offer');
  /** What it says. */
  #shown = '';

  readonly #host: Host;

  constructor({ host }: Page) {
    this.#host = host;
    this.element.setAttribute('aria-label', 'PyTorch');
    this.element.hidden = true;
  }

  static place(): Place {
    return 'top';
  }

  update({ state }: PanelView): void {
    const words = this.#host.hasEditor ? wordsFor(state) : '';
    if (words === this.#shown) return;
    this.#shown = words;
    this.element.hidden = words === '';
    this.element.replaceChildren(...(words === '' ? [] : this.#parts(words)));
  }

  #parts(words: string): readonly HTMLElement[] {
    const run = button({
      label: t('Run with PyTorch'),
      icon: 'play',
      look: 'secondary',
      title: t('Run this exercise once with PyTorch, outside the sandbox'),
      onPress: () => this.#host.post({ type: 'takeStep', step: 'runWithPyTorch' }),
    });
    const compare = button({
      label: t('Compare with PyTorch'),
      icon: 'diff',
      look: 'quiet',
      title: t('Run this exercise with both and show where they part'),
      onPress: () => this.#host.post({ type: 'takeStep', step: 'compareWithPyTorch' }),
    });
    return [
      create('p', '', icon('server-process'), create('span', '', words)),
      create('div', 'steps', run.element, compare.element),
    ];
  }
}

/** Empty: there is nothing to offer. */
function wordsFor({ status, results, pytorchOffer }: PanelState): string {
  const limit = results.pytorch === undefined ? engineLimit(status, results.error) : null;
  return limit === null || pytorchOffer === null
    ? ''
    : `${WORDS[limit]} ${t('{0} on this machine may.', pytorchOffer)}`;
}
