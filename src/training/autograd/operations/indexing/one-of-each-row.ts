/** One element of each row: what the loss of a class reads. */
import { toContiguous } from '../../../backend/js/copy.ts';
import { newElements } from '../../../backend/dtype.ts';
import { fromElements, full, type Tensor } from '../../../tensor/tensor.ts';
import { operation } from '../../operation.ts';
import type { Gradients } from '../../tape/node.ts';

/** Of each row (…, classes) the element with the number that `index` (…) says. */
export const pick: (self: Tensor, index: Tensor) => Tensor = operation(
  '_pick(Tensor self, Tensor index) -> Tensor',
  {
    forward: (self: Tensor, index: Tensor): Tensor => {
      const classes = self.shape.at(-1) as number;
      const rows = self.isContiguous ? self.buffer.read() : toContiguous(self, self.dtype);
      const start = self.isContiguous ? self.offset : 0;
      const elements = newElements(self.dtype, index.numel);
      toContiguous(index, 'int64').forEach((value, i) => {
        elements[i] = rows[start + i * classes + value] as number;
      });
      return fromElements(elements, self.dtype, index.shape);
    },
    gradient: (grad, node): Gradients => {
      const { shape } = node.inputs[0] as Tensor;
      return [place(grad, node.savedTensor(0), shape.at(-1) as number), null];
    },
    saves: ['index'],
    variants: 'internal',
  },
);

/** The transpose of {@link pick}: elsewhere there are zeros. */
const place = operation('_place(Tensor self, Tensor index, int classes) -> Tensor', {
  forward: (self: Tensor, index: Tensor, classes: number): Tensor => {
    const result = full([...index.shape, classes], 0, self.dtype);
    const elements = result.buffer.write();
    const values = toContiguous(self, self.dtype);
    toContiguous(index, 'int64').forEach((value, i) => {
      elements[i * classes + value] = values[i] as number;
    });
    return result;
  },
  gradient: (grad, node): Gradients => [pick(grad, node.savedTensor(0)), null],
  saves: ['index'],
  variants: 'internal',
});
