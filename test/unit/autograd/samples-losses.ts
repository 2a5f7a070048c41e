/** Arguments for further losses, integrals and attention. */
import { floatScalar, intScalar } from '../../../src/training/autograd/scalar.ts';
import { constant, type Sample } from './arguments.ts';
import { indices, mask, positive, x, y } from './sample-tensors.ts';
import type { Tensor } from '../../../src/training/tensor/tensor.ts';

/** Targets 1 and -1, outside the tape. */
const signs = (...values: number[]): Tensor => constant(values, 'float64');
const counts = (...values: number[]): Tensor => constant(values, 'float64');

/** By the name of the operation's entry. */
export const lossSamples: Readonly<Record<string, readonly Sample[]>> = {
  hinge_embedding_loss: [() => [x(2, 3), signs(1, -1, 1), 0.8], () => [x(2, 3), signs(1, -1, -1), 1, 'none']],
  margin_ranking_loss: [() => [x(3), y(3), signs(1, -1, 1), 0.3]],
  soft_margin_loss: [() => [x(2, 3), signs(1, -1, 1)]],
  cosine_embedding_loss: [() => [x(2, 3), y(2, 3), signs(1, -1), -0.9]],
  triplet_margin_loss: [
    () => [x(2, 3), y(2, 3), positive(2, 3), 4],
    () => [x(2, 3), y(2, 3), positive(2, 3), 4, 2, 1e-6, true],
  ],
  poisson_nll_loss: [() => [x(4), counts(0, 1, 2, 5)], () => [positive(4), counts(0, 1, 2, 5), false, true]],
  gaussian_nll_loss: [
    () => [x(2, 3), y(2, 3), positive(2, 3)],
    () => [x(2, 3), y(2, 3), positive(2, 3), true],
  ],
  multilabel_soft_margin_loss: [() => [x(2, 3), constant([1, 0, 1], 'float64')]],
  multi_margin_loss: [() => [x(2, 3), indices([2, 0])], () => [x(2, 3), indices([2, 0]), intScalar(2)]],

  trapezoid_x: [() => [x(2, 4), positive(4)], () => [x(3, 2), constant([0, 1, 3], 'float64'), 0]],
  trapezoid_dx: [() => [x(2, 4), floatScalar(0.5)]],
  trapz_x: [() => [x(4), positive(4)]],
  trapz_dx: [() => [x(4)]],
  cumulative_trapezoid_x: [() => [x(2, 4), positive(4)]],
  cumulative_trapezoid_dx: [() => [x(2, 4)]],
  logcumsumexp: [() => [x(2, 4), 1]],
  block_diag: [() => [[x(2, 3), y(1, 2), positive(2)]]],
  scaled_dot_product_attention: [
    () => [x(2, 3, 2), y(2, 3, 2), positive(2, 3, 2)],
    () => [x(3, 2), y(3, 2), positive(3, 2), null, 0, true],
    () => [x(2, 2), y(3, 2), positive(3, 2), mask([1, 0, 1])],
  ],
};
