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

/** p(n) from `p(k + 1) = next(k, p(k), p(k - 1))`, p(0) = 1 and p(1) = `first`. */
function recurrence(
  n: number,
  first: number,
  next: (k: number, now: number, before: number) => number,
): number {
  if (n < 0) return 0;
  let [before, now] = [1, first];
  if (n === 0) return before;
  for (let k = 1; k < n; k++) {
    if (Number.isNaN(now)) return NaN;
    [before, now] = [now, next(k, now, before)];
  }
  return now;
}

/** A polynomial of PyTorch's, with the degree as a float. */
export type Polynomial = (x: number, n: number) => number;

const chebyshev =
  ({ first, atOne, atMinusOne, trigonometric }: Chebyshev): Polynomial =>
  (x, degree) => {
    const n = Math.trunc(degree);
    if (n < 0) return 0;
    if (x === 1) return atOne(n);
    if (x === -1) return atMinusOne(n);
    if (n > RECURRENCE_UNTIL && Math.abs(x) < 1) return trigonometric(n, Math.acos(x));
    return recurrence(n, first(x), (_, now, before) => 2 * x * now - before);
  };

const shifted =
  (polynomial: Polynomial): Polynomial =>
  (x, n) =>
    polynomial(2 * x - 1, n);

const [t, u, v, w] = [KINDS.t, KINDS.u, KINDS.v, KINDS.w].map(chebyshev) as [
  Polynomial,
  Polynomial,
  Polynomial,
  Polynomial,
];

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
  hermite_polynomial_h: (x, n) =>
    recurrence(Math.trunc(n), 2 * x, (k, now, before) => 2 * (x * now - k * before)),
  hermite_polynomial_he: (x, n) => recurrence(Math.trunc(n), x, (k, now, before) => x * now - k * before),
  laguerre_polynomial_l: (x, n) =>
    recurrence(Math.trunc(n), 1 - x, (k, now, before) => ((2 * k + 1 - x) * now - k * before) / (k + 1)),
  legendre_polynomial_p: (x, n) =>
    recurrence(Math.trunc(n), x, (k, now, before) => ((2 * k + 1) * x * now - k * before) / (k + 1)),
};
