/** The head's line about values that are not the code's: what runs use, and the ways to make both agree. */

import { assignmentsOf, codeValuesOf, activeOverrides } from '../../../run-model/overrides.ts';
import type { PanelState } from '../../../run-model/state.ts';
import { link } from '../elements/controls.ts';
import { create, setText } from '../elements/dom.ts';
import type { Host } from '../host.ts';
import { joined, t } from '../words.ts';

export class OverrideLine {
  readonly #words = create('span', 'override-words');
  readonly #actions = create('span', 'override-actions');
  readonly element = create('div', 'override-line', this.#words, this.#actions);

  constructor(host: Host) {
    this.#actions.append(
      action(t('Apply'), t('Apply these values to the code'), () => host.post({ type: 'applyToCode' })),
      action(t('Reset'), t('Reset to the values in the code'), () => host.post({ type: 'resetOverrides' })),
    );
    this.#actions.hidden = !host.hasEditor;
  }

  /** The line keeps its place while there is nothing to tell, so that nothing moves when a control is. */
  update({ parameters, exercise }: PanelState): void {
    const told = activeOverrides(parameters);
    const isActive = told.length > 0;
    this.element.hidden = exercise === null || parameters.length === 0;
    this.element.classList.toggle('active', isActive);
    this.#actions.classList.toggle('unseen-place', !isActive);
    this.#actions.toggleAttribute('inert', !isActive);
    const pairs = joined(told.map(({ name, runs, code }) => t('{0} = {1} (code: {2})', name, runs, code)));
    setText(this.#words, isActive ? t('Runs with {0}', pairs) : t('Runs with the values in the code'));
    this.#words.title = isActive
      ? t('Runs with {0}, the code says {1}', assignmentsOf(told), codeValuesOf(told))
      : '';
  }
}

function action(word: string, meaning: string, onPress: () => void): HTMLElement {
  const element = link(word, meaning, onPress);
  element.setAttribute('aria-label', meaning);
  return element;
}
