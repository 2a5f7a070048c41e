/** What was printed: stdout, stderr and displayed values, as text and nothing else. */

import { leftOutText } from '../../../training/protocol/left-out.ts';
import type { Output, OutputPart } from '../../../run-model/output.ts';
import { create, setText } from '../elements/dom.ts';
import { visible } from '../../../text/visible.ts';
import { section } from '../elements/section.ts';
import type { Page, PanelView, Place } from '../panel-section.ts';
import { plural, t, words } from '../words.ts';

const NAMES: Readonly<Record<OutputPart['stream'], string>> = {
  stdout: t('printed'),
  stderr: t('written to stderr'),
  displayed: t('value of the last expression'),
};

/** A part of the output, or what is said in the place of one that is left out. */
interface Item {
  readonly stream: OutputPart['stream'] | 'left-out';
  readonly text: string;
}

export class OutputSection {
  readonly #part;
  readonly #dropped = create('p', 'dim');
  readonly #text = create('div', 'output-text');
  #items: readonly Item[] = [];
  /** The same, as it stands on the page. */
  #shown: readonly Item[] = [];

  constructor({ host }: Page) {
    this.#part = section('output', t('Output'), host);
    this.#text.tabIndex = 0;
    this.#text.setAttribute('role', 'log');
    this.#text.setAttribute('aria-live', 'off');
    this.#text.setAttribute('aria-label', t('Output'));
    this.#part.body.append(this.#text, this.#dropped);
  }

  get element(): HTMLElement {
    return this.#part.element;
  }

  static place(): Place {
    return 'bottom';
  }

  update({ results, former }: PanelView): void {
    this.element.classList.toggle('former', former.output);
    const items = itemsOf(results);
    // The engine has left out so much in all, between beginning and end too.
    const others = Math.max(0, results.outputDropped - (results.outputTail?.leftOut.characters ?? 0));
    this.#part.setVisible(items.length > 0 || others > 0);
    setText(
      this.#dropped,
      others === 0 ? '' : plural(others, '{0} character left out.', '{0} characters left out.'),
    );
    if (items.length === this.#items.length && items.every((item, index) => item === this.#items[index]))
      return;
    const following = isAtEnd(this.#text);
    const shown = items.map((item, index) => this.#presented(item, index));
    shown.forEach((item, index) => this.#renderItem(item, index));
    while (this.#text.childElementCount > items.length) this.#text.lastElementChild?.remove();
    this.#items = items;
    this.#shown = shown;
    if (following) this.#text.scrollTop = this.#text.scrollHeight;
  }

  #presented(item: Item, index: number): Item {
    const known = this.#shown[index];
    if (known !== undefined && this.#items[index] === item) return known;
    return { stream: item.stream, text: visible(item.text) };
  }

  /** Text that only grew is appended, so that a selection in it stays. */
  #renderItem(item: Item, index: number): void {
    const before = this.#shown[index];
    const element = this.#text.children[index];
    if (before?.stream !== item.stream || element === undefined) {
      const fresh = create('pre', item.stream, item.text);
      if (item.stream !== 'left-out') fresh.title = NAMES[item.stream];
      if (element === undefined) this.#text.append(fresh);
      else element.replaceWith(fresh);
    } else if (item.text !== before.text) {
      const grown = item.text.startsWith(before.text);
      if (grown) element.append(item.text.slice(before.text.length));
      else element.textContent = item.text;
    }
  }
}

function itemsOf({ outputs, outputTail }: Output): readonly Item[] {
  if (outputTail === null) return outputs;
  const { leftOut, parts } = outputTail;
  if (leftOut.characters === 0) return [...outputs, ...parts];
  return [...outputs, { stream: 'left-out', text: leftOutText(leftOut, words) }, ...parts];
}

function isAtEnd(element: Element): boolean {
  return element.scrollHeight - element.scrollTop - element.clientHeight < 8;
}
