/**
 * Complex tensors: each element is two neighbouring floats of the buffer, so that all views of the tensor, its real and
 * its imaginary part among them, show the same memory. Strides and offset count floats (decision 33).
 */
import * as compute from '../backend/compute.ts';
import { partsOf, rare } from '../backend/dtype.ts';
import { contiguousStrides, numel } from '../backend/layout.ts';
import { Buffer, takeElements } from '../backend/buffer.ts';
import { Tensor } from './tensor.ts';

const asFloats = (view: Tensor): Tensor => {
  view.complex = false;
  return view;
};

/** The floats of a complex tensor, with a last dimension of two. */
export const pairsOf = (z: Tensor): Tensor => asFloats(z.alias([...z.shape, 2], [...z.strides, 1], z.offset));
export const realPart = (z: Tensor): Tensor => asFloats(z.alias());
export const imaginaryPart = (z: Tensor): Tensor => asFloats(z.alias(z.shape, z.strides, z.offset + 1));

/** The complex tensor over floats whose last dimension is two neighbours. */
export function complexOver(pairs: Tensor): Tensor {
  const z = pairs.alias(pairs.shape.slice(0, -1), pairs.strides.slice(0, -1), pairs.offset);
  z.complex = true;
  rare.inUse = true;
  return z;
}

/** A new complex tensor of floats of one shape and dtype. */
export function joinParts(real: Tensor, imaginary: Tensor): Tensor {
  const { dtype } = real.buffer;
  const shape = [...real.shape, 2];
  const count = numel(shape);
  const pairs = new Tensor(
    new Buffer(dtype, count, takeElements(dtype, count)),
    shape,
    contiguousStrides(shape),
  );
  const z = complexOver(pairs);
  compute.copyInto(realPart(z), real);
  compute.copyInto(imaginaryPart(z), imaginary);
  return z;
}

/** A new tensor with the same elements. */
export function copied(x: Tensor): Tensor {
  if (!x.complex) return new Tensor(compute.copy(x, x.dtype), x.shape);
  const pairs = pairsOf(x);
  return complexOver(new Tensor(compute.copy(pairs, partsOf(x.dtype)), pairs.shape));
}

/** Writes `source` into the elements that `target` shows; both have the same shape. */
export function copyInto(target: Tensor, source: Tensor): void {
  if (!target.complex) {
    compute.copyInto(target, source.complex ? realPart(source) : source);
    return;
  }
  compute.copyInto(realPart(target), source.complex ? realPart(source) : source);
  if (source.complex) compute.copyInto(imaginaryPart(target), imaginaryPart(source));
  else compute.fillInto(imaginaryPart(target), 0);
}

/** Writes `source`, which nobody reads afterwards, over the elements that `target` shows; both have the same shape. */
export function moveInto(target: Tensor, source: Tensor): void {
  if (target.complex || source.complex) copyInto(target, source);
  else compute.moveInto(target, source);
}

/** Sets every element that `target` shows. */
export function fillInto(target: Tensor, value: number): void {
  compute.fillInto(target.complex ? realPart(target) : target, value);
  if (target.complex) compute.fillInto(imaginaryPart(target), 0);
}
