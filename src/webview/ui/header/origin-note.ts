/** Of which earlier run the results are, where a run that brought none of its own left them there. */

import { create, setText } from '../elements/dom.ts';
import type { PanelView, Place } from '../panel-section.ts';
import { originText } from './origin-text.ts';

export class OriginNote {
  readonly element = create('p', 'note');

  static place(): Place {
    return 'top';
  }

  update({ state, former }: PanelView): void {
    const isFormer = former.fits || former.figures || former.output;
    setText(this.element, isFormer ? originText(state) : '');
  }
}
