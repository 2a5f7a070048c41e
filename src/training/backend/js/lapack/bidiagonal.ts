/** Singular values of bidiagonal matrices by implicit QR steps with shifts, or without where they are tiny (LAPACK's BDSQR). */
import { notConverged } from '../../error.ts';
import { rotateRows, rotationTo0, singular2, smallerSingular2, type Rotation } from './rotations.ts';
import { swapRows, withSign, type Precision, type Rows } from './rows.ts';

const MOST_STEPS = 6;

/** An upper bidiagonal matrix and what its rotations are applied to: both keep a singular vector in each row. */
export interface Bidiagonal {
  readonly diagonal: Float64Array;
  readonly beside: Float64Array;
  readonly left: Rows;
  readonly right: Rows;
  readonly precision: Precision;
}

/** The relative size below which an element beside the diagonal counts as 0. */
const toleranceOf = ({ precision: { epsilon } }: Bidiagonal): number =>
  epsilon * Math.max(10, Math.min(100, epsilon ** -0.125));

/** A block from `top` to `bottom`, whose zeros are chased downwards or upwards. */
interface Block {
  top: number;
  bottom: number;
  downwards: boolean;
}

/**
 * Changes the diagonal into the singular values, descending.
 *
 * @throws Error when the steps do not converge
 */
export function singularValues(matrix: Bidiagonal): void {
  const n = matrix.diagonal.length;
  const threshold = smallest(matrix);
  const block: Block = { top: -1, bottom: -1, downwards: true };
  let steps = 0;
  for (let bottom = n - 1; bottom > 0;) {
    const { top, largest } = topOf(matrix, bottom, threshold);
    if (top === bottom) {
      bottom--;
    } else if (top === bottom - 1) {
      solvePair(matrix, top);
      bottom -= 2;
    } else {
      steps += bottom - top;
      if (steps > MOST_STEPS * n * n) throw notConverged('linalg.svd', 'singular values');
      step(matrix, block, [top, bottom], largest, threshold);
    }
  }
  settle(matrix);
}

/** Below it an element beside the diagonal counts as 0. */
function smallest(matrix: Bidiagonal): number {
  const { diagonal, beside, precision } = matrix;
  const n = diagonal.length;
  let mu = Math.abs(diagonal[0] ?? 0);
  let least = mu;
  for (let i = 1; i < n && least !== 0; i++) {
    mu = Math.abs(diagonal[i] as number) * (mu / (mu + Math.abs(beside[i - 1] as number)));
    least = Math.min(least, mu);
  }
  return Math.max((toleranceOf(matrix) * least) / Math.sqrt(n), MOST_STEPS * n * n * precision.smallest);
}

/** Where the block that ends at `bottom` begins, and its largest element. */
function topOf(
  { diagonal, beside }: Bidiagonal,
  bottom: number,
  threshold: number,
): { top: number; largest: number } {
  let largest = Math.abs(diagonal[bottom] as number);
  for (let i = bottom - 1; i >= 0; i--) {
    const own = Math.abs(beside[i] as number);
    if (own <= threshold) {
      beside[i] = 0;
      return { top: i + 1, largest };
    }
    largest = Math.max(largest, Math.abs(diagonal[i] as number), own);
  }
  return { top: 0, largest };
}

function solvePair({ diagonal, beside, left, right }: Bidiagonal, i: number): void {
  const found = singular2(diagonal[i] as number, beside[i] as number, diagonal[i + 1] as number);
  [diagonal[i], diagonal[i + 1], beside[i]] = [found.larger, found.smaller, 0];
  rotateRows(right, i, found.right);
  rotateRows(left, i, found.left);
}

function step(
  matrix: Bidiagonal,
  block: Block,
  [top, bottom]: readonly [number, number],
  largest: number,
  threshold: number,
): void {
  const { diagonal: d, beside: e } = matrix;
  if (top > block.bottom || bottom < block.top)
    block.downwards = Math.abs(d[top] as number) >= Math.abs(d[bottom] as number);
  const { downwards } = block;
  const least = convergence(matrix, top, bottom, downwards);
  if (least === null) return;
  [block.top, block.bottom] = [top, bottom];
  const shift = shiftOf(matrix, [top, bottom], downwards, least / largest);
  if (shift === 0) stepWithoutShift(matrix, top, bottom, downwards);
  else stepWithShift(matrix, top, bottom, downwards, shift);
  const last = downwards ? bottom - 1 : top;
  if (Math.abs(e[last] as number) <= threshold) e[last] = 0;
}

