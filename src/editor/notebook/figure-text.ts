/** A figure in words, for readers that show no pictures. */

import { mathWords } from '../../text/mathtext.ts';
import type { Figure } from '../../training/protocol/protocol.ts';

/** `<Figure "Net": train_loss, val_loss over epoch>` */
export function figureText({ title, series, xlabel, leftOut = [] }: Figure): string {
  const named = title === '' ? '' : ` "${title}"`;
  const drawn = series
    .filter(({ frame }) => frame !== true)
    .map(({ label, kind }) => (label === '' ? kind : label))
    .join(', ');
  const over = xlabel === '' ? '' : ` over ${xlabel}`;
  const missing = leftOut.length === 0 ? '' : `; not drawn: ${leftOut.join(', ')}`;
  return mathWords(`<Figure${named}: ${drawn === '' ? 'empty' : drawn}${over}${missing}>`);
}
