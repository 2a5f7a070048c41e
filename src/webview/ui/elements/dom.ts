/** Elements, made without markup: every string becomes a text node. */

/** A new element with classes and children; strings among the children become text. */
export function create<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  className = '',
  ...children: readonly (Node | string)[]
): HTMLElementTagNameMap[Tag] {
  const element = document.createElement(tag);
  if (className !== '') element.className = className;
  element.append(...children);
  return element;
}

/** What a notebook's cell has no use for: hidden while the panel shows one. */
export function fileOnly<T extends HTMLElement>(element: T): T {
  element.classList.add('file-only');
  return element;
}

/** A frame in which what is too large can be scrolled, by keyboard too; `name` is what a screen reader says. */
export function scrollable(content: HTMLElement, name: string): HTMLElement {
  return scrolled(create('div', 'scroll', content), name);
}

/** The same for an element that scrolls by itself. */
export function scrolled<T extends HTMLElement>(frame: T, name: string): T {
  frame.tabIndex = 0;
  frame.setAttribute('role', 'region');
  frame.setAttribute('aria-label', name);
  return frame;
}

/** A Python name that breaks after its underscores, where it has to break at all. */
export function breakableName(name: string): readonly (Node | string)[] {
  const [first = '', ...others] = name.split(/(?<=_)/);
  return [first, ...others.flatMap((part) => [create('wbr'), part])];
}

/** Sets the text only when it differs, so that selections and screen readers are left alone. */
export function setText(element: Element, text: string): void {
  if (element.textContent !== text) element.textContent = text;
}

/** A glyph of VS Code's icon font; decoration only, hence hidden from screen readers. */
export function icon(name: string): HTMLElement {
  const glyph = create('span', `codicon codicon-${name}`);
  glyph.setAttribute('aria-hidden', 'true');
  return glyph;
}

/** A table cell; `header` is the direction in which a heading cell applies, one without words being none. */
export function cell(text: string, header?: 'col' | 'row'): HTMLTableCellElement {
  if (header === undefined || text === '') return create('td', '', text);
  const heading = create('th', '', text);
  heading.scope = header;
  return heading;
}

/** A table row of cells that exist already. */
export function row(...cells: readonly HTMLTableCellElement[]): HTMLTableRowElement {
  return create('tr', '', ...cells);
}
