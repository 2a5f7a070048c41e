/** Arithmetic, comparison and products of complex numbers, by their parts: the tape differentiates these (decision 33). */
import { complexOf, partsOf, resultType, type DType } from '../../../backend/dtype.ts';
import { full, type Tensor } from '../../../tensor/tensor.ts';
import { complexForm } from '../../complex-forms.ts';
import { declarations } from '../../operation.ts';
import { isScalar, typeOfBoth, typeWithScalar, type Scalar } from '../../scalar.ts';
import { add, div, mul, neg, sub } from '../pointwise/arithmetic.ts';
import { checkDTypes } from '../linalg/products.ts';
import { exp, log } from '../pointwise/functions.ts';
import { eq, eqScalar, logicalAnd, ne, where } from '../pointwise/selection.ts';
import { expand } from '../shape/broadcasting.ts';
import { toDType } from '../creation/conversion.ts';
import { broadcastShapes } from '../../../backend/layout.ts';
import { complex, partsIn, together, type Parts } from './parts.ts';

type Operand = Tensor | Scalar;

const bothTypes = (a: Operand, b: Operand): DType => {
  if (isScalar(a)) return isScalar(b) ? resultType(a.dtype, 2, b.dtype, 2) : typeWithScalar(b, a);
  return isScalar(b) ? typeWithScalar(a, b) : typeOfBoth(a, b);
};

/** The parts of an operand as an operation in `dtype` takes them. */
function partsAs(x: Operand, dtype: DType): Parts {
  if (!isScalar(x)) return partsIn(x, dtype);
  const type = partsOf(dtype);
  return {
    re: full([], x.value, type),
    im: x.dtype === 'complex128' ? full([], x.imaginary ?? 0, type) : null,
  };
}

type Combine = (a: Parts, b: Parts) => Parts;

const sum = (a: Tensor | null, b: Tensor | null): Tensor | null =>
  a === null ? b : b === null ? a : add(a, b);
const product = (a: Tensor | null, b: Tensor | null): Tensor | null =>
  a === null || b === null ? null : mul(a, b);

const plus: Combine = (a, b) => ({ re: add(a.re, b.re), im: sum(a.im, b.im) });
const minus: Combine = (a, b) => plus(a, { re: neg(b.re), im: b.im === null ? null : neg(b.im) });

const times: Combine = (a, b) => {
  const cross = product(a.im, b.im);
  const re = mul(a.re, b.re);
  return {
    re: cross === null ? re : sub(re, cross),
    im: sum(product(a.re, b.im), product(a.im, b.re)),
  };
};

const over: Combine = (a, b) => {
  if (b.im === null) return { re: div(a.re, b.re), im: a.im === null ? null : div(a.im, b.re) };
  const size = add(mul(b.re, b.re), mul(b.im, b.im));
  const top = times(a, { re: b.re, im: neg(b.im) });
  return { re: div(top.re, size), im: top.im === null ? null : div(top.im, size) };
};

/** `combine(a, b)` over the broadcast shape. */
function combined(combine: Combine, a: Operand, b: Operand): Tensor {
  const dtype = complexOf(partsOf(bothTypes(a, b)));
  const { re, im } = combine(partsAs(a, dtype), partsAs(b, dtype));
  if (im === null) return together({ re, im });
  const shape = broadcastShapes(re.shape, im.shape);
  return complex(expand(re, shape), expand(im, shape));
}

/** The operands, the second times alpha. */
const scaled = (x: Operand, alpha: Scalar): Operand =>
  alpha.value === 1 && alpha.dtype !== 'complex128' ? x : combined(times, x, alpha);

for (const [name, combine] of [
  ['add', plus],
  ['sub', minus],
] as const) {
  for (const overload of ['Tensor', 'Scalar']) {
    complexForm(`${name}_${overload}`, (self: Tensor, other: Operand, alpha: Scalar) =>
      combined(combine, self, scaled(other, alpha)),
    );
  }
}
complexForm('rsub_Scalar', (self: Tensor, other: Scalar, alpha: Scalar) =>
  combined(minus, other, scaled(self, alpha)),
);
complexForm('rsub_Tensor', (self: Tensor, other: Tensor, alpha: Scalar) =>
  combined(minus, other, scaled(self, alpha)),
);
for (const overload of ['Tensor', 'Scalar']) {
  complexForm(`mul_${overload}`, (self: Tensor, other: Operand) => combined(times, self, other));
  complexForm(`div_${overload}`, (self: Tensor, other: Operand) => combined(over, self, other));
}
complexForm('rdiv_Scalar', (self: Tensor, other: Scalar) => combined(over, other, self));

/** Larger whole powers than these are taken by way of the logarithm. */
const MOST_PRODUCTS = 8;

