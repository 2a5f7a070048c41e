/** What the engine noticed about the exercise, each piece with the line that it is about. */

import type { Advice } from '../../../training/protocol/protocol.ts';
import { english } from '../../../advice/translate.ts';
import { adviceText } from '../../../advice/wording.ts';
import type { Step } from '../../protocol/messages.ts';
import { link } from '../elements/controls.ts';
import { create, icon } from '../elements/dom.ts';
import type { Host } from '../host.ts';
import type { Page, PanelView, Place } from '../panel-section.ts';

export class AdviceSection {
  readonly element = create('section', 'advice');
  #shown: readonly Advice[] = [];

  readonly #host: Host;

  constructor({ host }: Page) {
    this.#host = host;
    this.element.setAttribute('aria-label', 'Hints');
    this.element.hidden = true;
  }

  static place(): Place {
    return 'top';
  }

  update({ state }: PanelView): void {
    const { advice } = state.results;
    if (advice === this.#shown) return;
    this.#shown = advice;
    this.element.hidden = advice.length === 0;
    this.element.replaceChildren(...advice.map((piece) => this.#piece(piece)));
  }

  /** What can be done about missing data at once. */
  #actions(advice: Advice): readonly (HTMLElement | string)[] {
    if (advice.kind !== 'dataMissing' || !this.#host.hasEditor) return [];
    const step = (text: string, taken: Step): HTMLElement =>
      link(text, '', () => this.#host.post({ type: 'takeStep', step: taken }));
    const generated =
      advice.facts.standIn === null ? [] : [step('Use generated data', 'useGeneratedData'), ' '];
    return [step('Choose data folder…', 'chooseDataFolder'), ' ', ...generated];
  }

  #piece(advice: Advice): HTMLElement {
    const paragraph = create('p', '', icon('lightbulb'), create('span', '', adviceText(advice, english)));
    paragraph.append(...this.#actions(advice));
    const { frame } = advice;
    if (frame === null) return paragraph;
    const { document, line } = frame;
    const press = (): void => this.#host.post({ type: 'openLocation', document, line });
    paragraph.append(link(`line ${String(line)}`, `Go to line ${String(line)}`, press));
    return paragraph;
  }
}
