/** Arguments for operations that rearrange, choose and order elements. */
import { floatScalar, intScalar } from '../../../src/training/autograd/scalar.ts';
import { constant, type Sample } from './arguments.ts';
import { indices, mask, positive, x, y } from './sample-tensors.ts';

const number = floatScalar(1.7);

/** By the name of the operation's entry. */
export const shapeSamples: Readonly<Record<string, readonly Sample[]>> = {
  diagonal: [() => [x(3, 4), 1], () => [x(2, 3, 3), 0, -2, -1], () => [x(3, 2), -1]],
  diagonal_backward: [() => [x(2), [3, 4], 2, 0, 1]],
  diag_embed: [() => [x(2, 3)], () => [x(2), 1, 0, 1], () => [x(2, 2), 0, 0, 2]],
  diag: [() => [x(3)], () => [x(3, 3), -1]],
  _diagonal_copy: [() => [x(3, 4), 1]],
  diagflat: [() => [x(2, 2), 1]],
  trace: [() => [x(3, 3)]],
  tril: [() => [x(3, 4)], () => [x(2, 3, 3), -1]],
  triu: [() => [x(3, 4)], () => [x(2, 3, 3), 1]],

  movedim_intlist: [() => [x(2, 3, 4), [0, 2], [1, 0]]],
  movedim_int: [() => [x(2, 3, 4), 0, -1]],
  unfold_dimension: [() => [x(7, 2), 0, 3, 2], () => [x(2, 5), -1, 2, 1], () => [x(), 0, 1, 1]],
  broadcast_to: [() => [x(3, 1), [2, 3, 4]]],
  expand_as: [() => [x(3, 1), constant([1, 2, 3, 4, 5, 6], 'float64', [3, 2])]],
  view_as: [() => [x(6), constant([1, 2, 3, 4, 5, 6], 'float64', [3, 2])]],
  reshape_as: [() => [x(2, 3), constant([1, 2, 3, 4, 5, 6], 'float64', [3, 2])]],
  ravel: [() => [x(2, 3)]],
  unflatten_int: [() => [x(2, 6), 1, [2, -1]]],
  _unsafe_view: [() => [x(2, 3), [3, 2]]],
  narrow: [() => [x(4, 2), 0, 1, 2]],
  mT: [() => [x(2, 3, 2)]],
  adjoint: [() => [x(2, 3)]],
  fliplr: [() => [x(2, 3)]],
  flipud: [() => [x(2, 3)]],
  combinations: [() => [x(4)], () => [x(3), 2, true]],
  repeat_interleave_self_Tensor: [() => [x(2, 3), indices([2, 0, 1]), 1], () => [x(3), indices([2])]],
  rot90: [1, 2, 3, 4].map((k) => () => [x(2, 3), k]),

  hstack: [() => [[x(2, 2), y(2, 1)]], () => [[x(2), y(3)]]],
  vstack: [() => [[x(2), y(1, 2)]]],
  dstack: [() => [[x(2), y(2)]]],
  column_stack: [() => [[x(2), y(2, 2)]]],
  tensor_split_sections: [() => [x(5, 2), 3]],
  tensor_split_indices: [() => [x(2, 5), [1, -1], 1]],
  hsplit_int: [() => [x(2, 4), 2], () => [x(4), 2]],
  hsplit_array: [() => [x(2, 4), [1, 3]]],
  vsplit_int: [() => [x(4, 2), 2]],
  vsplit_array: [() => [x(4, 2), [3]]],
  dsplit_int: [() => [x(1, 2, 4), 2]],
  dsplit_array: [() => [x(1, 2, 4), [1]]],

  masked_select: [() => [x(2, 3), mask([1, 0, 1])]],
  masked_scatter: [() => [x(2, 3), mask([1, 0, 1]), y(5)]],
  take: [() => [x(2, 3), indices([5, 0, 5, 2], [2, 2])]],
  put: [() => [x(2, 3), indices([5, 0]), y(2)], () => [x(2, 3), indices([1, 1]), y(2), true]],
  take_along_dim: [() => [x(2, 3), indices([2, 0], [2, 1]), 1], () => [x(2, 3), indices([4, 1])]],
  argwhere: [() => [x(2, 3)]],
  where: [() => [x(2, 3)]],

  _scatter: [() => [x(3, 2), 0, indices([2, 0], [1, 2]), y(1, 2)]],
  scatter_src: [() => [x(3, 2), 0, indices([2, 0], [1, 2]), y(2, 2)]],
  scatter_value: [() => [x(3, 2), 1, indices([1, 0, 1], [3, 1]), number]],
  scatter_reduce: [() => [x(3, 2), 0, indices([2, 0], [1, 2]), y(1, 2), 'add']],
  index_add: [
    () => [x(4, 2), 0, indices([2, 0, 2]), y(3, 2), number],
    () => [x(2, 3), -1, indices([1]), y(2, 1)],
  ],
  index_copy: [() => [x(4, 2), 0, indices([2, 0]), y(2, 2)], () => [x(2, 3), 1, indices([1]), y(2, 1)]],
  index_fill_int_Scalar: [() => [x(4, 2), 0, indices([2, 0]), number]],
  index_fill_int_Tensor: [() => [x(4, 2), 1, indices([1]), y()]],

  kthvalue: [() => [x(3, 4), 2], () => [x(3, 4), 1, 0, true]],
  median_dim: [() => [x(3, 4), 1], () => [x(3, 4), 0, true]],
  mode: [() => [x(3, 4)]],
  aminmax: [() => [x(2, 3)], () => [x(2, 3), 1, true]],
  cummax: [() => [x(2, 4), 1], () => [x(4, 2), 0]],
  cummin: [() => [x(2, 4), 1], () => [x(4, 2), 0]],
  diff: [() => [x(2, 4)], () => [x(4, 2), 2, 0], () => [x(2, 3), 1, -1, y(2, 1), positive(2, 2)]],
  quantile_scalar: [() => [x(2, 4), 0.3], () => [x(2, 4), 0.8, 1, true]],
  quantile: [
    () => [x(2, 4), constant([0.1, 0.6], 'float64'), 1],
    () => [x(5), constant([0.5], 'float64', [])],
  ],
  msort: [() => [x(3, 2)]],

  nansum: [() => [x(2, 3)], () => [x(2, 3), [1], true]],
  nanmean: [() => [x(2, 3)], () => [x(2, 3), [0]]],
  nan_to_num: [() => [x(2, 3)]],
  count_nonzero: [() => [x(2, 3)]],

  var_mean: [() => [x(2, 3)]],
  var_mean_dim: [() => [x(2, 3), [1], false, true]],
  var_mean_correction: [() => [x(2, 3), [0], intScalar(0)]],
  std_mean: [() => [x(2, 3)]],
  std_mean_dim: [() => [x(2, 3), [1], false, true]],
  std_mean_correction: [() => [x(2, 3), [0], intScalar(0)]],
  cov: [() => [x(2, 4)], () => [x(4), 0]],
  corrcoef: [() => [x(3, 4)]],
};
