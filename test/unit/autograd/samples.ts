/** Arguments on which every operation with a gradient is tried out. */
import { floatScalar, intScalar } from '../../../src/training/autograd/scalar.ts';
import type { Tensor } from '../../../src/training/tensor/tensor.ts';
import { constant, leaf, type Sample } from './arguments.ts';
import { fraction, indices, mask, positive, x, y } from './sample-tensors.ts';

const number = floatScalar(1.7);
const whole = intScalar(3);

/** Two operands: of one shape, broadcast either way, with a number. */
const pairs: readonly Sample[] = [
  () => [x(2, 3), positive(2, 3)],
  () => [x(2, 3), positive(3)],
  () => [x(3, 1), positive(2, 1, 4)],
  () => [x(2), positive()],
];

const one = (make: () => Tensor): readonly Sample[] => [() => [make()]];
const anywhere = one(() => x(2, 3));
const abovezero = one(() => positive(2, 3));
const withinOne = one(() => fraction(2, 3));

const reductions = (make: (reduction: string) => readonly unknown[]): Sample[] =>
  ['none', 'mean', 'sum'].map((reduction) => () => make(reduction));

/** Targets between 0 and 1, outside the tape. */
const fractions = (...shape: number[]): Tensor => {
  const tensor = leaf(shape, 0.1, 0.9, 0.53);
  tensor.requiresGrad = false;
  return tensor;
};

/** Windows of 2 x 2 on images of 4 x 3, padded on both sides. */
const windows = {
  height: 4,
  width: 3,
  kernel: [2, 2],
  dilation: [1, 1],
  padding: [0, 1],
  stride: [2, 2],
  rows: 2,
  columns: 2,
} as const;

