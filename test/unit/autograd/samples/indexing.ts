/** Arguments for operations that choose elements, or write to some: by the name of the operation's entry, in the order of its files. */
import type { Samples } from '../arguments.ts';
import { indices, mask, number, x, y } from '../sample-tensors.ts';

export const samples: Samples = {
  // embedding.ts
  embedding: [() => [indices([2, 0, 2, 1], [2, 2]), x(3, 2)]],

  // index-select.ts
  index_select: [() => [x(4, 3), 0, indices([2, 0, 2])], () => [x(4, 3), -1, indices([1])]],
  _rearrange: [() => [x(4, 3), 0, indices([2, 0, 3, 1])]],
  _index_add_to: [() => [x(3, 2), [4, 2], 0, indices([2, 0, 2])]],

  // index-put.ts
  index_Tensor: [
    () => [x(4, 3), [indices([3, 0, 3])]],
    () => [x(4, 3), [indices([3, 0], [2, 1]), indices([1, 1, 2])]],
    () => [x(4, 3), [mask([1, 0, 1, 1])]],
  ],
  _index_put_impl: [
    () => [x(4, 3), [indices([3, 0])], y(2, 3)],
    () => [x(4, 3), [indices([3, 0, 3])], y(3, 3), true],
    () => [x(4, 3), [indices([3, 0])], y(3)],
  ],
  index_put: [
    () => [x(4, 3), [indices([3, 0])], y(2, 3)],
    () => [x(2, 3), [mask([1, 0, 1, 0, 0, 1], [2, 3])], y(3)],
  ],

  // gather.ts
  gather: [() => [x(3, 2), 0, indices([2, 0, 1, 1], [2, 2])], () => [x(3, 2), 1, indices([1, 1, 0], [3, 1])]],
  scatter_add: [() => [x(3, 2), 0, indices([2, 0, 2, 1], [2, 2]), y(2, 2)]],

  // masked-and-flat.ts
  combinations: [() => [x(4)], () => [x(3), 2, true]],
  repeat_interleave_self_Tensor: [() => [x(2, 3), indices([2, 0, 1]), 1], () => [x(3), indices([2])]],
  masked_select: [() => [x(2, 3), mask([1, 0, 1])]],
  masked_scatter: [() => [x(2, 3), mask([1, 0, 1]), y(5)]],
  take: [() => [x(2, 3), indices([5, 0, 5, 2], [2, 2])]],
  put: [() => [x(2, 3), indices([5, 0]), y(2)], () => [x(2, 3), indices([1, 1]), y(2), true]],
  take_along_dim: [() => [x(2, 3), indices([2, 0], [2, 1]), 1], () => [x(2, 3), indices([4, 1])]],

  // scatter-into-views.ts
  select_scatter: [() => [x(3, 2), y(2), 0, 1], () => [x(3, 2), y(3), -1, -1]],
  slice_scatter: [() => [x(5, 2), y(3, 2), 0, 1, 4], () => [x(2, 4), y(2, 2), 1, null, null, 2]],
  diagonal_scatter: [() => [x(3, 4), y(3)], () => [x(3, 3), y(2), -1], () => [x(2, 3, 3), y(3, 2), 0, 0, 1]],

  // scatter-reduce.ts
  _scatter_reduce: ['sum', 'prod', 'mean', 'amax', 'amin'].flatMap((reduce) =>
    [true, false].map((includesSelf) => () => [
      x(3, 2),
      0,
      indices([2, 0, 2, 2], [2, 2]),
      y(2, 2),
      reduce,
      includesSelf,
    ]),
  ),
  scatter_reduce_two: [
    () => [x(3, 2), 0, indices([2, 0], [1, 2]), y(2, 2), 'mean'],
    () => [x(4), 0, indices([1, 1, 3]), y(3), 'prod', false],
  ],

  // scattered-reductions.ts
  index_reduce: [() => [x(4, 2), 0, indices([2, 0, 2]), y(3, 2), 'amax']],
  scatter_tensor_reduction: [() => [x(3, 2), 0, indices([2, 0], [1, 2]), y(1, 2), 'add']],
  scatter_value_reduction: [() => [x(3, 2), 1, indices([1, 0, 1], [3, 1]), number, 'multiply']],

  // scattering.ts
  _scatter: [() => [x(3, 2), 0, indices([2, 0], [1, 2]), y(1, 2)]],
  scatter_src: [() => [x(3, 2), 0, indices([2, 0], [1, 2]), y(2, 2)]],
  scatter_value: [() => [x(3, 2), 1, indices([1, 0, 1], [3, 1]), number]],
  index_add: [
    () => [x(4, 2), 0, indices([2, 0, 2]), y(3, 2), number],
    () => [x(2, 3), -1, indices([1]), y(2, 1)],
  ],
  index_copy: [() => [x(4, 2), 0, indices([2, 0]), y(2, 2)], () => [x(2, 3), 1, indices([1]), y(2, 1)]],
  index_fill_int_Scalar: [() => [x(4, 2), 0, indices([2, 0]), number]],
  index_fill_int_Tensor: [() => [x(4, 2), 1, indices([1]), y()]],
};
