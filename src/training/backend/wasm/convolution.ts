/** Convolutions of images in the heap, and their gradients. All operands are float32. */
import { Buffer } from '../buffer.ts';
import type { Windows } from '../js/windows.ts';
import type { Operand } from '../operand.ts';
import { withRows } from './copy.ts';
import { countWork, hasKernel, kernelOf, theHeap } from './heap.ts';

/** Images (n, channels, height, width) and kernels (out, channels / groups, …) over windows. */
export interface Convolved {
  readonly n: number;
  readonly channels: number;
  readonly out: number;
  readonly groups: number;
  readonly windows: Windows;
}

export const hasConvolution = (): boolean => hasKernel('conv_forward');

/** The kernels take volumes: an image is one slice deep. */
function settingsOf({ n, channels, out, groups, windows: w }: Convolved): number {
  countWork((n * out * w.rows * w.columns * channels * w.kernel[0] * w.kernel[1]) / groups);
  // prettier-ignore
  return theHeap().settings([
    n, channels, 1, w.height, w.width,
    out, 1, ...w.kernel,
    1, ...w.stride,
    0, ...w.padding,
    1, ...w.dilation,
    groups,
    1, w.rows, w.columns,
  ]);
}

function scratchFor(settings: number): number {
  return theHeap().scratch(kernelOf('conv_scratch')(settings));
}

/** The cross-correlation of `input` with `weight`, plus `bias` (out). */
export function convolution(of: Convolved, input: Operand, weight: Operand, bias: Operand | null): Buffer {
  const { windows } = of;
  const result = new Buffer('float32', of.n * of.out * windows.rows * windows.columns, null);
  const compute = (x: number, w: number, b: number): void => {
    const settings = settingsOf(of);
    kernelOf('conv_forward')(settings, x, w, b, result.address(), scratchFor(settings));
  };
  withRows(input, (x) =>
    withRows(weight, (w) => {
      if (bias === null) compute(x, w, 0);
      else withRows(bias, (b) => compute(x, w, b));
    }),
  );
  return result;
}

/** What a gradient `grad` of the output makes of the input. */
export function convolutionInput(of: Convolved, grad: Operand, weight: Operand): Buffer {
  const { windows } = of;
  const result = new Buffer('float32', of.n * of.channels * windows.height * windows.width, null);
  withRows(grad, (dy) =>
    withRows(weight, (w) => {
      const settings = settingsOf(of);
      kernelOf('conv_dx')(settings, dy, w, result.address(), scratchFor(settings));
    }),
  );
  return result;
}

/** What it makes of the weight. */
export function convolutionWeight(of: Convolved, input: Operand, grad: Operand): Buffer {
  const [kernelY, kernelX] = of.windows.kernel;
  const result = new Buffer('float32', of.out * (of.channels / of.groups) * kernelY * kernelX, null);
  withRows(input, (x) =>
    withRows(grad, (dy) => {
      const settings = settingsOf(of);
      kernelOf('conv_dw')(settings, x, dy, result.address(), scratchFor(settings));
    }),
  );
  return result;
}
