import { describe, expect, it } from 'vitest';
import { erf, erfc } from '../../../src/training/backend/js/error-function.ts';
import { arenas, EDGES, numbers, ulps32, type Arena } from './arena.ts';

const LENGTHS = [0, 1, 2, 3, 4, 5, 7, 8, 15, 16, 17, 33, 100];
const BINARY = {
  add: (a: number, b: number) => a + b,
  sub: (a: number, b: number) => a - b,
  mul: (a: number, b: number) => a * b,
  div: (a: number, b: number) => a / b,
  // Of zeros either may be taken.
  maximum: (a: number, b: number) => (a === b ? a : Math.max(a, b)),
  minimum: (a: number, b: number) => (a === b ? a : Math.min(a, b)),
};
const NAMES = Object.keys(BINARY) as (keyof typeof BINARY)[];

const phi = (x: number) => Math.exp((-x * x) / 2) / Math.sqrt(2 * Math.PI);
const cumulative = (x: number) => erfc(-x / Math.SQRT2) / 2;
/** PyTorch's: 0 of NaN. */
const sign = (x: number) => Math.sign(x) || 0;
const sigmoid = (x: number) => 1 / (1 + Math.exp(-x));
const UNARY: Record<string, [(x: number) => number, number]> = {
  neg: [(x) => -x, 0],
  abs: [Math.abs, 0],
  square: [(x) => x * x, 0.51],
  sqrt: [Math.sqrt, 0.51],
  rsqrt: [(x) => 1 / Math.sqrt(x), 1.5],
  reciprocal: [(x) => 1 / x, 0.51],
  relu: [(x) => (x < 0 ? 0 : x), 0],
  exp: [Math.exp, 2],
  log: [Math.log, 2],
  tanh: [Math.tanh, 2],
  sigmoid: [sigmoid, 2],
  expm1: [Math.expm1, 2],
  log1p: [Math.log1p, 2],
  erf: [erf, 2.5],
  floor: [Math.floor, 0],
  ceil: [Math.ceil, 0],
  trunc: [Math.trunc, 0],
  round: [(x) => (Math.abs(x % 1) === 0.5 ? 2 * Math.round(x / 2) : Math.round(x)), 0],
  sign: [sign, 0],
};

const DOUBLE: Record<string, (x: number) => number> = {
  exp: Math.exp,
  log: Math.log,
  tanh: Math.tanh,
  sigmoid,
};

type Unary = 'exp';
const EDGE_PAIRS = EDGES.flatMap((a) => EDGES.map((b) => [a, b] as const));

/** Numbers of every size that float32 has, and many near 0. */
function manySizes(): number[] {
  const spread = numbers(4000, 5).map((x, at) => Math.fround(Math.sign(x) * 2 ** ((at / 4000) * 276 - 148)));
  return [...numbers(4000, 6, 100), ...numbers(4000, 7, 6), ...numbers(2000, 8), ...spread, ...EDGES];
}

function same(got: ArrayLike<number>, wanted: (at: number) => number, largest = 0.51): void {
  for (let at = 0; at < got.length; at++) {
    const error = ulps32(got[at]!, wanted(at));
    if (error > largest) expect([at, got[at], error]).toEqual([at, Math.fround(wanted(at)), '<= ' + largest]);
  }
}

/** Applies a kernel of one array and returns the result. */
function applied(arena: Arena, name: string, x: number[]): number[] {
  const input = arena.float32(x);
  const output = arena.take(Float32Array, x.length);
  arena.kernels[name as Unary](input.at, output.at, x.length);
  const result = [...output.values];
  arena.check();
  return result;
}

