/** Products of matrices in the heap. */
import { Buffer } from '../buffer.ts';
import type { DType } from '../dtype.ts';
import { numel } from '../layout.ts';
import type { Operand } from '../operand.ts';
import { countWork, hasKernel, kernelOf, theHeap } from './heap.ts';
import { addressOf } from './strided.ts';
import { withoutUnderflow } from './underflow.ts';

const nameOf = (dtype: DType): string => (dtype === 'float32' ? 'gemm' : dtype === 'float64' ? 'gemm64' : '');

export const hasProduct = (dtype: DType): boolean => hasKernel(nameOf(dtype));

/** `a` is (batch, n, k), `b` (batch, k, m), of one dtype and any strides; the result (batch, n, m) row-major. */
export function matmul(a: Operand, b: Operand): Buffer {
  const terms = a.shape[2] ?? 0;
  return withoutUnderflow(a, b, { terms, work: numel(a.shape) * (b.shape[2] ?? 0) }, product);
}

function product(a: Operand, b: Operand): Buffer {
  const [batch = 1, n = 0, k = 0] = a.shape;
  const m = b.shape[2] ?? 0;
  const { dtype } = a.buffer;
  const name = nameOf(dtype);
  countWork(batch * n * m * k);
  const out = new Buffer(dtype, batch * n * m, null);
  const scratch = theHeap().scratch(kernelOf(`${name}_scratch`)(n, m, k));
  const [strideA, rowA, columnA] = a.strides as [number, number, number];
  const [strideB, rowB, columnB] = b.strides as [number, number, number];
  // prettier-ignore
  kernelOf(name)(
    batch, n, m, k,
    addressOf(a), strideA, rowA, columnA,
    addressOf(b), strideB, rowB, columnB,
    out.address(), n * m, m,
    0, scratch,
  );
  return out;
}