/** By the name of the operation's entry; the later operations' are in samples-more.ts. */
export const samples: Readonly<Record<string, readonly Sample[]>> = {
  add_Tensor: [...pairs, () => [x(2, 3), y(3), number]],
  add_Scalar: [() => [x(2, 3), number], () => [x(3), whole, number]],
  sub_Tensor: [...pairs, () => [x(2, 3), y(3), number]],
  sub_Scalar: [() => [x(2, 3), number], () => [x(3), whole, number]],
  rsub_Scalar: [() => [x(2, 3), number], () => [x(3), whole, number]],
  mul_Tensor: pairs,
  mul_Scalar: [() => [x(2, 3), number]],
  div_Tensor: pairs,
  div_Scalar: [() => [x(2, 3), number]],
  rdiv_Scalar: [() => [positive(2, 3), number]],
  neg: anywhere,

  expand: [() => [x(3, 1), [3, 4]], () => [x(3), [2, 3]], () => [x(2, 1), [2, -1, 3]]],
  clone: anywhere,
  contiguous: anywhere,
  _to_copy: [() => [x(2, 3), 'float64']],
  copy: [() => [x(2, 3), y(2, 3)], () => [x(2, 3), y(3)]],
  fill_Scalar: [() => [x(2, 3), number]],
  fill_Tensor: [() => [x(2, 3), y()]],
  zero: anywhere,

  where_self: [() => [mask([1, 0, 1]), x(2, 3), y(3)], () => [mask([1, 0], [2, 1]), x(3), y()]],
  masked_fill_Scalar: [() => [x(2, 3), mask([1, 0, 1]), number]],
  masked_fill_Tensor: [() => [x(2, 3), mask([1, 0, 1]), y()]],

  exp: anywhere,
  exp2: anywhere,
  expm1: anywhere,
  log: abovezero,
  log1p: abovezero,
  log2: abovezero,
  log10: abovezero,
  sqrt: abovezero,
  rsqrt: abovezero,
  square: anywhere,
  reciprocal: abovezero,
  abs: anywhere,
  sign: anywhere,
  sin: anywhere,
  cos: anywhere,
  tan: withinOne,
  asin: withinOne,
  acos: withinOne,
  atan: anywhere,
  sinh: anywhere,
  cosh: anywhere,
  tanh: anywhere,
  asinh: anywhere,
  acosh: one(() => leaf([2, 3], 1.3, 2.9)),
  atanh: withinOne,
  sigmoid: anywhere,
  relu: anywhere,
  threshold_backward: [() => [x(2, 3), fractions(2, 3)]],
  erf: anywhere,
  lgamma: abovezero,
  digamma: abovezero,
  polygamma: [() => [1, positive(2, 3)], () => [2, positive(3)]],
  floor: anywhere,
  ceil: anywhere,
  round: one(() => leaf([2, 3], 0.6, 1.4)),
  trunc: anywhere,

  index_select: [() => [x(4, 3), 0, indices([2, 0, 2])], () => [x(4, 3), -1, indices([1])]],
  _index_add_to: [() => [x(3, 2), [4, 2], 0, indices([2, 0, 2])]],
  index_Tensor: [
    () => [x(4, 3), [indices([3, 0, 3])]],
    () => [x(4, 3), [indices([3, 0], [2, 1]), indices([1, 1, 2])]],
    () => [x(4, 3), [mask([1, 0, 1, 1])]],
  ],
  index_put: [
    () => [x(4, 3), [indices([3, 0])], y(2, 3)],
    () => [x(4, 3), [indices([3, 0, 3])], y(3, 3), true],
    () => [x(4, 3), [indices([3, 0])], y(3)],
  ],
  gather: [() => [x(3, 2), 0, indices([2, 0, 1, 1], [2, 2])], () => [x(3, 2), 1, indices([1, 1, 0], [3, 1])]],
  scatter_add: [() => [x(3, 2), 0, indices([2, 0, 2, 1], [2, 2]), y(2, 2)]],

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

  _view: [() => [x(2, 6), [3, 4]]],
  view: [() => [x(2, 6), [-1, 3]]],
  reshape: [() => [x(2, 6), [4, -1]]],
  permute: [() => [x(2, 3, 4), [2, 0, 1]]],
  transpose_int: [() => [x(2, 3, 4), 0, -1]],
  t: [() => [x(2, 3)], () => [x(3)]],
  numpy_T: [() => [x(2, 3)]],
  squeeze: [() => [x(2, 1, 3, 1)]],
  squeeze_dim: [() => [x(2, 1, 3), 1], () => [x(2, 1, 3), 0]],
  squeeze_dims: [() => [x(2, 1, 3, 1), [1, -1]]],
  _squeeze: [() => [x(2, 1, 3, 1), [1, 3]]],
  unsqueeze: [() => [x(2, 3), 0], () => [x(2, 3), -1]],
  flatten_using_ints: [() => [x(2, 3, 2), 1]],

  mm: [() => [x(2, 3), y(3, 4)]],
  bmm: [() => [x(2, 2, 3), y(2, 3, 2)]],
  mv: [() => [x(2, 3), y(3)]],
  dot: [() => [x(3), y(3)]],
  matmul: [
    () => [x(2, 3), y(3, 2)],
    () => [x(2, 3), y(3)],
    () => [x(3), y(3, 2)],
    () => [x(3), y(3)],
    () => [x(2, 2, 3), y(3, 2)],
    () => [x(2, 1, 2, 3), y(2, 3, 2)],
    () => [x(2, 2, 3), y(3)],
  ],
  outer: [() => [x(2), y(3)]],

  to_dtype: [() => [x(2, 3), 'float64']],
  maximum: [() => [x(2, 3), y(2, 3)], () => [x(2, 1), y(3)]],
  minimum: [() => [x(2, 3), y(2, 3)], () => [x(2, 1), y(3)]],
  max: anywhere,
  max_dim: [() => [x(3, 2), 0], () => [x(3, 2), -1, true]],
  max_other: [() => [x(2, 3), y(2, 3)]],
  amax: [() => [x(2, 3)], () => [x(2, 3, 2), [0, 2]], () => [x(2, 3), [1], true]],
  min: anywhere,
  min_dim: [() => [x(3, 2), 0], () => [x(3, 2), -1, true]],
  min_other: [() => [x(2, 3), y(2, 3)]],
  amin: [() => [x(2, 3)], () => [x(2, 3, 2), [0, 2]], () => [x(2, 3), [1], true]],
  clamp: [
    () => [x(2, 3), floatScalar(-0.5), floatScalar(0.8)],
    () => [x(2, 3), floatScalar(0.2)],
    () => [x(2, 3), null, intScalar(0)],
  ],
  sort: [() => [x(3, 4)], () => [x(3, 4), 0, true]],
  topk: [() => [x(3, 4), 2], () => [x(3, 4), 2, 0, false]],
  median: [() => [x(2, 3)], () => [x(4)]],

  cat: [() => [[x(2, 3), y(1, 3)]], () => [[x(2, 3), y(2, 1), positive(2, 2)], -1]],
  stack: [() => [[x(2, 3), y(2, 3)]], () => [[x(2), y(2)], -1]],
  split_Tensor: [() => [x(5, 2), 2], () => [x(2, 4), 3, 1]],
  split_sizes: [() => [x(5, 2), [1, 4]]],
  chunk: [() => [x(5, 2), 2]],
  unbind_int: [() => [x(3, 2)], () => [x(3, 2), -1]],
  repeat: [() => [x(2, 3), [2, 1, 2]]],
  tile: [() => [x(2, 3), [2]]],
  repeat_interleave_self_int: [() => [x(2, 3), 2], () => [x(2, 3), 2, 1]],
  flip: [() => [x(2, 3), [0, -1]]],
  roll: [() => [x(2, 3), [1], [1]], () => [x(2, 3), [2]]],
  meshgrid: [() => [[x(2), y(3)], 'ij'], () => [[x(2), y(3)], 'xy']],
  broadcast_tensors: [() => [[x(2, 1), y(3)]]],

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

  prod: [() => [x(2, 3)], () => [x(1)]],
  prod_dim_int: [() => [x(2, 3), 1], () => [x(2, 3), 0, true]],
  var: [() => [x(2, 3)], () => [x(2, 3), false]],
  var_dim: [() => [x(2, 3), [1]], () => [x(2, 3), [0], false, true]],
  var_correction: [() => [x(2, 3), [1]], () => [x(2, 3), null, intScalar(0), true]],
  std: [() => [x(2, 3)], () => [x(2, 3), false]],
  std_dim: [() => [x(2, 3), [1]], () => [x(2, 3), [0], false, true]],
  std_correction: [() => [x(2, 3), [1]], () => [x(2, 3), null, intScalar(0), true]],
  linalg_vector_norm: [
    () => [x(2, 3)],
    () => [x(2, 3), intScalar(1)],
    () => [x(2, 3), whole, [1]],
    () => [x(2, 3), floatScalar(Infinity), [0], true],
    () => [x(2, 3), floatScalar(-Infinity)],
    () => [x(2, 3), intScalar(0)],
    () => [x(2, 3), floatScalar(0.5)],
  ],
  norm: [() => [x(2, 3)], () => [x(2, 3), intScalar(1)]],
  norm_ScalarOpt_dim: [() => [x(2, 3), null, [1]], () => [x(2, 3), intScalar(1), [0], true]],
  cumsum: [() => [x(2, 3), 1], () => [x(2, 3), 0]],
  cumprod: [() => [x(2, 3), 1], () => [x(2, 3), 0]],
  logsumexp: [() => [x(2, 3), [1]], () => [x(2, 3), [0, 1], true]],

  log_softmax_int: [() => [x(2, 3), 1], () => [x(2, 3), 0]],
  softmax_int: [() => [x(2, 3), 1], () => [x(2, 3), 0]],
  leaky_relu: [() => [x(2, 3)], () => [x(2, 3), floatScalar(0.3)]],
  elu: [() => [x(2, 3)], () => [x(2, 3), number]],
  prelu: [() => [x(2, 3), positive(1)]],
  softplus: [() => [x(2, 3)], () => [x(2, 3), intScalar(2), floatScalar(1.5)]],
  logsigmoid: anywhere,
  silu: anywhere,
  gelu: [() => [x(2, 3)], () => [x(2, 3), 'tanh']],
  dropout: [() => [x(4, 5), 0.4, true], () => [x(2, 3), 0.4, false], () => [x(2, 3), 1, true]],
  linear: [
    () => [x(2, 3), y(4, 3), positive(4)],
    () => [x(2, 2, 3), y(4, 3), null],
    () => [x(3), y(4, 3), positive(4)],
  ],

  mse_loss: reductions((reduction) => [x(2, 3), y(2, 3), reduction]),
  l1_loss: reductions((reduction) => [x(2, 3), y(2, 3), reduction]),
  smooth_l1_loss: [
    ...reductions((reduction) => [x(2, 3), y(2, 3), reduction, 0.8]),
    () => [x(2, 3), y(2, 3), 'mean', 0],
  ],
  huber_loss: reductions((reduction) => [x(2, 3), y(2, 3), reduction, 0.8]),
  nll_loss: [
    ...reductions((reduction) => [x(3, 4), indices([2, 0, 3]), null, -100, reduction]),
    () => [x(3, 4), indices([2, -100, 3]), constant([1, 2, 0.5, 3], 'float64')],
    () => [x(2, 3, 2), indices([2, 0, 1, 1], [2, 2])],
    () => [x(3), indices([1], [])],
  ],
  cross_entropy: [
    ...reductions((reduction) => [x(3, 4), indices([2, 0, 3]), null, -100, reduction, 0.2]),
    () => [x(3, 4), indices([2, -100, 3]), constant([1, 2, 0.5, 3], 'float64')],
    () => [x(2, 3, 2), indices([2, 0, 1, 1], [2, 2])],
    () => [x(2, 3), constant([0.2, 0.3, 0.5, 0.1, 0.1, 0.8], 'float64', [2, 3])],
  ],
  binary_cross_entropy: [
    ...reductions((reduction) => [leaf([2, 3], 0.05, 0.95), fractions(2, 3), null, reduction]),
    () => [leaf([2, 3], 0.05, 0.95), fractions(2, 3), constant([1, 2, 3], 'float64')],
  ],
  binary_cross_entropy_with_logits: [
    ...reductions((reduction) => [x(2, 3), fractions(2, 3), null, null, reduction]),
    () => [x(2, 3), fractions(2, 3), constant([1, 2, 3], 'float64'), constant([0.5, 2, 1], 'float64')],
  ],
  kl_div: reductions((reduction) => [x(2, 3), fractions(2, 3), reduction]),

  _unfold: [() => [x(2, 2, 4, 3), windows, 0]],
  _fold: [() => [x(2, 2, 4, 4), windows]],
  _convolution: [
    () => [x(2, 2, 4, 3), y(3, 2, 2, 2), y(3), windows, 1],
    () => [x(2, 4, 4, 3), y(4, 2, 2, 2), null, windows, 2],
  ],
  _convolution_input: [() => [x(2, 4, 2, 2), y(4, 1, 2, 2), windows, 2]],
  _convolution_weight: [() => [x(2, 2, 4, 3), y(2, 4, 2, 2), windows, 2]],
  _max_pool: [() => [x(2, 2, 4, 3), windows]],
  _max_pool_backward: [
    () => [y(1, 2, 2, 2), constant([0, 5, 6, 11, 3, 1, 9, 10], 'int32', [1, 2, 2, 2]), windows],
  ],
  _avg_pool: [() => [x(2, 2, 4, 3), 4, windows], () => [x(2, 2, 4, 3), 0, windows]],
  _avg_pool_backward: [() => [y(2, 2, 2, 2), 4, windows]],
  addmm: [
    () => [y(2), x(3, 4), y(4, 2)],
    () => [y(3, 2), x(3, 4), y(4, 2), floatScalar(0.5), floatScalar(2)],
  ],
  conv2d: [
    () => [x(2, 2, 4, 4), y(3, 2, 3, 2), y(3), [1], [0], [1], 1],
    () => [x(2, 4, 5, 5), y(4, 2, 2, 2), null, [2, 1], [1, 0], [1, 2], 2],
    () => [x(2, 4, 4), y(3, 2, 3, 3), null, [1], [1], [1], 1],
  ],
  max_pool2d: [() => [x(2, 2, 4, 4), [2]], () => [x(1, 4, 5), [3, 2], [1, 2], [1, 0], [1], true]],
  avg_pool2d: [() => [x(2, 2, 4, 4), [2]], () => [x(1, 4, 5), [3, 2], [1, 2], [1, 0], true]],

  normal: anywhere,
  uniform: anywhere,
  exponential: anywhere,
  random: anywhere,
  random_to: [() => [x(2, 3), 7]],
  random_from: [() => [x(2, 3), 2, 7]],
  bernoulli_float: anywhere,

  select_int: [() => [x(3, 2), 0, 1], () => [x(3, 2), -1, -1]],
  select_backward: [() => [x(2), [3, 2], 0, 1]],
  slice_Tensor: [() => [x(5, 2), 0, 1, 4], () => [x(5, 2), 0, null, null, 2], () => [x(2, 5), -1, -3]],
  slice_backward: [() => [x(2, 2), [5, 2], 0, 1, 4, 2]],

  sum: [() => [x(2, 3)], () => [x()]],
  sum_dim_IntList: [
    () => [x(2, 3, 2), [1]],
    () => [x(2, 3, 2), [0, -1], true],
    () => [x(2, 3), null],
    () => [x(2, 3), []],
  ],
  mean: [() => [x(2, 3)]],
  mean_dim: [() => [x(2, 3, 2), [1]], () => [x(2, 3, 2), [0, -1], true], () => [x(2, 3), null]],
};
