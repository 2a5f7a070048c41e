/** What to do next, while there is nothing to show: of whatever document is open. */

import type { Exercise, PanelState } from '../../run-model/state.ts';
import { codeLink } from './elements/code-link.ts';
import { button } from './elements/controls.ts';
import { create, setText } from './elements/dom.ts';
import type { Host } from './host.ts';
import type { Page, PanelView, Place } from './panel-section.ts';
import { t } from './words.ts';

const NO_DOCUMENT = t(
  'Open a Python file, a Markdown file or a notebook with code that trains: its own exercises are shown here. The workbook has exercises for Dive into Deep Learning that are ready to run.',
);
const NO_CODE = t(
  'Write or paste code into this document, such as a cell of the book; each part of it that trains gets a Run above it. The workbook has exercises that are ready to run.',
);
const NOT_RUN = t('Run this exercise to see its loss while it trains, what it learned, and what it prints.');
const RUNS_AGAIN = t('Afterwards it runs again as you type.');

/** Exercises listed of a document. */
const MOST_LISTED = 24;

export class EmptyState {
  readonly element = create('div', 'empty');
  readonly #text = create('p');
  readonly #list = create('ul', 'exercises');
  readonly #listed = create('div', '', create('h2', '', t('Exercises of this document')), this.#list);
  readonly #workbook;
  readonly #run;
  #shown = '';

  readonly #host: Host;

  constructor({ host }: Page) {
    this.#host = host;
    this.#workbook = button({
      label: t('Open the workbook'),
      icon: 'book',
      look: 'primary',
      onPress: () => host.post({ type: 'openWorkbook' }),
    });
    this.#run = button({
      label: t('Run exercise'),
      icon: 'play',
      look: 'primary',
      onPress: () => host.post({ type: 'run' }),
    });
    this.element.append(this.#text, this.#workbook.element, this.#run.element, this.#listed);
  }

  static place(): Place {
    return 'top';
  }

  update({ state }: PanelView): void {
    const { document: name, exercise } = state;
    const fresh = exercise === null || (state.status === 'idle' && state.lastGood === null);
    this.element.hidden = !fresh;
    if (!fresh) return;
    setText(this.#text, name === null ? NO_DOCUMENT : exercise === null ? NO_CODE : notRun(state));
    this.#workbook.element.hidden = exercise !== null;
    this.#run.element.hidden = exercise === null;
    this.#renderList(state);
  }

  /** The other ones a press away; one that is alone stands in the head. */
  #renderList({ document: name, exercises, exercise }: PanelState): void {
    this.#listed.hidden = exercises.length < 2;
    const signature = JSON.stringify([name, exercises, exercise]);
    if (this.#listed.hidden || name === null || signature === this.#shown) return;
    this.#shown = signature;
    const items = exercises
      .slice(0, MOST_LISTED)
      .map((one) => this.#item(name, one, one.id === exercise?.id));
    const more = exercises.length - items.length;
    this.#list.replaceChildren(...items, ...(more > 0 ? [create('li', 'dim', t('and {0} more', more))] : []));
  }

  #item(document: string, { id, title, line }: Exercise, isShown: boolean): HTMLElement {
    const name = [id, title].filter((part) => part !== '').join(' \u00b7 ');
    const entry = codeLink(this.#host, name, t('Go to line {0}', line), () => ({ document, line }));
    if (isShown) entry.setAttribute('aria-current', 'true');
    return create('li', '', entry);
  }
}

/** Outside the sandbox nothing runs while it is typed, nor does a cell. */
function notRun({ live, isCell, engine }: PanelState): string {
  return live && !isCell && engine.kind === 'built-in' ? `${NOT_RUN} ${RUNS_AGAIN}` : NOT_RUN;
}
