/** A figure in words, for readers that show no pictures. */

import type { Figure } from '../../training/protocol.ts';

/** `<Figure "Net": train_loss, val_loss over epoch>` */
export function figureText({ title, series, xlabel }: Figure): string {
  const named = title === '' ? '' : ` "${title}"`;
  const drawn = series.map(({ label, kind }) => (label === '' ? kind : label)).join(', ');
  const over = xlabel === '' ? '' : ` over ${xlabel}`;
  return `<Figure${named}: ${drawn === '' ? 'empty' : drawn}${over}>`;
}
