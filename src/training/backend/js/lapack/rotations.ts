/** Plane rotations (LAPACK's LARTG, LAEV2, LASV2, LAS2). */
import { withSign, type Rows } from './rows.ts';

const EPSILON = 2 ** -53;

export interface Rotation {
  readonly c: number;
  readonly s: number;
}

/** The rotation that turns (f, g) into (r, 0). */
export function rotationTo0(f: number, g: number): Rotation & { readonly r: number } {
  if (g === 0) return { c: 1, s: 0, r: f };
  if (f === 0) return { c: 0, s: withSign(1, g), r: Math.abs(g) };
  const length = Math.hypot(f, g);
  const r = withSign(length, f);
  return { c: Math.abs(f) / length, s: g / r, r };
}

/** The same with the signs of LAPACK before version 3.10: r is positive unless |f| > |g| asks for a positive c. */
export function olderRotationTo0(f: number, g: number): Rotation & { readonly r: number } {
  if (g === 0) return { c: 1, s: 0, r: f };
  if (f === 0) return { c: 0, s: 1, r: g };
  const length = Math.abs(f) > Math.abs(g) ? withSign(Math.hypot(f, g), f) : Math.hypot(f, g);
  return { c: f / length, s: g / length, r: length };
}

/** Turns rows i and i + 1: columns of what is kept transposed. */
export function rotateRows(rows: Rows, i: number, { c, s }: Rotation): void {
  const [first, second] = [rows[i] as Float64Array, rows[i + 1] as Float64Array];
  for (let j = 0; j < first.length; j++) {
    const [x, y] = [first[j] as number, second[j] as number];
    first[j] = c * x + s * y;
    second[j] = c * y - s * x;
  }
}

/** Eigenvalues of [[a, b], [b, c]], the larger in size first, and the rotation to its vector. */
export function symmetric2(a: number, b: number, c: number): { larger: number; smaller: number } & Rotation {
  const [sum, gap, twice] = [a + c, a - c, 2 * b];
  const root = Math.hypot(gap, twice);
  const [most, least] = Math.abs(a) > Math.abs(c) ? [a, c] : [c, a];
  const isNegative = sum < 0;
  const larger = sum === 0 ? root / 2 : (sum + (isNegative ? -root : root)) / 2;
  const smaller = sum === 0 ? -root / 2 : (most / larger) * least - (b / larger) * b;
  const sign = gap >= 0 ? 1 : -1;
  const reach = gap + sign * root;
  let rotation: Rotation;
  if (Math.abs(reach) > Math.abs(twice)) {
    const cotangent = -twice / reach;
    const s = 1 / Math.hypot(1, cotangent);
    rotation = { c: cotangent * s, s };
  } else if (twice === 0) rotation = { c: 1, s: 0 };
  else {
    const tangent = -reach / twice;
    const c0 = 1 / Math.hypot(1, tangent);
    rotation = { c: c0, s: tangent * c0 };
  }
  const turned = (isNegative ? -1 : 1) === sign;
  return { larger, smaller, ...(turned ? { c: -rotation.s, s: rotation.c } : rotation) };
}

/** The smaller singular value of [[f, g], [0, h]]. */
export function smallerSingular2(f: number, g: number, h: number): number {
  const [fa, ga, ha] = [Math.abs(f), Math.abs(g), Math.abs(h)];
  const [least, most] = [Math.min(fa, ha), Math.max(fa, ha)];
  if (least === 0) return 0;
  if (ga < most) {
    const [as, at, au] = [1 + least / most, (most - least) / most, (ga / most) ** 2];
    return least * (2 / (Math.sqrt(as * as + au) + Math.sqrt(at * at + au)));
  }
  const au = most / ga;
  if (au === 0) return (least * most) / ga;
  const [as, at] = [1 + least / most, (most - least) / most];
  const c = 1 / (Math.sqrt(1 + (as * au) ** 2) + Math.sqrt(1 + (at * au) ** 2));
  return 2 * (least * c) * au;
}

export interface Singular2 {
  readonly smaller: number;
  readonly larger: number;
  readonly left: Rotation;
  readonly right: Rotation;
}

/** Singular values, with signs, and rotations of [[f, g], [0, h]]. */
export function singular2(f: number, g: number, h: number): Singular2 {
  const swapped = Math.abs(h) > Math.abs(f);
  const [ft, ht] = swapped ? [h, f] : [f, h];
  const [fa, ha, ga] = [Math.abs(ft), Math.abs(ht), Math.abs(g)];
  let most: 'f' | 'g' | 'h' = swapped ? 'h' : 'f';
  let [smaller, larger] = [ha, fa];
  let [left, right]: [Rotation, Rotation] = [
    { c: 1, s: 0 },
    { c: 1, s: 0 },
  ];
  if (ga !== 0) {
    if (ga > fa) most = 'g';
    if (ga > fa && fa / ga < EPSILON) {
      larger = ga;
      smaller = ha > 1 ? fa / (ga / ha) : (fa / ga) * ha;
      [left, right] = [
        { c: 1, s: ht / g },
        { c: ft / g, s: 1 },
      ];
    } else ({ smaller, larger, left, right } = regular2(ft, g, ht));
  }
  const turn = ({ c, s }: Rotation): Rotation => ({ c: s, s: c });
  const [ownLeft, ownRight] = swapped ? [turn(right), turn(left)] : [left, right];
  const sign = signOf(most, ownLeft, ownRight, [f, g, h]);
  return {
    smaller: withSign(smaller, sign * withSign(1, f) * withSign(1, h)),
    larger: withSign(larger, sign),
    left: ownLeft,
    right: ownRight,
  };
}

function regular2(ft: number, g: number, ht: number): Singular2 {
  const [fa, ha] = [Math.abs(ft), Math.abs(ht)];
  const gap = fa - ha;
  const l = gap === fa ? 1 : gap / fa;
  const m = g / ft;
  const t = 2 - l;
  const s = Math.hypot(t, m);
  const r = l === 0 ? Math.abs(m) : Math.hypot(l, m);
  const a = (s + r) / 2;
  let tangent: number;
  if (m * m !== 0) tangent = (m / (s + t) + m / (r + l)) * (1 + a);
  else if (l === 0) tangent = withSign(2, ft) * withSign(1, g);
  else tangent = g / withSign(gap, ft) + m / t;
  const length = Math.hypot(tangent, 2);
  const right = { c: 2 / length, s: tangent / length };
  const left = { c: (right.c + right.s * m) / a, s: ((ht / ft) * right.s) / a };
  return { smaller: ha / a, larger: fa * a, left, right };
}

function signOf(
  most: 'f' | 'g' | 'h',
  left: Rotation,
  right: Rotation,
  [f, g, h]: [number, number, number],
): number {
  const sign = (x: number): number => withSign(1, x);
  if (most === 'f') return sign(right.c) * sign(left.c) * sign(f);
  if (most === 'g') return sign(right.s) * sign(left.c) * sign(g);
  return sign(right.s) * sign(left.s) * sign(h);
}
