/** Gradients by the tape and by central differences. */
import { gradientsOf } from '../../../src/training/autograd/tape/backward.ts';
import { clone } from '../../../src/training/autograd/operations/creation/conversion.ts';
import type { Declaration } from '../../../src/training/autograd/operation.ts';
import { Buffer } from '../../../src/training/backend/buffer.ts';
import { newElements } from '../../../src/training/backend/dtype.ts';
import { copyInto, toContiguous } from '../../../src/training/backend/js/copy.ts';
import { contiguousStrides } from '../../../src/training/backend/layout.ts';
import { adopt } from '../../../src/training/tensor/scope.ts';
import { fromElements, full, Tensor } from '../../../src/training/tensor/tensor.ts';
import { completeArguments, leafLike, type Sample } from './arguments.ts';

export interface Evaluation {
  readonly leaves: readonly Tensor[];
  readonly results: readonly Tensor[];
}

/** Evaluates anew; `values` replace those of the leaves, which are its own arguments. */
export type Evaluate = (values: readonly Float64Array[] | null) => Evaluation;

/** How a declared operation is evaluated on a sample's arguments. */
export type Form = 'new result' | 'in place' | 'transposed arguments';

export function evaluation(declaration: Declaration, sample: Sample, form: Form = 'new result'): Evaluate {
  return (values) => {
    const args = completeArguments(declaration.schema, sample());
    if (form === 'transposed arguments') args.forEach((value, i) => (args[i] = transposed(value)));
    const leaves = tensorsIn(args).filter((tensor) => tensor.requiresGrad);
    setValues(leaves, values);
    const result =
      form === 'in place' ? applyToCopy(declaration, args) : declaration.apply(...(args as never[]));
    return { leaves, results: tensorsIn([result]).filter((tensor) => tensor.dtype.startsWith('float')) };
  };
}

/** A leaf must not be changed in place, so a copy on the tape is. */
function applyToCopy({ applyInPlace, schema }: Declaration, [self, ...rest]: readonly unknown[]): unknown {
  if (applyInPlace === null) throw new Error(`${schema.name} has no in-place form`);
  return applyInPlace(...([clone(self as Tensor), ...rest] as never[]));
}

/** The same tensors, their elements laid out column by column after an unused one. */
function transposed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(transposed);
  if (!(value instanceof Tensor) || value.rank < 2) return value;
  const strides = [...contiguousStrides([...value.shape].reverse())].reverse();
  const copy = new Tensor(
    new Buffer(value.dtype, value.numel + 1, newElements(value.dtype, value.numel + 1)),
    value.shape,
    strides,
    1,
  );
  copyInto(copy, value);
  copy.requiresGrad = value.requiresGrad;
  return copy;
}

/** The gradient as a function itself: of the leaves and of the weights by which the results are summed. */
export function gradientOf(evaluate: Evaluate): Evaluate {
  return (values) => {
    const own = values?.slice(0, evaluate(null).leaves.length) ?? null;
    const { leaves, results } = evaluate(own);
    const weights = results.map((result, i) => leafLike(result, 0.5, 1.5, 0.23 + i / 7));
    setValues(weights, values?.slice(leaves.length) ?? null);
    return { leaves: [...leaves, ...weights], results: weightedGradients(results, weights, leaves, true) };
  };
}

/** The tape's gradient of the sum of all results, each element weighted. */
export function gradientByTape(evaluate: Evaluate): Float64Array[] {
  const { leaves, results } = evaluate(null);
  return weightedGradients(results, weightsOf(results), leaves, false).map(valuesOf);
}

/** The same by central differences; their error is about `step^2` times the third derivative. */
export function gradientByDifferences(evaluate: Evaluate, step = 1e-5): Float64Array[] {
  const values = evaluate(null).leaves.map(valuesOf);
  return values.map((array) =>
    array.map((value, i) => {
      const at = (shifted: number): number => {
        array[i] = shifted;
        const total = weightedSum(evaluate(values).results);
        array[i] = value;
        return total;
      };
      return (at(value + step) - at(value - step)) / (2 * step);
    }),
  );
}

function weightedGradients(
  results: readonly Tensor[],
  weights: readonly Tensor[],
  leaves: readonly Tensor[],
  createGraph: boolean,
): Tensor[] {
  const recorded = results.map((result, i) => ({ result, weight: weights[i] as Tensor }));
  const wanting = recorded.filter(({ result }) => result.requiresGrad);
  const gradients = gradientsOf(
    wanting.map(({ result }) => result),
    wanting.map(({ weight }) => weight),
    leaves,
    { retainGraph: createGraph, createGraph },
    true,
  );
  // They are the caller's, who leaves them to the scope.
  for (const gradient of gradients) if (gradient !== null) adopt(gradient);
  return leaves.map((input, i) => gradients[i] ?? full(input.shape, 0, input.dtype));
}

const weightsOf = (results: readonly Tensor[]): Tensor[] =>
  results.map((result, i) => leafLike(result, 0.4, 1.6, 0.71 + i / 5));

function weightedSum(results: readonly Tensor[]): number {
  const weights = weightsOf(results).map(valuesOf);
  let total = 0;
  results.forEach((result, k) => {
    valuesOf(result).forEach((value, i) => (total += value * (weights[k]?.[i] as number)));
  });
  return total;
}

function setValues(tensors: readonly Tensor[], values: readonly Float64Array[] | null): void {
  tensors.forEach((tensor, i) => {
    const given = values?.[i];
    if (given !== undefined) copyInto(tensor, fromElements(given, 'float64', tensor.shape));
  });
}

export const valuesOf = (tensor: Tensor): Float64Array => toContiguous(tensor, 'float64') as Float64Array;

function tensorsIn(values: readonly unknown[]): Tensor[] {
  return values.flatMap((value) => {
    if (value instanceof Tensor) return [value];
    return Array.isArray(value) ? tensorsIn(value) : [];
  });
}
