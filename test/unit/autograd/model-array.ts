/**
 * An independent evaluation in float64: arrays as lists of places in shared memory, every operation a plain loop.
 *
 * A view lists places of the same memory, so that what is written through one is seen through the other.
 */
export interface ModelArray {
  readonly shape: readonly number[];
  readonly memory: Float64Array;
  /** Where each element is, in row-major order. */
  readonly places: readonly number[];
}

const sizeOf = (shape: readonly number[]): number => shape.reduce((product, size) => product * size, 1);

export const elementsOf = ({ memory, places }: ModelArray): number[] =>
  places.map((place) => memory[place] as number);

export function modelArray(shape: readonly number[], elements: ArrayLike<number>): ModelArray {
  return { shape, memory: Float64Array.from(elements), places: Array.from(elements, (_, i) => i) };
}

export const copied = (array: ModelArray): ModelArray => modelArray(array.shape, elementsOf(array));

export const mapped = (array: ModelArray, rule: (x: number) => number): ModelArray =>
  modelArray(array.shape, elementsOf(array).map(rule));

/** Every position of a shape in row-major order. */
function positionsOf(shape: readonly number[]): number[][] {
  return shape.reduce<number[][]>(
    (found, size) => found.flatMap((start) => Array.from({ length: size }, (_, i) => [...start, i])),
    [[]],
  );
}

const rank = (shape: readonly number[], position: readonly number[]): number =>
  position.reduce((flat, i, d) => flat * (shape[d] as number) + i, 0);

/** A view of `shape` whose element at a position is the array's at `source(position)`. */
export function viewed(
  array: ModelArray,
  shape: readonly number[],
  source: (position: readonly number[]) => readonly number[],
): ModelArray {
  const places = positionsOf(shape).map(
    (position) => array.places[rank(array.shape, source(position))] as number,
  );
  return { shape, memory: array.memory, places };
}

/** A view repeated along new leading dimensions and those of size 1. */
function broadcast(array: ModelArray, shape: readonly number[]): ModelArray {
  const lead = shape.length - array.shape.length;
  return viewed(array, shape, (position) =>
    position.slice(lead).map((i, d) => (array.shape[d] === 1 ? 0 : i)),
  );
}

function commonShape(a: readonly number[], b: readonly number[]): number[] | null {
  const length = Math.max(a.length, b.length);
  const sizes = Array.from({ length }, (_, i) => {
    const [x, y] = [a[i - length + a.length] ?? 1, b[i - length + b.length] ?? 1];
    return x === y || y === 1 ? x : x === 1 ? y : null;
  });
  return sizes.includes(null) ? null : (sizes as number[]);
}

export function combined(a: ModelArray, b: ModelArray, rule: (x: number, y: number) => number): ModelArray {
  const shape = commonShape(a.shape, b.shape) ?? [];
  const [left, right] = [elementsOf(broadcast(a, shape)), elementsOf(broadcast(b, shape))];
  return modelArray(
    shape,
    left.map((x, i) => rule(x, right[i] as number)),
  );
}

/** Writes into the array's memory, where its views see it. */
export function write(array: ModelArray, values: readonly number[]): void {
  array.places.forEach((place, i) => (array.memory[place] = values[i] as number));
}

/** Folds all elements along one dimension, which stays as size 1. */
export function folded(
  array: ModelArray,
  dim: number,
  rule: (values: readonly number[]) => number,
): ModelArray {
  const shape = array.shape.map((size, d) => (d === dim ? 1 : size));
  const values = positionsOf(shape).map((position) =>
    rule(
      Array.from({ length: array.shape[dim] as number }, (_, k) => {
        const at = position.map((i, d) => (d === dim ? k : i));
        return array.memory[array.places[rank(array.shape, at)] as number] as number;
      }),
    ),
  );
  return modelArray(shape, values);
}

/** The product of a matrix with another's transpose. */
export function timesTransposed(a: ModelArray, b: ModelArray): ModelArray {
  const [rows, columns, inner] = [a.shape[0] as number, b.shape[0] as number, a.shape[1] as number];
  const [x, y] = [elementsOf(a), elementsOf(b)];
  const values = positionsOf([rows, columns]).map(([i = 0, j = 0]) => {
    let total = 0;
    for (let k = 0; k < inner; k++) total += (x[i * inner + k] as number) * (y[j * inner + k] as number);
    return total;
  });
  return modelArray([rows, columns], values);
}

export const reshaped = (array: ModelArray, shape: readonly number[]): ModelArray => {
  if (sizeOf(shape) !== array.places.length)
    throw new Error(`${array.shape.join('x')} is not ${shape.join('x')}`);
  return modelArray(shape, elementsOf(array));
};
