/** Tells a screen reader what there is once it has come to rest: many runs follow one another while somebody types. */

import { create, setText } from './dom.ts';

/** Milliseconds for which a text has to stay the newest before it is said. */
export const REST = 800;

export class Announcer {
  readonly element = create('div', 'unseen');
  #wanted = '';
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** `rest`: milliseconds, see {@link REST}. */
  constructor(private readonly rest = REST) {
    this.element.setAttribute('role', 'status');
    this.element.setAttribute('aria-live', 'polite');
  }

  /** Says `text` unless another one follows soon; the same text again is nothing new. */
  say(text: string): void {
    if (text === this.#wanted) return;
    this.#wanted = text;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => setText(this.element, text), this.rest);
  }
}
