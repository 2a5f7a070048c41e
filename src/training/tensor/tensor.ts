/** Tensors: a buffer, the way through it, and what the tape knows of them. */
import { Buffer } from '../backend/buffer.ts';
import { filled, fillInto } from '../backend/compute.ts';
import {
  complexOf,
  isComplex,
  isFloating,
  isReduced,
  partsOf,
  rare,
  type ComplexType,
  type DType,
  type Elements,
} from '../backend/dtype.ts';
import { rounderTo } from '../backend/js/rounding.ts';
import { contiguousStrides, isContiguous, numel, type Shape } from '../backend/layout.ts';
import type { Operand } from '../backend/operand.ts';
import { adopt } from './scope.ts';

/** What a tensor knows of the tape: the node that made it. The autograd layer implements it. */
export interface GraphNode {
  /** PyTorch's name, shown in reprs: `MulBackward0`. */
  readonly name: string;
  /** Grows with every node: a node's inputs were made before it. */
  readonly sequence: number;
  retain(): this;
  release(): void;
}

/**
 * A tensor: a view of a buffer, and its place on the tape.
 *
 * Lifetimes are counted, since Python decides when a tensor dies and backends hold memory that no garbage collector
 * sees. A new tensor belongs to the open scope (scope.ts); whoever keeps it longer calls {@link retain}.
 */
export class Tensor implements Operand {
  references = 1;
  /** The number by which Python knows it; 0 while it does not. */
  handle = 0;
  requiresGrad = false;
  /** The node whose output it is; null for a leaf. */
  node: GraphNode | null = null;
  /** Which of the node's outputs. */
  output = 0;
  grad: Tensor | null = null;
  retainsGrad = false;
  /** Of a leaf: the functions that look at its gradient, as those of output 0 of a node. */
  hooks: Map<number, number[]> | null = null;
  /** The tensor whose elements it shows, when it is a view that the tape follows. */
  base: Tensor | null = null;
  /** The buffer's version when {@link node} was set; a view whose base changed since then needs a new node. */
  nodeVersion = 0;
  /** `.data`: in-place changes through it go unnoticed by the tape. */
  untracked = false;
  /** Whether two elements of the buffer that follow each other are the parts of one of the tensor's (complex.ts). */
  complex = false;

  /** Changed only by {@link takeData}, as the layout is. */
  buffer: Buffer;
  shape: Shape;
  strides: Shape;
  offset: number;

  /** Takes over the caller's reference to `buffer`. */
  constructor(buffer: Buffer, shape: Shape, strides: Shape = contiguousStrides(shape), offset = 0) {
    this.buffer = buffer;
    this.shape = shape;
    this.strides = strides;
    this.offset = offset;
    adopt(this);
  }

  /** `self.data = other`: shows the other's elements from now on; history and `grad` stay. */
  takeData(other: Tensor): void {
    other.buffer.retain();
    this.buffer.release();
    this.buffer = other.buffer;
    this.shape = other.shape;
    this.strides = other.strides;
    this.offset = other.offset;
    this.complex = other.complex;
  }

  get dtype(): DType {
    return this.complex ? complexOf(this.buffer.dtype) : this.buffer.dtype;
  }

  get rank(): number {
    return this.shape.length;
  }

  get numel(): number {
    return numel(this.shape);
  }

  get isLeaf(): boolean {
    return this.node === null;
  }

  get isContiguous(): boolean {
    if (!this.complex) return isContiguous(this.shape, this.strides);
    return isContiguous([...this.shape, 2], [...this.strides, 1]);
  }

  /** Another tensor over the same buffer, unknown to the tape. */
  alias(shape: Shape = this.shape, strides: Shape = this.strides, offset: number = this.offset): Tensor {
    const view = new Tensor(this.buffer.retain(), shape, strides, offset);
    view.untracked = this.untracked;
    view.complex = this.complex;
    return view;
  }

  /** Tells the tape that the elements were changed in place. */
  changed(): void {
    this.buffer.changes++;
    if (!this.untracked) this.buffer.version++;
  }

  retain(): this {
    this.references++;
    return this;
  }

  release(): void {
    if (--this.references > 0) return;
    this.buffer.release();
    this.node?.release();
    this.grad?.release();
    this.base?.release();
    this.node = this.grad = this.base = null;
  }
}

/** A tensor over the given row-major elements. */
export function fromElements(elements: Elements, dtype: DType, shape: Shape): Tensor {
  return new Tensor(new Buffer(dtype, elements.length, elements), shape);
}

/** A tensor of one repeated value. */
export function full(shape: Shape, value: number, dtype: DType): Tensor {
  if (isComplex(dtype)) return fullComplex(shape, value, dtype);
  return new Tensor(filled(dtype, numel(shape), asElement(value, dtype)), shape);
}

function fullComplex(shape: Shape, value: number, dtype: ComplexType): Tensor {
  const pairs = filled(partsOf(dtype), 2 * numel(shape), 0);
  const made = new Tensor(pairs, shape, contiguousStrides([...shape, 2]).slice(0, -1));
  if (value !== 0) fillInto(made, value);
  made.complex = true;
  rare.inUse = true;
  return made;
}

/** A number as a tensor of that dtype keeps it: without its fraction in integers, as 0 or 1 in bools. */
function asElement(value: number, dtype: DType): number {
  if (dtype === 'bool') return value === 0 ? 0 : 1;
  if (isReduced(dtype)) return rounderTo(dtype)(value);
  return isFloating(dtype) ? value : Math.trunc(value);
}

/** The only element. The caller has checked that there is one. */
export function itemOf(tensor: Tensor): number | bigint {
  const { wide } = tensor.buffer;
  if (wide !== null) return wide[tensor.offset] as bigint;
  return tensor.buffer.read()[tensor.offset] as number;
}