/** A bound of the smallest singular value of the block; null where an element beside the diagonal became 0. */
function convergence(matrix: Bidiagonal, top: number, bottom: number, downwards: boolean): number | null {
  const { diagonal: d, beside: e } = matrix;
  const tolerance = toleranceOf(matrix);
  const [outer, corner] = downwards ? [bottom - 1, bottom] : [top, top];
  if (Math.abs(e[outer] as number) <= tolerance * Math.abs(d[corner] as number)) {
    e[outer] = 0;
    return null;
  }
  let mu = Math.abs(d[downwards ? top : bottom] as number);
  let least = mu;
  for (let k = 0; k < bottom - top; k++) {
    const place = downwards ? top + k : bottom - 1 - k;
    const own = Math.abs(e[place] as number);
    if (own <= tolerance * mu) {
      e[place] = 0;
      return null;
    }
    mu = Math.abs(d[downwards ? place + 1 : place] as number) * (mu / (mu + own));
    least = Math.min(least, mu);
  }
  return least;
}

function shiftOf(
  matrix: Bidiagonal,
  [top, bottom]: readonly [number, number],
  downwards: boolean,
  ratio: number,
): number {
  const { diagonal: d, beside: e, precision } = matrix;
  const tolerance = toleranceOf(matrix);
  const n = d.length;
  if (n * tolerance * ratio <= Math.max(precision.epsilon, 0.01 * tolerance)) return 0;
  const at = downwards ? bottom - 1 : top;
  const first = Math.abs(d[downwards ? top : bottom] as number);
  const shift = smallerSingular2(d[at] as number, e[at] as number, d[at + 1] as number);
  return first > 0 && (shift / first) ** 2 < precision.epsilon ? 0 : shift;
}

/** Of vectors that are turned the other way round when zeros are chased upwards. */
function turn(matrix: Bidiagonal, i: number, downwards: boolean, first: Rotation, second: Rotation): void {
  const back = ({ c, s }: Rotation): Rotation => ({ c, s: -s });
  rotateRows(matrix.right, i, downwards ? first : back(second));
  rotateRows(matrix.left, i, downwards ? second : back(first));
}

function stepWithoutShift(matrix: Bidiagonal, top: number, bottom: number, downwards: boolean): void {
  const { diagonal: d, beside: e } = matrix;
  const [start, end, by] = downwards ? [top, bottom, 1] : [bottom, top, -1];
  const between = (i: number): number => (downwards ? i : i - 1);
  let own: Rotation = { c: 1, s: 0 };
  let before: Rotation = { c: 1, s: 0 };
  for (let i = start; i !== end; i += by) {
    const first = rotationTo0((d[i] as number) * own.c, e[between(i)] as number);
    own = first;
    if (i !== start) e[between(i - by)] = before.s * first.r;
    const second = rotationTo0(before.c * first.r, (d[i + by] as number) * own.s);
    before = second;
    d[i] = second.r;
    turn(matrix, between(i), downwards, own, before);
  }
  const rest = (d[end] as number) * own.c;
  d[end] = rest * before.c;
  e[between(end - by)] = rest * before.s;
}

function stepWithShift(
  matrix: Bidiagonal,
  top: number,
  bottom: number,
  downwards: boolean,
  shift: number,
): void {
  const { diagonal: d, beside: e } = matrix;
  const [start, end, by] = downwards ? [top, bottom, 1] : [bottom, top, -1];
  const between = (i: number): number => (downwards ? i : i - 1);
  const head = d[start] as number;
  let f = (Math.abs(head) - shift) * (withSign(1, head) + shift / head);
  let g = e[between(start)] as number;
  for (let i = start; i !== end; i += by) {
    const right = rotationTo0(f, g);
    if (i !== start) e[between(i - by)] = right.r;
    const [own, beside, next] = [d[i] as number, e[between(i)] as number, d[i + by] as number];
    f = right.c * own + right.s * beside;
    const turned = right.c * beside - right.s * own;
    g = right.s * next;
    const left = rotationTo0(f, g);
    d[i] = left.r;
    f = left.c * turned + left.s * right.c * next;
    d[i + by] = left.c * right.c * next - left.s * turned;
    e[between(i)] = turned;
    if (i + by !== end) {
      const following = e[between(i + by)] as number;
      g = left.s * following;
      e[between(i + by)] = left.c * following;
    }
    turn(matrix, between(i), downwards, right, left);
  }
  e[between(end - by)] = f;
}

/** Makes the values positive and sorts them, descending, by selection as LAPACK does. */
function settle({ diagonal: d, left, right }: Bidiagonal): void {
  const n = d.length;
  for (let i = 0; i < n; i++) {
    if (!((d[i] as number) < 0) && !Object.is(d[i], -0)) continue;
    d[i] = -(d[i] as number);
    right[i] = (right[i] as Float64Array).map((value) => -value);
  }
  for (let end = n - 1; end > 0; end--) {
    let least = 0;
    for (let j = 1; j <= end; j++) if ((d[j] as number) <= (d[least] as number)) least = j;
    if (least === end) continue;
    [d[least], d[end]] = [d[end] as number, d[least] as number];
    swapRows(right, least, end);
    swapRows(left, least, end);
  }
}
