/** L Lᵀ = A for symmetric positive-definite A (LAPACK's POTF2). */
import { at, put, type Rows } from './rows.ts';

export interface CholeskyFactor {
  /** 0 above the diagonal. */
  readonly lower: Rows;
  /** The order, from 1, of the first leading minor that is not positive; 0 where all are. */
  readonly info: number;
}

/** Changes the lower triangle of `rows`, the only one that is read, into L; where A is not definite only in part. */
export function choleskyFactor(rows: Rows): CholeskyFactor {
  let info = 0;
  for (let j = 0; j < rows.length && info === 0; j++) {
    let square = at(rows, j, j);
    for (let k = 0; k < j; k++) square -= at(rows, j, k) ** 2;
    put(rows, j, j, square > 0 ? Math.sqrt(square) : square);
    if (square > 0) divideColumn(rows, j);
    else info = j + 1;
  }
  rows.forEach((row, i) => row.fill(0, i + 1));
  return { lower: rows, info };
}

function divideColumn(rows: Rows, j: number): void {
  for (let i = j + 1; i < rows.length; i++) {
    let sum = at(rows, i, j);
    for (let k = 0; k < j; k++) sum -= at(rows, i, k) * at(rows, j, k);
    put(rows, i, j, sum / at(rows, j, j));
  }
}
