/** Eigenvalues and eigenvectors of real square matrices, in LAPACK's order and with its signs (dgeev). */
import { balance, toHessenberg, type Balanced, type Square } from './hessenberg.ts';
import { toSchur, type Eigenvalues } from './schur.ts';

/** Values, and vectors as columns: real and imaginary parts, row-major. */
export interface Spectrum {
  readonly values: Eigenvalues;
  readonly vectors: Eigenvalues;
}

type Complex = readonly [re: number, im: number];

const minus = ([a, b]: Complex, [c, d]: Complex): Complex => [a - c, b - d];
const times = ([a, b]: Complex, [c, d]: Complex): Complex => [a * c - b * d, a * d + b * c];
function over([a, b]: Complex, [c, d]: Complex): Complex {
  const size = c * c + d * d;
  return [(a * c + b * d) / size, (b * c - a * d) / size];
}

/** Keeps a divisor from 0, where eigenvalues are equal. */
const SMALLEST = 2 ** -970;
const safe = (z: Complex, size: number): Complex =>
  Math.hypot(...z) > SMALLEST ? z : [Math.max(size * 2 ** -52, SMALLEST), 0];

/** @returns null when the QR algorithm does not converge */
export function eigenvectors(n: number, elements: Float64Array): Spectrum | null {
  const matrix: Square = { n, a: elements.slice() };
  const balanced = balance(matrix);
  const q = toHessenberg(matrix, balanced);
  const values = toSchur(matrix, q, balanced.low, balanced.high);
  if (values === null) return null;
  const vectors = { re: new Float64Array(n * n), im: new Float64Array(n * n) };
  for (let k = n - 1; k >= 0; k--) {
    if ((values.im[k] as number) < 0) continue;
    const isPair = values.im[k] !== 0;
    const column = turnedBack(q, solve(matrix, values, k, isPair));
    unbalance(column, balanced, n);
    normalize(column, isPair);
    column.forEach(([re, im], i) => {
      vectors.re[i * n + k] = re;
      vectors.im[i * n + k] = im;
      if (!isPair) return;
      vectors.re[i * n + k + 1] = re;
      vectors.im[i * n + k + 1] = -im;
    });
  }
  return { values, vectors };
}

/** The eigenvector of the Schur form for the value at `k`, or the pair that begins there. */
function solve({ n, a }: Square, values: Eigenvalues, k: number, isPair: boolean): Complex[] {
  const t = (r: number, c: number): number => a[r * n + c] as number;
  const lambda: Complex = [values.re[k] as number, values.im[k] as number];
  const size = Math.abs(lambda[0]) + Math.abs(lambda[1]);
  const x: Complex[] = Array.from({ length: n }, () => [0, 0] as Complex);
  let last = k;
  x[k] = [1, 0];
  if (isPair) {
    last = k + 1;
    const [above, below] = [t(k, k + 1), t(k + 1, k)];
    const isAbove = Math.abs(above) >= Math.abs(below);
    x[k] = [isAbove ? 1 : -lambda[1] / below, 0];
    x[k + 1] = [0, isAbove ? lambda[1] / above : 1];
  }
  const right = (row: number, from: number): Complex => {
    let sum: Complex = [0, 0];
    for (let c = from; c <= last; c++) sum = minus(sum, times([t(row, c), 0], x[c] as Complex));
    return sum;
  };
  for (let j = k - 1; j >= 0; j--) {
    if (j > 0 && t(j, j - 1) !== 0) {
      const [p, r] = [right(j - 1, j + 1), right(j, j + 1)];
      const [a11, a22] = [minus([t(j - 1, j - 1), 0], lambda), minus([t(j, j), 0], lambda)];
      const [a12, a21]: [Complex, Complex] = [
        [t(j - 1, j), 0],
        [t(j, j - 1), 0],
      ];
      const determinant = safe(minus(times(a11, a22), times(a12, a21)), size);
      x[j - 1] = over(minus(times(p, a22), times(a12, r)), determinant);
      x[j] = over(minus(times(a11, r), times(a21, p)), determinant);
      j--;
    } else x[j] = over(right(j, j + 1), safe(minus([t(j, j), 0], lambda), size));
  }
  return x;
}

function turnedBack({ n, a }: Square, x: readonly Complex[]): Complex[] {
  return x.map((_, i) => {
    let [re, im] = [0, 0];
    x.forEach(([u, v], k) => {
      re += (a[i * n + k] as number) * u;
      im += (a[i * n + k] as number) * v;
    });
    return [re, im];
  });
}

/** Undoes the scaling and the exchanges of {@link balance}. */
function unbalance(x: Complex[], { low, high, scale }: Balanced, n: number): void {
  for (let i = low; i <= high && low < high; i++) {
    const [re, im] = x[i] as Complex;
    x[i] = [re * (scale[i] as number), im * (scale[i] as number)];
  }
  const exchange = (i: number): void => {
    const j = scale[i] as number;
    if (j !== i) [x[i], x[j]] = [x[j] as Complex, x[i] as Complex];
  };
  for (let i = low - 1; i >= 0; i--) exchange(i);
  for (let i = high + 1; i < n; i++) exchange(i);
}

/** Length 1, and of a complex vector the largest element real. */
function normalize(x: Complex[], isPair: boolean): void {
  const norm = Math.hypot(...x.flat());
  x.forEach(([re, im], i) => (x[i] = [re / norm, im / norm]));
  if (!isPair) return;
  let k = 0;
  x.forEach((z, i) => {
    if (Math.hypot(...z) > Math.hypot(...(x[k] as Complex))) k = i;
  });
  const [f, g] = x[k] as Complex;
  const size = Math.hypot(f, g) * (f < 0 && Math.abs(f) > Math.abs(g) ? -1 : 1);
  const turn: Complex = [f / size, -g / size];
  x.forEach((z, i) => (x[i] = times(z, turn)));
  x[k] = [(x[k] as Complex)[0], 0];
}
