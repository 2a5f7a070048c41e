/** Matrix products on the TensorFlow.js backends, each given its factors as it is quickest with them. */
import { Buffer } from './buffer.ts';
import { kernelHost, type RemoteName } from './choice.ts';
import type { KernelTensor } from './kernel-host.ts';
import { contiguousStrides, numel, type Shape } from './layout.ts';
import { isWhole, type Operand } from './operand.ts';
import { RemoteTensor, run, withInputs } from './remote.ts';
import { toContiguous } from './js/copy.ts';

/** `a` is (batch, n, k), `b` (batch, k, m); a transposed operand is passed as it lies in memory. */
export function matmul(backend: RemoteName, a: Operand, b: Operand): Buffer {
  const [x, transposeA] = untransposed(a);
  const [y, transposeB] = untransposed(b);
  if (backend === 'wasm') return productInWasm(x, transposeA, y, transposeB);
  // TensorFlow's takes matrices too, and these are the shapes in which the factors mostly lie there.
  const [left, right] = a.shape[0] === 1 ? [asMatrix(x), asMatrix(y)] : [x, y];
  return withInputs(backend, [left, right], ([p, q]) =>
    run(backend, 'BatchMatMul', { a: p, b: q }, { transposeA, transposeB }),
  );
}

function asMatrix({ buffer, offset, shape, strides }: Operand): Operand {
  return { buffer, offset, shape: shape.slice(1), strides: strides.slice(1) };
}

/**
 * tfjs-backend-wasm computes a single product by XNNPACK when neither factor is transposed, and by a plain loop, ten times
 * slower, in all other cases: so factors are transposed beforehand.
 */
function productInWasm(x: Operand, transposeA: boolean, y: Operand, transposeB: boolean): Buffer {
  const isSingle = x.shape[0] === 1;
  const compute = (right: Operand): Buffer =>
    withInputs('wasm', [x, right], ([a, b]) =>
      isSingle
        ? plainProduct(a, transposeA, b, transposeB)
        : run('wasm', 'BatchMatMul', { a, b }, { transposeA, transposeB }),
    );
  return transposeB ? compute(y) : asOneShape(y, compute);
}

function plainProduct(
  a: KernelTensor,
  transposeA: boolean,
  b: KernelTensor,
  transposeB: boolean,
): KernelTensor {
  const temporary: KernelTensor[] = [];
  const lying = (x: KernelTensor, isTransposed: boolean): KernelTensor => {
    if (!isTransposed) return x;
    const turned = run('wasm', 'Transpose', { x }, { perm: [0, 2, 1] });
    temporary.push(turned);
    return turned;
  };
  try {
    const factors = { a: lying(a, transposeA), b: lying(b, transposeB) };
    return run('wasm', 'BatchMatMul', factors, { transposeA: false, transposeB: false });
  } finally {
    for (const tensor of temporary) kernelHost('wasm').dispose(tensor);
  }
}

/**
 * tfjs-backend-wasm prepares a right factor once and keeps what it prepared by the tensor's number, not by its shape: a
 * tensor that is a right factor again in another shape (`W @ x`, then `g @ x.T`) must be another tensor.
 */
function asOneShape(right: Operand, compute: (right: Operand) => Buffer): Buffer {
  const shape = right.shape.slice(-2).join('x');
  const known = right.buffer.remoteCopy;
  if (known instanceof RemoteTensor && known.asRightFactor !== null && known.asRightFactor !== shape) {
    const copy = new Buffer('float32', numel(right.shape), toContiguous(right, 'float32'));
    const result = compute({ ...right, buffer: copy, strides: contiguousStrides(right.shape), offset: 0 });
    copy.release();
    return result;
  }
  const result = compute(right);
  const kept = right.buffer.remoteCopy;
  if (kept instanceof RemoteTensor) kept.asRightFactor = shape;
  return result;
}

function untransposed(x: Operand): [Operand, boolean] {
  if (isWhole(x)) return [x, false];
  const swap = (values: Shape): number[] => [values[0] as number, values[2] as number, values[1] as number];
  const other = { buffer: x.buffer, offset: x.offset, shape: swap(x.shape), strides: swap(x.strides) };
  return isWhole(other) ? [other, true] : [x, false];
}
