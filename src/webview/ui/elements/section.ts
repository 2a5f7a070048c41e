/** A part of the panel with a heading that folds it. */

import { create, setText } from './dom.ts';
import type { Host } from '../host.ts';

export interface Section {
  readonly element: HTMLElement;
  /** Right end of the heading's row; hidden while folded. */
  readonly actions: HTMLElement;
  readonly body: HTMLElement;
  setVisible(visible: boolean): void;
  setHeading(text: string): void;
  isOpen(): boolean;
  /** `listener` hears when it is folded or unfolded. */
  onToggle(listener: () => void): void;
}

/** CSS pixels that the mark of the fold takes before a heading, with some room behind it. */
const MARK = 20;

/** `id` names the section in the page's remembered folds. `isOpen`: until the learner folds or unfolds it. */
export function section(id: string, heading: string, host: Host, { isOpen = true } = {}): Section {
  const title = create('h2', '', heading);
  const summary = create('summary', '', title);
  const actions = create('div', 'actions');
  const body = create('div', 'body');
  const details = create('details', '', summary, actions, body);
  const wanted = (): boolean => host.uiState.folds[id] ?? isOpen;
  details.open = wanted();
  details.addEventListener('toggle', () => {
    if (wanted() === details.open) return;
    host.remember({ folds: { ...host.uiState.folds, [id]: details.open } });
  });
  shareRow(details, title, actions);
  const element = create('section', `part ${id}`, details);
  return {
    element,
    actions,
    body,
    setVisible: (visible) => {
      element.hidden = !visible;
    },
    setHeading: (text) => setText(title, text),
    isOpen: () => details.open,
    onToggle: (listener) => details.addEventListener('toggle', listener),
  };
}

/**
 * Heading and buttons share a row, and how wide they are depends on the language: where both have no room the buttons that
 * have a picture lose their words, and the heading ends where the buttons begin.
 */
function shareRow(details: HTMLElement, title: HTMLElement, actions: HTMLElement): void {
  /** Of the buttons with their words, in CSS pixels. */
  let whole = 0;
  const makeRoom = (): void => {
    if (!details.classList.contains('tight')) whole = actions.offsetWidth;
    details.classList.toggle('beside', whole > 0);
    details.classList.toggle('tight', whole > 0 && title.scrollWidth + MARK + whole > details.clientWidth);
    details.style.setProperty('--beside', `${String(actions.offsetWidth)}px`);
  };
  const observer = new ResizeObserver(makeRoom);
  for (const element of [details, actions]) observer.observe(element);
}

/** Unfolds the section with this id and scrolls to it; nothing happens where it is hidden. */
export function revealSection(page: ParentNode, id: string): void {
  const element = page.querySelector<HTMLElement>(`section.part.${id}`);
  const details = element?.querySelector('details');
  if (!element || !details || element.hidden) return;
  details.open = true;
  element.scrollIntoView({ block: 'start' });
}
