/** Titles of figures on the page, formulas and all. */

import { mathRuns } from '../../../text/mathtext.ts';
import { create } from '../elements/dom.ts';

const LEVELS: Readonly<Record<number, 'sup' | 'sub'>> = { 1: 'sup', [-1]: 'sub' };

/** Replaces what an element says; without words it is hidden. */
export function showTitle(place: HTMLElement, words: string): void {
  const runs = words === '' ? [] : mathRuns(words);
  place.replaceChildren(
    ...runs.map(({ text, level, italic }): Node => {
      const raised = LEVELS[Math.sign(level)];
      const letters = italic ? create('i', '', text) : document.createTextNode(text);
      return raised === undefined ? letters : create(raised, '', letters);
    }),
  );
  place.hidden = runs.length === 0;
}
