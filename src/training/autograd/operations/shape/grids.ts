/** All combinations of the elements of vectors: as grids, as rows. */
import { runtimeError } from '../../../backend/error.ts';
import type { Tensor } from '../../../tensor/tensor.ts';
import { operation } from '../../operation.ts';
import { expand } from './broadcasting.ts';
import { stack } from './joining.ts';
import { reshape } from './views.ts';

const meshgrid = operation('meshgrid(Tensor[] tensors, *, str? indexing=None) -> Tensor[]', {
  variadic: true,
  composite: true,
  forward: (tensors: readonly Tensor[], indexing: string | null): Tensor[] => {
    if (indexing !== null && indexing !== 'xy' && indexing !== 'ij') {
      throw runtimeError(`torch.meshgrid: indexing must be one of "xy" or "ij", but received: ${indexing}`);
    }
    if (tensors.some(({ rank }) => rank > 1)) {
      throw runtimeError('torch.meshgrid: Expected 0D or 1D tensor in the tensor list');
    }
    if (tensors.some((tensor) => tensor.dtype !== tensors[0]?.dtype))
      throw runtimeError('meshgrid expects all tensors to have the same dtype');
    const swapped = indexing === 'xy' && tensors.length > 1;
    const order = swapped ? swapFirst(tensors) : tensors;
    const shape = order.map((tensor) => tensor.numel);
    const along = (tensor: Tensor, dim: number): Tensor =>
      expand(
        reshape(
          tensor,
          shape.map((size, d) => (d === dim ? size : 1)),
        ),
        shape,
      );
    const grids = order.map(along);
    return swapped ? swapFirst(grids) : grids;
  },
  variants: 'function',
  doc: 'Grids of coordinates: the i-th result varies along dimension i (`indexing="xy"` swaps the first two).',
});

const swapFirst = <T>(list: readonly T[]): T[] => [list[1] as T, list[0] as T, ...list.slice(2)];

operation('cartesian_prod(Tensor[] tensors) -> Tensor', {
  composite: true,
  forward: (tensors: readonly Tensor[]): Tensor => {
    const odd = tensors.find((tensor) => tensor.rank !== 1);
    if (odd !== undefined) throw runtimeError(`Expect a 1D vector, but got shape [${odd.shape.join(', ')}]`);
    if (tensors.length === 1) return tensors[0] as Tensor;
    const columns = meshgrid(tensors, 'ij').map((grid) => reshape(grid, [-1]));
    return stack(columns, 1);
  },
  variants: 'function',
  variadic: true,
  out: false,
  doc: "All combinations of the vectors' elements, one in each row.",
});