describe.each(await arenas())('element-wise kernels, %s', (_build, arena) => {
  it.each(NAMES)('%s takes arrays and numbers of every length, and all edges', (name) => {
    const f = BINARY[name];
    for (const n of [...LENGTHS, EDGE_PAIRS.length]) {
      const [x, y] =
        n === EDGE_PAIRS.length
          ? [EDGE_PAIRS.map(([a]) => a), EDGE_PAIRS.map(([, b]) => b)]
          : [numbers(n, 1, 3), numbers(n, 2, 3)];
      const [a, b, o] = [arena.float32(x), arena.float32(y), arena.take(Float32Array, n)];
      arena.kernels[name](a.at, b.at, o.at, n);
      same(o.values, (at) => f(x[at]!, y[at]!));
      arena.kernels[`${name}_s`](a.at, 1.5, o.at, n);
      same(o.values, (at) => f(x[at]!, 1.5));
      const [c, d, p] = [arena.float64(x), arena.float64(y), arena.take(Float64Array, n)];
      arena.kernels[`${name}64`](c.at, d.at, p.at, n);
      expect([...p.values]).toEqual(x.map((value, at) => f(value, y[at]!)));
      arena.kernels[`${name}64_s`](c.at, 0.1, p.at, n);
      expect([...p.values]).toEqual(x.map((value) => f(value, 0.1)));
      arena.check();
    }
  });

  it('subtracts from and divides a number', () => {
    const x = numbers(21, 4);
    const [a, o] = [arena.float32(x), arena.take(Float32Array, 21)];
    arena.kernels.sub_rs(a.at, 2, o.at, 21);
    same(o.values, (at) => 2 - x[at]!);
    arena.kernels.div_rs(a.at, 2, o.at, 21);
    same(o.values, (at) => 2 / x[at]!);
    const [b, p] = [arena.float64(x), arena.take(Float64Array, 21)];
    arena.kernels.sub64_rs(b.at, 2, p.at, 21);
    expect([...p.values]).toEqual(x.map((value) => 2 - value));
    arena.kernels.div64_rs(b.at, 2, p.at, 21);
    expect([...p.values]).toEqual(x.map((value) => 2 / value));
    arena.check();
  });

  it('works in place', () => {
    const x = numbers(19, 4);
    const a = arena.float32(x);
    arena.kernels.add(a.at, a.at, a.at, 19);
    same(a.values, (at) => 2 * x[at]!);
    arena.kernels.exp(a.at, a.at, 19);
    same(a.values, (at) => Math.exp(Math.fround(2 * x[at]!)), 2);
    arena.check();
  });

  it.each(Object.keys(UNARY))('%s is right for numbers of every size', (name) => {
    const [f, most] = UNARY[name]!;
    const x = manySizes();
    same(applied(arena, name, x), (at) => f(x[at]!), most);
    for (const n of LENGTHS) {
      const part = numbers(n, 3, 4);
      same(applied(arena, name, part), (at) => f(part[at]!), most);
    }
  });

  it('powers are those of C99, rounded once', () => {
    // JavaScript's is NaN where C99's is 1.
    const f = (x: number, y: number) => (x === 1 || (x === -1 && Math.abs(y) === Infinity) ? 1 : x ** y);
    const some = numbers(3000, 1, 5).map(
      (x, at) => [at % 2 ? Math.abs(x) : x, [2, 3, 0.5, -1][at % 4]!] as const,
    );
    const any = numbers(3000, 2, 4).map((y, at) => [Math.abs(numbers(1, at)[0]!) * 10, y] as const);
    const whole = EDGES.flatMap((x) => [-3, -2, 0, 1, 2, 3, 1e10].map((y) => [x, y] as const));
    const all = [...EDGE_PAIRS, ...whole, ...some, ...any];
    const [x, y] = [arena.float32(all.map(([a]) => a)), arena.float32(all.map(([, b]) => b))];
    const o = arena.take(Float32Array, all.length);
    arena.kernels.pow(x.at, y.at, o.at, all.length);
    same(o.values, (at) => f(x.values[at]!, y.values[at]!));
    for (const s of [0, 0.5, 3, -2, 1.7]) {
      arena.kernels.pow_s(x.at, s, o.at, all.length);
      same(o.values, (at) => f(x.values[at]!, Math.fround(s)));
    }
    arena.check();
  });

  it.each(Object.keys(DOUBLE))('%s64 keeps the digits of float64', (name) => {
    const f = DOUBLE[name]!;
    for (const n of [1, 2, 5, 3000]) {
      const x =
        n < 10 ? numbers(n, 1, 3) : [...numbers(n, 1, 3), ...numbers(n, 2, 700), ...EDGES, 1e-310, 1e300];
      const [a, o] = [arena.float64(x), arena.take(Float64Array, x.length)];
      arena.kernels[`${name}64` as 'exp64'](a.at, o.at, x.length);
      x.forEach((value, at) => {
        const [got, wanted] = [o.values[at]!, f(value)];
        const fine = Math.abs(got - wanted) <= 4.5e-16 * Math.abs(wanted) + 5e-324;
        if (!fine && !Object.is(got, wanted)) expect([name, value, got]).toEqual([name, value, wanted]);
      });
      arena.check();
    }
  });

  it('gelu and its slope keep their digits for negative numbers too', () => {
    const x = [...numbers(4000, 3, 6), ...numbers(2000, 4, 13), 0, -0, 1, -1, NaN, Infinity, 50, -50];
    same(applied(arena, 'gelu', x), (at) => x[at]! * cumulative(x[at]!), 7);
    const [g, v] = [arena.float32(x.map(() => 1)), arena.float32(x)];
    const o = arena.take(Float32Array, x.length);
    arena.kernels.gelu_backward(g.at, v.at, o.at, x.length);
    x.forEach((value, at) => {
      if (Number.isFinite(value))
        expect(Math.abs(o.values[at]! - cumulative(value) - value * phi(value))).toBeLessThan(2e-7);
    });
    arena.check();
  });

  it('silu and its gradient', () => {
    // Where the sigmoid has lost digits as a denormal, so has its product.
    const values = manySizes().filter((value) => !(value < -85));
    same(applied(arena, 'silu', values), (at) => values[at]! * sigmoid(values[at]!), 3);
    const [x, g] = [numbers(21, 1, 6), numbers(21, 2)];
    const [a, b, o] = [arena.float32(g), arena.float32(x), arena.take(Float32Array, 21)];
    arena.kernels.silu_backward(a.at, b.at, o.at, 21);
    x.forEach((value, at) => {
      const s = sigmoid(value);
      expect(o.values[at]).toBeCloseTo(g[at]! * s * (1 + value * (1 - s)), 6);
    });
    arena.check();
  });

  it('gradients are made of the result or the input', () => {
    const g = [...numbers(40, 1), 1, 1, 1];
    const v = [...numbers(40, 2), 0, -0, NaN];
    const backward = {
      relu_backward: (grad: number, x: number) => (x <= 0 ? 0 : grad),
      sigmoid_backward: (grad: number, y: number) => grad * (1 - y) * y,
      tanh_backward: (grad: number, y: number) => grad * (1 - y * y),
    };
    for (const [name, f] of Object.entries(backward)) {
      const [a, b, o] = [arena.float32(g), arena.float32(v), arena.take(Float32Array, g.length)];
      arena.kernels[name as 'relu_backward'](a.at, b.at, o.at, g.length);
      g.forEach((grad, at) => {
        if (Number.isNaN(f(grad, v[at]!))) expect(o.values[at]).toBeNaN();
        else expect(o.values[at]).toBeCloseTo(f(grad, v[at]!), 6);
      });
      const [c, d, p] = [arena.float64(g), arena.float64(v), arena.take(Float64Array, g.length)];
      arena.kernels[`${name}64` as 'relu_backward64'](c.at, d.at, p.at, g.length);
      expect([...p.values]).toEqual(g.map((grad, at) => f(grad, v[at]!)));
      arena.check();
    }
  });
});
