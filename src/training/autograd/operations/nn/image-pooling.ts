/**
 * Pooling of images (N, C, H, W) as one operation, by the heap's kernels or by loops. The gradients are operations of the
 * same kind, so that second derivatives follow.
 */
import { Buffer } from '../../../backend/buffer.ts';
import { usesHeap } from '../../../backend/choice.ts';
import { inHeap } from '../../../backend/compute.ts';
import { toContiguous } from '../../../backend/js/copy.ts';
import * as loops from '../../../backend/js/pooling.ts';
import type { Windows } from '../../../backend/js/windows.ts';
import * as kernels from '../../../backend/wasm/pooling.ts';
import { fromElements, Tensor } from '../../../tensor/tensor.ts';
import { operation } from '../../operation.ts';
import type { Gradients } from '../../tape/node.ts';
import { toDType } from '../creation/conversion.ts';
import { gather } from '../indexing/gather.ts';
import { reshape } from '../shape/views.ts';

const fuses = (x: Tensor): boolean =>
  x.dtype === 'float32' && usesHeap('fused', x.numel) && kernels.hasPooling();

const planesOf = (x: Tensor): number => (x.shape[0] as number) * (x.shape[1] as number);
const elementsOf = (x: Tensor) => toContiguous(x, x.dtype);

/** Shapes of what lies on the windows, and of the images, of as many examples and channels as `x` has. */
const onWindows = (x: Tensor, { rows, columns }: Windows): number[] => [
  ...x.shape.slice(0, 2),
  rows,
  columns,
];
const onImages = (x: Tensor, { height, width }: Windows): number[] => [...x.shape.slice(0, 2), height, width];

/** The largest element of each window, and where it lies within its plane. */
export const maxPool = operation('_max_pool(Tensor self, int[] windows) -> (Tensor values, Tensor indices)', {
  forward: (self: Tensor, windows: Windows): Tensor[] => {
    const shape = onWindows(self, windows);
    if (fuses(self)) {
      const [values, indices] = kernels.maxPool(planesOf(self), windows, self);
      return [new Tensor(inHeap(values), shape), new Tensor(indices, shape)];
    }
    const [values, indices] = loops.maxPool(elementsOf(self), planesOf(self), windows, self.dtype);
    return [
      new Tensor(new Buffer(self.dtype, values.length, values), shape),
      fromElements(indices, 'int32', shape),
    ];
  },
  gradient: (grad, node): Gradients => [maxPoolBackward(grad, node.savedTensor(0), node.args[1] as Windows)],
  saves: ['result1'],
  node: 'MaxPool2DWithIndices',
  variants: 'internal',
});

const maxPoolBackward = operation(
  '_max_pool_backward(Tensor grad_output, Tensor indices, int[] windows) -> Tensor',
  {
    forward: (grad: Tensor, indices: Tensor, windows: Windows): Tensor => {
      const shape = onImages(grad, windows);
      const planes = planesOf(grad);
      if (fuses(grad)) {
        return new Tensor(inHeap(kernels.maxPoolBackward(planes, windows, grad, indices)), shape);
      }
      const [values, places] = [elementsOf(grad), elementsOf(indices)];
      return fromElements(
        loops.maxPoolBackward(values, places, planes, windows, grad.dtype),
        grad.dtype,
        shape,
      );
    },
    gradient: (grad, node): Gradients => {
      const indices = toDType(node.savedTensor(0), 'int64');
      const planes = [planesOf(indices), -1];
      const chosen = gather(reshape(grad, planes), 1, reshape(indices, planes));
      return [reshape(chosen, indices.shape), null];
    },
    saves: ['indices'],
    node: 'MaxPool2DWithIndicesBackward',
    variants: 'internal',
  },
);

/** The sum of each window divided by `divisor`; by 0: by how many elements of image and padding it covers. */
export const avgPool: (self: Tensor, divisor: number, windows: Windows) => Tensor = operation(
  '_avg_pool(Tensor self, float divisor, int[] windows) -> Tensor',
  {
    forward: (self: Tensor, divisor: number, windows: Windows): Tensor => {
      const shape = onWindows(self, windows);
      const planes = planesOf(self);
      if (fuses(self)) return new Tensor(inHeap(kernels.avgPool(planes, windows, self, divisor)), shape);
      return fromElements(
        loops.avgPool(elementsOf(self), planes, windows, divisor, self.dtype),
        self.dtype,
        shape,
      );
    },
    gradient: (grad, node): Gradients => [
      avgPoolBackward(grad, node.args[1] as number, node.args[2] as Windows),
    ],
    node: 'AvgPool2D',
    variants: 'internal',
  },
);

const avgPoolBackward: (grad: Tensor, divisor: number, windows: Windows) => Tensor = operation(
  '_avg_pool_backward(Tensor grad_output, float divisor, int[] windows) -> Tensor',
  {
    forward: (grad: Tensor, divisor: number, windows: Windows): Tensor => {
      const shape = onImages(grad, windows);
      const planes = planesOf(grad);
      if (fuses(grad))
        return new Tensor(inHeap(kernels.avgPoolBackward(planes, windows, grad, divisor)), shape);
      return fromElements(
        loops.avgPoolBackward(elementsOf(grad), planes, windows, divisor, grad.dtype),
        grad.dtype,
        shape,
      );
    },
    gradient: (grad, node): Gradients => [avgPool(grad, node.args[1] as number, node.args[2] as Windows)],
    node: 'AvgPool2DBackward',
    variants: 'internal',
  },
);
