/** Arguments for operations that create and convert tensors: by the name of the operation's entry, in the order of its files. */
import type { Samples } from '../arguments.ts';
import { number, x, y } from '../sample-tensors.ts';

export const samples: Samples = {
  // conversion.ts
  _to_copy: [() => [x(2, 3), 'float64']],
  copy: [() => [x(2, 3), y(2, 3)], () => [x(2, 3), y(3)]],
  fill_Scalar: [() => [x(2, 3), number]],
  fill_Tensor: [() => [x(2, 3), y()]],
  to_dtype: [() => [x(2, 3), 'float64']],
};
