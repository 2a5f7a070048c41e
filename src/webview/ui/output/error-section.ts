/** Why it did not run: type, message and the traceback, whose lines lead to the code. */

import type { Frame, RunError } from '../../../training/protocol/protocol.ts';
import { codeLink } from '../elements/code-link.ts';
import { create, icon, scrolled } from '../elements/dom.ts';
import type { Host } from '../host.ts';
import type { Page, PanelView, Place } from '../panel-section.ts';
import { t } from '../words.ts';

export class ErrorSection {
  readonly element = create('section', 'error');
  #shown: RunError | null = null;

  readonly #host: Host;

  constructor({ host }: Page) {
    this.#host = host;
    this.element.setAttribute('aria-label', t('Error'));
    this.element.hidden = true;
  }

  static place(): Place {
    return 'top';
  }

  update({ state }: PanelView): void {
    const { error } = state.results;
    if (error === this.#shown) return;
    this.#shown = error;
    this.element.hidden = error === null;
    // What can be done about missing data stays in reach, and the traceback says no more.
    const isLong = !state.results.advice.some(({ kind }) => kind === 'dataMissing');
    this.element.replaceChildren(...(error === null ? [] : this.#parts(error, isLong)));
  }

  /** @param isLong whether the traceback is open unless the learner has folded it */
  #parts(error: RunError, isLong: boolean): readonly HTMLElement[] {
    const heading = create('h2', '', icon('error'), create('span', '', error.type));
    const innermost = error.frames.at(-1);
    if (innermost !== undefined) heading.append(this.#lineLink(innermost, t('line {0}', innermost.line)));
    const parts = [heading, create('p', 'message', error.message)];
    return error.traceback === '' ? parts : [...parts, this.#traceback(error, isLong)];
  }

  #traceback(error: RunError, isLong: boolean): HTMLElement {
    const open = isLong && (this.#host.uiState.folds['traceback'] ?? true);
    const text = scrolled(create('pre', 'traceback'), t('Traceback'));
    error.traceback
      .replace(/\n$/, '')
      .split('\n')
      .forEach((line, index) => {
        if (index > 0) text.append('\n');
        text.append(...this.#tracebackLine(line, error.frames));
      });
    const details = create('details', '', create('summary', '', t('Traceback')), text);
    details.open = open;
    details.addEventListener('toggle', () => {
      this.#host.remember({ folds: { ...this.#host.uiState.folds, traceback: details.open } });
    });
    return details;
  }

  /** `line 12` of a frame in the learner's code becomes a link. */
  #tracebackLine(text: string, frames: readonly Frame[]): readonly (Node | string)[] {
    const found = /^(\s*File "(.*)", )(line (\d+))(.*)$/.exec(text);
    if (found === null) return [text];
    const [, before = '', document = '', words = '', line = '', after = ''] = found;
    const frame = frames.find(
      (candidate) => candidate.document === document && candidate.line === Number(line),
    );
    return frame === undefined ? [text] : [before, this.#lineLink(frame, words), after];
  }

  #lineLink(frame: Frame, text: string): HTMLElement {
    return codeLink(this.#host, text, t('Go to line {0}', frame.line), () => frame);
  }
}
