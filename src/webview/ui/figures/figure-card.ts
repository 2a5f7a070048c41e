/** One figure of the exercise: its axes in their grid, a sentence, the numbers as tables, and the way to a file. */

import type { Figure } from '../../../training/protocol/protocol.ts';
import { button } from '../elements/controls.ts';
import { create, fileOnly, setText } from '../elements/dom.ts';
import type { Host } from '../host.ts';
import { menu } from '../elements/menu.ts';
import type { ThemeSource } from '../theme.ts';
import { figureTables } from './figure-tables.ts';
import { FigureView } from './figure-view.ts';
import { readImage, type PixelWords } from './image-reading.ts';
import { leftOutWords } from './left-out.ts';
import { loadDrawing } from './load-drawing.ts';
import { showTitle } from './title.ts';
import { axesSentence, figureSentence, isGallery } from './sentence.ts';
import { t } from '../words.ts';

interface Axes {
  readonly element: HTMLElement;
  readonly title: HTMLElement;
  readonly note: HTMLElement;
  readonly view: FigureView;
}

/** How a figure is read, where more is known of it than it tells itself. */
export interface CardReading {
  /** Words for a pixel's place. */
  readonly pixel: PixelWords;
  /** What the tables have, instead of the figures that are shown. */
  readonly tables: readonly Figure[];
}

export class FigureCard {
  readonly element = create('figure', 'figure');
  readonly #caption = create('figcaption');
  readonly #grid = create('div', 'figure-grid');
  readonly #sentence = create('p', 'sentence');
  /** What is under the pointer, or where keys have gone: its line is there before anything is read. */
  readonly #read = create('p', 'pixel-value');
  readonly #tables = create('div', 'table-place');
  readonly #tableSwitch = button({
    label: t('Table'),
    look: 'quiet',
    title: t('Show the numbers'),
    onPress: () => this.#flipTables(),
  });
  #axes: readonly Axes[] = [];
  #shown: readonly Figure[] = [];
  #reading: CardReading | undefined;

  constructor(
    private readonly host: Host,
    private readonly theme: ThemeSource,
  ) {
    this.#tableSwitch.setPressed(false);
    const actions = create('div', 'figure-actions', this.#tableSwitch.element);
    if (host.hasEditor) actions.append(this.#saveMenu());
    const told = create('div', 'told', this.#sentence, actions);
    this.element.append(this.#caption, this.#grid, this.#read, told, this.#tables);
  }

  /**
   * The axes of one figure, in their order. What stood here before is redrawn in its place.
   * `sentence`: what it shows, and `reading` what stands where in it, where more is known than the figure tells.
   */
  show(figures: readonly Figure[], sentence?: string, reading?: CardReading): void {
    if (
      figures.length === this.#shown.length &&
      figures.every((figure, index) => figure === this.#shown[index])
    )
      return;
    this.#shown = figures;
    this.#reading = reading;
    this.#read.hidden = !figures.some((figure) => readImage(figure) !== null);
    showTitle(this.#caption, figures[0]?.subplot?.title ?? '');
    this.#caption.hidden = this.#caption.textContent === '';
    this.#grid.classList.toggle('gallery', isGallery(figures));
    this.#grid.style.setProperty('--columns', String(Math.max(1, figures[0]?.subplot?.columns ?? 1)));
    for (const { view, element } of this.#axes.slice(figures.length)) {
      view.dispose();
      element.remove();
    }
    this.#axes = figures.map((figure, index) =>
      this.#showAxes(figure, figures.length === 1 ? sentence : undefined, this.#axes[index]),
    );
    setText(this.#sentence, sentence ?? figureSentence(figures));
    if (this.#tables.childElementCount > 0) this.#tables.replaceChildren(...this.#tableElements());
  }

  dispose(): void {
    for (const { view } of this.#axes) view.dispose();
    this.element.remove();
  }

  #showAxes(figure: Figure, sentence: string | undefined, known: Axes | undefined): Axes {
    const axes = known ?? this.#newAxes(figure);
    showTitle(axes.title, figure.title);
    setText(axes.note, [figure.note ?? '', leftOutWords([figure])].filter((words) => words !== '').join(' '));
    axes.note.hidden = axes.note.textContent === '';
    axes.view.element.setAttribute('aria-label', sentence ?? axesSentence(figure));
    axes.view.show(figure, this.#reading?.pixel);
    return axes;
  }

  #newAxes(figure: Figure): Axes {
    const view = new FigureView(figure, this.theme, (text) => setText(this.#read, text));
    const [title, note] = [create('p', 'axes-title'), create('p', 'dim')];
    const element = create('div', 'axes', title, view.element, view.said, note);
    this.#grid.append(element);
    return { element, title, note, view };
  }

  #flipTables(): void {
    const open = this.#tables.childElementCount === 0;
    this.#tables.replaceChildren(...(open ? this.#tableElements() : []));
    this.#tableSwitch.setPressed(open);
  }

  #tableElements(): readonly HTMLElement[] {
    return figureTables(this.#reading?.tables ?? this.#shown);
  }

  #saveMenu(): HTMLElement {
    const files = menu({
      label: t('Save'),
      icon: 'save',
      title: t('Save the figure'),
      items: (['png', 'svg'] as const).map((format) => ({
        label: `${format.toUpperCase()}\u2026`,
        onChoose: () => void this.#save(format),
      })),
    });
    return fileOnly(files);
  }

  async #save(format: 'png' | 'svg'): Promise<void> {
    const { drawPicture, svgPng, svgText } = await loadDrawing();
    const picture = drawPicture(this.#shown, this.theme.current);
    const data = format === 'svg' ? svgText(picture) : inPage(picture, () => svgPng(picture, PIXELS));
    if (data !== undefined) this.host.post({ type: 'exportChart', format, subject: 'figure', data });
  }
}

/** Pixels of a PNG for each unit of the picture. */
const PIXELS = 2;

/** Runs `use` while the element is in the page, out of sight. */
function inPage<T>(element: Element, use: () => T): T {
  const place = create('div', 'out-of-sight');
  place.append(element);
  document.body.append(place);
  try {
    return use();
  } finally {
    place.remove();
  }
}
