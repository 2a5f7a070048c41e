/** What a network looks for: the filters of its convolution layers, and what it attends to; drawn where they are unfolded. */

import type { Matrices } from '../../../training/protocol/protocol.ts';
import { section } from '../elements/section.ts';
import { FoldedFigures } from '../figures/folded-figures.ts';
import type { Page, PanelView, Place } from '../panel-section.ts';
import { matricesHeading, matricesSentence, mosaicFigure, mosaicPlace, singleFigures } from './matrices.ts';
import { t } from '../words.ts';

export class MatricesSection {
  readonly #part;
  readonly #layers: FoldedFigures[] = [];
  #shown: readonly Matrices[] = [];

  constructor(private readonly page: Page) {
    this.#part = section('matrices', t('Filters'), page.host);
    this.#part.setVisible(false);
  }

  get element(): HTMLElement {
    return this.#part.element;
  }

  static place(_: PanelView, isWide: boolean): Place {
    return isWide ? 'results' : 'turn';
  }

  update({ results: { fits }, newest, choice, former }: PanelView): void {
    this.element.classList.toggle('former', former.fits);
    const matrices = fits[typeof choice === 'number' ? choice : newest]?.matrices ?? [];
    if (matrices === this.#shown) return;
    this.#shown = matrices;
    this.#part.setVisible(matrices.length > 0);
    this.#part.setHeading(headingOf(matrices));
    matrices.forEach((of, index) => this.#show(this.#layer(index), of));
    for (const layer of this.#layers.slice(matrices.length)) layer.show([], '');
  }

  #show(layer: FoldedFigures, matrices: Matrices): void {
    layer.setHeading(matricesHeading(matrices));
    layer.show([mosaicFigure(matrices)], matricesSentence(matrices), {
      pixel: (pixel) => mosaicPlace(matrices, pixel),
      tables: singleFigures(matrices),
    });
  }

  #layer(index: number): FoldedFigures {
    const { host, theme } = this.page;
    const id = `matrices-${String(index)}`;
    const layer = (this.#layers[index] ??= new FoldedFigures({ id, heading: '' }, host, theme));
    if (layer.element.parentElement === null) this.#part.body.append(layer.element);
    return layer;
  }
}

function headingOf(matrices: readonly Matrices[]): string {
  const kinds = new Set(matrices.map(({ kind }) => kind));
  if (kinds.size === 2) return t('Filters and attention');
  return kinds.has('attention') ? t('Attention') : t('Filters');
}
