/** Arguments for layers and losses: by the name of the operation's entry, in the order of its files. */
import type { Mixture } from '../../../../src/training/backend/js/mixing.ts';
import { mixture } from '../../../../src/training/autograd/operations/nn/mixing.ts';
import { intScalar } from '../../../../src/training/autograd/scalar.ts';
import { constant, leaf, type Samples } from '../arguments.ts';
import type { Tensor } from '../../../../src/training/tensor/tensor.ts';
import { fractions, indices, mask, positive, reductions, x, y } from '../sample-tensors.ts';

/** Targets 1 and -1, or counts, outside the tape. */
const signs = (...values: number[]): Tensor => constant(values, 'float64');
const counts = signs;

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

/** New elements made of two neighbours each. */
const mixtureOf = (count: number, size: number): Mixture =>
  mixture(count, size, (i) => [
    [i % size, 0.25],
    [(i + 1) % size, 0.5 + i],
  ]);

/** Places from -1.4 to 1.4, at which nothing is as near to two neighbours. */
const places = (...shape: number[]): Tensor => leaf(shape, -1.37, 1.41);

/** An image at some places, interpolated and padded in these ways. */
const grids = (...ways: [mode: number, padding: number, corners: boolean][]): (() => unknown[])[] =>
  ways.map((way) => () => [x(1, 1, 3, 2), places(1, 1, 2, 2), ...way]);

