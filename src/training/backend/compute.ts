/** The kernels as the operations call them: each picks its backend and answers with a new row-major buffer. */
import { Buffer, claim, takeElements } from './buffer.ts';
import { chooseRemote, mayLeave, usesHeap } from './choice.ts';
import { counters } from './counters.ts';
import { isFloating, newElements, type DType, type Elements } from './dtype.ts';
import * as js from './js/copy.ts';
import * as elementwise from './js/elementwise.ts';
import { matmul as productOf } from './js/matmul.ts';
import { where as jsWhere } from './js/where.ts';
import * as reductions from './js/reduce.ts';
import type { BackwardKernel, BinaryKernel, ReduceKernel, ScanKernel, UnaryKernel } from './kernels.ts';
import { isContiguous, numel, type Shape } from './layout.ts';
import { isWhole, type Operand } from './operand.ts';
import * as remote from './remote.ts';
import { matmul as matmulOn } from './remote-products.ts';
import { copied, copyTo, hasCopy } from './wasm/copy.ts';
import * as heap from './wasm/elementwise.ts';
import { hasKernel, kernelOf } from './wasm/heap.ts';
import * as wide from './wide.ts';
import * as selection from './wasm/selection.ts';
import { hasProduct, matmul as matmulInHeap } from './wasm/products.ts';
import { hasReduce as hasReduceKernel, reduce as reduceInHeap } from './wasm/reductions.ts';

/** `kernel(x)`, of x's shape. */
export function unary(kernel: UnaryKernel, x: Operand, dtype: DType): Buffer {
  if (x.buffer.dtype === dtype && mayLeave('elementwise', numel(x.shape))) {
    const backend =
      dtype === 'float32' && remote.hasUnary(kernel) ? chooseRemote('elementwise', numel(x.shape)) : null;
    if (backend !== null) return remote.unary(backend, kernel, x);
    if (usesHeap('elementwise', numel(x.shape)) && heap.hasUnary(kernel, dtype))
      return inHeap(heap.unary(kernel, x, dtype));
  }
  const given = x.buffer.wide === null ? null : wide.unary(kernel, x, dtype, null);
  if (given !== null) return given;
  const computed = elementwise.unary(kernel, x, dtype);
  return (dtype === 'int64' ? wide.unary(kernel, x, dtype, computed) : null) ?? local(dtype, computed);
}

/** `kernel(a, b)` over the broadcast `shape`. Operands are read as they are: comparisons of mixed dtypes need no cast. */
export function binary(kernel: BinaryKernel, a: Operand, b: Operand, shape: Shape, dtype: DType): Buffer {
  const hasWide = a.buffer.wide !== null || b.buffer.wide !== null;
  return (
    (hasWide ? wide.binary(kernel, a, b, shape, dtype, null) : null) ?? narrow(kernel, a, b, shape, dtype)
  );
}

/** {@link binary} of what doubles are long enough for. */
function narrow(kernel: BinaryKernel, a: Operand, b: Operand, shape: Shape, dtype: DType): Buffer {
  if (a.buffer.dtype === dtype && b.buffer.dtype === dtype && mayLeave('elementwise', numel(shape))) {
    const backend =
      dtype === 'float32' && remote.hasBinary(kernel) ? chooseRemote('elementwise', numel(shape)) : null;
    if (backend !== null) return remote.binary(backend, kernel, a, b);
    if (usesHeap('elementwise', numel(shape)) && heap.hasBinary(kernel, dtype))
      return inHeap(heap.binary(kernel, a, b, shape));
  }
  if (dtype === 'bool' && selection.hasComparison(kernel, a.buffer.dtype)) {
    if (usesHeap('elementwise', numel(shape)) && selection.lieAlike(a, b))
      return inHeap(selection.compare(kernel, a, b));
  }
  const computed = elementwise.binary(forIntegers(kernel, dtype), a, b, shape, dtype);
  return (
    (dtype === 'int64' ? wide.binary(kernel, a, b, shape, dtype, computed) : null) ?? local(dtype, computed)
  );
}

/** The kernel that wraps round where a double is too short for the result. */
function forIntegers(kernel: BinaryKernel, dtype: DType): BinaryKernel {
  if (kernel === 'mul' && dtype === 'int32') return 'wrappedMul';
  if (kernel !== 'pow' || isFloating(dtype)) return kernel;
  return dtype === 'int64' ? 'integerPow' : 'wrappedPow';
}

/** `kernel(x, scalar)`, or `kernel(scalar, x)` when `reversed`. */
export function binaryScalar(
  kernel: BinaryKernel,
  x: Operand,
  scalar: number,
  reversed: boolean,
  dtype: DType,
): Buffer {
  const hasWide = x.buffer.wide !== null && Number.isInteger(scalar);
  const exact = hasWide ? wide.withScalar(kernel, x, scalar, reversed, dtype, null) : null;
  return exact ?? narrowScalar(kernel, x, scalar, reversed, dtype);
}

