/** The operations of random expressions by the independent model and by the engine. */
import { add, div, mul, neg, sub } from '../../../src/training/autograd/operations/pointwise/arithmetic.ts';
import { clone } from '../../../src/training/autograd/operations/creation/conversion.ts';
import { declarations } from '../../../src/training/autograd/operations/index.ts';
import { floatScalar } from '../../../src/training/autograd/scalar.ts';
import { numel } from '../../../src/training/backend/layout.ts';
import { fromElements, type Tensor } from '../../../src/training/tensor/tensor.ts';
import { completeArguments } from './arguments.ts';
import { valuesOf } from './finite-differences.ts';
import * as model from './model-array.ts';
import type { ModelArray } from './model-array.ts';
import type { Arithmetic, Binary, InPlace, Reduction, Unary } from './random-expression.ts';

const UNARY_RULES: Readonly<Record<Unary, (x: number) => number>> = {
  neg: (x) => -x,
  sin: Math.sin,
  tanh: Math.tanh,
  sigmoid: (x) => 1 / (1 + Math.exp(-x)),
  exp: (x) => Math.exp(x / 8),
  square: (x) => x * x,
  relu: (x) => Math.max(x, 0),
  abs: Math.abs,
  sqrt1: (x) => Math.sqrt(x * x + 1),
};

const BINARY_RULES: Readonly<Record<Binary, (x: number, y: number) => number>> = {
  add: (x, y) => x + y,
  sub: (x, y) => x - y,
  mul: (x, y) => x * y,
  div: (x, y) => x / (y * y + 1),
  maximum: Math.max,
};

const REDUCTION_RULES: Readonly<Record<Reduction, (values: readonly number[]) => number>> = {
  sum: (values) => values.reduce((total, x) => total + x, 0),
  mean: (values) => values.reduce((total, x) => total + x, 0) / values.length,
  amax: (values) => Math.max(...values),
  logsumexp: (values) => Math.log(values.reduce((total, x) => total + Math.exp(x), 0)),
};

const IN_PLACE_RULES: Readonly<Record<InPlace, (x: number, y: number) => number>> = {
  add_: (x, y) => x + y,
  mul_: (x, y) => x * y,
  copy_: (_, y) => y,
};

/** Plain loops over float64; remembers how near it came to a place without a derivative. */
export class ModelArithmetic implements Arithmetic<ModelArray> {
  /** The smallest distance of an operand from a kink. */
  nearestKink = Infinity;

  shape(x: ModelArray): readonly number[] {
    return x.shape;
  }

  magnitude(x: ModelArray): number {
    return Math.max(...model.elementsOf(x).map(Math.abs));
  }

  unary(name: Unary, x: ModelArray): ModelArray {
    if (name === 'relu' || name === 'abs') this.#kinks(model.elementsOf(x));
    return model.mapped(x, UNARY_RULES[name]);
  }

  binary(name: Binary, x: ModelArray, y: ModelArray): ModelArray {
    if (name === 'maximum') this.#kinks(model.elementsOf(model.combined(x, y, (a, b) => a - b)));
    return model.combined(x, y, BINARY_RULES[name]);
  }

  reduce(name: Reduction, x: ModelArray, dim: number, keepdim: boolean): ModelArray {
    const folded = model.folded(x, dim, (values) => {
      if (name === 'amax') this.#kinks(gaps(values));
      return REDUCTION_RULES[name](values);
    });
    return keepdim ? folded : model.reshaped(folded, without(folded.shape, dim));
  }

  transpose(x: ModelArray, dim0: number, dim1: number): ModelArray {
    return model.viewed(x, swapped(x.shape, dim0, dim1), (position) => swapped(position, dim0, dim1));
  }

  unsqueeze(x: ModelArray, dim: number): ModelArray {
    const shape = [...x.shape.slice(0, dim), 1, ...x.shape.slice(dim)];
    return model.viewed(x, shape, (position) => without(position, dim));
  }

  select(x: ModelArray, dim: number, index: number): ModelArray {
    return model.viewed(x, without(x.shape, dim), (position) => [
      ...position.slice(0, dim),
      index,
      ...position.slice(dim),
    ]);
  }

  slice(x: ModelArray, dim: number, start: number, step: number): ModelArray {
    const shape = x.shape.map((size, d) => (d === dim ? Math.ceil((size - start) / step) : size));
    return model.viewed(x, shape, (position) => position.map((i, d) => (d === dim ? start + i * step : i)));
  }

