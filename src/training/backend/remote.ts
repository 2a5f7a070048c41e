/** Runs kernels on the TensorFlow.js backends: float32 only, by tfjs's own kernel names. */
import { Buffer, type Remote } from './buffer.ts';
import { kernelHost, type RemoteName } from './choice.ts';
import { counters } from './counters.ts';
import type { KernelAttribute, KernelHost, KernelTensor } from './kernel-host.ts';
import type { BinaryKernel, ReduceKernel, UnaryKernel } from './kernels.ts';
import { numel, sameShape, type Shape } from './layout.ts';
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

export const hasUnary = (kernel: UnaryKernel): boolean => kernel in UNARY;
export const hasBinary = (kernel: BinaryKernel): boolean => kernel in BINARY;
export const hasReduce = (kernel: ReduceKernel): boolean => kernel in REDUCE;

/** A tensor in a backend's memory. */
class RemoteTensor implements Remote {
  readonly length: number;
  constructor(
    readonly backend: RemoteName,
    readonly tensor: KernelTensor,
  ) {
    this.length = numel(tensor.shape);
  }

  read(target: Float32Array): void {
    counters.downloads++;
    counters.bytesDownloaded += target.byteLength;
    kernelHost(this.backend).download(this.tensor, target);
  }

  dispose(): void {
    kernelHost(this.backend).dispose(this.tensor);
  }
}

export function unary(backend: RemoteName, kernel: UnaryKernel, x: Operand): Buffer {
  return withInputs(backend, [x], ([tensor]) => run(backend, UNARY[kernel], { x: tensor }, {}));
}

export function binary(backend: RemoteName, kernel: BinaryKernel, a: Operand, b: Operand): Buffer {
  return withInputs(backend, [a, b], ([x, y]) => run(backend, BINARY[kernel], { a: x, b: y }, {}));
}

/** `kernel(x, scalar)`, or `kernel(scalar, x)` when `reversed`. */
export function binaryScalar(
  backend: RemoteName,
  kernel: BinaryKernel,
  x: Operand,
  scalar: number,
  reversed: boolean,
): Buffer {
  const number = scalarTensor(backend, scalar);
  return withInputs(backend, [x], ([tensor]) => {
    const [a, b] = reversed ? [number, tensor] : [tensor, number];
    return run(backend, BINARY[kernel], { a, b }, {});
  });
}

/** `grad` where `x`, of the same shape, is above 0 or NaN, else 0: no product, since 0 times infinity is NaN. */
export function thresholdBackward(backend: RemoteName, grad: Operand, x: Operand): Buffer {
  const host = kernelHost(backend);
  const zero = scalarTensor(backend, 0);
  return withInputs(backend, [grad, x], ([gradient, tensor]) => {
    const blocked = run(backend, 'LessEqual', { a: tensor, b: zero }, {});
    const zeros = run(backend, 'ZerosLike', { x: gradient }, {});
    const result = run(backend, 'Select', { condition: blocked, t: zeros, e: gradient }, {});
    host.dispose(blocked);
    host.dispose(zeros);
    return result;
  });
}

export function reduce(backend: RemoteName, kernel: ReduceKernel, x: Operand, dims: Shape): Buffer {
  const axes = [...dims];
  return withInputs(backend, [x], ([tensor]) =>
    run(
      backend,
      REDUCE[kernel],
      { x: tensor },
      // Only tfjs's Max has its own name for the axes.
      kernel === 'max' ? { reductionIndices: axes, keepDims: false } : { axis: axes, keepDims: false },
    ),
  );
}

/** Runs a kernel and gives its only result. */
export function run(
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
export function withInputs(
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

/** How many numbers are kept as tensors: a training loop uses the same few again and again. */
const SCALARS_KEPT = 64;
const scalars = new WeakMap<KernelHost, Map<number | '-0', KernelTensor>>();

/** A number as a tensor, which the next caller may get again. */
function scalarTensor(backend: RemoteName, value: number): KernelTensor {
  const host = kernelHost(backend);
  const kept = scalars.get(host) ?? new Map<number | '-0', KernelTensor>();
  scalars.set(host, kept);
  const key = Object.is(value, -0) ? '-0' : value;
  const known = kept.get(key);
  if (known !== undefined) return known;
  if (kept.size >= SCALARS_KEPT) {
    for (const old of kept.values()) host.dispose(old);
    kept.clear();
  }
  const tensor = upload(backend, Float32Array.of(value), []);
  kept.set(key, tensor);
  return tensor;
}
