/** Arguments for reductions, cumulations and orders: by the name of the operation's entry, in the order of its files. */
import { floatScalar, intScalar } from '../../../../src/training/autograd/scalar.ts';
import { constant, type Samples } from '../arguments.ts';
import { positive, whole, withZero, x, y } from '../sample-tensors.ts';

export const samples: Samples = {
  // counting.ts
  count_nonzero: [() => [x(2, 3)]],

  // cumulative.ts
  cumsum: [() => [x(2, 3), 1], () => [x(2, 3), 0]],
  cumprod: [() => [x(2, 3), 1], () => [x(2, 3), 0], () => [withZero(4), 0]],
  cummax: [() => [x(2, 4), 1], () => [x(4, 2), 0]],
  cummin: [() => [x(2, 4), 1], () => [x(4, 2), 0]],
  logcumsumexp: [() => [x(2, 4), 1]],

  // differences.ts
  diff: [() => [x(2, 4)], () => [x(4, 2), 2, 0], () => [x(2, 3), 1, -1, y(2, 1), positive(2, 2)]],
  trapezoid_x: [() => [x(2, 4), positive(4)], () => [x(3, 2), constant([0, 1, 3], 'float64'), 0]],
  trapezoid_dx: [() => [x(2, 4), floatScalar(0.5)]],
  trapz_x: [() => [x(4), positive(4)]],
  trapz_dx: [() => [x(4)]],
  cumulative_trapezoid_x: [() => [x(2, 4), positive(4)]],
  cumulative_trapezoid_dx: [() => [x(2, 4)]],

  // gradient.ts
  gradient_scalarint: [() => [x(4)], () => [x(3, 4), floatScalar(2), 1, 2]],
  gradient_scalararray: [() => [x(3, 4), floatScalar(2), [0, 1]]],
  gradient_scalarrayint: [() => [x(3, 2), [0.5, 2]], () => [x(2), [0.5], 0]],
  gradient_scalarrayarray: [() => [x(3, 2), [0.5, 2], [1, 0]]],
  gradient_tensorarrayint: [() => [x(4), [constant([0, 1, 3, 4], 'float64')], 0, 2]],
  gradient_tensorarray: [() => [x(2, 3), [constant([0, 1, 3], 'float64')], [1]]],

  // extremes.ts
  max_dim: [() => [x(3, 2), 0], () => [x(3, 2), -1, true]],
  max_other: [() => [x(2, 3), y(2, 3)]],
  amax: [() => [x(2, 3)], () => [x(2, 3, 2), [0, 2]], () => [x(2, 3), [1], true]],
  min_dim: [() => [x(3, 2), 0], () => [x(3, 2), -1, true]],
  min_other: [() => [x(2, 3), y(2, 3)]],
  amin: [() => [x(2, 3)], () => [x(2, 3, 2), [0, 2]], () => [x(2, 3), [1], true]],
  aminmax: [() => [x(2, 3)], () => [x(2, 3), 1, true]],

  // moments.ts
  var_mean_dim: [() => [x(2, 3), [1], false, true]],
  var_mean_correction: [() => [x(2, 3), [0], intScalar(0)]],
  std_mean_dim: [() => [x(2, 3), [1], false, true]],
  std_mean_correction: [() => [x(2, 3), [0], intScalar(0)]],
  cov: [() => [x(2, 4)], () => [x(4), 0]],
  corrcoef: [() => [x(3, 4)]],

  // norms.ts
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

  // order-statistics.ts
  median: [() => [x(2, 3)], () => [x(4)]],
  kthvalue: [() => [x(3, 4), 2], () => [x(3, 4), 1, 0, true]],
  median_dim: [() => [x(3, 4), 1], () => [x(3, 4), 0, true]],
  nanmedian: [() => [x(2, 3)]],
  nanmedian_dim: [() => [x(3, 4), 1], () => [x(3, 4), 0, true]],
  mode: [() => [x(3, 4)]],

  // quantiles.ts
  quantile_scalar: [() => [x(2, 4), 0.3], () => [x(2, 4), 0.8, 1, true, 'midpoint']],
  quantile: [
    () => [x(2, 4), constant([0.1, 0.6], 'float64'), 1],
    () => [x(5), constant([0.5], 'float64', [])],
    () => [x(2, 4, 2), constant([0.1, 0.6, 0.9], 'float64'), 1, true, 'lower'],
  ],
  nanquantile_scalar: [() => [x(2, 4), 0.3]],
  nanquantile: [() => [x(2, 4), constant([0.1, 0.6], 'float64'), 1]],

  // reductions.ts
  prod: [() => [x(2, 3)], () => [x(1)], () => [withZero(3)]],
  prod_dim_int: [() => [x(2, 3), 1], () => [withZero(2, 3), 1], () => [x(2, 3), 0, true]],
  var: [() => [x(2, 3)], () => [x(2, 3), false]],
  var_dim: [() => [x(2, 3), [1]], () => [x(2, 3), [0], false, true]],
  var_correction: [() => [x(2, 3), [1]], () => [x(2, 3), null, intScalar(0), true]],
  std: [() => [x(2, 3)], () => [x(2, 3), false]],
  std_dim: [() => [x(2, 3), [1]], () => [x(2, 3), [0], false, true]],
  std_correction: [() => [x(2, 3), [1]], () => [x(2, 3), null, intScalar(0), true]],
  logsumexp: [() => [x(2, 3), [1]], () => [x(2, 3), [0, 1], true]],

  // sorting.ts
  sort: [() => [x(3, 4)], () => [x(3, 4), 0, true]],
  topk: [() => [x(3, 4), 2], () => [x(3, 4), 2, 0, false]],
  msort: [() => [x(3, 2)]],

  // sums.ts
  sum_to_size: [() => [x(2, 3), [3]], () => [x(2, 3), [2, 1]]],
  sum: [() => [x(2, 3)], () => [x()]],
  sum_dim_IntList: [
    () => [x(2, 3, 2), [1]],
    () => [x(2, 3, 2), [0, -1], true],
    () => [x(2, 3), null],
    () => [x(2, 3), []],
  ],
  mean_dim: [() => [x(2, 3, 2), [1]], () => [x(2, 3, 2), [0, -1], true], () => [x(2, 3), null]],
};
