/** What the exercise drew with `plt`: each figure with legend, sentence and a table behind a toggle. */

import type { Figure, Series } from '../../training/protocol.ts';
import { button } from './controls.ts';
import { create } from './dom.ts';
import { FigureChart, lookColor } from './figure-chart.ts';
import { seriesLook } from './figure-format.ts';
import { figureImage } from './figure-image.ts';
import type { Host } from './host.ts';
import { counted, toNumber } from './numbers.ts';
import { section } from './section.ts';
import { seriesTable } from './series-table.ts';
import type { ThemeSource } from './theme.ts';

interface Card {
  readonly figure: Figure;
  readonly element: HTMLElement;
  readonly chart: FigureChart | undefined;
}

export class FiguresSection {
  private readonly part;
  private cards: readonly Card[] = [];
  private shown: readonly Figure[] = [];

  constructor(
    host: Host,
    private readonly theme: ThemeSource,
  ) {
    this.part = section('figures', 'Figures', host);
    this.part.setVisible(false);
    theme.onChange(() => {
      for (const { figure, element } of this.cards) this.paintLegend(figure, element);
    });
  }

  get element(): HTMLElement {
    return this.part.element;
  }

  /** Figures that are shown already stay as they are; new ones are added. */
  update(figures: readonly Figure[]): void {
    if (figures === this.shown) return;
    this.shown = figures;
    this.part.setVisible(figures.length > 0);
    const kept = this.cards.filter(({ figure }) => figures.includes(figure));
    for (const card of this.cards) if (!kept.includes(card)) remove(card);
    this.cards = figures.map((figure) => kept.find((card) => card.figure === figure) ?? this.card(figure));
    this.part.body.append(...this.cards.map(({ element }) => element));
    for (const { chart } of this.cards) chart?.show();
  }

  private card(figure: Figure): Card {
    const drawn = figure.series.filter(({ kind }) => kind !== 'image');
    const chart =
      drawn.length > 0 || figure.series.length === 0 ? new FigureChart(figure, this.theme) : undefined;
    const sentence = figureSentence(figure);
    chart?.element.setAttribute('role', 'img');
    chart?.element.setAttribute('aria-label', sentence);
    const images = figure.series
      .filter(({ kind }) => kind === 'image')
      .map((series) => this.image(series, sentence));
    const element = create('figure', 'figure', ...this.captions(figure), ...images);
    if (chart !== undefined) element.append(chart.element);
    const told = create('div', 'told', create('p', 'sentence', sentence));
    element.append(told);
    if (drawn.length > 0) addTables(told, drawn, figure);
    this.paintLegend(figure, element);
    return { figure, element, chart };
  }

  private captions(figure: Figure): readonly HTMLElement[] {
    const named = figure.series.filter(({ label }) => label !== '');
    const legend = create(
      'div',
      'legend',
      ...named.map(({ label }) => create('span', 'entry', create('span', 'swatch'), label)),
    );
    const title = create('figcaption', '', figure.title);
    return [...(figure.title === '' ? [] : [title]), ...(named.length === 0 ? [] : [legend])];
  }

  private image(series: Series, sentence: string): HTMLCanvasElement {
    const canvas = figureImage(series);
    canvas.setAttribute('role', 'img');
    canvas.setAttribute('aria-label', sentence);
    return canvas;
  }

  private paintLegend(figure: Figure, element: HTMLElement): void {
    const swatches = element.querySelectorAll<HTMLElement>('.swatch');
    const named = figure.series.map((series, index) => ({ series, look: seriesLook(series, index) }));
    named
      .filter(({ series }) => series.label !== '')
      .forEach(({ look }, index) => {
        const swatch = swatches[index];
        swatch?.style.setProperty('color', lookColor(look, this.theme));
        swatch?.classList.toggle('dashed', (look.dash?.length ?? 0) > 0);
        swatch?.classList.toggle('disc', look.dash === null);
      });
  }
}

function remove({ element, chart }: Card): void {
  chart?.dispose();
  element.remove();
}

/** `Figure “Planck”: 2 series, 400 points; x (frequency) from 0 to 3, y from 0 to 1.4.` */
export function figureSentence(figure: Figure): string {
  const name = figure.title === '' ? 'Figure' : `Figure “${figure.title}”`;
  const images = figure.series.filter(({ kind }) => kind === 'image');
  if (images.length > 0 && images.length === figure.series.length)
    return `${name}: ${images.map(imageSize).join(', ')}.`;
  const points = figure.series.reduce((sum, { y }) => sum + y.length, 0);
  const labels = figure.series.map(({ label }) => label).filter((label) => label !== '');
  const named = labels.length === 0 ? '' : ` (${labels.join(', ')})`;
  return `${name}: ${String(figure.series.length)} series${named}, ${counted(points, 'point')}.`;
}

function imageSize({ y, columns }: Series): string {
  const width = columns ?? y.length;
  return `an image of ${String(Math.floor(y.length / Math.max(1, width)))} × ${String(width)} values`;
}

/** A switch at the end of `told` and, once pressed, one table per series below. */
function addTables(told: HTMLElement, series: readonly Series[], figure: Figure): void {
  const place = create('div', 'table-place');
  const flip = button({
    label: 'Table',
    look: 'quiet',
    title: 'Show the numbers',
    onPress: () => {
      const open = place.childElementCount === 0;
      place.replaceChildren(...(open ? series.map((one, index) => tableOf(one, index, figure)) : []));
      flip.setPressed(open);
    },
  });
  flip.setPressed(false);
  told.append(flip.element);
  told.after(place);
}

function tableOf({ label, x, y }: Series, index: number, figure: Figure): HTMLElement {
  const name = label === '' ? `series ${String(index + 1)}` : label;
  return seriesTable({
    caption: name,
    headings: [figure.xlabel || 'x', label || figure.ylabel || 'y'],
    columns: [x.map(toNumber), y.map(toNumber)],
  });
}
