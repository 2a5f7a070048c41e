/**
 * Eigenvalues and eigenvectors of symmetric matrices: a tridiagonal matrix by reflections, then implicit QL or QR steps
 * (LAPACK's SYTRD and STEQR), so that order and signs are those of the LAPACK in PyTorch's packages.
 */
import { notConverged } from '../../error.ts';
import { reflectRows, reflectColumn } from './householder.ts';
import { olderRotationTo0, rotateRows, symmetric2 } from './rotations.ts';
import { addAt, at, transposedRows, unitRows, withSign, type Precision, type Rows } from './rows.ts';

const MOST_STEPS = 30;

export interface Spectrum {
  /** Ascending. */
  readonly values: Float64Array;
  /** As columns. */
  readonly vectors: Rows;
}

interface Tridiagonal {
  readonly diagonal: Float64Array;
  readonly beside: Float64Array;
  readonly taus: readonly number[];
}

/** @param lower whether the lower triangle of `rows` is read, or the upper one; they are changed */
export function symmetricSpectrum(rows: Rows, lower: boolean, precision: Precision): Spectrum {
  const reduced = lower ? rows : reversed(rows);
  const { diagonal, beside, taus } = toTridiagonal(reduced);
  if (!lower) {
    diagonal.reverse();
    beside.reverse();
  }
  const found = tridiagonalSpectrum(diagonal, beside, precision);
  const vectors = lower ? found.vectors : upsideDown(found.vectors);
  for (let i = taus.length - 1; i >= 0; i--)
    reflectRows(vectors, taus[i] as number, [reduced, i + 1, i], 0, rows.length);
  return { values: found.values, vectors: lower ? vectors : upsideDown(vectors) };
}

const upsideDown = (rows: Rows): Rows => rows.slice().reverse();
/** Rows and columns from the last to the first: what reduces an upper triangle is what reduces this one's lower. */
const reversed = (rows: Rows): Rows => upsideDown(rows).map((row) => row.slice().reverse());

/** Changes the lower triangle: the vectors of the reflections are below the diagonal then. */
function toTridiagonal(rows: Rows): Tridiagonal {
  const n = rows.length;
  const taus: number[] = [];
  const beside = new Float64Array(Math.max(n - 1, 0));
  for (let k = 0; k < n - 1; k++) {
    const tau = reflectColumn(rows, k + 1, k);
    taus.push(tau);
    beside[k] = at(rows, k + 1, k);
    if (tau !== 0) reflectBothSides(rows, k, tau);
  }
  return { diagonal: Float64Array.from(rows, (row, i) => row[i] as number), beside, taus };
}

/** `H A H` of the rest of the lower triangle, for the reflection in column k. */
function reflectBothSides(rows: Rows, k: number, tau: number): void {
  const n = rows.length;
  const v = Float64Array.from({ length: n }, (_, i) => (i <= k ? 0 : i === k + 1 ? 1 : at(rows, i, k)));
  const w = new Float64Array(n);
  let product = 0;
  for (let i = k + 1; i < n; i++) {
    let sum = 0;
    for (let j = k + 1; j < n; j++) sum += (i >= j ? at(rows, i, j) : at(rows, j, i)) * (v[j] as number);
    w[i] = tau * sum;
    product += (w[i] as number) * (v[i] as number);
  }
  for (let i = k + 1; i < n; i++) w[i] = (w[i] as number) - ((tau * product) / 2) * (v[i] as number);
  for (let i = k + 1; i < n; i++)
    for (let j = k + 1; j <= i; j++)
      addAt(rows, i, j, -((v[i] as number) * (w[j] as number) + (w[i] as number) * (v[j] as number)));
}

/** @throws Error when the steps do not converge */
function tridiagonalSpectrum(d: Float64Array, e: Float64Array, precision: Precision): Spectrum {
  const n = d.length;
  const transposed = unitRows(n);
  for (let start = 0; start < n;) {
    let end = start;
    while (end < n - 1 && !isSmall(precision, e[end] as number, d[end] as number, d[end + 1] as number))
      end++;
    if (end < n - 1) e[end] = 0;
    solveBlock(d, e, [start, end], transposed, precision);
    start = end + 1;
  }
  sortAscending(d, transposed);
  return { values: d, vectors: transposedRows(transposed, n) };
}

