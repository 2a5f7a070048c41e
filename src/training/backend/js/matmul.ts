/** Matrix products in plain JavaScript. */
import { takeElements } from '../buffer.ts';
import type { DType, Elements } from '../dtype.ts';
import type { Operand } from '../operand.ts';

/**
 * Batched matrix product: `a` is (batch, n, k), `b` (batch, k, m), any strides; the result (batch, n, m) row-major.
 * Products are summed in float64.
 */
export function matmul(a: Operand, b: Operand, dtype: DType): Elements {
  const [batch = 1, n = 0, k = 0] = a.shape;
  const m = b.shape[2] ?? 0;
  const x = a.buffer.read();
  const y = b.buffer.read();
  const out = takeElements(dtype, batch * n * m);
  const [batchA = 0, rowA = 0, colA = 0] = a.strides;
  const [batchB = 0, rowB = 0, colB = 0] = b.strides;
  let at = 0;
  for (let p = 0; p < batch; p++) {
    const startA = a.offset + p * batchA;
    const startB = b.offset + p * batchB;
    for (let i = 0; i < n; i++) {
      for (let j = 0; j < m; j++) {
        let total = 0;
        let indexA = startA + i * rowA;
        let indexB = startB + j * colB;
        for (let l = 0; l < k; l++, indexA += colA, indexB += rowB) {
          total += (x[indexA] as number) * (y[indexB] as number);
        }
        out[at++] = total;
      }
    }
  }
  return out;
}
