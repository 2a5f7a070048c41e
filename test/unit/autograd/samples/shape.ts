/** Arguments for operations that change shapes: by the name of the operation's entry, in the order of its files. */
import { constant, type Samples } from '../arguments.ts';
import { positive, x, y } from '../sample-tensors.ts';

export const samples: Samples = {
  // broadcasting.ts
  expand: [() => [x(3, 1), [3, 4]], () => [x(3), [2, 3]], () => [x(2, 1), [2, -1, 3]]],
  broadcast_tensors: [() => [[x(2, 1), y(3)]]],

  // grids.ts
  meshgrid: [() => [[x(2), y(3)], 'ij'], () => [[x(2), y(3)], 'xy']],
  cartesian_prod: [() => [[x(2), y(3)]], () => [[x(2)]]],

  // copies.ts
  as_strided_copy: [() => [x(3, 4), [2, 2], [1, 3], 1]],
  expand_copy: [() => [x(3, 1), [3, 4]]],
  select_copy_int: [() => [x(2, 3), 1, 0]],
  slice_copy_Tensor: [() => [x(4, 2), 0, 1, 3]],
  split_copy_Tensor: [() => [x(5, 2), 2]],
  split_with_sizes_copy: [() => [x(5, 2), [1, 4]]],
  narrow_copy: [() => [x(4, 2), 0, 1, 2]],
  permute_copy: [() => [x(2, 3), [1, 0]]],
  squeeze_copy_dim: [() => [x(2, 1), 1]],
  squeeze_copy_dims: [() => [x(2, 1), [1]]],
  transpose_copy_int: [() => [x(2, 3), 0, 1]],
  unfold_copy_dimension: [() => [x(5), 0, 2, 1]],
  unsqueeze_copy: [() => [x(3), 0]],
  view_copy: [() => [x(2, 3), [6]]],

  // joining.ts
  cat: [() => [[x(2, 3), y(1, 3)]], () => [[x(2, 3), y(2, 1), positive(2, 2)], -1]],
  stack: [() => [[x(2, 3), y(2, 3)]], () => [[x(2), y(2)], -1]],
  repeat: [() => [x(2, 3), [2, 1, 2]]],
  tile: [() => [x(2, 3), [2]]],
  repeat_interleave_self_int: [() => [x(2, 3), 2], () => [x(2, 3), 2, 1]],
  flip: [() => [x(2, 3), [0, -1]]],
  roll: [() => [x(2, 3), [1], [1]], () => [x(2, 3), [2]]],

  // padding.ts
  constant_pad_nd: [() => [x(2, 3), [1, 2, 0, 1]], () => [x(2, 4), [-1, 1]]],
  pad: [
    () => [x(2, 3), [1, 2], 'constant', 1],
    () => [x(1, 2, 3, 4), [1, 2, 1, 0], 'reflect'],
    () => [x(1, 3, 4), [2, 1], 'replicate'],
    () => [x(1, 3, 4), [2, 1], 'circular'],
  ],

  // rearranging.ts
  movedim_intlist: [() => [x(2, 3, 4), [0, 2], [1, 0]]],
  movedim_int: [() => [x(2, 3, 4), 0, -1]],
  broadcast_to: [() => [x(3, 1), [2, 3, 4]]],
  expand_as: [() => [x(3, 1), constant([1, 2, 3, 4, 5, 6], 'float64', [3, 2])]],
  view_as: [() => [x(6), constant([1, 2, 3, 4, 5, 6], 'float64', [3, 2])]],
  reshape_as: [() => [x(2, 3), constant([1, 2, 3, 4, 5, 6], 'float64', [3, 2])]],
  unflatten_int: [() => [x(2, 6), 1, [2, -1]]],
  narrow: [() => [x(4, 2), 0, 1, 2]],
  mT: [() => [x(2, 3, 2)]],
  rot90: [1, 2, 3, 4].map((k) => () => [x(2, 3), k]),

  // slicing.ts
  select_int: [() => [x(3, 2), 0, 1], () => [x(3, 2), -1, -1]],
  select_backward: [() => [x(2), [3, 2], 0, 1]],
  slice_Tensor: [() => [x(5, 2), 0, 1, 4], () => [x(5, 2), 0, null, null, 2], () => [x(2, 5), -1, -3]],
  slice_backward: [() => [x(2, 2), [5, 2], 0, 1, 4, 2]],

  // as-strided.ts
  as_strided: [() => [x(3, 4), [2, 2], [1, 3], 1], () => [x(4), [3, 2], [1, 1]]],
  as_strided_scatter: [() => [x(3, 4), y(2, 2), [2, 2], [1, 3], 1]],

  // splitting.ts
  split_Tensor: [() => [x(5, 2), 2], () => [x(2, 4), 3, 1]],
  split_with_sizes: [() => [x(5, 2), [1, 4]]],
  split_sizes: [() => [x(5, 2), [1, 4]]],
  chunk: [() => [x(5, 2), 2]],
  unsafe_split_Tensor: [() => [x(5, 2), 2]],
  unsafe_split_with_sizes: [() => [x(5, 2), [1, 4]]],
  unsafe_chunk: [() => [x(5, 2), 2]],
  unbind_int: [() => [x(3, 2)], () => [x(3, 2), -1]],

  // stacking.ts
  atleast_1d: [() => [x()]],
  atleast_1d_Sequence: [() => [[x(), y(2)]]],
  atleast_2d: [() => [x(3)]],
  atleast_2d_Sequence: [() => [[x(), y(2)]]],
  atleast_3d: [() => [x(3)], () => [x(2, 3)]],
  atleast_3d_Sequence: [() => [[x(), y(2)]]],
  hstack: [() => [[x(2, 2), y(2, 1)]], () => [[x(2), y(3)]]],
  vstack: [() => [[x(2), y(1, 2)]]],
  dstack: [() => [[x(2), y(2)]]],
  column_stack: [() => [[x(2), y(2, 2)]]],
  tensor_split_sections: [() => [x(5, 2), 3]],
  tensor_split_tensor_indices_or_sections: [
    () => [x(5, 2), constant([1, 3], 'int64')],
    () => [x(2, 5), constant([2], 'int64', []), 1],
  ],
  tensor_split_indices: [() => [x(2, 5), [1, -1], 1]],
  hsplit_int: [() => [x(2, 4), 2], () => [x(4), 2]],
  hsplit_array: [() => [x(2, 4), [1, 3]]],
  vsplit_int: [() => [x(4, 2), 2]],
  vsplit_array: [() => [x(4, 2), [3]]],
  dsplit_int: [() => [x(1, 2, 4), 2]],
  dsplit_array: [() => [x(1, 2, 4), [1]]],

  // strided.ts
  unfold_dimension: [() => [x(7, 2), 0, 3, 2], () => [x(2, 5), -1, 2, 1], () => [x(), 0, 1, 1]],

  // views.ts
  _view: [() => [x(2, 6), [3, 4]]],
  view: [() => [x(2, 6), [-1, 3]]],
  reshape: [() => [x(2, 6), [4, -1]]],
  permute: [() => [x(2, 3, 4), [2, 0, 1]]],
  transpose_int: [() => [x(2, 3, 4), 0, -1]],
  t: [() => [x(2, 3)], () => [x(3)]],
  squeeze: [() => [x(2, 1, 3, 1)]],
  squeeze_dim: [() => [x(2, 1, 3), 1], () => [x(2, 1, 3), 0]],
  squeeze_dims: [() => [x(2, 1, 3, 1), [1, -1]]],
  _squeeze: [() => [x(2, 1, 3, 1), [1, 3]]],
  unsqueeze: [() => [x(2, 3), 0], () => [x(2, 3), -1]],
  flatten_using_ints: [() => [x(2, 3, 2), 1]],
  _unsafe_view: [() => [x(2, 3), [3, 2]]],
};