  reshape(x: ModelArray, shape: readonly number[]): ModelArray {
    return model.reshaped(x, shape);
  }

  timesTransposed(x: ModelArray, y: ModelArray): ModelArray {
    return model.timesTransposed(x, y);
  }

  concatenate(x: ModelArray, y: ModelArray, dim: number): ModelArray {
    const size = x.shape[dim] as number;
    const shape = x.shape.map((each, d) => (d === dim ? 2 * each : each));
    const memory = new Float64Array(numel(shape));
    const joined = { shape, memory, places: Array.from(memory, (_, i) => i) };
    const half = (start: number): ModelArray =>
      model.viewed(joined, x.shape, (position) => position.map((i, d) => (d === dim ? start + i : i)));
    model.write(half(0), model.elementsOf(x));
    model.write(half(size), model.elementsOf(y));
    return joined;
  }

  clone(x: ModelArray): ModelArray {
    return model.copied(x);
  }

  inPlace(name: InPlace, x: ModelArray, y: ModelArray): void {
    model.write(x, model.elementsOf(model.combined(x, y, IN_PLACE_RULES[name])));
  }

  #kinks(distances: readonly number[]): void {
    this.nearestKink = Math.min(this.nearestKink, ...distances.map(Math.abs));
  }
}

/** How far the largest is above the others. */
function gaps(values: readonly number[]): number[] {
  const [largest = 0, ...others] = [...values].sort((a, b) => b - a);
  return others.map((x) => largest - x);
}

const without = (list: readonly number[], at: number): number[] => list.filter((_, i) => i !== at);

function swapped(list: readonly number[], a: number, b: number): number[] {
  return list.map((value, i) => (i === a ? (list[b] as number) : i === b ? (list[a] as number) : value));
}

/** Calls a declared operation; absent arguments are the schema's defaults. */
function call(entry: string, ...given: readonly unknown[]): Tensor {
  const declaration = declarations.get(entry);
  if (declaration === undefined) throw new Error(`no operation ${entry}`);
  return declaration.apply(...(completeArguments(declaration.schema, given) as never[])) as Tensor;
}

function callInPlace(entry: string, ...given: readonly unknown[]): void {
  const declaration = declarations.get(entry);
  if (!declaration?.applyInPlace) throw new Error(`no operation ${entry} in place`);
  declaration.applyInPlace(...(completeArguments(declaration.schema, given) as never[]));
}

const one = floatScalar(1);
const plusOne = (x: Tensor): Tensor => call('add_Scalar', x, one);
const asLike = (like: Tensor, values: readonly number[]): Tensor =>
  fromElements(Float64Array.from(values), like.dtype, []);

/** The engine's operations on the tape. */
export const engine: Arithmetic<Tensor> = {
  shape: (x) => x.shape,
  magnitude: (x) => Math.max(...[...valuesOf(x)].map(Math.abs)),
  unary(name, x) {
    if (name === 'neg') return neg(x);
    if (name === 'exp') return call('exp', mul(x, asLike(x, [0.125])));
    if (name === 'sqrt1') return call('sqrt', plusOne(mul(x, x)));
    return call(name, x);
  },
  binary(name, x, y) {
    if (name === 'add') return add(x, y, one);
    if (name === 'sub') return sub(x, y, one);
    if (name === 'mul') return mul(x, y);
    return name === 'div' ? div(x, plusOne(call('square', y))) : call('maximum', x, y);
  },
  reduce(name, x, dim, keepdim) {
    const entry = { sum: 'sum_dim_IntList', mean: 'mean_dim', amax: 'amax', logsumexp: 'logsumexp' }[name];
    return call(entry, x, [dim], keepdim);
  },
  transpose: (x, dim0, dim1) => call('transpose_int', x, dim0, dim1),
  unsqueeze: (x, dim) => call('unsqueeze', x, dim),
  select: (x, dim, index) => call('select_int', x, dim, index),
  slice: (x, dim, start, step) => call('slice_Tensor', x, dim, start, null, step),
  reshape: (x, shape) => clone(call('reshape', x, shape)),
  timesTransposed: (x, y) => call('matmul', x, call('t', y)),
  concatenate: (x, y, dim) => call('cat', [x, y], dim),
  clone,
  inPlace(name, x, y) {
    if (name === 'copy_') callInPlace('copy', x, y);
    else callInPlace(name === 'add_' ? 'add_Tensor' : 'mul_Tensor', x, y);
  },
};
