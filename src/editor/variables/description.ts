/** A variable in a line of the view. */

import type { Translate } from '../../advice/translate.ts';
import { elementsText } from '../../run-model/variable-tree.ts';
import { shapeText } from '../../text/shape.ts';
import { visibleLine } from '../../text/visible.ts';
import type { Variable } from '../../training/protocol/protocol.ts';

/** `Tensor (2, 3) float32 · 0, 1, 2, 3, 4, 5` */
export function descriptionOf({ type, text, tensor, parameters }: Variable, t: Translate): string {
  if (tensor !== undefined) {
    const shown = elementsText(tensor);
    const words = `${visibleLine(type)} ${shapeText(tensor.shape)} ${visibleLine(tensor.dtype)}`;
    return shown === '' ? words : `${words} · ${shown}`;
  }
  const words = [visibleLine(text), parameters === undefined ? '' : t('{0} parameters', parameters)];
  return [visibleLine(type), ...words].filter((word) => word !== '').join(' · ');
}
