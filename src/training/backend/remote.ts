/** Runs kernels on the TensorFlow.js backends: float32 only, by tfjs's own kernel names. */
import { Buffer, type Remote } from './buffer.ts';
import { kernelHost, type RemoteName } from './choice.ts';
import { counters } from './counters.ts';
import type { KernelAttribute, KernelTensor } from './kernel-host.ts';
import type { BinaryKernel, ReduceKernel, UnaryKernel } from './kernels.ts';
import { contiguousStrides, numel, sameShape, type Shape } from './layout.ts';
import { isWhole, type Operand } from './operand.ts';
import { toContiguous } from './js/copy.ts';

const UNARY: Partial<Record<UnaryKernel, string>> = {
  neg: 'Neg',
  abs: 'Abs',
  exp: 'Exp',
  log: 'Log',
  sqrt: 'Sqrt',
  rsqrt: 'Rsqrt',
  square: 'Square',
  sin: 'Sin',
  cos: 'Cos',
  tanh: 'Tanh',
  sigmoid: 'Sigmoid',
  relu: 'Relu',
  floor: 'Floor',
  ceil: 'Ceil',
};

const BINARY: Partial<Record<BinaryKernel, string>> = {
  add: 'Add',
  sub: 'Sub',
  mul: 'Multiply',
  div: 'RealDiv',
  pow: 'Pow',
  maximum: 'Maximum',
  minimum: 'Minimum',
};

const REDUCE: Partial<Record<ReduceKernel, string>> = { sum: 'Sum', max: 'Max', min: 'Min' };

/** tfjs-backend-wasm adds up in float32 one by one, which loses digits that PyTorch keeps. */
const INACCURATE: Readonly<Record<RemoteName, readonly ReduceKernel[]>> = { wasm: ['sum'], tensorflow: [] };

export const hasUnary = (kernel: UnaryKernel): boolean => kernel in UNARY;
export const hasBinary = (kernel: BinaryKernel): boolean => kernel in BINARY;
export const hasReduce = (kernel: ReduceKernel): boolean => kernel in REDUCE;
export const isAccurate = (backend: RemoteName, kernel: ReduceKernel): boolean =>
  !INACCURATE[backend].includes(kernel);

/**
 * Bytes of tensors that a backend may hold. tfjs-backend-wasm ends for good when its memory is full, and its kernels make
 * copies besides (transposed, packed): half of what a WebAssembly memory may take (`realm/memory-limit.ts`) is theirs.
 */
const ROOM: Readonly<Record<RemoteName, number>> = { wasm: 2 ** 29, tensorflow: Infinity };
const held: Record<RemoteName, number> = { wasm: 0, tensorflow: 0 };

/** Whether the backend can take operands and a result of so many elements; where not, the `js` kernels compute. */
export const hasRoom = (backend: RemoteName, elements: number): boolean =>
  held[backend] + 4 * elements <= ROOM[backend];

/** A tensor in a backend's memory. */
class RemoteTensor implements Remote {
  readonly length: number;
  /** Rows and columns with which it was the right factor of a product. */
  asRightFactor: string | null = null;

  constructor(
    readonly backend: RemoteName,
    readonly tensor: KernelTensor,
  ) {
    this.length = numel(tensor.shape);
    held[backend] += 4 * this.length;
  }

  read(target: Float32Array): void {
    counters.downloads++;
    counters.bytesDownloaded += target.byteLength;
    kernelHost(this.backend).download(this.tensor, target);
  }

  dispose(): void {
    held[this.backend] -= 4 * this.length;
    kernelHost(this.backend).dispose(this.tensor);
  }
}

/** The backend whose memory holds one of the operands. */
export function homeOf(a: Operand, b: Operand): RemoteName | null {
  const remote = a.buffer.remoteCopy ?? b.buffer.remoteCopy;
  return remote instanceof RemoteTensor ? remote.backend : null;
}

export function unary(backend: RemoteName, kernel: UnaryKernel, x: Operand): Buffer {
  return withInputs(backend, [x], ([tensor]) => run(backend, UNARY[kernel], { x: tensor }, {}));
}

export function binary(backend: RemoteName, kernel: BinaryKernel, a: Operand, b: Operand): Buffer {
  return withInputs(backend, [a, b], ([x, y]) => run(backend, BINARY[kernel], { a: x, b: y }, {}));
}

