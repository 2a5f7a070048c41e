/** `x[…]` and `x[…] = …` with tensors among the indices. */
import { Buffer } from '../../../backend/buffer.ts';
import { legacyName, type DType, type Elements } from '../../../backend/dtype.ts';
import { runtimeError, TorchError } from '../../../backend/error.ts';
import { broadcastShapes, broadcastStrides, numel, type Shape } from '../../../backend/layout.ts';
import { put, take } from '../../../backend/js/gather.ts';
import { toContiguous } from '../../../backend/js/copy.ts';
import { full, Tensor } from '../../../tensor/tensor.ts';
import type { Gradients, Node } from '../../tape/node.ts';
import { operation } from '../../operation.ts';
import { locate, type Indices } from './locate.ts';
import { withoutMasks } from './masks.ts';

/** The index tensors as they were saved, null where a dimension is taken whole. */
function savedIndices(node: Node): Indices {
  let next = 0;
  return (node.args[1] as Indices).map((tensor) => (tensor === null ? null : node.savedTensor(next++)));
}

export const index = operation('index.Tensor(Tensor self, Tensor[] indices) -> Tensor', {
  forward: (self: Tensor, indices: Indices): Tensor => {
    const { positions, shape } = locate(self.shape, indices);
    const elements = take(toContiguous(self, self.dtype), positions, self.dtype);
    return new Tensor(new Buffer(self.dtype, elements.length, elements), shape);
  },
  gradient: (grad, node): Gradients => {
    const { shape } = node.inputs[0] as Tensor;
    return [indexPutInto(full(shape, 0, grad.dtype), savedIndices(node), grad, true)];
  },
  saves: ['indices'],
  variants: 'internal',
});

/** A copy of `self` with `values` (broadcast) put, or added, at the indices. */
export const indexPutInto = operation(
  '_index_put_impl(Tensor self, Tensor[] indices, Tensor values, bool accumulate=False) -> Tensor',
  {
    forward: (self: Tensor, indices: Indices, values: Tensor, accumulate: boolean): Tensor => {
      if (values.dtype !== self.dtype) {
        throw runtimeError(
          `Index put requires the source and destination dtypes match, got ${legacyName(self.dtype)} for the destination and ${legacyName(values.dtype)} for the source.`,
        );
      }
      const { positions, shape } = locate(self.shape, indices);
      const elements = toContiguous(self, self.dtype);
      put(elements, positions, valuesFor(values, shape, self), accumulate);
      return new Tensor(new Buffer(self.dtype, elements.length, elements), self.shape);
    },
    gradient: (grad, node): Gradients => {
      const indices = savedIndices(node);
      const kept = (): Tensor => indexPutInto(grad, indices, full([], 0, grad.dtype));
      const none = node.inputs.slice(2).map(() => null);
      const forValues = node.needs(node.inputs.length - 1) ? index(grad, indices) : null;
      return [node.args[3] === true ? grad : kept(), ...none, forValues];
    },
    saves: ['indices'],
    node: 'IndexPut',
    inPlace: true,
    variants: 'internal',
  },
);

function valuesFor(values: Tensor, shape: Shape, self: Tensor): Elements {
  if (values.numel === 1) return toContiguous(values, self.dtype);
  try {
    const strides = broadcastStrides(values.shape, values.strides, broadcastShapes(values.shape, shape));
    if (numel(broadcastShapes(values.shape, shape)) !== numel(shape)) throw new Error('too large');
    return toContiguous(values.alias(shape, strides.slice(-shape.length), values.offset), self.dtype);
  } catch {
    throw runtimeError(
      `shape mismatch: value tensor of shape [${values.shape.join(', ')}] cannot be broadcast to indexing result of shape [${shape.join(', ')}]`,
    );
  }
}

const INDICES: readonly DType[] = ['int64', 'int32', 'uint8', 'bool'];

operation('index_put(Tensor self, Tensor[] indices, Tensor values, bool accumulate=False) -> Tensor', {
  composite: true,
  forward: (self: Tensor, indices: readonly Tensor[], values: Tensor, accumulate: boolean): Tensor => {
    if (!indices.every(({ dtype }) => INDICES.includes(dtype))) {
      throw new TorchError('IndexError', 'tensors used as indices must be long, int, byte or bool tensors');
    }
    return indexPutInto(self, withoutMasks(self, indices), values, accumulate);
  },
  inPlace: true,
  out: false,
  doc: 'A copy with `values` where the index tensors or masks point; added to what is there with `accumulate`.',
});
