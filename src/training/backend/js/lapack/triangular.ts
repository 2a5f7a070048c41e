/** Systems of equations with triangular matrices (LAPACK's TRTRS). */
import { addAt, at, put, type Rows } from './rows.ts';

/** Changes `b` (n by k) into the X of `a X = b`; of `a` only one triangle is read, and not the diagonal of a unit one. */
export function solveTriangular(a: Rows, b: Rows, upper: boolean, unit: boolean): void {
  const n = a.length;
  const width = b[0]?.length ?? 0;
  for (let step = 0; step < n; step++) {
    const i = upper ? n - 1 - step : step;
    const [from, to] = upper ? [i + 1, n] : [0, i];
    for (let k = from; k < to; k++) {
      const factor = at(a, i, k);
      for (let j = 0; j < width; j++) addAt(b, i, j, -factor * at(b, k, j));
    }
    if (unit) continue;
    for (let j = 0; j < width; j++) put(b, i, j, at(b, i, j) / at(a, i, i));
  }
}
