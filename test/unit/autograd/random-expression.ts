/** Random expressions, evaluated by any implementation of a few operations. */

/** What an expression is made of; `model` and the engine each implement it. */
export interface Arithmetic<T> {
  shape(x: T): readonly number[];
  /** The largest magnitude of the elements. */
  magnitude(x: T): number;
  unary(name: Unary, x: T): T;
  binary(name: Binary, x: T, y: T): T;
  reduce(name: Reduction, x: T, dim: number, keepdim: boolean): T;
  transpose(x: T, dim0: number, dim1: number): T;
  unsqueeze(x: T, dim: number): T;
  select(x: T, dim: number, index: number): T;
  slice(x: T, dim: number, start: number, step: number): T;
  /** A copy of another shape. */
  reshape(x: T, shape: readonly number[]): T;
  /** `x @ y.T` of matrices. */
  timesTransposed(x: T, y: T): T;
  concatenate(x: T, y: T, dim: number): T;
  clone(x: T): T;
  /** Changes `x`, and what shares its memory. */
  inPlace(name: InPlace, x: T, y: T): void;
}

const UNARY = ['neg', 'sin', 'tanh', 'sigmoid', 'exp', 'square', 'relu', 'abs', 'sqrt1'] as const;
const BINARY = ['add', 'sub', 'mul', 'div', 'maximum'] as const;
const REDUCTIONS = ['sum', 'mean', 'amax', 'logsumexp'] as const;
const IN_PLACE = ['add_', 'mul_', 'copy_'] as const;
export type Unary = (typeof UNARY)[number];
export type Binary = (typeof BINARY)[number];
export type Reduction = (typeof REDUCTIONS)[number];
export type InPlace = (typeof IN_PLACE)[number];

/** Raw numbers that an evaluation makes sense of: which operation, on which earlier values, with which parameters. */
export type Instruction = readonly [operation: number, first: number, second: number, parameter: number];

const STEPS = [
  'unary',
  'unary',
  'binary',
  'binary',
  'reduce',
  'view',
  'view',
  'reshape',
  'matmul',
  'cat',
  'inPlace',
  'inPlace',
] as const;

/** Values beyond it are squashed before they are used, so that nothing overflows. */
const LARGE = 20;
const MAX_ELEMENTS = 64;

const pick = <T>(choices: readonly T[], n: number): T => choices[n % choices.length] as T;

/** Runs the instructions on a growing list of values that begins with `inputs`, and returns the list. */
export function evaluate<T>(
  arithmetic: Arithmetic<T>,
  inputs: readonly T[],
  program: readonly Instruction[],
): T[] {
  const values = [...inputs];
  for (const [operation, first, second, parameter] of program) {
    const x = tamed(arithmetic, pick(values, first));
    const y = tamed(arithmetic, pick(values, second));
    values.push(...step(arithmetic, pick(STEPS, operation), x, y, parameter));
  }
  return values;
}

function tamed<T>(arithmetic: Arithmetic<T>, x: T): T {
  return arithmetic.magnitude(x) > LARGE ? arithmetic.unary('tanh', x) : x;
}

function step<T>(on: Arithmetic<T>, kind: (typeof STEPS)[number], x: T, y: T, n: number): T[] {
  const shape = on.shape(x);
  const dim = shape.length === 0 ? 0 : n % shape.length;
  switch (kind) {
    case 'unary':
      return [on.unary(pick(UNARY, n), x)];
    case 'binary':
      return [on.binary(pick(BINARY, n), x, fitting(on, shape, y))];
    case 'reduce':
      return shape.length === 0 ? [] : [on.reduce(pick(REDUCTIONS, n >> 2), x, dim, n % 2 === 0)];
    case 'view':
      return [view(on, x, n)];
    case 'reshape':
      return [on.reshape(x, n % 2 === 0 ? [sizeOf(shape)] : [...shape, 1].reverse())];
    case 'matmul':
      return [product(on, x, y)];
    case 'cat':
      return shape.length === 0 || 2 * sizeOf(shape) > MAX_ELEMENTS
        ? []
        : [on.concatenate(x, on.unary('sin', x), dim)];
    case 'inPlace':
      return changed(on, x, y, n);
  }
}

const sizeOf = (shape: readonly number[]): number => shape.reduce((product, size) => product * size, 1);

/** A view by `n`, of what may be a view already. */
function view<T>(on: Arithmetic<T>, x: T, n: number): T {
  const shape = on.shape(x);
  if (shape.length === 0) return on.unsqueeze(x, 0);
  const dim = n % shape.length;
  const size = shape[dim] as number;
  switch ((n >> 3) % 4) {
    case 0:
      return on.transpose(x, dim, shape.length - 1);
    case 1:
      return shape.length > 3 ? on.select(x, dim, size - 1) : on.unsqueeze(x, dim);
    case 2:
      return on.slice(x, dim, size > 1 ? 1 : 0, 1 + (n % 2));
    default:
      return on.select(x, dim, n % size);
  }
}

/** `y` if it broadcasts with `shape` into something small, else the mean of all its elements. */
function fitting<T>(on: Arithmetic<T>, shape: readonly number[], y: T): T {
  const other = on.shape(y);
  const length = Math.max(shape.length, other.length);
  const common = Array.from({ length }, (_, i) => {
    const [a, b] = [shape[i - length + shape.length] ?? 1, other[i - length + other.length] ?? 1];
    return a === b || a === 1 || b === 1 ? Math.max(a, b) : NaN;
  });
  return sizeOf(common) <= MAX_ELEMENTS ? y : scalar(on, y);
}

function scalar<T>(on: Arithmetic<T>, x: T): T {
  return on.shape(x).length === 0 ? x : on.reduce('mean', on.reshape(x, [sizeOf(on.shape(x))]), 0, false);
}

/** `x` as a matrix times the transpose of itself, or of `y` where both have equally long rows. */
function product<T>(on: Arithmetic<T>, x: T, y: T): T {
  const matrix = (value: T): T => {
    const shape = on.shape(value);
    return shape.length === 2 ? value : on.reshape(value, [shape[0] ?? 1, sizeOf(shape) / (shape[0] ?? 1)]);
  };
  const [a, b] = [matrix(x), matrix(y)];
  return on.timesTransposed(a, on.shape(a)[1] === on.shape(b)[1] ? b : a);
}

/** A copy of `x` changed through a view of a view, and then as a whole; the view sees that. */
function changed<T>(on: Arithmetic<T>, x: T, y: T, n: number): T[] {
  const whole = on.clone(x);
  const part = view(on, view(on, whole, n >> 1), n >> 2);
  on.inPlace(pick(IN_PLACE, n), part, scalar(on, y));
  on.inPlace(pick(IN_PLACE, n >> 2), whole, on.unary('sin', scalar(on, x)));
  return [whole, part];
}
