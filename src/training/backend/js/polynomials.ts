/** Orthogonal polynomials of degree n at x, by their recurrences; of a negative degree they are 0. */

/** Of a high degree within (-1, 1) the recurrence would gather errors: the trigonometric form is used. */
const RECURRENCE_UNTIL = 8;

/** Chebyshev's four kinds by their value at degree 1, their values at 1 and -1, and their trigonometric form. */
interface Chebyshev {
  readonly first: (x: number) => number;
  readonly atOne: (n: number) => number;
  readonly atMinusOne: (n: number) => number;
  readonly trigonometric: (n: number, angle: number) => number;
}

const alternating = (n: number): number => (n % 2 === 0 ? 1 : -1);

const KINDS: Readonly<Record<'t' | 'u' | 'v' | 'w', Chebyshev>> = {
  t: {
    first: (x) => x,
    atOne: () => 1,
    atMinusOne: alternating,
    trigonometric: (n, angle) => Math.cos(n * angle),
  },
  u: {
    first: (x) => 2 * x,
    atOne: (n) => n + 1,
    atMinusOne: (n) => alternating(n) * (n + 1),
    trigonometric: (n, angle) => Math.sin((n + 1) * angle) / Math.sin(angle),
  },
  v: {
    first: (x) => 2 * x - 1,
    atOne: () => 1,
    atMinusOne: (n) => alternating(n) * (2 * n + 1),
    trigonometric: (n, angle) => Math.cos((n + 0.5) * angle) / Math.cos(angle / 2),
  },
  w: {
    first: (x) => 2 * x + 1,
    atOne: (n) => 2 * n + 1,
    atMinusOne: alternating,
    trigonometric: (n, angle) => Math.sin((n + 0.5) * angle) / Math.sin(angle / 2),
  },
};

/** To the nearest number of the dtype in which PyTorch computes: what overflows there overflows on the way. */
type Round = (x: number) => number;

/** A polynomial of PyTorch's, with the degree as a float. */
export type Polynomial = (x: number, n: number, round: Round) => number;

/** As C++ makes an int64 of a float on x86: NaN and what is too large becomes the smallest one. */
const wholeDegree = (n: number): number => (Math.abs(n) < 2 ** 63 ? Math.trunc(n) : -(2 ** 63));

/** p(n) from `p(k + 1) = next(x, k, p(k), p(k - 1))`, p(0) = 1 and p(1) = `first(x)`. */
const byRecurrence =
  (
    first: (x: number) => number,
    next: (x: number, k: number, now: number, before: number) => number,
  ): Polynomial =>
  (x, degree, round) => {
    const n = wholeDegree(degree);
    if (n < 0) return 0;
    let [before, now] = [1, round(first(x))];
    if (n === 0) return before;
    for (let k = 1; k < n && !Number.isNaN(now); k++) {
      [before, now] = [now, round(next(x, k, now, before))];
    }
    return now;
  };

function chebyshev({ first, atOne, atMinusOne, trigonometric }: Chebyshev): Polynomial {
  const outside = byRecurrence(first, (x, _, now, before) => 2 * x * now - before);
  return (x, degree, round) => {
    const n = wholeDegree(degree);
    if (n < 0) return 0;
    if (x === 1) return atOne(n);
    if (x === -1) return atMinusOne(n);
    if (n > RECURRENCE_UNTIL && Math.abs(x) < 1) return trigonometric(n, Math.acos(x));
    return outside(x, n, round);
  };
}

const shifted =
  (polynomial: Polynomial): Polynomial =>
  (x, n, round) =>
    polynomial(round(2 * x - 1), n, round);

const t = chebyshev(KINDS.t);
const u = chebyshev(KINDS.u);
const v = chebyshev(KINDS.v);
const w = chebyshev(KINDS.w);

/** By the name in `torch.special`. */
export const POLYNOMIALS: Readonly<Record<string, Polynomial>> = {
  chebyshev_polynomial_t: t,
  chebyshev_polynomial_u: u,
  chebyshev_polynomial_v: v,
  chebyshev_polynomial_w: w,
  shifted_chebyshev_polynomial_t: shifted(t),
  shifted_chebyshev_polynomial_u: shifted(u),
  shifted_chebyshev_polynomial_v: shifted(v),
  shifted_chebyshev_polynomial_w: shifted(w),
  hermite_polynomial_h: byRecurrence(
    (x) => 2 * x,
    (x, k, now, before) => 2 * (x * now - k * before),
  ),
  hermite_polynomial_he: byRecurrence(
    (x) => x,
    (x, k, now, before) => x * now - k * before,
  ),
  laguerre_polynomial_l: byRecurrence(
    (x) => 1 - x,
    (x, k, now, before) => ((2 * k + 1 - x) * now - k * before) / (k + 1),
  ),
  legendre_polynomial_p: byRecurrence(
    (x) => x,
    (x, k, now, before) => ((2 * k + 1) * x * now - k * before) / (k + 1),
  ),
};
