/** The weights as pictures: the loss around their way, their errors and gradients through the epochs, matrices as maps. */

import type { Surface, Weight } from '../../../training/protocol/protocol.ts';
import type { PathPoint } from '../../../run-model/fit.ts';
import { create } from '../elements/dom.ts';
import { endsSentence } from '../figures/sentence.ts';
import { FoldedFigures } from '../figures/folded-figures.ts';
import type { Host } from '../host.ts';
import type { ThemeSource } from '../theme.ts';
import { surfaceFigure, surfaceSentence } from './surface-figure.ts';
import { errorFigure, gradientFigure } from './weight-figures.ts';
import { mapFigures, mapSentence } from './weight-maps.ts';
import { t } from '../words.ts';

export class WeightCharts {
  readonly element = create('div', 'weight-charts');
  readonly #surface: FoldedFigures;
  readonly #errors: FoldedFigures;
  readonly #gradients: FoldedFigures;
  readonly #maps: FoldedFigures;
  #path: readonly PathPoint[] = [];
  #shownSurface: Surface | null = null;

  constructor(host: Host, theme: ThemeSource) {
    const folded = (id: string, heading: string, open = false): FoldedFigures =>
      new FoldedFigures({ id, heading, open }, host, theme);
    this.#surface = folded('loss-surface', t('Loss around the way of the weights'), true);
    this.#maps = folded('weight-maps', t('Matrices as maps'));
    this.#errors = folded('weight-errors', t('Error of each weight through the epochs'));
    this.#gradients = folded('weight-gradients', t('Gradients through the epochs'));
    const parts = [this.#surface, this.#maps, this.#errors, this.#gradients];
    this.element.append(...parts.map(({ element }) => element));
  }

  showWeights(weights: readonly Weight[]): void {
    this.#maps.show(mapFigures(weights), mapSentence(weights));
  }

  showSurface(surface: Surface | null): void {
    if (surface === this.#shownSurface) return;
    this.#shownSurface = surface;
    if (surface === null) this.#surface.show([], '');
    else this.#surface.show([surfaceFigure(surface)], surfaceSentence(surface));
  }

  /** Kept from the fit before while a new one has not reached its second epoch. */
  showPath(path: readonly PathPoint[]): void {
    if (path === this.#path || path.length === 1) return;
    this.#path = path;
    const [errors, gradients] = [errorFigure(path), gradientFigure(path)];
    this.#errors.show(
      errors ? [errors] : [],
      errors ? endsSentence(t('Error of each weight by epoch'), errors) : '',
    );
    this.#gradients.show(
      gradients ? [gradients] : [],
      gradients ? endsSentence(t('Norm of each weight’s gradient by epoch'), gradients) : '',
    );
  }
}
