/** Normalisation of batches and layers in the heap. All operands are float32, and weights and moments lie in row-major order. */
import { Buffer } from '../buffer.ts';
import { numel } from '../layout.ts';
import type { Operand } from '../operand.ts';
import { withRows } from './copy.ts';
import { hasKernel, kernelOf, theHeap } from './heap.ts';

export const hasNorms = (): boolean => hasKernel('batchnorm_backward') && hasKernel('layernorm_backward');

const float32 = (length: number): Buffer => new Buffer('float32', length, null);
/** 0 stands for what is not there. */
const withOptional = <R>(x: Operand | null, call: (address: number) => R): R =>
  x === null ? call(0) : withRows(x, call);

/** Examples, channels, elements of each channel. */
const sizesOf = ({ shape }: Operand): [n: number, channels: number, area: number] => [
  shape[0] as number,
  shape[1] as number,
  numel(shape.slice(2)),
];

/** Of each channel of (n, channels, …) the mean and the mean square distance from it. */
export function batchMoments(x: Operand): [mean: Buffer, variance: Buffer] {
  const sizes = sizesOf(x);
  const [mean, variance] = [float32(sizes[1]), float32(sizes[1])];
  const scratch = theHeap().scratch(kernelOf('batchnorm_scratch')(sizes[1]));
  withRows(x, (from) =>
    kernelOf('batchnorm_stats')(from, mean.address(), variance.address(), ...sizes, scratch),
  );
  return [mean, variance];
}

/** Each channel's mean and mean square distance from it, and what they become. */
export interface Moments {
  readonly mean: Operand;
  readonly variance: Operand;
  readonly eps: number;
}

export function batchNorm(
  x: Operand,
  { mean, variance, eps }: Moments,
  weight: Operand | null,
  bias: Operand | null,
): Buffer {
  const out = float32(numel(x.shape));
  withRows(x, (from) =>
    withRows(mean, (m) =>
      withRows(variance, (v) =>
        withOptional(weight, (w) =>
          withOptional(bias, (b) =>
            kernelOf('batchnorm_apply')(from, m, v, w, b, out.address(), ...sizesOf(x), eps),
          ),
        ),
      ),
    ),
  );
  return out;
}

/** @param training whether the moments are those of `x` */
export function batchNormBackward(
  grad: Operand,
  x: Operand,
  { mean, variance, eps }: Moments,
  weight: Operand | null,
  training: boolean,
): [x: Buffer, weight: Buffer, bias: Buffer] {
  const sizes = sizesOf(x);
  const results = [float32(numel(x.shape)), float32(sizes[1]), float32(sizes[1])] as const;
  const [dx, dw, db] = results.map((buffer) => buffer.address()) as [number, number, number];
  const scratch = theHeap().scratch(kernelOf('batchnorm_scratch')(sizes[1]));
  withRows(grad, (dy) =>
    withRows(x, (from) =>
      withRows(mean, (m) =>
        withRows(variance, (v) =>
          withOptional(weight, (w) =>
            // prettier-ignore
            kernelOf('batchnorm_backward')(
              dy, from, m, v, w, dx, dw, db, ...sizes, eps, training ? 1 : 0, scratch,
            ),
          ),
        ),
      ),
    ),
  );
  return [...results];
}

/** Calls with room for each row's mean and one over its deviation, which nobody wants afterwards. */
function withMoments<R>(rows: number, call: (mean: number, scale: number) => R): R {
  const both = float32(2 * rows);
  try {
    return call(both.address(), both.address() + 4 * rows);
  } finally {
    both.release();
  }
}

function normalize(
  x: number,
  w: number,
  b: number,
  o: number,
  moments: readonly [mean: number, scale: number],
  rows: number,
  columns: number,
  eps: number,
): void {
  kernelOf('layernorm')(x, w, b, o, ...moments, rows, columns, eps);
}

/** Rows of `columns` elements normalised. */
export function layerNorm(
  x: Operand,
  columns: number,
  weight: Operand | null,
  bias: Operand | null,
  eps: number,
): Buffer {
  const rows = numel(x.shape) / columns;
  const out = float32(rows * columns);
  withRows(x, (from) =>
    withOptional(weight, (w) =>
      withOptional(bias, (b) =>
        withMoments(rows, (...moments) => {
          normalize(from, w, b, out.address(), moments, rows, columns, eps);
        }),
      ),
    ),
  );
  return out;
}

export function layerNormBackward(
  grad: Operand,
  x: Operand,
  columns: number,
  weight: Operand | null,
  eps: number,
): [x: Buffer, weight: Buffer, bias: Buffer] {
  const rows = numel(x.shape) / columns;
  const results = [float32(rows * columns), float32(columns), float32(columns)] as const;
  const [dx, dw, db] = results.map((buffer) => buffer.address()) as [number, number, number];
  const scratch = theHeap().scratch(kernelOf('layernorm_scratch')(columns));
  withRows(grad, (dy) =>
    withRows(x, (from) =>
      withOptional(weight, (w) =>
        withMoments(rows, (mean, scale) => {
          // The moments are quicker found again than kept; what it writes besides is overwritten.
          normalize(from, 0, 0, dx, [mean, scale], rows, columns, eps);
          kernelOf('layernorm_backward')(dy, from, mean, scale, w, dx, dw, db, rows, columns, scratch);
        }),
      ),
    ),
  );
  return [...results];
}
