/** Eigenvalues of a Hessenberg matrix by the double-shift QR algorithm, with LAPACK's choices and order (dlahqr, dlanv2). */
import { reflector, type Square } from './hessenberg.ts';

export interface Eigenvalues {
  readonly re: Float64Array;
  readonly im: Float64Array;
}

const EPSILON = 2 ** -52;
const SMALLEST = 2 ** -1022;
/** Every so many steps without a deflation the shifts are others. */
const EXCEPTIONAL = 10;
const { abs, sqrt, hypot, max, min } = Math;
const sign = (x: number): number => (x < 0 || Object.is(x, -0) ? -1 : 1);

/** Rotates two rows or columns of a matrix: `count` elements from two places on, `step` apart. */
function rotate(
  a: Float64Array,
  x: number,
  y: number,
  step: number,
  count: number,
  c: number,
  s: number,
): void {
  for (let i = 0; i < count; i++, x += step, y += step) {
    const [p, q] = [a[x] as number, a[y] as number];
    a[x] = c * p + s * q;
    a[y] = c * q - s * p;
  }
}

/** A block of two brought to its standard form: upper triangular, or with equal diagonal. */
function standardize(
  a: number,
  b: number,
  c: number,
  d: number,
): { a: number; b: number; c: number; d: number; cs: number; sn: number } {
  if (c === 0) return { a, b, c, d, cs: 1, sn: 0 };
  if (b === 0) return { a: d, b: -c, c: 0, d: a, cs: 0, sn: 1 };
  if (a === d && sign(b) !== sign(c)) return { a, b, c, d, cs: 1, sn: 0 };
  const difference = a - d;
  const p = difference / 2;
  const most = max(abs(b), abs(c));
  const least = min(abs(b), abs(c)) * sign(b) * sign(c);
  const scale = max(abs(p), most);
  const z = (p / scale) * p + (most / scale) * least;
  if (z >= 4 * EPSILON) {
    const root = p + sign(p) * sqrt(scale) * sqrt(z);
    const tau = hypot(c, root);
    return { a: d + root, b: b - c, c: 0, d: d - (most / root) * least, cs: root / tau, sn: c / tau };
  }
  const sigma = b + c;
  const tau = hypot(sigma, difference);
  let cs = sqrt((1 + abs(sigma) / tau) / 2);
  let sn = -(p / (tau * cs)) * sign(sigma);
  const [aa, bb, cc, dd] = [a * cs + b * sn, b * cs - a * sn, c * cs + d * sn, d * cs - c * sn];
  let [upper, lower] = [bb * cs + dd * sn, cc * cs - aa * sn];
  const middle = (aa * cs + cc * sn + (dd * cs - bb * sn)) / 2;
  let [first, last] = [middle, middle];
  if (lower !== 0 && upper === 0) {
    [upper, lower] = [-lower, 0];
    [cs, sn] = [-sn, cs];
  } else if (lower !== 0 && sign(upper) === sign(lower)) {
    const [u, l] = [sqrt(abs(upper)), sqrt(abs(lower))];
    const shift = sign(lower) * u * l;
    const norm = 1 / sqrt(abs(upper + lower));
    [first, last] = [middle + shift, middle - shift];
    [upper, lower] = [upper - lower, 0];
    [cs, sn] = [cs * u * norm - sn * l * norm, cs * l * norm + sn * u * norm];
  }
  return { a: first, b: upper, c: lower, d: last, cs, sn };
}

/** The row from which on the matrix up to `i` does not fall apart. */
function deflation(
  h: (r: number, c: number) => number,
  l: number,
  i: number,
  low: number,
  high: number,
): number {
  let k = i;
  for (; k > l; k--) {
    const below = abs(h(k, k - 1));
    if (below <= (SMALLEST * (high - low + 1)) / EPSILON) break;
    let size = abs(h(k - 1, k - 1)) + abs(h(k, k));
    if (size === 0) {
      if (k - 2 >= low) size += abs(h(k - 1, k - 2));
      if (k + 1 <= high) size += abs(h(k + 1, k));
    }
    if (below > EPSILON * size) continue;
    const above = abs(h(k - 1, k));
    const gap = abs(h(k - 1, k - 1) - h(k, k));
    const [ab, ba] = [max(below, above), min(below, above)];
    const [aa, bb] = [max(abs(h(k, k)), gap), min(abs(h(k, k)), gap)];
    if (ba * (ab / (aa + ab)) <= max(SMALLEST, EPSILON * (bb * (aa / (aa + ab))))) break;
  }
  return k;
}

type Shifts = readonly [re1: number, im1: number, re2: number, im2: number];

/** The eigenvalues of a block of two, or the nearer of two real ones twice. */
function shiftsOf(h11: number, h12: number, h21: number, h22: number): Shifts {
  const s = abs(h11) + abs(h12) + abs(h21) + abs(h22);
  if (s === 0) return [0, 0, 0, 0];
  const [a, b, c, d] = [h11 / s, h12 / s, h21 / s, h22 / s];
  const middle = (a + d) / 2;
  const determinant = (a - middle) * (d - middle) - b * c;
  const root = sqrt(abs(determinant));
  if (determinant >= 0) return [middle * s, root * s, middle * s, -root * s];
  const near = abs(middle + root - d) <= abs(middle - root - d) ? middle + root : middle - root;
  return [near * s, 0, near * s, 0];
}