export function reduce(backend: RemoteName, kernel: ReduceKernel, x: Operand, dims: Shape): Buffer {
  const last = x.shape.length - dims.length;
  const innermost = dims.every((dim, i) => dim === last + i);
  const operand = innermost ? x : movedLast(x, dims);
  const axes = dims.map((_, i) => last + i);
  return withInputs(backend, [operand], ([tensor]) =>
    run(
      backend,
      REDUCE[kernel],
      { x: tensor },
      // Only tfjs's Max has its own name for the axes.
      kernel === 'max' ? { reductionIndices: axes, keepDims: false } : { axis: axes, keepDims: false },
    ),
  );
}

/** `a` is (batch, n, k), `b` (batch, k, m); a transposed operand is passed as it lies in memory. */
export function matmul(backend: RemoteName, a: Operand, b: Operand): Buffer {
  const [x, transposeA] = untransposed(a);
  const [y, transposeB] = untransposed(b);
  const compute = (right: Operand): Buffer =>
    withInputs(backend, [x, right], ([left, factor]) =>
      run(backend, 'BatchMatMul', { a: left, b: factor }, { transposeA, transposeB }),
    );
  return backend === 'wasm' && !transposeB ? asOneShape(y, compute) : compute(y);
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

/** The kernels reduce innermost dimensions only (tfjs-backend-wasm), so the reduced ones are moved there. */
function movedLast(x: Operand, dims: Shape): Operand {
  const order = [...x.shape.map((_, d) => d).filter((d) => !dims.includes(d)), ...dims];
  return {
    buffer: x.buffer,
    offset: x.offset,
    shape: order.map((d) => x.shape[d] as number),
    strides: order.map((d) => x.strides[d] as number),
  };
}

function untransposed(x: Operand): [Operand, boolean] {
  if (isWhole(x)) return [x, false];
  const swap = (values: Shape): number[] => [values[0] as number, values[2] as number, values[1] as number];
  const other = { buffer: x.buffer, offset: x.offset, shape: swap(x.shape), strides: swap(x.strides) };
  return isWhole(other) ? [other, true] : [x, false];
}

function run(
  backend: RemoteName,
  kernel: string | undefined,
  inputs: Record<string, KernelTensor>,
  attributes: Record<string, KernelAttribute>,
): KernelTensor {
  if (kernel === undefined) throw new Error(`${backend} has no such kernel`);
  const [result] = kernelHost(backend).run(kernel, inputs, attributes);
  if (result === undefined) throw new Error(`${kernel} gave no tensor`);
  counters.operations[backend]++;
  return result;
}

/** Brings the operands into the backend's memory, computes, and lets go of what was made only for that. */
function withInputs(
  backend: RemoteName,
  operands: readonly Operand[],
  compute: (tensors: [KernelTensor, KernelTensor]) => KernelTensor,
): Buffer {
  const host = kernelHost(backend);
  const temporary: KernelTensor[] = [];
  const tensors = operands.map((operand) => {
    if (!isWhole(operand)) {
      const copy = upload(backend, toContiguous(operand, 'float32') as Float32Array, operand.shape);
      temporary.push(copy);
      return copy;
    }
    const kept = resident(backend, operand.buffer, operand.shape);
    if (sameShape(kept.shape, operand.shape)) return kept;
    const [reshaped] = host.run('Reshape', { x: kept }, { shape: operand.shape });
    if (reshaped === undefined) throw new Error('Reshape gave no tensor');
    temporary.push(reshaped);
    return reshaped;
  });
  try {
    const result = compute(tensors as [KernelTensor, KernelTensor]);
    return new Buffer('float32', numel(result.shape), new RemoteTensor(backend, result));
  } finally {
    for (const tensor of temporary) host.dispose(tensor);
  }
}

function resident(backend: RemoteName, buffer: Buffer, shape: Shape): KernelTensor {
  const send = (elements: Float32Array): RemoteTensor =>
    new RemoteTensor(backend, upload(backend, elements, shape));
  let remote = buffer.onBackend(send) as RemoteTensor;
  if (remote.backend !== backend) {
    buffer.leaveBackend();
    remote = buffer.onBackend(send) as RemoteTensor;
  }
  return remote.tensor;
}

function upload(backend: RemoteName, elements: Float32Array, shape: Shape): KernelTensor {
  counters.uploads++;
  counters.bytesUploaded += elements.byteLength;
  return kernelHost(backend).upload(elements, shape);
}
