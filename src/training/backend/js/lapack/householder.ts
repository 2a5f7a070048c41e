/** Reflections `1 - tau v vᵀ` that make zeros, and what they multiply to (LAPACK's LARFG, GEQR2, ORG2R). */
import { addAt, at, put, unitRows, withSign, type Rows } from './rows.ts';

/** How a reflection is kept: its factor, the length that takes the vector's place, and v after its leading 1. */
export interface Reflection {
  readonly tau: number;
  readonly length: number;
  readonly scale: number;
}

/** The reflection that makes zeros of a vector (`head`, …) whose other elements have the length `rest`. */
function reflection(head: number, rest: number): Reflection {
  if (rest === 0) return { tau: 0, length: head, scale: 0 };
  const length = -withSign(Math.hypot(head, rest), head);
  return { tau: (length - head) / length, length, scale: 1 / (head - length) };
}

/** Applies `1 - tau v vᵀ` to rows `top`… of columns `from` to `to`, v being in column `column` below row `top`. */
export function reflectRows(
  rows: Rows,
  tau: number,
  [v, top, column]: readonly [Rows, number, number],
  from: number,
  to: number,
): void {
  if (tau === 0) return;
  for (let j = from; j < to; j++) {
    let sum = at(rows, top, j);
    for (let i = top + 1; i < rows.length; i++) sum += at(v, i, column) * at(rows, i, j);
    sum *= tau;
    addAt(rows, top, j, -sum);
    for (let i = top + 1; i < rows.length; i++) addAt(rows, i, j, -sum * at(v, i, column));
  }
}

/** Makes zeros below `top` in a column: v takes their place. @returns tau */
export function reflectColumn(rows: Rows, top: number, column: number): number {
  let rest = 0;
  for (let i = top + 1; i < rows.length; i++) rest = Math.hypot(rest, at(rows, i, column));
  const { tau, length, scale } = reflection(at(rows, top, column), rest);
  put(rows, top, column, length);
  if (tau !== 0)
    for (let i = top + 1; i < rows.length; i++) put(rows, i, column, at(rows, i, column) * scale);
  return tau;
}

/** Changes `rows`, m by n, into R above the diagonal and the reflections' vectors below it. @returns their factors */
export function qrFactors(rows: Rows, n: number): number[] {
  return Array.from({ length: Math.min(rows.length, n) }, (_, k) => {
    const tau = reflectColumn(rows, k, k);
    reflectRows(rows, tau, [rows, k, k], k + 1, n);
    return tau;
  });
}

/** The first `columns` columns of the product of the reflections below the diagonal of `factors`. */
export function productOfReflections(factors: Rows, taus: readonly number[], columns: number): Rows {
  const product = unitRows(factors.length, columns);
  for (let k = taus.length - 1; k >= 0; k--)
    reflectRows(product, taus[k] as number, [factors, k, k], k, columns);
  return product;
}
