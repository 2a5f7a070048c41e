/** What the engine noticed about the exercise, each piece with the line that it is about. */

import type { Advice } from '../../../training/protocol/protocol.ts';
import { adviceText } from '../../../advice/wording.ts';
import type { Step } from '../../protocol/messages.ts';
import type { DataOffer } from '../../../run-model/state.ts';
import { button, link } from '../elements/controls.ts';
import { create, icon } from '../elements/dom.ts';
import type { Host } from '../host.ts';
import type { Page, PanelView, Place } from '../panel-section.ts';
import { t } from '../words.ts';

export class AdviceSection {
  readonly element = create('section', 'advice');
  #shown: readonly Advice[] = [];
  #download: DataOffer | null = null;

  readonly #host: Host;

  constructor({ host }: Page) {
    this.#host = host;
    this.element.setAttribute('aria-label', t('Hints'));
    this.element.hidden = true;
  }

  static place(): Place {
    return 'top';
  }

  update({ state }: PanelView): void {
    const { download, results } = state;
    const { advice } = results;
    if (advice === this.#shown && download === this.#download) return;
    this.#shown = advice;
    this.#download = download;
    this.element.hidden = advice.length === 0;
    this.element.replaceChildren(...advice.flatMap((piece) => this.#piece(piece)));
  }

  /** What can be done about missing data at once, in a row of its own; null: nothing. */
  #steps(advice: Advice): HTMLElement | null {
    if (advice.kind !== 'dataMissing' || !this.#host.hasEditor) return null;
    const step = (text: string, taken: Step): HTMLElement =>
      link(text, '', () => this.#host.post({ type: 'takeStep', step: taken }));
    const row = create(
      'div',
      'steps',
      ...this.#downloads(),
      step(t('Choose data folder…'), 'chooseDataFolder'),
    );
    if (advice.facts.standIn !== null) row.append(step(t('Use generated data'), 'useGeneratedData'));
    return row;
  }

  #downloads(): readonly HTMLElement[] {
    if (this.#download === null) return [];
    const { title, size } = this.#download;
    const onPress = (): void => this.#host.post({ type: 'takeStep', step: 'downloadData' });
    const label = t('Download {0} ({1})', title, size);
    const { element } = button({ label, icon: 'cloud-download', look: 'primary', onPress });
    element.classList.add('download');
    return [element];
  }

  #piece(advice: Advice): readonly HTMLElement[] {
    const paragraph = create('p', '', icon('lightbulb'), create('span', '', adviceText(advice, t)));
    const steps = this.#steps(advice);
    const { frame } = advice;
    if (frame !== null) {
      const { document, line } = frame;
      const press = (): void => this.#host.post({ type: 'openLocation', document, line });
      paragraph.append(link(t('line {0}', line), t('Go to line {0}', line), press));
    }
    return steps === null ? [paragraph] : [paragraph, steps];
  }
}
