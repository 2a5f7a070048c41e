/** Coordinates of elements that are counted row by row. */
import { isFloating, newElements } from '../../../backend/dtype.ts';
import { runtimeError, TorchError } from '../../../backend/error.ts';
import { toContiguous } from '../../../backend/js/copy.ts';
import type { Shape } from '../../../backend/layout.ts';
import { fromElements, type Tensor } from '../../../tensor/tensor.ts';
import { operation } from '../../operation.ts';

function checkArguments(indices: Tensor, shape: Shape): void {
  const { dtype } = indices;
  if (isFloating(dtype) || dtype === 'bool') {
    throw new TorchError('TypeError', `expected 'indices' to be integer dtype, but got torch.${dtype}`);
  }
  if (shape.every((size) => size >= 0)) return;
  const sizes = shape.length === 1 ? `(${shape[0]},)` : `(${shape.join(', ')})`;
  throw new TorchError('ValueError', `'shape' cannot have negative values, but got ${sizes}`);
}

operation('unravel_index(Tensor indices, int[1] shape) -> Tensor[]', {
  forward: (indices: Tensor, shape: Shape): Tensor[] => {
    checkArguments(indices, shape);
    if (shape.includes(0) && indices.numel > 0) throw runtimeError('ZeroDivisionError');
    const rest = toContiguous(indices, 'float64');
    const coordinates = shape.toReversed().map((size) => {
      const along = newElements('int64', rest.length);
      rest.forEach((place, i) => {
        const quotient = Math.floor(place / size);
        along[i] = place - quotient * size;
        rest[i] = quotient;
      });
      return fromElements(along, 'int64', indices.shape);
    });
    return coordinates.toReversed();
  },
  variants: 'function',
  doc: 'The coordinates of elements counted row by row in a tensor of `shape`, a tensor for each dimension.',
});
