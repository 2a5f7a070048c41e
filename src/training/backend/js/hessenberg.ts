/** Square matrices balanced and brought to Hessenberg form as LAPACK does it (dgebal, dgehrd, dorghr), in place, row-major. */

/** A square matrix of `n` rows. */
export interface Square {
  readonly n: number;
  readonly a: Float64Array;
}

export interface Balanced {
  /** The rows and columns that are not isolated. */
  readonly low: number;
  readonly high: number;
  /** By what each row was scaled, or with which it was exchanged. */
  readonly scale: Float64Array;
}

const RADIX = 2;
/** A scaling has to make the norms smaller by this. */
const WORTH = 0.95;
const TINIEST = 2 ** -969;
const LARGEST = 2 ** 969;

/** Exchanges two columns, in their first rows, and the rows of the same numbers, from a column on. */
function swapBoth({ n, a }: Square, i: number, j: number, rows: number, from: number): void {
  for (let k = 0; k < rows; k++) {
    [a[k * n + i], a[k * n + j]] = [a[k * n + j] as number, a[k * n + i] as number];
  }
  for (let k = from; k < n; k++) {
    [a[i * n + k], a[j * n + k]] = [a[j * n + k] as number, a[i * n + k] as number];
  }
}

/** Isolates eigenvalues that stand alone, then makes rows and columns alike in size. */
export function balance(matrix: Square): Balanced {
  const { n, a } = matrix;
  const scale = new Float64Array(n).fill(1);
  let low = 0;
  let high = n - 1;
  const isAlone = (at: (k: number) => number, from: number, to: number, self: number): boolean => {
    for (let k = from; k <= to; k++) if (k !== self && a[at(k)] !== 0) return false;
    return true;
  };
  for (let found = true; found;) {
    found = false;
    for (let i = high; i >= 0; i--) {
      if (!isAlone((k) => i * n + k, 0, high, i)) continue;
      scale[high] = i;
      if (i !== high) swapBoth(matrix, i, high, high + 1, low);
      found = true;
      if (high === 0) return { low: 0, high: 0, scale };
      high--;
    }
  }
  for (let found = true; found;) {
    found = false;
    for (let j = low; j <= high; j++) {
      if (!isAlone((k) => k * n + j, low, high, j)) continue;
      scale[low] = j;
      if (j !== low) swapBoth(matrix, j, low, high + 1, low);
      found = true;
      low++;
    }
  }
  for (let i = low; i <= high; i++) scale[i] = 1;
  for (let changed = true; changed;) {
    changed = false;
    for (let i = low; i <= high; i++) if (scaleRow(matrix, i, low, high, scale)) changed = true;
  }
  return { low, high, scale };
}

function scaleRow({ n, a }: Square, i: number, low: number, high: number, scale: Float64Array): boolean {
  let [c, r] = [0, 0];
  for (let k = low; k <= high; k++) {
    c = Math.hypot(c, a[k * n + i] as number);
    r = Math.hypot(r, a[i * n + k] as number);
  }
  if (c === 0 || r === 0) return false;
  let f = 1;
  const sum = c + r;
  for (; c < r / RADIX && Math.max(f, c) < LARGEST && r > TINIEST; f *= RADIX)
    [c, r] = [c * RADIX, r / RADIX];
  for (; c / RADIX >= r && r < LARGEST && Math.min(f, c) > TINIEST; f /= RADIX)
    [c, r] = [c / RADIX, r * RADIX];
  if (f === 1 || c + r >= WORTH * sum) return false;
  scale[i] = (scale[i] as number) * f;
  for (let k = low; k < n; k++) a[i * n + k] = (a[i * n + k] as number) / f;
  for (let k = 0; k <= high; k++) a[k * n + i] = (a[k * n + i] as number) * f;
  return true;
}

/** A reflection I - tau v v' that takes a vector to a multiple of its first axis; v begins with 1 and replaces it. */
export function reflector(x: Float64Array): { readonly tau: number; readonly beta: number } {
  let rest = 0;
  for (let i = 1; i < x.length; i++) rest = Math.hypot(rest, x[i] as number);
  const alpha = x[0] ?? 0;
  x[0] = 1;
  if (rest === 0) return { tau: 0, beta: alpha };
  const beta = alpha >= 0 && !Object.is(alpha, -0) ? -Math.hypot(alpha, rest) : Math.hypot(alpha, rest);
  for (let i = 1; i < x.length; i++) x[i] = (x[i] as number) / (alpha - beta);
  return { tau: (beta - alpha) / beta, beta };
}

/** Applies a reflection of the rows from `row` on to the columns from `from` up to `to`. */
function reflectRows({ n, a }: Square, v: Float64Array, tau: number, row: number, from: number): void {
  for (let j = from; j < n; j++) {
    let sum = 0;
    for (let k = 0; k < v.length; k++) sum += (v[k] as number) * (a[(row + k) * n + j] as number);
    for (let k = 0; k < v.length; k++) {
      const at = (row + k) * n + j;
      a[at] = (a[at] as number) - tau * sum * (v[k] as number);
    }
  }
}

function reflectColumns({ n, a }: Square, v: Float64Array, tau: number, column: number, rows: number): void {
  for (let i = 0; i < rows; i++) {
    let sum = 0;
    for (let k = 0; k < v.length; k++) sum += (a[i * n + column + k] as number) * (v[k] as number);
    for (let k = 0; k < v.length; k++) {
      const at = i * n + column + k;
      a[at] = (a[at] as number) - tau * sum * (v[k] as number);
    }
  }
}

/** Brings a balanced matrix to Hessenberg form and returns the orthogonal matrix that did. */
export function toHessenberg(matrix: Square, { low, high }: Balanced): Square {
  const { n, a } = matrix;
  const reflections: { v: Float64Array; tau: number; row: number }[] = [];
  for (let i = low; i < high - 1; i++) {
    const v = Float64Array.from({ length: high - i }, (_, k) => a[(i + 1 + k) * n + i] as number);
    const { tau, beta } = reflector(v);
    a[(i + 1) * n + i] = beta;
    for (let k = i + 2; k <= high; k++) a[k * n + i] = 0;
    reflectColumns(matrix, v, tau, i + 1, high + 1);
    reflectRows(matrix, v, tau, i + 1, i + 1);
    reflections.push({ v, tau, row: i + 1 });
  }
  const q = { n, a: new Float64Array(n * n) };
  for (let i = 0; i < n; i++) q.a[i * n + i] = 1;
  for (const { v, tau, row } of reflections.reverse()) reflectRows(q, v, tau, row, row);
  return q;
}