function power(base: Operand, exponent: Operand): Tensor {
  const dtype = complexOf(partsOf(bothTypes(base, exponent)));
  const z = together(partsAs(base, dtype));
  if (isScalar(exponent) && exponent.dtype !== 'complex128' && Number.isInteger(exponent.value)) {
    const { value } = exponent;
    if (value === 0) return full(z.shape, 1, dtype);
    if (Math.abs(value) <= MOST_PRODUCTS) {
      let result = z;
      for (let i = 1; i < Math.abs(value); i++) result = mul(result, z);
      return value < 0 ? div(full([], 1, dtype), result) : result;
    }
  }
  if (isScalar(exponent) && exponent.dtype !== 'complex128' && exponent.value === 0.5)
    return callOf('sqrt')(z) as Tensor;
  const w = together(partsAs(exponent, dtype));
  const isZero = eqScalar(z, 0);
  const base1 = where(isZero, full([], 1, dtype), z);
  const raised = exp(mul(w, log(base1)));
  return where(isZero, toDType(eqScalar(w, 0), dtype), raised);
}

complexForm('pow_Tensor_Scalar', power);
complexForm('pow_Tensor_Tensor', power);
complexForm('pow_Scalar', power);

/** An operation by the name of its entry. */
export const callOf = (entry: string): ((...args: unknown[]) => unknown) =>
  declarations.get(entry)?.apply as (...args: unknown[]) => unknown;

const asTensor = (x: Operand, dtype: DType): Tensor => (isScalar(x) ? together(partsAs(x, dtype)) : x);

function alike(a: Tensor, b: Operand): Tensor {
  const dtype = bothTypes(a, b);
  const [x, y] = [partsIn(a, dtype), partsIn(asTensor(b, complexOf(dtype)), dtype)];
  const zero = full([], 0, partsOf(dtype));
  return logicalAnd(eq(x.re, y.re), eq(x.im ?? zero, y.im ?? zero));
}

const not = (x: Tensor): Tensor => callOf('logical_not')(x) as Tensor;

for (const overload of ['Tensor', 'Scalar']) {
  complexForm(`eq_${overload}`, alike);
  complexForm(`ne_${overload}`, (self: Tensor, other: Operand) => not(alike(self, other)));
}
complexForm('equal', (self: Tensor, other: Tensor): unknown =>
  self.shape.join() === other.shape.join()
    ? callOf('equal')(alike(self, other), full(self.shape, 1, 'bool'))
    : false,
);

/** Whether each element is not 0: what questions about truth are asked of. */
const truth = (z: Tensor): Tensor => ne(z, full([], 0, z.dtype));

for (const entry of [
  'any',
  'any_dims',
  'any_dim',
  'all',
  'all_dims',
  'all_dim',
  'nonzero',
  'argwhere',
  'count_nonzero',
  'count_nonzero_dim_IntList',
  'logical_not',
]) {
  complexForm(entry, (self: Tensor, ...rest: readonly unknown[]) => callOf(entry)(truth(self), ...rest));
}

/** Which of the products it is that tells of operands of different dtypes. */
function kindOfProduct(entry: string, a: Tensor, b: Tensor): 'dot' | 'mm' | 'bmm' | 'mv' {
  if (entry === 'dot' || entry === 'mm' || entry === 'bmm' || entry === 'mv') return entry;
  if (a.rank > 2 || b.rank > 2) return 'bmm';
  return a.rank + b.rank === 2 ? 'dot' : a.rank + b.rank === 4 ? 'mm' : 'mv';
}

/** Products, which are linear in each of their first two operands. */
for (const entry of ['mm', 'bmm', 'mv', 'dot', 'matmul', 'outer', 'inner', 'kron', 'linalg_cross', 'cross']) {
  complexForm(entry, (a: Tensor, b: Tensor, ...rest: readonly unknown[]): Tensor => {
    const call = callOf(entry) as (a: Tensor, b: Tensor, ...rest: readonly unknown[]) => Tensor;
    if (entry !== 'outer' && entry !== 'kron') checkDTypes(kindOfProduct(entry, a, b), a, b);
    const dtype = typeOfBoth(a, b);
    const [x, y] = [partsIn(a, dtype), partsIn(b, dtype)];
    const zero = (re: Tensor): Tensor => full(re.shape, 0, re.dtype);
    const of = (p: Tensor, q: Tensor): Tensor => call(p, q, ...rest);
    const [xi, yi] = [x.im ?? zero(x.re), y.im ?? zero(y.re)];
    return complex(sub(of(x.re, y.re), of(xi, yi)), add(of(x.re, yi), of(xi, y.re)));
  });
}

complexForm('addmm', (self: Tensor, a: Tensor, b: Tensor, beta: Scalar, alpha: Scalar) =>
  combined(plus, scaled(self, beta), scaled(callOf('mm')(a, b) as Tensor, alpha)),
);
complexForm('lerp', (self: Tensor, end: Tensor, weight: Operand) =>
  combined(plus, self, combined(times, combined(minus, end, self), weight)),
);
