/** The legend of a figure, in the colours of its series. */

import type { Figure } from '../../../training/protocol.ts';
import { create } from '../dom.ts';
import type { Theme } from '../theme.ts';
import { legendOf } from './legend.ts';

/** Replaces the entries of the legend in `place`; without any it takes no room. */
export function paintLegend(place: HTMLElement, figure: Figure, theme: Theme): void {
  const entries = legendOf(figure, theme).map(({ label, color, dashed, shape }) => {
    const swatch = create('span', 'swatch');
    swatch.classList.toggle('dashed', dashed);
    swatch.classList.toggle('disc', shape === 'disc');
    swatch.style.setProperty('color', color);
    return create('span', 'entry', swatch, label);
  });
  place.replaceChildren(...entries);
  place.hidden = entries.length === 0;
}
