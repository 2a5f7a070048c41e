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
}

/** `id` names the section in the page's remembered folds. It is open unless the learner folded it. */
export function section(id: string, heading: string, host: Host): Section {
  const title = create('h2', '', heading);
  const summary = create('summary', '', title);
  const actions = create('div', 'actions');
  const body = create('div', 'body');
  const details = create('details', '', summary, actions, body);
  details.open = host.uiState.folds[id] ?? true;
  details.addEventListener('toggle', () => {
    if ((host.uiState.folds[id] ?? true) === details.open) return;
    host.remember({ folds: { ...host.uiState.folds, [id]: details.open } });
  });
  const element = create('section', `part ${id}`, details);
  return {
    element,
    actions,
    body,
    setVisible: (visible) => {
      element.hidden = !visible;
    },
    setHeading: (text) => setText(title, text),
  };
}

/** Unfolds the section with this id and scrolls to it; nothing happens where it is hidden. */
export function revealSection(page: ParentNode, id: string): void {
  const element = page.querySelector<HTMLElement>(`section.part.${id}`);
  const details = element?.querySelector('details');
  if (!element || !details || element.hidden) return;
  details.open = true;
  element.scrollIntoView({ block: 'start' });
}