/** {@link binaryScalar} of what doubles are long enough for. */
function narrowScalar(
  kernel: BinaryKernel,
  x: Operand,
  scalar: number,
  reversed: boolean,
  dtype: DType,
): Buffer {
  if (x.buffer.dtype === dtype && mayLeave('elementwise', numel(x.shape))) {
    const backend =
      dtype === 'float32' && remote.hasBinary(kernel) ? chooseRemote('elementwise', numel(x.shape)) : null;
    if (backend !== null) return remote.binaryScalar(backend, kernel, x, scalar, reversed);
    if (usesHeap('elementwise', numel(x.shape)) && heap.hasBinary(kernel, dtype))
      return inHeap(heap.binaryScalar(kernel, x, scalar, reversed));
  }
  if (dtype === 'bool' && !reversed && selection.hasComparison(kernel, x.buffer.dtype)) {
    if (usesHeap('elementwise', numel(x.shape))) return inHeap(selection.compareScalar(kernel, x, scalar));
  }
  const computed = elementwise.binaryScalar(forIntegers(kernel, dtype), x, scalar, reversed, dtype);
  const exact = dtype === 'int64' ? wide.withScalar(kernel, x, scalar, reversed, dtype, computed) : null;
  return exact ?? local(dtype, computed);
}

/** Elements of `x` where `condition` is not 0, else of `y`; all three have the same shape. */
export function where(condition: Operand, x: Operand, y: Operand, dtype: DType): Buffer {
  const exact = x.buffer.wide === null && y.buffer.wide === null ? null : wide.where(condition, x, y, dtype);
  if (exact !== null) return exact;
  const fits = x.buffer.dtype === dtype && y.buffer.dtype === dtype && selection.hasWhere(dtype);
  if (fits && usesHeap('elementwise', numel(x.shape))) return inHeap(selection.where(condition, x, y));
  return local(dtype, jsWhere(condition, x, y, dtype));
}

const BACKWARD: Readonly<Record<BackwardKernel, string>> = {
  thresholdBackward: 'relu_backward',
  sigmoidBackward: 'sigmoid_backward',
  tanhBackward: 'tanh_backward',
};

/** What an activation with the result `output` makes of `grad`, of the same shape and dtype. */
export function backward(kernel: BackwardKernel, grad: Operand, output: Operand, dtype: DType): Buffer {
  const size = numel(output.shape);
  if (dtype === 'float32' && mayLeave('elementwise', size)) {
    const backend = kernel === 'thresholdBackward' ? chooseRemote('elementwise', size) : null;
    if (backend !== null) return remote.thresholdBackward(backend, grad, output);
    if (usesHeap('elementwise', size) && hasKernel(BACKWARD[kernel]))
      return inHeap(heap.ofPair(BACKWARD[kernel], grad, output));
  }
  return local(dtype, elementwise.binary(kernel, grad, output, output.shape, dtype));
}

/** Reduces `dims` (sorted, none twice); they are absent from the result. */
export function reduce(kernel: ReduceKernel, x: Operand, dims: Shape, dtype: DType): Buffer {
  const size = numel(x.shape);
  if (dims.length > 0 && mayLeave('reduction', size)) {
    const backend =
      dtype === 'float32' && x.buffer.dtype === dtype && remote.hasReduce(kernel)
        ? chooseRemote('reduction', size)
        : null;
    if (backend !== null) return remote.reduce(backend, kernel, x, dims);
    const fits = x.buffer.dtype === dtype || kernel.startsWith('arg');
    if (fits && usesHeap('reduction', size) && hasReduceKernel(kernel, x.buffer.dtype))
      return inHeap(reduceInHeap(kernel, x, dims, dtype));
  }
  const given = x.buffer.wide === null ? null : wide.reduce(kernel, x, dims, dtype, null);
  if (given !== null) return given;
  const computed = reductions.reduce(kernel, x, dims, dtype);
  return (dtype === 'int64' ? wide.reduce(kernel, x, dims, dtype, computed) : null) ?? local(dtype, computed);
}

export function scan(kernel: ScanKernel, x: Operand, dim: number, dtype: DType): Buffer {
  const given = x.buffer.wide === null ? null : wide.scan(kernel, x, dim, dtype, null);
  if (given !== null) return given;
  const computed = reductions.scan(kernel, x, dim, dtype);
  return (dtype === 'int64' ? wide.scan(kernel, x, dim, dtype, computed) : null) ?? local(dtype, computed);
}

/** Batched product of (batch, n, k) and (batch, k, m), both of `dtype`. */
export function matmul(a: Operand, b: Operand, dtype: DType): Buffer {
  const [batch = 0, rows = 0] = a.shape;
  const columns = b.shape[2] ?? 0;
  const size = numel(a.shape) * columns;
  if (mayLeave('product', size)) {
    claim(4 * batch * rows * columns);
    const backend = dtype === 'float32' ? chooseRemote('product', size) : null;
    if (backend !== null) return matmulOn(backend, a, b);
    if (usesHeap('product', size) && hasProduct(dtype)) return inHeap(matmulInHeap(a, b));
  }
  return local(dtype, productOf(a, b, dtype));
}

