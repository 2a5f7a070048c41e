/** A button that opens a small menu: arrow keys move in it, Escape and a press elsewhere close it. */

import { button } from './controls.ts';
import { create } from './dom.ts';

export interface MenuItem {
  readonly label: string;
  readonly onChoose: () => void;
}

export interface MenuOptions {
  readonly label: string;
  readonly icon: string;
  readonly title: string;
  readonly items: readonly MenuItem[];
}

export function menu({ label, icon, title, items }: MenuOptions): HTMLElement {
  const list = create('div', 'menu-items');
  list.setAttribute('role', 'menu');
  list.setAttribute('aria-label', title);
  list.hidden = true;
  const opener = button({ label, icon, look: 'quiet', title, onPress: () => setOpen(list.hidden === true) });
  opener.element.setAttribute('aria-haspopup', 'menu');
  const place = create('div', 'menu', opener.element, list);
  const setOpen = (open: boolean): void => {
    list.hidden = !open;
    opener.element.setAttribute('aria-expanded', String(open));
    (open ? (list.firstElementChild as HTMLElement | null) : opener.element)?.focus();
  };
  list.append(...items.map((item) => entry(item, () => setOpen(false))));
  opener.element.setAttribute('aria-expanded', 'false');
  list.addEventListener('keydown', (event) => moveFocus(list, event, () => setOpen(false)));
  place.addEventListener('focusout', ({ relatedTarget }) => {
    if (place.contains(relatedTarget as Node | null)) return;
    list.hidden = true;
    opener.element.setAttribute('aria-expanded', 'false');
  });
  return place;
}

function entry({ label, onChoose }: MenuItem, close: () => void): HTMLButtonElement {
  const element = create('button', 'menu-item', label);
  element.type = 'button';
  element.tabIndex = -1;
  element.setAttribute('role', 'menuitem');
  element.addEventListener('click', () => {
    close();
    onChoose();
  });
  return element;
}

function moveFocus(list: HTMLElement, event: KeyboardEvent, close: () => void): void {
  const entries = [...list.children] as HTMLElement[];
  const at = entries.indexOf(document.activeElement as HTMLElement);
  const targets: Readonly<Record<string, number>> = {
    ArrowDown: (at + 1) % entries.length,
    ArrowUp: (at - 1 + entries.length) % entries.length,
    Home: 0,
    End: entries.length - 1,
  };
  const target = targets[event.key];
  if (event.key !== 'Escape' && target === undefined) return;
  event.preventDefault();
  event.stopPropagation();
  if (target === undefined) close();
  else entries[target]?.focus();
}
