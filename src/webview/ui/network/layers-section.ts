/** What is in the network: its layers with the shapes that come out of them, and how many numbers each learns. */

import type { Layer, Layers } from '../../../training/protocol/protocol.ts';
import { cell, create, row, scrollable, setText } from '../elements/dom.ts';
import { section } from '../elements/section.ts';
import type { Page, PanelView, Place } from '../panel-section.ts';
import { plural, t, words } from '../words.ts';

const CAPTION = t('Layers, the shapes of their outputs, and how many parameters they have');

export class LayersSection {
  readonly #part;
  readonly #rows = create('tbody');
  readonly #sentence = create('p', 'sentence');
  #shown: Layers | undefined;

  constructor({ host }: Page) {
    this.#part = section('layers', t('Layers'), host);
    const headings = [t('layer'), '', t('output'), t('parameters')].map((heading) => cell(heading, 'col'));
    const caption = create('caption', 'unseen', CAPTION);
    const table = create('table', '', caption, create('thead', '', row(...headings)), this.#rows);
    this.#part.body.append(scrollable(table, t('Layers')), this.#sentence);
    this.#part.setVisible(false);
  }

  get element(): HTMLElement {
    return this.#part.element;
  }

  static place(): Place {
    return 'turn';
  }

  update({ results: { fits }, newest, choice, former }: PanelView): void {
    this.element.classList.toggle('former', former.fits);
    const layers = fits[typeof choice === 'number' ? choice : newest]?.layers;
    if (layers === this.#shown) return;
    this.#shown = layers;
    this.#part.setVisible(layers !== undefined);
    if (layers === undefined) return;
    this.#rows.replaceChildren(...layers.layers.map(layerRow));
    setText(this.#sentence, layersSentence(layers));
  }
}

function layerRow({ name, type, shape, parameters }: Layer): HTMLTableRowElement {
  const heading = cell(name, 'row');
  heading.title = name;
  const size = parameters === 0 ? '' : words.number(parameters);
  return row(heading, cell(type), cell(shape === null ? '' : shapeText(shape)), cell(size));
}

/** `256×6×28×28` */
function shapeText(shape: readonly number[]): string {
  return shape.length === 0 ? t('a number') : shape.join('\u00d7');
}

function layersSentence({ layers, more, parameters }: Layers): string {
  const first = layers.find(({ shape }) => shape !== null)?.shape?.[0];
  return [
    plural(parameters, '{0} parameter in all.', '{0} parameters in all.'),
    first === undefined ? '' : t('The shapes are those of its first minibatch.'),
    more === 0 ? '' : plural(more, '{0} more layer not listed.', '{0} more layers not listed.'),
  ]
    .filter(Boolean)
    .join(' ');
}