/** The operand's elements in row-major order as another dtype. */
export function copy(x: Operand, dtype: DType): Buffer {
  if (x.buffer.wide !== null && !isFloating(dtype)) return wide.copy(x, dtype);
  if (usesHeap('elementwise', numel(x.shape)) && hasCopy(x.buffer.dtype, dtype))
    return inHeap(copied(x, dtype));
  return local(dtype, js.toContiguous(x, dtype));
}

/** Writes `kernel(target, other)` over `target`: float32, of one shape, `target` all of its buffer in row-major order. */
export function binaryInto(kernel: BinaryKernel, target: Operand, other: Operand): void {
  const count = numel(target.shape);
  const lies = isContiguous(other.shape, other.strides);
  if (lies && usesHeap('elementwise', count) && heap.hasBinary(kernel, 'float32')) {
    heap.binaryInto(kernel, target, other);
    counters.operations.wasm++;
  } else elementwise.binary(kernel, target, other, target.shape, 'float32', target.buffer.write());
}

/** `target += factor * other` with one rounding; of both the same holds as for {@link binaryInto}. */
export function addTimes(target: Operand, other: Operand, factor: number): void {
  const count = numel(target.shape);
  if (isContiguous(other.shape, other.strides) && usesHeap('elementwise', count) && hasKernel('axpy')) {
    heap.addTimes(target, other, factor);
    counters.operations.wasm++;
  } else elementwise.addTimes(target, other, Math.fround(factor));
}

/** `target += other`, repeated to its shape: float32, `target` all of its buffer in row-major order. */
export function addRepeated(target: Operand, other: Operand): void {
  const { shape } = target;
  if (usesHeap('elementwise', numel(shape)) && heap.hasBinary('add', 'float32')) {
    heap.addRepeated(target, other);
    counters.operations.wasm++;
  } else elementwise.binary('add', target, other, shape, 'float32', target.buffer.write());
}

/** {@link binaryInto} with a number. */
export function scalarInto(kernel: BinaryKernel, target: Operand, scalar: number): void {
  if (usesHeap('elementwise', numel(target.shape)) && heap.hasBinary(kernel, 'float32')) {
    heap.scalarInto(kernel, target, scalar);
    counters.operations.wasm++;
  } else elementwise.binaryScalar(kernel, target, scalar, false, 'float32', target.buffer.write());
}

/** Writes `source`, which nobody reads afterwards, over the elements that `target` shows; both have the same shape. */
export function moveInto(target: Operand, source: Operand): void {
  const fits = target.buffer.dtype === source.buffer.dtype && isWhole(target) && isWhole(source);
  if (!fits || !target.buffer.takeOver(source.buffer)) copyInto(target, source);
}

/** Writes `source` into the elements that `target` shows; both have the same shape. */
export function copyInto(target: Operand, source: Operand): void {
  const [to, from] = [target.buffer, source.buffer];
  if (to.wide !== null || from.wide !== null) {
    wide.copyInto(target, source);
    return;
  }
  const fits = to !== from && to.dtype === from.dtype && usesHeap('elementwise', numel(target.shape));
  if (fits && hasCopy(from.dtype, to.dtype)) {
    copyTo(target, source);
    counters.operations.wasm++;
  } else js.copyInto(target, source);
}

/** Sets every element that `target` shows. */
export const fillInto = (target: Operand, value: number): void => js.fillInto(target, value);

/** Elements of a new tensor, all of one value as its dtype keeps it. */
export function filled(dtype: DType, count: number, value: number): Buffer {
  const kernel = FILL[dtype];
  if (kernel === undefined || !usesHeap('elementwise', count) || !hasKernel(kernel)) {
    const elements = newElements(dtype, count);
    if (value !== 0) elements.fill(value);
    return new Buffer(dtype, count, elements);
  }
  const buffer = new Buffer(dtype, count, null);
  kernelOf(kernel)(buffer.address(), count, value);
  return buffer;
}

/** Room for the elements of a new tensor, which are undefined. */
export const room = (dtype: DType, count: number): Buffer =>
  new Buffer(dtype, count, usesHeap('elementwise', count) ? null : takeElements(dtype, count));

const FILL: Partial<Record<DType, string>> = { float32: 'fill32', float64: 'fill64', int64: 'fill64' };

/** Counts a result that the heap's kernels have computed. */
export function inHeap(result: Buffer): Buffer {
  counters.operations.wasm++;
  return result;
}

function local(dtype: DType, elements: Elements): Buffer {
  counters.operations.js++;
  return new Buffer(dtype, elements.length, elements);
}