/**
 * Brings a Hessenberg matrix to real Schur form and applies the same to `q`.
 *
 * @returns null when the iteration does not converge
 */
export function toSchur(matrix: Square, q: Square, low: number, high: number): Eigenvalues | null {
  const { n, a } = matrix;
  const h = (r: number, c: number): number => a[r * n + c] as number;
  const values = { re: new Float64Array(n), im: new Float64Array(n) };
  for (let i = 0; i < n; i++) if (i < low || i > high) values.re[i] = h(i, i);
  const most = 30 * max(10, high - low + 1);
  for (let i = high; i >= low;) {
    let l = low;
    let steps = 0;
    for (; steps <= most; steps++) {
      l = deflation(h, l, i, low, high);
      if (l > low) a[l * n + l - 1] = 0;
      if (l >= i - 1) break;
      step(matrix, q, l, i, shiftsAt(h, l, i, steps + 1));
    }
    if (steps > most) return null;
    if (l === i) values.re[i] = h(i, i);
    else finishPair(matrix, q, i, values);
    i = l - 1;
  }
  return values;
}

function shiftsAt(h: (r: number, c: number) => number, l: number, i: number, count: number): Shifts {
  if (count % EXCEPTIONAL !== 0) return shiftsOf(h(i - 1, i - 1), h(i - 1, i), h(i, i - 1), h(i, i));
  const atEnd = count % (2 * EXCEPTIONAL) === 0;
  const s = atEnd ? abs(h(i, i - 1)) + abs(h(i - 1, i - 2)) : abs(h(l + 1, l)) + abs(h(l + 2, l + 1));
  const middle = 0.75 * s + (atEnd ? h(i, i) : h(l, l));
  return shiftsOf(middle, -0.4375 * s, s, middle);
}

/** One double-shift QR step on the rows from `l` to `i`. */
function step(matrix: Square, q: Square, l: number, i: number, [re1, im1, re2, im2]: Shifts): void {
  const { n, a } = matrix;
  const h = (r: number, c: number): number => a[r * n + c] as number;
  const v = new Float64Array(3);
  let m = i - 2;
  for (; m >= l; m--) {
    const s = abs(h(m, m) - re2) + abs(im2) + abs(h(m + 1, m));
    const below = h(m + 1, m) / s;
    v[0] = below * h(m, m + 1) + (h(m, m) - re1) * ((h(m, m) - re2) / s) - im1 * (im2 / s);
    v[1] = below * (h(m, m) + h(m + 1, m + 1) - re1 - re2);
    v[2] = below * h(m + 2, m + 1);
    const size = abs(v[0]) + abs(v[1]) + abs(v[2]);
    for (let k = 0; k < 3; k++) v[k] = (v[k] as number) / size;
    if (m === l) break;
    const diagonal = abs(h(m - 1, m - 1)) + abs(h(m, m)) + abs(h(m + 1, m + 1));
    if (abs(h(m, m - 1)) * (abs(v[1]) + abs(v[2])) <= EPSILON * abs(v[0]) * diagonal) break;
  }
  for (let k = m; k < i; k++) {
    const size = min(3, i - k + 1);
    const x = k > m ? Float64Array.from({ length: size }, (_, p) => h(k + p, k - 1)) : v.slice(0, size);
    const { tau, beta } = reflector(x);
    if (k > m) {
      a[k * n + k - 1] = beta;
      for (let p = 1; p < size; p++) a[(k + p) * n + k - 1] = 0;
    } else if (m > l) a[k * n + k - 1] = h(k, k - 1) * (1 - tau);
    reflect(a, k * n, n, 1, k, n, x, tau);
    reflect(a, k, 1, n, 0, min(k + 3, i) + 1, x, tau);
    reflect(q.a, k, 1, n, 0, n, x, tau);
  }
}

/** Reflects vectors whose elements are `step` apart, `next` apart from each other. */
function reflect(
  a: Float64Array,
  start: number,
  step: number,
  next: number,
  from: number,
  to: number,
  v: Float64Array,
  tau: number,
): void {
  for (let j = from; j < to; j++) {
    const at = start + j * next;
    let sum = 0;
    for (let p = 0; p < v.length; p++) sum += (v[p] as number) * (a[at + p * step] as number);
    for (let p = 0; p < v.length; p++)
      a[at + p * step] = (a[at + p * step] as number) - sum * tau * (v[p] as number);
  }
}

function finishPair({ n, a }: Square, q: Square, i: number, values: Eigenvalues): void {
  const [p, r] = [(i - 1) * n + i - 1, i * n + i - 1];
  const block = standardize(a[p] as number, a[p + 1] as number, a[r] as number, a[r + 1] as number);
  [a[p], a[p + 1], a[r], a[r + 1]] = [block.a, block.b, block.c, block.d];
  values.re[i - 1] = block.a;
  values.re[i] = block.d;
  const turn = block.c === 0 ? 0 : sqrt(abs(block.b)) * sqrt(abs(block.c));
  values.im[i - 1] = turn;
  values.im[i] = turn === 0 ? 0 : -turn;
  rotate(a, p + 2, r + 2, 1, n - i - 1, block.cs, block.sn);
  rotate(a, i - 1, i, n, i - 1, block.cs, block.sn);
  rotate(q.a, i - 1, i, n, n, block.cs, block.sn);
}
