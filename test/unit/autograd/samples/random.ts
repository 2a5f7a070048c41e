/** Arguments for operations that draw random numbers: by the name of the operation's entry, in the order of its files. */
import { constant, leaf, type Samples } from '../arguments.ts';
import { positive, x } from '../sample-tensors.ts';

export const samples: Samples = {
  // random.ts
  random_to: [() => [x(2, 3), 7]],
  random_from: [() => [x(2, 3), 2, 7]],
  geometric: [() => [x(2, 3), 0.3]],

  // sampling.ts
  bernoulli: [() => [leaf([2, 3], 0.05, 0.95)]],
  bernoulli_p: [() => [x(2, 3), 0.4]],
  bernoulli_Tensor: [() => [x(2, 3), leaf([2, 3], 0.05, 0.95)]],
  _standard_gamma: [() => [positive(2, 3)]],
  _sample_dirichlet: [() => [positive(2, 3)]],
  poisson: [() => [positive(2, 3)]],
  binomial: [() => [constant([3, 20, 40], 'float64', [3]), constant([0.2, 0.9], 'float64', [2, 1])]],
};
