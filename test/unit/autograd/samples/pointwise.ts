/** Arguments for element-wise operations: by the name of the operation's entry, in the order of its files. */
import { floatScalar, intScalar } from '../../../../src/training/autograd/scalar.ts';
import { constant, leaf, type Sample, type Samples } from '../arguments.ts';
import {
  aboveZero,
  fraction,
  fractions,
  mask,
  number,
  pairs,
  positive,
  share,
  whole,
  withinOne,
  x,
  y,
} from '../sample-tensors.ts';

/** PyTorch has no derivative for the first argument. */
const incomplete: readonly Sample[] = [() => [constant([0.7, 1.9, 3.2], 'float64'), positive(3)]];

export const samples: Samples = {
  // division.ts
  div_Scalar: [() => [x(2, 3), number]],

  // activations.ts
  log_softmax_int: [() => [x(2, 3), 1], () => [x(2, 3), 0]],
  softmax_int: [() => [x(2, 3), 1], () => [x(2, 3), 0]],
  leaky_relu: [() => [x(2, 3)], () => [x(2, 3), floatScalar(0.3)]],
  elu: [() => [x(2, 3)], () => [x(2, 3), number]],
  prelu: [() => [x(2, 3), positive(1)]],
  softplus: [() => [x(2, 3)], () => [x(2, 3), intScalar(2), floatScalar(1.5)]],
  gelu: [() => [x(2, 3)], () => [x(2, 3), 'tanh']],
  dropout: [() => [x(4, 5), 0.4, true], () => [x(2, 3), 0.4, false], () => [x(2, 3), 1, true]],

  // arithmetic.ts
  add_Tensor: [...pairs, () => [x(2, 3), y(3), number]],
  add_Scalar: [() => [x(2, 3), number], () => [x(3), whole, number]],
  sub_Tensor: [...pairs, () => [x(2, 3), y(3), number]],
  sub_Scalar: [() => [x(2, 3), number], () => [x(3), whole, number]],
  rsub_Scalar: [() => [x(2, 3), number], () => [x(3), whole, number]],
  mul_Tensor: pairs,
  mul_Scalar: [() => [x(2, 3), number]],
  div_Tensor: pairs,
  rdiv_Scalar: [() => [positive(2, 3), number]],

  // gamma-functions.ts
  igamma: incomplete,
  igammac: incomplete,
  special_gammainc: incomplete,
  special_gammaincc: incomplete,
  special_zeta: [() => [constant([2.5, 3.5, 1.5], 'float64'), positive(3)]],
  mvlgamma: [() => [leaf([2, 3], 2.2, 4), 3]],
  special_multigammaln: [() => [leaf([2, 3], 2.2, 4), 2]],
  polygamma_method: [() => [positive(2, 3), 1]],

  // normal-functions.ts
  special_ndtri: share,

  // representation.ts
  nextafter: [() => [constant([0.5, 1.5], 'float64'), constant([1, 1], 'float64')]],

  // binary-functions.ts
  lerp_Scalar: [() => [x(2, 3), y(3), number]],
  lerp_Tensor: [() => [x(2, 3), y(3), positive(2, 1)]],
  xlogy_Tensor: [() => [x(2, 3), positive(3)]],
  copysign_Scalar: [() => [x(2, 3), floatScalar(-2)]],
  special_xlogy_Tensor: [() => [x(2, 3), positive(3)]],
  special_xlog1py_Tensor: [() => [x(2, 3), positive(3)]],
  float_power_Tensor_Tensor: [() => [positive(2, 3), y(3)]],

  // limits.ts
  _clamp_within: [() => [x(2, 3), -0.5, 0.5]],

  // clamp.ts
  clamp: [
    () => [x(2, 3), floatScalar(-0.5), floatScalar(0.8)],
    () => [x(2, 3), floatScalar(0.2)],
    () => [x(2, 3), null, intScalar(0)],
  ],
  clamp_Tensor: [() => [x(2, 3), leaf([3], -1.2, -0.3), leaf([2, 1], 0.3, 1.2)], () => [x(2, 3), y(3)]],
  clamp_min: [() => [x(2, 3), floatScalar(-0.5)]],
  clamp_max: [() => [x(2, 3), floatScalar(0.5)]],

  // functions.ts
  log: aboveZero,
  log1p: aboveZero,
  log2: aboveZero,
  log10: aboveZero,
  sqrt: aboveZero,
  rsqrt: aboveZero,
  reciprocal: aboveZero,
  tan: withinOne,
  asin: withinOne,
  acos: withinOne,
  acosh: [() => [leaf([2, 3], 1.3, 2.9)]],
  atanh: withinOne,
  threshold_backward: [() => [x(2, 3), fractions(2, 3)]],
  lgamma: aboveZero,
  digamma: aboveZero,
  polygamma: [() => [1, positive(2, 3)], () => [2, positive(3)]],
  round: [() => [leaf([2, 3], 0.6, 1.4)]],

  // activations.ts, piecewise-linear.ts
  relu6: [() => [leaf([2, 4], -3, 8)]],
  hardsigmoid: [() => [leaf([2, 4], -5, 5)]],
  hardswish: [() => [leaf([2, 4], -5, 5)]],
  celu: [() => [x(2, 3), number]],
  threshold: [() => [x(2, 3), floatScalar(0.3), number]],
  glu: [() => [x(2, 4)], () => [x(2, 3), 0]],
  softmin: [() => [x(2, 3), 1]],

  // nan.ts
  nansum: [() => [x(2, 3)], () => [x(2, 3), [1], true]],
  nanmean: [() => [x(2, 3)], () => [x(2, 3), [0]]],

  // powers.ts
  pow_Tensor_Scalar: [
    () => [x(2, 3), intScalar(2)],
    () => [x(2, 3), whole],
    () => [x(2, 3), intScalar(1)],
    () => [x(2, 3), intScalar(0)],
    () => [positive(2, 3), floatScalar(-1.5)],
    () => [positive(2, 3), floatScalar(0.5)],
  ],
  pow_Tensor_Tensor: [() => [positive(2, 3), y(2, 3)], () => [positive(3), y(2, 1)]],
  pow_Scalar: [() => [number, x(2, 3)]],
  ldexp_Tensor: [() => [x(2, 3), y(3)]],

  // remainders.ts
  floor_divide_Tensor: [() => [x(2, 3), positive(3)]],
  floor_divide_Scalar: [() => [x(2, 3), number]],
  remainder_Tensor: [() => [x(2, 3), positive(3)]],
  remainder_Scalar: [() => [x(2, 3), floatScalar(0.7)]],
  fmod_Tensor: [() => [x(2, 3), positive(3)]],
  fmod_Scalar: [() => [x(2, 3), floatScalar(0.7)]],
  rfloor_divide_Scalar: [() => [positive(2, 3), number]],
  div_Tensor_mode: ['floor', 'trunc', null].map((mode) => () => [x(2, 3), positive(3), mode]),
  div_Scalar_mode: ['floor', 'trunc', null].map((mode) => () => [x(2, 3), floatScalar(0.7), mode]),
  atan2: [() => [x(2, 3), y(3)]],

  // selection.ts
  where_self: [() => [mask([1, 0, 1]), x(2, 3), y(3)], () => [mask([1, 0], [2, 1]), x(3), y()]],
  masked_fill_Scalar: [() => [x(2, 3), mask([1, 0, 1]), number]],
  masked_fill_Tensor: [() => [x(2, 3), mask([1, 0, 1]), y()]],

  // special-functions.ts
  erfinv: [() => [fraction(2, 3)]],
  round_decimals: [() => [x(2, 3), 1]],
  logit: [...share, () => [leaf([2, 3], 0.1, 0.9), 0.2]],
  special_logit: share,
  special_log1p: share,
  special_erfinv: share,
  special_gammaln: share,
  special_digamma: share,
  special_psi: share,
  special_round: share,
  special_entr: share,
  special_polygamma: [() => [1, positive(2, 3)]],
  special_softmax: [() => [x(2, 3), 1]],
  special_log_softmax: [() => [x(2, 3), 1]],
  special_logsumexp: [() => [x(2, 3), [1]]],
};
