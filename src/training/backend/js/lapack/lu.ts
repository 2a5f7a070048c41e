/** P L U = A by rows, the largest element of each column as its pivot (LAPACK's GETRF). */
import { addAt, at, put, swapRows, type Rows } from './rows.ts';

export interface LuFactors {
  /** L below the diagonal (its own is 1), U on and above it. */
  readonly lu: Rows;
  /** The row, from 1, that each row was exchanged with. */
  readonly pivots: readonly number[];
  /** The first place, from 1, at which U's diagonal is 0; 0 where there is none. */
  readonly info: number;
}

/** Changes `rows`, m by n, into its factors. */
export function luFactors(rows: Rows, n: number): LuFactors {
  const m = rows.length;
  const pivots: number[] = [];
  let info = 0;
  for (let k = 0; k < Math.min(m, n); k++) {
    let pivot = k;
    for (let i = k + 1; i < m; i++) if (Math.abs(at(rows, i, k)) > Math.abs(at(rows, pivot, k))) pivot = i;
    pivots.push(pivot + 1);
    if (at(rows, pivot, k) === 0) {
      info ||= k + 1;
      continue;
    }
    if (pivot !== k) swapRows(rows, pivot, k);
    eliminate(rows, n, k);
  }
  return { lu: rows, pivots, info };
}

function eliminate(rows: Rows, n: number, k: number): void {
  const pivot = at(rows, k, k);
  for (let i = k + 1; i < rows.length; i++) {
    const factor = at(rows, i, k) / pivot;
    put(rows, i, k, factor);
    if (factor === 0) continue;
    for (let j = k + 1; j < n; j++) addAt(rows, i, j, -factor * at(rows, k, j));
  }
}

/** Where each row of the result comes from after the exchanges that `pivots` names. */
export function orderOf(pivots: ArrayLike<number>, size: number): number[] {
  const order = Array.from({ length: size }, (_, i) => i);
  for (let i = 0; i < pivots.length; i++) {
    const other = (pivots[i] as number) - 1;
    [order[i], order[other]] = [order[other] as number, order[i] as number];
  }
  return order;
}
