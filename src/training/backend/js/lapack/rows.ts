/** Matrices as LAPACK's algorithms change them in place: an array for each row, float64. */
export type Rows = Float64Array[];

export const zeroRows = (m: number, n: number): Rows => Array.from({ length: m }, () => new Float64Array(n));

/** The unit matrix, or the first n columns of it. */
export function unitRows(m: number, n: number = m): Rows {
  const rows = zeroRows(m, n);
  for (let i = 0; i < Math.min(m, n); i++) put(rows, i, i, 1);
  return rows;
}

export const copyRows = (rows: Rows): Rows => rows.map((row) => row.slice());

export const at = (rows: Rows, i: number, j: number): number => (rows[i] as Float64Array)[j] as number;

export function put(rows: Rows, i: number, j: number, value: number): void {
  (rows[i] as Float64Array)[j] = value;
}

export function addAt(rows: Rows, i: number, j: number, value: number): void {
  (rows[i] as Float64Array)[j] = at(rows, i, j) + value;
}

export function transposedRows(rows: Rows, n: number): Rows {
  return Array.from({ length: n }, (_, j) => Float64Array.from(rows, (row) => row[j] as number));
}

export function swapRows(rows: Rows, i: number, j: number): void {
  [rows[i], rows[j]] = [rows[j] as Float64Array, rows[i] as Float64Array];
}

export function swapAt(rows: Rows, i: number, j: number, k: number, l: number): void {
  const kept = at(rows, i, j);
  put(rows, i, j, at(rows, k, l));
  put(rows, k, l, kept);
}

/**
 * How exact an algorithm is to be, as LAPACK counts it: how many steps it takes, and so the signs of vectors, depend on
 * it. float32's are computed in float64 and end where LAPACK's for float32 do.
 */
export interface Precision {
  readonly epsilon: number;
  readonly smallest: number;
}

export const DOUBLE: Precision = { epsilon: 2 ** -53, smallest: 2 ** -1022 };
export const SINGLE: Precision = { epsilon: 2 ** -24, smallest: 2 ** -126 };

/** `size` with the sign of `of`, 0 counting as positive: Fortran's SIGN. */
export const withSign = (size: number, of: number): number =>
  of < 0 || Object.is(of, -0) ? -Math.abs(size) : Math.abs(size);
