/** A button of one glyph for tables and rows. */

import { create, icon } from './dom.ts';

/**
 * The browser's own: a table of fifty rows would hold a hundred of the toolkit's. `focus` names it, so that it gets the focus
 * again when its row is made anew.
 */
export function iconButton(
  glyph: string,
  label: string,
  focus: string,
  onPress: () => void,
): HTMLButtonElement {
  const element = create('button', 'icon-button', icon(glyph));
  element.type = 'button';
  element.title = label;
  element.dataset['focus'] = focus;
  element.setAttribute('aria-label', label);
  element.addEventListener('click', onPress);
  return element;
}
