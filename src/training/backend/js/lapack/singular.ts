/** Singular values and vectors (LAPACK's GESDD for matrices of up to 25 rows or columns, whose order and signs these are). */
import { singularValues } from './bidiagonal.ts';
import { productOfReflections, qrFactors, reflectColumn, reflectRows } from './householder.ts';
import { rotateRows, rotationTo0, type Rotation } from './rotations.ts';
import { at, copyRows, transposedRows, unitRows, zeroRows, type Precision, type Rows } from './rows.ts';

export interface SingularVectors {
  /** As columns; square when complete, else one for each value. */
  readonly u: Rows;
  /** Descending. */
  readonly values: Float64Array;
  /** As rows. */
  readonly vt: Rows;
}

/** From this ratio of sizes on, a tall matrix is first shortened by a QR factorization; a wide one is not. */
const isLong = (longer: number, shorter: number): boolean => longer >= Math.floor((shorter * 11) / 6);

/** @param complete whether the longer side's vectors are filled up to a basis */
export function singularVectors(
  rows: Rows,
  n: number,
  complete: boolean,
  precision: Precision,
): SingularVectors {
  const m = rows.length;
  if (m >= n) {
    const { across, values, along } = ofTall(copyRows(rows), n, complete, 'upper', precision);
    return { u: across, values, vt: along };
  }
  const { across, values, along } = ofTall(transposedRows(rows, n), m, complete, 'lower', precision);
  return { u: transposedRows(along, m), values, vt: transposedRows(across, across[0]?.length ?? 0) };
}

/** Of a matrix with at least as many rows as columns, or the transposed one of a wide matrix. */
interface TallVectors {
  /** Of the longer side, as columns. */
  readonly across: Rows;
  readonly values: Float64Array;
  /** Of the shorter side, as rows. */
  readonly along: Rows;
}

/** @param given whether the matrix is tall itself ('upper') or the transposed one of a wide matrix ('lower') */
function ofTall(
  rows: Rows,
  n: number,
  complete: boolean,
  given: 'upper' | 'lower',
  precision: Precision,
): TallVectors {
  const m = rows.length;
  const width = complete ? m : n;
  if (given === 'lower' || !isLong(m, n)) return ofBidiagonal(rows, n, width, given, precision);
  const taus = qrFactors(rows, n);
  const triangle = zeroRows(n, n);
  triangle.forEach((row, i) => row.set((rows[i] as Float64Array).subarray(i, n), i));
  const inner = ofBidiagonal(triangle, n, n, 'upper', precision);
  return { ...inner, across: timesSquare(productOfReflections(rows, taus, width), inner.across) };
}

/** `q` with its first columns turned by `square`; the others stay. */
function timesSquare(q: Rows, square: Rows): Rows {
  const n = square.length;
  return q.map((row) => {
    const product = row.slice();
    for (let j = 0; j < n; j++) {
      let sum = 0;
      for (let k = 0; k < n; k++) sum += (row[k] as number) * at(square, k, j);
      product[j] = sum;
    }
    return product;
  });
}

/** Reduces the matrix to bidiagonal form and turns the vectors of that back. */
function ofBidiagonal(
  rows: Rows,
  n: number,
  width: number,
  given: 'upper' | 'lower',
  precision: Precision,
): TallVectors {
  const reduced = toBidiagonal(rows, n);
  const { left, right } = bidiagonalVectors(reduced, given, precision);
  const across = unitRows(rows.length, width);
  transposedRows(left, n).forEach((row, i) => across[i]?.set(row));
  for (let k = n - 1; k >= 0; k--) reflectRows(across, reduced.tauQ[k] as number, [rows, k, k], 0, width);
  const along = transposedRows(right, n);
  for (let k = n - 2; k >= 0; k--)
    reflectRows(along, reduced.tauP[k] as number, [reduced.besides, k + 1, k], 0, n);
  return { across, values: reduced.diagonal, along: transposedRows(along, n) };
}

interface Reduced {
  readonly diagonal: Float64Array;
  readonly beside: Float64Array;
  readonly tauQ: readonly number[];
  readonly tauP: readonly number[];
  /** The vectors of the reflections from the right, in columns. */
  readonly besides: Rows;
}

/** Leaves the vectors of the reflections from the left below the diagonal. */
function toBidiagonal(rows: Rows, n: number): Reduced {
  const [tauQ, tauP]: [number[], number[]] = [[], []];
  const diagonal = new Float64Array(n);
  const beside = new Float64Array(Math.max(n - 1, 0));
  const besides = zeroRows(n, n);
  for (let k = 0; k < n; k++) {
    const tau = reflectColumn(rows, k, k);
    tauQ.push(tau);
    diagonal[k] = at(rows, k, k);
    reflectRows(rows, tau, [rows, k, k], k + 1, n);
    if (k === n - 1) break;
    for (let j = k + 1; j < n; j++) (besides[j] as Float64Array)[k] = at(rows, k, j);
    tauP.push(reflectColumn(besides, k + 1, k));
    beside[k] = at(besides, k + 1, k);
    reflectFromRight(rows, k, tauP[k] as number, besides);
  }
  return { diagonal, beside, tauQ, tauP, besides };
}

/** Applies the reflection of column k of `v` to the rows below k, from the right. */
function reflectFromRight(rows: Rows, k: number, tau: number, v: Rows): void {
  if (tau === 0) return;
  for (const row of rows.slice(k + 1)) {
    let sum = row[k + 1] as number;
    for (let j = k + 2; j < row.length; j++) sum += (row[j] as number) * at(v, j, k);
    sum *= tau;
    row[k + 1] = (row[k + 1] as number) - sum;
    for (let j = k + 2; j < row.length; j++) row[j] = (row[j] as number) - sum * at(v, j, k);
  }
}

/**
 * Vectors, in rows, of the reduced matrix. That of a wide matrix is lower bidiagonal: LAPACK turns it to an upper one
 * first, with rotations from the left.
 */
function bidiagonalVectors(
  { diagonal, beside }: Reduced,
  given: 'upper' | 'lower',
  precision: Precision,
): { left: Rows; right: Rows } {
  const n = diagonal.length;
  const [left, right] = [unitRows(n), unitRows(n)];
  // The sign of a single value goes to the left side.
  if (n === 1 && (diagonal[0] as number) < 0) {
    diagonal[0] = -(diagonal[0] as number);
    left[0]?.fill(-1);
  }
  if (given === 'upper') {
    singularValues({ diagonal, beside, left, right, precision });
    return { left, right };
  }
  const rotations: Rotation[] = [];
  for (let i = 0; i < n - 1; i++) {
    const { c, s, r } = rotationTo0(diagonal[i] as number, beside[i] as number);
    const next = diagonal[i + 1] as number;
    [diagonal[i], beside[i], diagonal[i + 1]] = [r, s * next, c * next];
    rotations.push({ c, s: -s });
  }
  singularValues({ diagonal, beside, left, right, precision });
  const columns = transposedRows(left, n);
  for (let i = n - 2; i >= 0; i--) rotateRows(columns, i, rotations[i] as Rotation);
  // The wide matrix's left side is the shorter one, which here is the right one.
  return { left: right, right: transposedRows(columns, n) };
}
