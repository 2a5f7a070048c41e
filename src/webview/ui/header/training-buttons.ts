/** Stops a training where it is, and lets it go on: to its end, its next minibatch or its next epoch. */

import type { TrainingCommand } from '../../../training/protocol/protocol.ts';
import { button } from '../elements/controls.ts';
import { create } from '../elements/dom.ts';
import type { Host } from '../host.ts';
import type { PanelView } from '../panel-section.ts';
import { t } from '../words.ts';

/** A codicon, and what the button does. */
type Look = readonly [icon: string, label: string, title: string];

const LOOKS: Readonly<Record<TrainingCommand, Look>> = {
  pause: ['debug-pause', t('Pause'), t('Pause the training')],
  continue: ['debug-continue', t('Continue'), t('Let the training go on')],
  stepBatch: ['debug-step-over', t('Step'), t('Train with one more minibatch')],
  stepEpoch: ['debug-step-into', t('Epoch'), t('Train for one more epoch')],
};

export class TrainingButtons {
  readonly element = create('div', 'training-buttons');
  readonly #pause: HTMLElement;
  readonly #others: readonly HTMLElement[];
  readonly #epoch: HTMLElement;

  constructor(host: Host) {
    const made = (how: TrainingCommand): HTMLElement => {
      const [icon, label, title] = LOOKS[how];
      const onPress = (): void => host.post({ type: 'trainOn', how });
      return button({ label, icon, iconOnly: true, look: 'quiet', title, onPress }).element;
    };
    this.#pause = made('pause');
    this.#epoch = made('stepEpoch');
    this.#others = [made('continue'), made('stepBatch'), this.#epoch];
    this.element.setAttribute('role', 'group');
    this.element.setAttribute('aria-label', t('Training'));
    this.element.append(this.#pause, ...this.#others);
    this.element.hidden = true;
  }

  /** There while something trains, and does not stand in the debugger. The focus goes to the button that takes the place of the one that had it. */
  update({ state, results, newest, former }: PanelView): void {
    const fit = former.fits ? undefined : results.fits[newest];
    const trains = state.status === 'running' && fit?.completed === null;
    this.element.hidden = (!trains && !state.isPaused) || state.standsAt !== null;
    const hadFocus = this.element.contains(document.activeElement);
    this.#pause.hidden = state.isPaused;
    for (const other of this.#others) other.hidden = !state.isPaused;
    if (fit?.unit === 'step') this.#epoch.hidden = true;
    if (!hadFocus || !(document.activeElement as HTMLElement).hidden) return;
    (state.isPaused ? this.#others[0] : this.#pause)?.focus();
  }
}
