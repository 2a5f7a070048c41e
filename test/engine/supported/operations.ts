/** What the engine's declarations say of an operation, and what trying it out shows. */
import { gradientsOf } from '../../../src/training/autograd/tape/backward.ts';
import type { Declaration } from '../../../src/training/autograd/operation.ts';
import { declarations } from '../../../src/training/autograd/operations/index.ts';
import { floatScalar } from '../../../src/training/autograd/scalar.ts';
import type { Argument } from '../../../src/training/autograd/schema.ts';
import { copyInto } from '../../../src/training/backend/js/copy.ts';
import { DTYPES, type DType } from '../../../src/training/backend/dtype.ts';
import { closeScope, openScope } from '../../../src/training/tensor/scope.ts';
import { full, Tensor } from '../../../src/training/tensor/tensor.ts';
import { completeArguments, leaf, type Sample } from '../../unit/autograd/arguments.ts';
import { evaluation, gradientOf } from '../../unit/autograd/finite-differences.ts';
import { samplesOf } from '../../unit/autograd/samples.ts';

/** `zero`: the gradient does not depend on the arguments, so its own gradient is nothing. */
export type SecondDerivative = 'yes' | 'zero' | 'no';

export interface OperationFacts {
  readonly schema: string;
  readonly inPlace: boolean;
  /** Those with which it runs; empty where no arguments for a trial are known. */
  readonly dtypes: readonly DType[];
  readonly gradient: boolean;
  readonly secondDerivative: SecondDerivative;
}

/** By the name of its entry, in-place forms included. @throws Error for an entry that is not declared */
export function factsOf(entry: string): OperationFacts {
  const declaration = declarations.get(entry);
  if (declaration !== undefined) return scoped(() => describe(entry, declaration, false));
  const changing = [...declarations].find(([, { schema }]) => inPlaceEntry(schema) === entry);
  if (changing === undefined) throw new Error(`no operation ${entry}`);
  return scoped(() => describe(changing[0], changing[1], true));
}

const inPlaceEntry = ({ name, overload }: { name: string; overload: string }): string =>
  overload === '' ? `${name}_` : `${name}__${overload}`;

function scoped<T>(body: () => T): T {
  const mark = openScope();
  try {
    return body();
  } finally {
    closeScope(mark);
  }
}

function describe(entry: string, declaration: Declaration, inPlace: boolean): OperationFacts {
  const samples = samplesOf(entry) ?? [];
  const tried = samples.length > 0 ? samples : [() => guessedArguments(declaration.schema.arguments)];
  const gradient = samples.some((sample) => hasGradient(declaration, sample));
  const second = gradient ? samples.map((sample) => secondDerivative(declaration, sample)) : [];
  return {
    schema: declaration.schema.text,
    inPlace,
    dtypes: DTYPES.filter((dtype) => tried.some((sample) => runsWith(declaration, sample, dtype))),
    gradient,
    secondDerivative: second.includes('yes') ? 'yes' : (second[0] ?? 'no'),
  };
}

/** Small numbers for whatever is required. */
function guessedArguments(declared: readonly Argument[]): unknown[] {
  const required = declared.filter(({ default: fallback, optional }) => fallback === undefined && !optional);
  return required.map(({ type, list }) => {
    const value = { Tensor: leaf([2, 2]), Scalar: floatScalar(1), int: 1, float: 0.5, bool: false, str: '' };
    const single: unknown = type in value ? value[type as keyof typeof value] : null;
    return list ? [single] : single;
  });
}

function runsWith(declaration: Declaration, sample: Sample, dtype: DType): boolean {
  try {
    const args = completeArguments(declaration.schema, sample());
    declaration.apply(...(args.map((value) => converted(value, dtype)) as never[]));
    return true;
  } catch {
    return false;
  }
}

/** The sample's float64 tensors in another dtype; indices and masks stay what they are. */
function converted(value: unknown, dtype: DType): unknown {
  if (Array.isArray(value)) return value.map((each) => converted(each, dtype));
  if (!(value instanceof Tensor) || value.dtype !== 'float64') return value;
  const other = full(value.shape, 0, dtype);
  copyInto(other, value);
  return other;
}

function hasGradient(declaration: Declaration, sample: Sample): boolean {
  return evaluation(declaration, sample)(null).results.some((result) => result.requiresGrad);
}

function secondDerivative(declaration: Declaration, sample: Sample): SecondDerivative {
  const evaluate = evaluation(declaration, sample);
  const { leaves, results } = gradientOf(evaluate)(null);
  const inputs = leaves.slice(0, evaluate(null).leaves.length);
  const depending = results.filter((result) => result.requiresGrad);
  if (depending.length === 0) return 'no';
  const options = { retainGraph: true, createGraph: false };
  const ones = depending.map(({ shape }) => full(shape, 1, 'float64'));
  return gradientsOf(depending, ones, inputs, options, true).some((found) => found !== null) ? 'yes' : 'zero';
}