const isSmall = ({ epsilon }: Precision, beside: number, one: number, other: number): boolean =>
  Math.abs(beside) <= Math.sqrt(Math.abs(one)) * Math.sqrt(Math.abs(other)) * epsilon;

/** QL steps where the block grows downwards, QR steps where it grows upwards. */
function solveBlock(
  d: Float64Array,
  e: Float64Array,
  [start, end]: readonly [number, number],
  vectors: Rows,
  precision: Precision,
): void {
  const upwards = Math.abs(d[end] as number) < Math.abs(d[start] as number);
  let first = upwards ? end : start;
  const last = upwards ? start : end;
  const by = upwards ? -1 : 1;
  const between = (i: number): number => (upwards ? i - 1 : i);
  for (let steps = 0; by * (last - first) >= 0;) {
    let m = first;
    while (
      m !== last &&
      !isNegligible(precision, e[between(m)] as number, d[m] as number, d[m + by] as number)
    )
      m += by;
    if (m !== last) e[between(m)] = 0;
    if (m === first) {
      first += by;
    } else if (m === first + by) {
      solvePair(d, e, Math.min(first, m), vectors);
      first += 2 * by;
    } else if (++steps > MOST_STEPS * d.length) {
      throw notConverged('linalg.eigh', 'eigenvalues');
    } else implicitStep(d, e, first, m, vectors);
  }
}

const isNegligible = (
  { epsilon, smallest }: Precision,
  beside: number,
  one: number,
  other: number,
): boolean => beside * beside <= epsilon * epsilon * Math.abs(one) * Math.abs(other) + smallest;

function solvePair(d: Float64Array, e: Float64Array, i: number, vectors: Rows): void {
  const { larger, smaller, c, s } = symmetric2(d[i] as number, e[i] as number, d[i + 1] as number);
  rotateRows(vectors, i, { c, s });
  [d[i], d[i + 1]] = [larger, smaller];
  e[i] = 0;
}

/** One step with Wilkinson's shift between places `l` and `m`: QL from m back to l where l < m, else QR. */
function implicitStep(d: Float64Array, e: Float64Array, l: number, m: number, vectors: Rows): void {
  const by = l < m ? 1 : -1;
  const beside = (i: number): number => (by > 0 ? i : i - 1);
  const p0 = d[l] as number;
  const own = e[beside(l)] as number;
  const ratio = ((d[l + by] as number) - p0) / (2 * own);
  let g = (d[m] as number) - p0 + own / (ratio + withSign(Math.hypot(ratio, 1), ratio));
  let [s, c, p] = [1, 1, 0];
  for (let i = m - by; by > 0 ? i >= l : i <= l; i -= by) {
    const place = beside(i);
    const f = s * (e[place] as number);
    const b = c * (e[place] as number);
    const turned = olderRotationTo0(g, f);
    ({ c, s } = turned);
    if (i !== m - by) e[beside(i + by)] = turned.r;
    g = (d[i + by] as number) - p;
    const r = ((d[i] as number) - g) * s + 2 * c * b;
    p = s * r;
    d[i + by] = g + p;
    g = c * r - b;
    rotateRows(vectors, place, { c, s: by > 0 ? -s : s });
  }
  d[l] = (d[l] as number) - p;
  e[beside(l)] = g;
}

/** By selection, as LAPACK does. */
function sortAscending(values: Float64Array, vectors: Rows): void {
  for (let i = 0; i < values.length - 1; i++) {
    let least = i;
    for (let j = i + 1; j < values.length; j++)
      if ((values[j] as number) < (values[least] as number)) least = j;
    if (least === i) continue;
    [values[i], values[least]] = [values[least] as number, values[i] as number];
    [vectors[i], vectors[least]] = [vectors[least] as Float64Array, vectors[i] as Float64Array];
  }
}