export const samples: Samples = {
  // image-windows.ts
  _unfold: [() => [x(2, 2, 4, 3), windows, 0]],
  _fold: [() => [x(2, 2, 4, 4), windows]],
  _convolution: [
    () => [x(2, 2, 4, 3), y(3, 2, 2, 2), y(3), windows, 1],
    () => [x(2, 4, 4, 3), y(4, 2, 2, 2), null, windows, 2],
  ],
  _convolution_input: [() => [x(2, 4, 2, 2), y(4, 1, 2, 2), windows, 2]],
  _convolution_weight: [() => [x(2, 2, 4, 3), y(2, 4, 2, 2), windows, 2]],

  // image-pooling.ts
  _max_pool: [() => [x(2, 2, 4, 3), windows]],
  _max_pool_backward: [
    () => [y(1, 2, 2, 2), constant([0, 5, 6, 11, 3, 1, 9, 10], 'int32', [1, 2, 2, 2]), windows],
  ],
  _avg_pool: [() => [x(2, 2, 4, 3), 4, windows], () => [x(2, 2, 4, 3), 0, windows]],
  _avg_pool_backward: [() => [y(2, 2, 2, 2), 4, windows]],

  // attention.ts
  scaled_dot_product_attention: [
    () => [x(2, 3, 2), y(2, 3, 2), positive(2, 3, 2)],
    () => [x(3, 2), y(3, 2), positive(3, 2), null, 0, true],
    () => [x(2, 2), y(3, 2), positive(3, 2), mask([1, 0, 1])],
    () => [x(2, 3, 2), y(2, 3, 2), positive(2, 3, 2), mask([1, 0, 1, 0, 0, 0, 1, 1, 0], [3, 3])],
    () => [x(4, 2, 2), y(2, 3, 2), positive(2, 3, 2), null, 0, false, 0.7, true],
  ],

  // convolution.ts
  conv2d: [
    () => [x(2, 2, 4, 4), y(3, 2, 3, 2), y(3), [1], [0], [1], 1],
    () => [x(2, 4, 5, 5), y(4, 2, 2, 2), null, [2, 1], [1, 0], [1, 2], 2],
    () => [x(2, 4, 4), y(3, 2, 3, 3), null, [1], [1], [1], 1],
  ],
  max_pool1d_with_indices: [() => [x(1, 2, 6), [2]]],
  max_pool2d_with_indices: [() => [x(1, 2, 4, 4), [2, 2]]],
  max_pool2d: [() => [x(2, 2, 4, 4), [2]], () => [x(1, 4, 5), [3, 2], [1, 2], [1, 0], [1], true]],
  avg_pool2d: [
    () => [x(2, 2, 4, 4), [2]],
    () => [x(1, 4, 5), [3, 2], [1, 2], [1, 0], true],
    () => [x(1, 4, 5), [3, 2], [1, 2], [1, 1], true, false],
    () => [x(1, 4, 5), [3, 2], null, [0], false, true, 5],
  ],

  // linear.ts
  linear: [
    () => [x(2, 3), y(4, 3), positive(4)],
    () => [x(2, 2, 3), y(4, 3), null],
    () => [x(3), y(4, 3), positive(4)],
  ],

  // losses.ts
  mse_loss: [
    ...reductions((reduction) => [x(2, 3), y(2, 3), reduction]),
    ...reductions((reduction) => [x(2, 3), y(2, 3), reduction, positive(2, 3)]),
  ],
  l1_loss: reductions((reduction) => [x(2, 3), y(2, 3), reduction]),
  smooth_l1_loss: [
    ...reductions((reduction) => [x(2, 3), y(2, 3), reduction, 0.8]),
    () => [x(2, 3), y(2, 3), 'mean', 0],
  ],
  huber_loss: [
    ...reductions((reduction) => [x(2, 3), y(2, 3), reduction, 0.8]),
    ...reductions((reduction) => [x(2, 3), y(2, 3), reduction, 0.8, positive(2, 3)]),
  ],
  binary_cross_entropy: [
    ...reductions((reduction) => [leaf([2, 3], 0.05, 0.95), fractions(2, 3), null, reduction]),
    () => [leaf([2, 3], 0.05, 0.95), fractions(2, 3), constant([1, 2, 3], 'float64')],
  ],
  _cross_entropy_of_probabilities: [() => [leaf([2, 3], 0.05, 0.95), fractions(2, 3)]],
  binary_cross_entropy_with_logits: [
    ...reductions((reduction) => [x(2, 3), fractions(2, 3), null, null, reduction]),
    () => [x(2, 3), fractions(2, 3), constant([1, 2, 3], 'float64'), constant([0.5, 2, 1], 'float64')],
  ],
  kl_div: [
    ...reductions((reduction) => [x(2, 3), fractions(2, 3), reduction]),
    () => [x(2, 3), fractions(2, 3), 'batchmean'],
  ],

  // class-losses.ts
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
    ...reductions((reduction) => [
      x(3, 4),
      indices([2, -100, 3]),
      constant([1, 2, 0.5, 3], 'float64'),
      -100,
      reduction,
      0.2,
    ]),
  ],

  // margin-losses.ts
  hinge_embedding_loss: [() => [x(2, 3), signs(1, -1, 1), 0.8], () => [x(2, 3), signs(1, -1, -1), 1, 'none']],
  margin_ranking_loss: [() => [x(3), y(3), signs(1, -1, 1), 0.3]],
  _soft_margins: [() => [x(2, 3), signs(1, -1, 1)]],
  soft_margin_loss: [() => [x(2, 3), signs(1, -1, 1)]],
  cosine_embedding_loss: [() => [x(2, 3), y(2, 3), signs(1, -1), -0.9]],
  triplet_margin_loss: [
    () => [x(2, 3), y(2, 3), positive(2, 3), 4],
    () => [x(2, 3), y(2, 3), positive(2, 3), 4, 2, 1e-6, true],
  ],
  poisson_nll_loss: [() => [x(4), counts(0, 1, 2, 5)], () => [positive(4), counts(0, 1, 2, 5), false, true]],
  _floored_at: [() => [positive(4), 1e-6]],
  gaussian_nll_loss: [
    () => [x(2, 3), y(2, 3), positive(2, 3)],
    () => [x(2, 3), y(2, 3), positive(2, 3), true],
  ],
  multilabel_soft_margin_loss: [() => [x(2, 3), constant([1, 0, 1], 'float64')]],
  multi_margin_loss: [
    () => [x(2, 3), indices([2, 0])],
    () => [x(2, 3), indices([2, 0]), intScalar(2)],
    () => [x(2, 3), indices([2, 0]), intScalar(1), intScalar(1), positive(3)],
    () => [x(3), indices([1], [])],
  ],
  multilabel_margin_loss: [
    ...reductions((reduction) => [x(2, 3), indices([2, 0, -1, 1, -1, 0], [2, 3]), reduction]),
    () => [x(3), indices([1, -1, 0])],
  ],

  // normalization.ts
  rms_norm: [() => [x(2, 4), [4], positive(4), 0.1], () => [x(2, 2, 3), [2, 3], null, 0.1]],
  layer_norm: [() => [x(2, 4), [4], positive(4), y(4)], () => [x(2, 2, 3), [2, 3]]],
  batch_norm: [
    () => [x(4, 2), null, null, positive(2), y(2), true],
    () => [x(3, 2, 2), constant([0, 0], 'float64'), constant([1, 1], 'float64'), positive(2), y(2), true],
    () => [x(4, 2), constant([0.1, 0.2], 'float64'), constant([1, 2], 'float64')],
  ],
  native_layer_norm: [
    () => [x(2, 4), [4], positive(4), y(4), 0.1],
    () => [x(2, 2, 3), [2, 3], null, null, 0.1],
  ],
  native_batch_norm: [
    () => [x(4, 2), positive(2), y(2), null, null, true, 0.1, 0.1],
    () => [
      x(3, 2),
      null,
      null,
      constant([0.1, 0.2], 'float64'),
      constant([1, 2], 'float64'),
      false,
      0.1,
      0.1,
    ],
  ],
  _lstm_layer: [
    () => [x(3, 2, 8), y(2, 2), positive(2, 2), y(2, 8), x(8), false],
    () => [x(2, 2, 8), y(2, 2), positive(2, 2), y(2, 8), null, true],
  ],
  _recurrent_layer: [
    () => [x(3, 2, 6), y(2, 2), y(2, 6), positive(6), 'GRU', false],
    () => [x(3, 2, 2), y(2, 2), y(2, 2), positive(2), 'RNN_TANH', true],
    () => [x(2, 2, 2), y(2, 2), y(2, 2), null, 'RNN_RELU', false],
  ],
  _thnn_fused_gru_cell: [() => [x(2, 9), y(2, 9), positive(2, 3)]],
  _batch_norm: [
    () => [
      x(3, 2, 2),
      positive(2),
      y(2),
      constant([0.1, 0.2], 'float64'),
      constant([1, 2], 'float64'),
      false,
      0.1,
    ],
    () => [x(3, 2), null, y(2), constant([0.1, 0.2], 'float64'), constant([1, 2], 'float64'), false, 0.1],
  ],
  _layer_norm: [() => [x(2, 2, 3), positive(2, 3), y(2, 3), 2, 0.1], () => [x(2, 4), null, null, 1, 0.1]],
  _pick: [() => [x(2, 2, 3), indices([2, 0, 1, 1], [2, 2])]],
  _place: [() => [x(2, 2), indices([2, 0, 1, 1], [2, 2]), 3]],
  group_norm: [() => [x(2, 4, 2), 2, positive(4), y(4)]],
  instance_norm: [
    () => [x(2, 2, 4)],
    () => [x(2, 2, 4), constant([0.1, 0.2], 'float64'), constant([1, 2], 'float64'), x(2), y(2), false],
  ],

  // adaptive-pooling.ts
  adaptive_avg_pool1d: [() => [x(1, 2, 5), [2]]],
  adaptive_avg_pool2d: [() => [x(1, 2, 5, 4), [2, 3]], () => [x(2, 3, 3), [1, 1]]],
  adaptive_avg_pool3d: [() => [x(1, 2, 3, 2, 3), [2, 1, 2]]],
  adaptive_max_pool1d_with_indices: [() => [x(1, 2, 5), [2]]],
  adaptive_max_pool2d_with_indices: [() => [x(1, 2, 5, 4), [2, 3]]],
  adaptive_max_pool3d_with_indices: [() => [x(1, 2, 3, 2, 3), [2, 1, 2]]],

  // mixing.ts
  _mixed_along: [
    () => [x(2, 3, 2), 1, mixtureOf(4, 2)],
    () => [x(2, 3, 2), 2, mixtureOf(4, 3)],
    () => [x(30, 2), 2, mixtureOf(1, 30)],
    () => [x(2, 30), 1, mixtureOf(1, 30)],
  ],

  // window-maxima.ts
  _largest_of_windows: [
    () => [x(2, 4), { size: [4], counts: [2], along: () => [{ from: [0, 2], to: [3, 4], step: 1 }] }],
  ],

  _fractional_max_pool2d: [() => [x(1, 1, 4, 5), [2, 2], [2, 3], constant([0.3, 0.6], 'float64', [1, 1, 2])]],
  _fractional_max_pool3d: [
    () => [x(1, 1, 4, 5, 3), [2, 2, 2], [2, 3, 1], constant([0.3, 0.6, 0.1], 'float64', [1, 1, 3])],
  ],

  // volume-pooling.ts
  max_pool3d_with_indices: [() => [x(1, 1, 3, 4, 3), [2], [1], [1], [1], true]],
  avg_pool3d: [
    () => [x(1, 1, 3, 4, 3), [2], null, [1], true],
    () => [x(1, 1, 3, 4, 3), [2], [1], [1], false, false],
    () => [x(1, 3, 4, 3), [2, 1, 2], null, [0], false, true, 3],
  ],

  // grid-sampling.ts
  grid_sampler: grids([0, 0, false], [0, 1, true], [0, 2, false], [2, 2, true]),
  grid_sampler_2d: grids([2, 0, false]),
  grid_sampler_3d: [() => [x(1, 1, 2, 3, 2), places(1, 2, 1, 2, 3), 0, 0, false]],
  affine_grid_generator: [() => [x(2, 2, 3), [2, 1, 3, 2], false], () => [x(1, 3, 4), [1, 1, 2, 2, 2], true]],

  // resampling.ts
  _upsample: [
    () => [x(1, 2, 2, 3), [4, 6], [2, 2], 'nearest', false],
    () => [x(1, 2, 3), [5], [0], 'nearest-exact', false],
    () => [x(1, 2, 4), [6], [0], 'linear', false],
    () => [x(1, 2, 3, 3), [5, 2], [0, 0], 'linear', true],
    () => [x(1, 1, 2, 3, 2), [3, 2, 3], [0, 0, 0], 'linear', false],
    () => [x(1, 2, 3, 3), [5, 2], [0, 0], 'cubic', false],
    () => [x(1, 2, 4, 4), [2, 3], [0, 0], 'linear-antialias', false],
    () => [x(1, 2, 4, 4), [2, 3], [0, 0], 'cubic-antialias', false],
  ],
  unfold: [() => [x(1, 2, 4, 3), [2, 2], [1, 1], [1, 0], [2, 1]]],

  // sequences.ts
  conv1d: [
    () => [x(2, 2, 5), y(3, 2, 2), positive(3), [2], [1]],
    () => [x(4, 5), y(2, 2, 2), null, [1], [0], [2], 2],
  ],
  conv1d_padding: [() => [x(1, 2, 5), y(2, 2, 4), null, [1], 'same']],
  conv2d_padding: [
    () => [x(1, 2, 3, 4), y(2, 2, 3, 2), null, [1, 1], 'same'],
    () => [x(1, 2, 3, 4), y(2, 2, 3, 2)],
  ],
  max_pool1d: [() => [x(1, 2, 6), [2]]],
  avg_pool1d: [() => [x(1, 2, 6), [3], [2]]],
  conv_transpose2d: [
    () => [x(1, 2, 3, 2), y(2, 3, 2, 2), positive(3), [2, 1], [1, 0], [1, 0]],
    () => [x(4, 2, 2), y(4, 1, 3, 3), null, [1, 1], [0, 0], [0, 0], 2],
  ],
};
