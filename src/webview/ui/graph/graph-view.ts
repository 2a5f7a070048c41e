/** The picture of a graph in a frame: laid out, zoomed, dragged, and walked by keyboard. */

import { openAtFirst, pictureOf, type Picture } from '../../../run-model/graph/boxes.ts';
import { nodesBehind } from '../../../run-model/graph/behind.ts';
import { foldedItems } from '../../../run-model/graph/folds.ts';
import type { Group, Item } from '../../../run-model/graph/items.ts';
import { judgeOf } from '../../../run-model/graph/gradients.ts';
import type { TapeGraph } from '../../../training/protocol/protocol.ts';
import { create } from '../elements/dom.ts';
import { ZoomFrame } from './zoom-frame.ts';
import { isDirection, neighbour } from './graph-keys.ts';
import type { Layout } from './graph-layout.ts';
import { drawGraph, sizesOf, type Subject } from './graph-svg.ts';
import { loadLayout } from './load-layout.ts';
import { t } from '../words.ts';
import { groupName } from './graph-words.ts';

/** Groups that have a button to be folded by; the others are folded from within, or with those around them. */
const MOST_FOLDS = 12;

/** What is shown now. */
interface Shown {
  readonly graph: TapeGraph;
  readonly from: number;
  readonly items: readonly Item[];
  readonly open: ReadonlySet<string>;
  readonly picture: Picture;
  readonly layout: Layout;
}

export class GraphView {
  readonly frame = new ZoomFrame(t('Graph'));
  /** Open groups, to be folded again. */
  readonly folds = create('div', 'graph-folds');
  /** Groups that the learner has opened or folded; the others are as {@link openAtFirst} says. */
  readonly #turned = new Map<string, boolean>();
  #shown: Shown | undefined;
  #selected = '';
  #drawings = 0;

  /** @param drawn called with what is drawn, and undefined while the script for it cannot be loaded */
  constructor(private readonly drawn: (subject: Subject | undefined) => void) {
    const { element } = this.frame;
    element.addEventListener('click', ({ target }) => this.#press(boxAt(target)));
    element.addEventListener('keydown', (event) => this.#key(event));
    element.addEventListener('focusin', ({ target }) => this.#select(boxAt(target)));
  }

  /** Draws what is behind the node at `from`. */
  async show(graph: TapeGraph, from: number): Promise<void> {
    const drawing = ++this.#drawings;
    const places = nodesBehind(graph, from);
    const items = foldedItems(graph, places);
    const open = new Set(openAtFirst(items));
    for (const [id, isOpen] of this.#turned) if (isOpen) open.add(id);
    for (const [id, isOpen] of this.#turned) if (!isOpen) open.delete(id);
    const picture = pictureOf(graph, items, open, from);
    const subject: Subject = { graph, picture, judge: judgeOf(graph, places, from) };
    const sizes = sizesOf(subject);
    try {
      const { layOut } = await loadLayout();
      if (drawing !== this.#drawings) return;
      const layout = layOut(sizes.boxes, sizes.links);
      if (!layout.boxes.has(this.#selected)) this.#selected = last(picture, from);
      const hadFocus = this.frame.element.contains(document.activeElement);
      this.frame.show(drawGraph(subject, sizes, layout, this.#selected), layout);
      this.#shown = { graph, from, items, open, picture, layout };
      if (hadFocus) this.#focus(this.#selected);
      this.folds.replaceChildren(...openGroups(items, open).map((group) => this.#foldButton(group)));
      this.drawn(subject);
    } catch {
      this.drawn(undefined);
    }
  }

  #foldButton(group: Group): HTMLElement {
    const button = create('button', 'graph-fold', `⊟ ${groupName(group)}`);
    button.type = 'button';
    button.title = t('Fold {0}', groupName(group));
    button.addEventListener('click', () => this.#turn(group.id, false));
    return button;
  }

  #turn(id: string, isOpen: boolean): void {
    const shown = this.#shown;
    if (shown === undefined) return;
    this.#turned.set(id, isOpen);
    void this.show(shown.graph, shown.from);
  }

  #press(id: string | undefined): void {
    const box = this.#shown?.picture.boxes.find((one) => one.id === id);
    if (box === undefined || typeof box.item === 'number') return;
    const [first] = box.item.items;
    // The focus stays where the group was.
    if (first !== undefined) this.#selected = typeof first === 'number' ? String(first) : first.id;
    this.#turn(box.id, true);
  }

  #key(event: KeyboardEvent): void {
    const id = boxAt(event.target);
    const shown = this.#shown;
    if (event.ctrlKey || event.metaKey || event.altKey || shown === undefined) return;
    if (id !== undefined && isDirection(event.key)) {
      const next = neighbour(id, event.key, shown.picture.links, shown.layout);
      if (next !== undefined) this.#focus(next);
    } else if (id !== undefined && (event.key === 'Enter' || event.key === ' ')) this.#press(id);
    else if (id !== undefined && event.key === 'Backspace') this.#foldAround(id);
    else if (event.key === 'Home') this.#focus(last(shown.picture, shown.from));
    else if (!this.frame.zoomBy(event.key)) return;
    event.preventDefault();
  }

  /** Folds the innermost group that a box is in. */
  #foldAround(id: string): void {
    const group = this.#shown?.picture.boxes.find((box) => box.id === id)?.within.at(-1);
    if (group === undefined) return;
    this.#selected = group.id;
    this.#turn(group.id, false);
  }

  #focus(id: string): void {
    const boxes = this.frame.element.querySelectorAll<SVGGElement>('.box');
    const box = [...boxes].find((one) => one.getAttribute('data-id') === id);
    box?.focus();
    box?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }

  /** One box at a time is reached by the Tab key. */
  #select(id: string | undefined): void {
    if (id === undefined || id === this.#selected) return;
    this.#selected = id;
    for (const box of this.frame.element.querySelectorAll('.box'))
      box.setAttribute('tabindex', box.getAttribute('data-id') === id ? '0' : '-1');
  }
}

/** Open groups, outermost first, but for those in folded ones; as many as there is room for. */
function openGroups(items: readonly Item[], open: ReadonlySet<string>): readonly Group[] {
  const isOpen = (item: Item): item is Group => typeof item !== 'number' && open.has(item.id);
  const groups = items.filter(isOpen);
  for (const group of groups) groups.push(...group.items.filter(isOpen));
  return groups.slice(0, MOST_FOLDS);
}

/** Id of the box from which it is looked. */
function last({ boxes }: Picture, from: number): string {
  return boxes.find(({ item }) => has(item, from))?.id ?? boxes.at(-1)?.id ?? '';
}

function has(item: Item, place: number): boolean {
  return typeof item === 'number' ? item === place : item.items.some((inner) => has(inner, place));
}

function boxAt(target: EventTarget | null): string | undefined {
  return target instanceof Element
    ? (target.closest('.box')?.getAttribute('data-id') ?? undefined)
    : undefined;
}
