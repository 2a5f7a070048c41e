/** Matrix products on the TensorFlow.js backends, each given its factors as it is quickest with them. */
import type { Buffer } from './buffer.ts';
import type { RemoteName } from './choice.ts';
import type { Shape } from './layout.ts';
import { isWhole, type Operand } from './operand.ts';
import { run, withInputs } from './remote.ts';

/** `a` is (batch, n, k), `b` (batch, k, m); a transposed operand is passed as it lies in memory. */
export function matmul(backend: RemoteName, a: Operand, b: Operand): Buffer {
  const [x, transposeA] = untransposed(a);
  const [y, transposeB] = untransposed(b);
  // TensorFlow's takes matrices too, and these are the shapes in which the factors mostly lie there.
  const [left, right] = a.shape[0] === 1 ? [asMatrix(x), asMatrix(y)] : [x, y];
  return withInputs(backend, [left, right], ([p, q]) =>
    run(backend, 'BatchMatMul', { a: p, b: q }, { transposeA, transposeB }),
  );
}

function asMatrix({ buffer, offset, shape, strides }: Operand): Operand {
  return { buffer, offset, shape: shape.slice(1), strides: strides.slice(1) };
}

function untransposed(x: Operand): [Operand, boolean] {
  if (isWhole(x)) return [x, false];
  const swap = (values: Shape): number[] => [values[0] as number, values[2] as number, values[1] as number];
  const other = { buffer: x.buffer, offset: x.offset, shape: swap(x.shape), strides: swap(x.strides) };
  return isWhole(other) ? [other, true] : [x, false];
}
