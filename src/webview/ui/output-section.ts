/** What was printed: stdout, stderr and displayed values, as text and nothing else. */

import type { OutputPart } from '../state.ts';
import { create, setText } from './dom.ts';
import type { Host } from './host.ts';
import { counted } from './numbers.ts';
import { visible } from './output-characters.ts';
import { section } from './section.ts';

const NAMES: Readonly<Record<OutputPart['stream'], string>> = {
  stdout: 'printed',
  stderr: 'written to stderr',
  displayed: 'value of the last expression',
};

export class OutputSection {
  private readonly part;
  private readonly dropped = create('p', 'dim');
  private readonly text = create('div', 'output-text');
  private outputs: readonly OutputPart[] = [];
  /** The same, as it stands on the page. */
  private shown: readonly OutputPart[] = [];

  constructor(host: Host) {
    this.part = section('output', 'Output', host);
    this.text.tabIndex = 0;
    this.text.setAttribute('role', 'log');
    this.text.setAttribute('aria-live', 'off');
    this.text.setAttribute('aria-label', 'Output');
    this.part.body.append(this.dropped, this.text);
  }

  get element(): HTMLElement {
    return this.part.element;
  }

  update(outputs: readonly OutputPart[], dropped: number): void {
    this.part.setVisible(outputs.length > 0 || dropped > 0);
    setText(this.dropped, dropped === 0 ? '' : `${counted(dropped, 'character')} left out.`);
    if (outputs === this.outputs) return;
    const following = isAtEnd(this.text);
    const shown = outputs.map((part, index) => this.presented(part, index));
    shown.forEach((part, index) => this.renderPart(part, index));
    while (this.text.childElementCount > outputs.length) this.text.lastElementChild?.remove();
    this.outputs = outputs;
    this.shown = shown;
    if (following) this.text.scrollTop = this.text.scrollHeight;
  }

  private presented(part: OutputPart, index: number): OutputPart {
    const known = this.shown[index];
    if (known !== undefined && this.outputs[index] === part) return known;
    return { stream: part.stream, text: visible(part.text) };
  }

  /** Text that only grew is appended, so that a selection in it stays. */
  private renderPart(part: OutputPart, index: number): void {
    const before = this.shown[index];
    const element = this.text.children[index];
    if (before?.stream !== part.stream || element === undefined) {
      const fresh = create('pre', part.stream, part.text);
      fresh.title = NAMES[part.stream];
      if (element === undefined) this.text.append(fresh);
      else element.replaceWith(fresh);
    } else if (part.text !== before.text) {
      const grown = part.text.startsWith(before.text);
      if (grown) element.append(part.text.slice(before.text.length));
      else element.textContent = part.text;
    }
  }
}

function isAtEnd(element: Element): boolean {
  return element.scrollHeight - element.scrollTop - element.clientHeight < 8;
}
