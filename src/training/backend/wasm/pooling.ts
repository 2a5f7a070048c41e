/** Pooling of images in the heap. All operands are float32, but indices, which are int32. */
import { Buffer } from '../buffer.ts';
import type { Windows } from '../js/windows.ts';
import type { Operand } from '../operand.ts';
import { withRows } from './copy.ts';
import { hasKernel, kernelOf, theHeap } from './heap.ts';

export const hasPooling = (): boolean => hasKernel('maxpool') && hasKernel('avgpool');

/** The kernels take volumes: an image is one slice deep. */
function settingsOf(planes: number, w: Windows): number {
  // prettier-ignore
  return theHeap().settings([
    planes, 1, w.height, w.width,
    1, ...w.kernel,
    1, ...w.stride,
    0, ...w.padding,
    1, ...w.dilation,
    1, w.rows, w.columns,
  ]);
}

const resultFor = (planes: number, w: Windows): Buffer =>
  new Buffer('float32', planes * w.rows * w.columns, null);
const imagesFor = (planes: number, w: Windows): Buffer =>
  new Buffer('float32', planes * w.height * w.width, null);

/** The largest element of each window, and where it lies within its plane. */
export function maxPool(planes: number, w: Windows, input: Operand): [values: Buffer, indices: Buffer] {
  const values = resultFor(planes, w);
  const indices = new Buffer('int32', values.length, null);
  withRows(input, (x) => kernelOf('maxpool')(settingsOf(planes, w), x, values.address(), indices.address()));
  return [values, indices];
}

/** Gradients of the largest elements where these lie, 0 elsewhere. */
export function maxPoolBackward(planes: number, w: Windows, grad: Operand, indices: Operand): Buffer {
  const result = imagesFor(planes, w);
  withRows(grad, (dy) =>
    withRows(indices, (at) => kernelOf('maxpool_backward')(settingsOf(planes, w), dy, at, result.address())),
  );
  return result;
}

/** The sum of each window divided by `divisor`; by 0: by how many elements of image and padding it covers. */
export function avgPool(planes: number, w: Windows, input: Operand, divisor: number): Buffer {
  const result = resultFor(planes, w);
  withRows(input, (x) => kernelOf('avgpool')(settingsOf(planes, w), x, result.address(), divisor));
  return result;
}

export function avgPoolBackward(planes: number, w: Windows, grad: Operand, divisor: number): Buffer {
  const result = imagesFor(planes, w);
  withRows(grad, (dy) => kernelOf('avgpool_backward')(settingsOf(planes, w), dy, result.address(), divisor));
  return result;
}
