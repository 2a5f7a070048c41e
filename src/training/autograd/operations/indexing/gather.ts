/** Elements read, or added to, where an index points along a dimension. */
import { Buffer } from '../../../backend/buffer.ts';
import { put, take } from '../../../backend/js/gather.ts';
import { toContiguous } from '../../../backend/js/copy.ts';
import { full, Tensor } from '../../../tensor/tensor.ts';
import type { Gradients } from '../../tape/node.ts';
import { operation } from '../../operation.ts';
import { alongDimension, checkGather, checkScatter } from './along-dimension.ts';

export const gather = operation('gather(Tensor self, int dim, Tensor index) -> Tensor', {
  forward: (self: Tensor, dim: number, chosen: Tensor): Tensor => {
    checkGather(self, dim, chosen);
    const positions = alongDimension(self.shape, dim, chosen);
    const elements = take(toContiguous(self, self.dtype), positions, self.dtype);
    return new Tensor(new Buffer(self.dtype, elements.length, elements), chosen.shape);
  },
  gradient: (grad, node): Gradients => {
    const [input, dim] = node.args as [Tensor, number];
    return [scatterAdd(full(input.shape, 0, grad.dtype), dim, node.savedTensor(0), grad), null];
  },
  saves: ['index'],
  doc: 'For each entry of `index` the element at that index along `dim`, the other indices being its own.',
});

/** A copy of `self` to which `src` is added where `index` points along `dim`. */
export const scatterAdd = operation('scatter_add(Tensor self, int dim, Tensor index, Tensor src) -> Tensor', {
  forward: (self: Tensor, dim: number, chosen: Tensor, src: Tensor): Tensor => {
    checkScatter(self, dim, chosen, src);
    const elements = toContiguous(self, self.dtype);
    put(elements, alongDimension(self.shape, dim, chosen), toContiguous(src, self.dtype), true);
    return new Tensor(new Buffer(self.dtype, elements.length, elements), self.shape);
  },
  gradient: (grad, node): Gradients => {
    const [, dim] = node.args as [Tensor, number];
    return [grad, null, gather(grad, dim, node.savedTensor(0))];
  },
  saves: ['index'],
  inPlace: true,
  doc: 'Adds the elements of `src` to those of `self` that `index` names along `dim`.',
});
