/** Makes arguments for operations under test. */
import { defaultOf } from '../../../src/training/autograd/defaults.ts';
import type { Schema } from '../../../src/training/autograd/schema.ts';
import { newElements, type DType } from '../../../src/training/backend/dtype.ts';
import { toContiguous } from '../../../src/training/backend/js/copy.ts';
import { numel, type Shape } from '../../../src/training/backend/layout.ts';
import { Generator } from '../../../src/training/tensor/generator.ts';
import { fromElements, type Tensor } from '../../../src/training/tensor/tensor.ts';

/** Makes the arguments anew, always the same; absent trailing ones get the schema's defaults. */
export type Sample = () => readonly unknown[];
/** By the name of the operation's entry. */
export type Samples = Readonly<Record<string, readonly Sample[]>>;

/** A float64 leaf that wants a gradient, of different numbers between `low` and `high`, none of them a whole number. */
export function leaf(shape: Shape, low = -1.9, high = 1.9, start = 0.37): Tensor {
  const elements = new Float64Array(numel(shape));
  for (let i = 0; i < elements.length; i++)
    elements[i] = low + (high - low) * ((start + i * 0.6180339887) % 1);
  const tensor = fromElements(elements, 'float64', shape);
  tensor.requiresGrad = true;
  return tensor;
}

/** A leaf of another tensor's shape and dtype. */
export function leafLike({ shape, dtype }: Tensor, low: number, high: number, start: number): Tensor {
  return inDType(leaf(shape, low, high, start), dtype);
}

/** The same elements in another dtype; a leaf again if it was one. */
export function inDType(tensor: Tensor, dtype: DType): Tensor {
  if (tensor.dtype === dtype) return tensor;
  const copy = fromElements(toContiguous(tensor, dtype), dtype, tensor.shape);
  copy.requiresGrad = tensor.requiresGrad;
  return copy;
}

/** A tensor outside the tape. */
export function constant(values: readonly number[], dtype: DType, shape: Shape = [values.length]): Tensor {
  const elements = newElements(dtype, values.length);
  elements.set(values);
  return fromElements(elements, dtype, shape);
}

/** The arguments with the schema's defaults for absent trailing ones; a generator is a fresh one of seed 0. */
export function completeArguments(
  { arguments: declared, text }: Schema,
  given: readonly unknown[],
): unknown[] {
  return declared.map((argument, i) => {
    if (i < given.length) return given[i];
    const value = argument.type === 'Generator' ? new Generator(0) : defaultOf(argument);
    if (value === undefined) throw new Error(`the sample for ${text} lacks ${argument.name}`);
    return value;
  });
}
