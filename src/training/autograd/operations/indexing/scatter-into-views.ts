/** A copy of a tensor with another one written into a part of it: an index, a range, a diagonal. */
import { copyInto } from '../../../backend/compute.ts';
import { isDifferentiable, legacyName } from '../../../backend/dtype.ts';
import { runtimeError, TorchError } from '../../../backend/error.ts';
import { sameShape, wrapDimension } from '../../../backend/layout.ts';
import { full, type Tensor } from '../../../tensor/tensor.ts';
import { operation } from '../../operation.ts';
import type { Gradients, Node } from '../../tape/node.ts';
import { clone } from '../creation/conversion.ts';
import { diagonal } from '../linalg/diagonals.ts';
import { select, slice } from '../shape/slicing.ts';

/** A copy of `self` whose `part` holds `src`. @throws TorchError unless their sizes agree */
function written(self: Tensor, src: Tensor, part: (whole: Tensor) => Tensor): Tensor {
  if (src.requiresGrad && !isDifferentiable(self.dtype)) {
    throw runtimeError(`Autograd not support dtype: ${legacyName(self.dtype)}`);
  }
  const copy = clone(self);
  const target = part(copy);
  if (!sameShape(target.shape, src.shape)) {
    throw runtimeError(
      `expected src to have a size equal to the slice of self. src size = [${src.shape.join(', ')}], slice size = [${target.shape.join(', ')}]`,
    );
  }
  copyInto(target, src);
  return copy;
}

/** Of the tensor: the gradient without the part; of what was written: the part. */
function gradients(
  grad: Tensor,
  node: Node,
  without: (grad: Tensor, zeros: Tensor) => Tensor,
  part: (grad: Tensor) => Tensor,
): Gradients {
  const ofPart = part(grad);
  return [
    node.needs(0) ? without(grad, full(ofPart.shape, 0, grad.dtype)) : null,
    node.needs(1) ? ofPart : null,
  ];
}

type SelectArguments = [Tensor, Tensor, number, number];

const selectScatter = operation('select_scatter(Tensor self, Tensor src, int dim, int index) -> Tensor', {
  forward: (self: Tensor, src: Tensor, dim: number, index: number): Tensor => {
    const at = wrapDimension(dim, self.rank);
    const size = self.shape[at] as number;
    if (index < -size || index >= size) {
      throw new TorchError(
        'IndexError',
        `select(): index ${index} out of range for tensor of size [${self.shape.join(', ')}] at dimension ${at}`,
      );
    }
    return written(self, src, (whole) => select(whole, at, index));
  },
  gradient: (grad, node): Gradients => {
    const [, , ...place] = node.args as SelectArguments;
    return gradients(
      grad,
      node,
      (whole, zeros) => selectScatter(whole, zeros, ...place),
      (whole) => select(whole, ...place),
    );
  },
  doc: 'A copy with `src` at `index` along `dim`.',
});

type SliceArguments = [Tensor, Tensor, number, number | null, number | null, number];

const sliceScatter = operation(
  'slice_scatter(Tensor self, Tensor src, int dim=0, int? start=None, int? end=None, int step=1) -> Tensor',
  {
    forward: (...[self, src, ...range]: SliceArguments): Tensor =>
      written(self, src, (whole) => slice(whole, ...range)),
    gradient: (grad, node): Gradients => {
      const [, , ...range] = node.args as SliceArguments;
      return gradients(
        grad,
        node,
        (whole, zeros) => sliceScatter(whole, zeros, ...range),
        (whole) => slice(whole, ...range),
      );
    },
    doc: 'A copy with `src` at a range of indices along `dim`.',
  },
);

type DiagonalArguments = [Tensor, Tensor, number, number, number];

const diagonalScatter = operation(
  'diagonal_scatter(Tensor self, Tensor src, int offset=0, int dim1=0, int dim2=1) -> Tensor',
  {
    forward: (...[self, src, ...place]: DiagonalArguments): Tensor =>
      written(self, src, (whole) => diagonal(whole, ...place)),
    gradient: (grad, node): Gradients => {
      const [, , ...place] = node.args as DiagonalArguments;
      return gradients(
        grad,
        node,
        (whole, zeros) => diagonalScatter(whole, zeros, ...place),
        (whole) => diagonal(whole, ...place),
      );
    },
    doc: 'A copy with `src` on a diagonal of two dimensions.',
  },
);
