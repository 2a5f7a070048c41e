/** Complex tensors by the functions that make tensors, and conversions to and from complex dtypes. */
import { isComplex, partsOf, type DType } from '../../../backend/dtype.ts';
import { notImplementedError } from '../../../backend/error.ts';
import type { Shape } from '../../../backend/layout.ts';
import { full, type Tensor } from '../../../tensor/tensor.ts';
import { complexForm } from '../../complex-forms.ts';
import { declarations } from '../../operation.ts';
import { isScalar } from '../../scalar.ts';
import { mulScalar } from '../pointwise/arithmetic.ts';
import { ne } from '../pointwise/selection.ts';
import { toDType } from '../creation/conversion.ts';
import { callOf } from './arithmetic.ts';
import { complex, partsIn, realView, together, viewAsComplex } from './parts.ts';

/** Whose imaginary part is 0 whatever the real one is. */
for (const entry of [
  'zeros',
  'ones',
  'eye',
  'eye_m',
  'arange',
  'arange_start',
  'arange_start_step',
  'linspace',
  'logspace',
  'empty',
  'zeros_like',
  'ones_like',
  'empty_like',
]) {
  complexForm(entry, (...args: readonly unknown[]): Tensor => {
    if (args.some((arg) => isScalar(arg) && arg.dtype === 'complex128'))
      throw notImplementedError(`D2L Exercises computes ${entry} between real numbers only`);
    const wanted = args.find((arg): arg is DType => typeof arg === 'string' && isComplex(arg as DType));
    const real = callOf(entry)(
      ...args.map((arg) => (arg === wanted && wanted !== undefined ? partsOf(wanted) : partOf(arg))),
    ) as Tensor;
    return complex(real, full(real.shape, 0, real.dtype));
  });
}

const partOf = (arg: unknown): unknown =>
  typeof arg === 'object' && arg !== null && (arg as { complex?: boolean }).complex === true
    ? realView(arg as Tensor)
    : arg;

/** Both parts of a normal number have half of the variance. */
for (const [entry, scale] of [
  ['randn', Math.SQRT1_2],
  ['rand', 1],
  ['randn_like', Math.SQRT1_2],
  ['rand_like', 1],
] as const) {
  complexForm(entry, (...args: readonly unknown[]): Tensor => {
    const named = new Map(declarations.get(entry)?.schema.arguments.map(({ name }, i) => [name, args[i]]));
    const like = named.get('self') as Tensor | undefined;
    const dtype = (named.get('dtype') ?? like?.dtype) as DType;
    const size = [...((named.get('size') as Shape | undefined) ?? like?.shape ?? []), 2];
    const pairs = callOf(entry.replace('_like', ''))(size, named.get('generator'), partsOf(dtype)) as Tensor;
    return viewAsComplex(scale === 1 ? pairs : mulScalar(pairs, scale));
  });
}

complexForm('_to_copy', (self: Tensor, dtype: DType): Tensor => {
  if (isComplex(dtype)) return together(partsIn(self, dtype));
  return dtype === 'bool' ? ne(self, full([], 0, self.dtype)) : toDType(realView(self), dtype);
});
