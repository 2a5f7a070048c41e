/**
 * A page without a browser: what the drawing of figures finds under the names `document`, `window` and
 * `XMLSerializer` when it is bundled for the extension host (esbuild.mjs).
 */

import { parseHTML } from 'linkedom';
import { PixelCanvas } from './pixel-canvas.ts';

const page = parseHTML('<!doctype html><html><body></body></html>');
const { createElement } = page.document;

/** A canvas of linkedom's own would need a native library. */
page.document.createElement = function (name: string, ...rest: never[]): HTMLElement {
  const element = createElement.call(this, name, ...rest);
  return name === 'canvas' ? PixelCanvas.behind(element) : element;
};

export const { document } = page;

export const window = { document, devicePixelRatio: 1 };

export class XMLSerializer {
  /** Nodes of linkedom write themselves. */
  serializeToString(node: { toString(): string }): string {
    return node.toString();
  }
}
