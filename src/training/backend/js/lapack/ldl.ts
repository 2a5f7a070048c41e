/** L D Lᵀ = A for symmetric A by Bunch's and Kaufman's pivoting, D in blocks of one or two (LAPACK's SYTRF and SYTRS). */
import { addAt, at, put, swapAt, swapRows, type Rows } from './rows.ts';

const ALPHA = (1 + Math.sqrt(17)) / 8;

export interface LdlFactors {
  /** L below the diagonal and D on it; the second element of a block of D is below the diagonal too. */
  readonly ld: Rows;
  /** The row, from 1, that each was exchanged with; negative, and twice over, where D has a block of two. */
  readonly pivots: readonly number[];
  /** The first place, from 1, at which D is 0; 0 where there is none. */
  readonly info: number;
}

interface Pivot {
  readonly row: number;
  readonly size: 1 | 2;
}

/** Changes the lower triangle of `rows`, the only one that is read, into the factors. */
export function ldlFactors(rows: Rows): LdlFactors {
  const n = rows.length;
  const pivots: number[] = [];
  let info = 0;
  for (let k = 0; k < n;) {
    const pivot = choosePivot(rows, k);
    if (pivot === null) {
      info ||= k + 1;
      pivots.push(++k);
      continue;
    }
    exchange(rows, k, pivot);
    if (pivot.size === 1) eliminateOne(rows, k);
    else eliminateTwo(rows, k);
    pivots.push(...(pivot.size === 1 ? [pivot.row + 1] : [-pivot.row - 1, -pivot.row - 1]));
    k += pivot.size;
  }
  rows.forEach((row, i) => row.fill(0, i + 1));
  return { ld: rows, pivots, info };
}

/** The row below `from` with the largest element of the column. */
function largestBelow(rows: Rows, column: number, from: number): number {
  let found = from;
  for (let i = from + 1; i < rows.length; i++) {
    if (Math.abs(at(rows, i, column)) > Math.abs(at(rows, found, column))) found = i;
  }
  return found;
}

/** null where the column is 0, or its first element is NaN. */
function choosePivot(rows: Rows, k: number): Pivot | null {
  const n = rows.length;
  const own = Math.abs(at(rows, k, k));
  const largest = k < n - 1 ? largestBelow(rows, k, k + 1) : k;
  const most = k < n - 1 ? Math.abs(at(rows, largest, k)) : 0;
  if (Math.max(own, most) === 0 || Number.isNaN(own)) return null;
  if (own >= ALPHA * most) return { row: k, size: 1 };
  let inRow = 0;
  for (let j = k; j < largest; j++) inRow = Math.max(inRow, Math.abs(at(rows, largest, j)));
  for (let i = largest + 1; i < n; i++) inRow = Math.max(inRow, Math.abs(at(rows, i, largest)));
  if (own >= ALPHA * most * (most / inRow)) return { row: k, size: 1 };
  return { row: largest, size: Math.abs(at(rows, largest, largest)) >= ALPHA * inRow ? 1 : 2 };
}

/** Exchanges row and column `pivot.row` with the last of those that the pivot's block takes. */
function exchange(rows: Rows, k: number, { row, size }: Pivot): void {
  const last = k + size - 1;
  if (row === last) return;
  for (let i = row + 1; i < rows.length; i++) swapAt(rows, i, last, i, row);
  for (let i = last + 1; i < row; i++) swapAt(rows, i, last, row, i);
  swapAt(rows, last, last, row, row);
  if (size === 2) swapAt(rows, k + 1, k, row, k);
}

function eliminateOne(rows: Rows, k: number): void {
  const pivot = at(rows, k, k);
  for (let j = k + 1; j < rows.length; j++) {
    const factor = at(rows, j, k) / pivot;
    for (let i = j; i < rows.length; i++) addAt(rows, i, j, -factor * at(rows, i, k));
  }
  for (let i = k + 1; i < rows.length; i++) put(rows, i, k, at(rows, i, k) / pivot);
}

function eliminateTwo(rows: Rows, k: number): void {
  const below = at(rows, k + 1, k);
  const [second, first] = [at(rows, k + 1, k + 1) / below, at(rows, k, k) / below];
  const scale = 1 / (first * second - 1) / below;
  for (let j = k + 2; j < rows.length; j++) {
    const own = scale * (second * at(rows, j, k) - at(rows, j, k + 1));
    const next = scale * (first * at(rows, j, k + 1) - at(rows, j, k));
    for (let i = j; i < rows.length; i++)
      addAt(rows, i, j, -(at(rows, i, k) * own + at(rows, i, k + 1) * next));
    put(rows, j, k, own);
    put(rows, j, k + 1, next);
  }
}

/** Changes `b` into the X of `A X = b`, of A's factors. */
export function solveLdl(ld: Rows, pivots: readonly number[], b: Rows): void {
  forwards(ld, pivots, b);
  backwards(ld, pivots, b);
}

/** `b[i] -= factor * b[k]` */
function subtract(b: Rows, i: number, k: number, factor: number): void {
  const width = b[0]?.length ?? 0;
  for (let j = 0; j < width; j++) addAt(b, i, j, -factor * at(b, k, j));
}

function forwards(ld: Rows, pivots: readonly number[], b: Rows): void {
  const n = ld.length;
  for (let k = 0; k < n;) {
    const pivot = pivots[k] as number;
    const size = pivot > 0 ? 1 : 2;
    swapRows(b, k + size - 1, Math.abs(pivot) - 1);
    for (let i = k + size; i < n; i++)
      for (let column = k; column < k + size; column++) subtract(b, i, column, at(ld, i, column));
    if (size === 1) b[k]?.forEach((value, j) => put(b, k, j, value / at(ld, k, k)));
    else divideByBlock(ld, k, b);
    k += size;
  }
}

function divideByBlock(ld: Rows, k: number, b: Rows): void {
  const below = at(ld, k + 1, k);
  const [first, second] = [at(ld, k, k) / below, at(ld, k + 1, k + 1) / below];
  const determinant = first * second - 1;
  b[k]?.forEach((value, j) => {
    const [own, next] = [value / below, at(b, k + 1, j) / below];
    put(b, k, j, (second * own - next) / determinant);
    put(b, k + 1, j, (first * next - own) / determinant);
  });
}

function backwards(ld: Rows, pivots: readonly number[], b: Rows): void {
  const n = ld.length;
  for (let k = n - 1; k >= 0;) {
    const pivot = pivots[k] as number;
    const size = pivot > 0 ? 1 : 2;
    for (let column = k; column > k - size; column--)
      for (let i = k + 1; i < n; i++) subtract(b, column, i, at(ld, i, column));
    swapRows(b, k, Math.abs(pivot) - 1);
    k -= size;
  }
}
