/** Slices of a tensor chosen along one dimension by a vector of indices. */
import { Buffer } from '../../../backend/buffer.ts';
import type { Elements } from '../../../backend/dtype.ts';
import { runtimeError, TorchError } from '../../../backend/error.ts';
import { numel, wrapDimension, type Shape } from '../../../backend/layout.ts';
import { indexAdd, indexSelect as jsIndexSelect } from '../../../backend/js/gather.ts';
import { toContiguous } from '../../../backend/js/copy.ts';
import { Tensor } from '../../../tensor/tensor.ts';
import type { Gradients, Node } from '../../tape/node.ts';
import { operation } from '../../operation.ts';
import { addedRows, movesRows, rowsOf } from './rows.ts';
import { checkSelection, firstOutside } from './slice-checks.ts';

/** An error about an index that is out of range. */
type OutOfRange = (index: number, size: number) => TorchError;

const notInSelf: OutOfRange = () => new TorchError('IndexError', 'index out of range in self');
/** As PyTorch's kernel says it that selects along the second dimension. */
const notInData: OutOfRange = (index, size) =>
  runtimeError(`INDICES element is out of DATA bounds, id=${index} axis_dim=${size}`);

function checkedIndices(index: Tensor, size: number, outOfRange: OutOfRange): Elements {
  const indices = toContiguous(index, 'int64');
  const wrong = firstOutside(indices, size);
  if (wrong !== undefined) throw outOfRange(wrong, size);
  return indices;
}

function selected(self: Tensor, dim: number, index: Tensor): Tensor {
  const at = wrapDimension(dim, self.rank);
  checkSelection(self, index);
  const indices = checkedIndices(index, self.shape[at] ?? 1, at === 1 ? notInData : notInSelf);
  const shape = self.rank === 0 ? [] : self.shape.with(at, indices.length);
  if (at === 0 && movesRows(self, numel(shape))) return new Tensor(rowsOf(self, indices), shape);
  const elements = jsIndexSelect(self, at, indices);
  return new Tensor(new Buffer(self.dtype, elements.length, elements), shape);
}

function ofSelected(grad: Tensor, node: Node): Gradients {
  const [input, dim] = node.args as [Tensor, number];
  return [indexAddTo(grad, input.shape, wrapDimension(dim, input.rank), node.savedTensor(0)), null];
}

export const indexSelect = operation('index_select(Tensor self, int dim, Tensor index) -> Tensor', {
  forward: selected,
  gradient: ofSelected,
  saves: ['index'],
  doc: 'The slices along `dim` that the one-dimensional `index` names.',
});

/** As {@link indexSelect}, of what moves elements without an index of the program's: PyTorch keeps nothing for its gradient. */
export const rearrange: typeof indexSelect = operation(
  '_rearrange(Tensor self, int dim, Tensor index) -> Tensor',
  {
    forward: selected,
    gradient: ofSelected,
    saves: ['index'],
    secondBackward: 'works',
    variants: 'internal',
  },
);

/** Zeros of `size` to which the slices of `grad` are added at `index`. */
export const indexAddTo = operation(
  '_index_add_to(Tensor self, int[] size, int dim, Tensor index) -> Tensor',
  {
    forward: (grad: Tensor, size: Shape, dim: number, index: Tensor): Tensor => {
      const indices = checkedIndices(index, size[dim] ?? 1, notInSelf);
      if (dim === 0 && movesRows(grad, grad.numel)) return addedRows(grad, size, indices);
      const elements = indexAdd(size, dim, indices, toContiguous(grad, grad.dtype), grad.dtype);
      return new Tensor(new Buffer(grad.dtype, elements.length, elements), size);
    },
    gradient: (grad, node): Gradients => [
      indexSelect(grad, node.args[2] as number, node.savedTensor(0)),
      null,
    ],
    saves: ['index'],
    variants: 'internal',
  },
);
