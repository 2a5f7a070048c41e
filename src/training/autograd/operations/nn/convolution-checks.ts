/** What convolutions demand of their arguments, in PyTorch's words. */
import { cppName } from '../../../backend/dtype.ts';
import { runtimeError } from '../../../backend/error.ts';
import type { Shape } from '../../../backend/layout.ts';
import type { Tensor } from '../../../tensor/tensor.ts';
import { checkSameType } from '../../operand-dtypes.ts';

const listed = (values: Shape): string => `[${values.join(', ')}]`;

/** How a convolution's kernels lie. */
export interface Settings {
  readonly stride: Shape;
  readonly padding: Shape;
  readonly dilation: Shape;
  /** Elements more that a transposed convolution is to make; absent in others. */
  readonly extra?: Shape;
  readonly groups: number;
}

/** @throws TorchError for settings that no convolution by such a weight has */
export function checkSettings(weight: Tensor, { groups, extra = [0], ...lists }: Settings): void {
  const spatial = weight.rank - 2;
  if (spatial < 1) throw runtimeError('weight should have at least three dimensions');
  if (groups <= 0) throw runtimeError('non-positive groups is not supported');
  for (const [name, values] of Object.entries(lists)) {
    if (values.length === spatial || values.length === 1) continue;
    throw runtimeError(
      `expected ${name} to be a single integer value or a list of ${spatial} values to match the convolution dimensions, but got ${name}=${listed(values)}`,
    );
  }
  const { stride, padding, dilation } = lists;
  if (padding.some((size) => size < 0)) throw runtimeError('negative padding is not supported');
  if (extra.some((more) => more < 0)) throw runtimeError('negative output_padding is not supported');
  if (stride.some((step) => step <= 0)) throw runtimeError('non-positive stride is not supported');
  if (dilation.some((gap) => gap <= 0)) throw runtimeError('dilation should be greater than zero');
}

/** @throws TorchError where input or bias (null for none) do not fit the weight (O, I / groups, …), transposed or not */
export function checkChannels(
  input: Tensor,
  weight: Tensor,
  bias: Tensor | null,
  groups: number,
  transposed = false,
): void {
  const [first = 0, second = 0] = weight.shape;
  const size = listed(weight.shape);
  if (input.rank !== weight.rank) {
    throw runtimeError(
      `Expected ${weight.rank}-dimensional input for ${weight.rank}-dimensional weight ${size}, but got ${input.rank}-dimensional input of size ${listed(input.shape)} instead`,
    );
  }
  if (first < groups) {
    throw runtimeError(
      `Given groups=${groups}, expected weight to be at least ${groups} at dimension 0, but got weight of size ${size} instead`,
    );
  }
  if (first % groups !== 0) {
    throw runtimeError(
      `Given groups=${groups}, expected weight to be divisible by ${groups} at dimension 0, but got weight of size [${size}] instead`,
    );
  }
  const wanted = transposed ? first : second * groups;
  if (input.shape[1] !== wanted) {
    throw runtimeError(
      `Given ${transposed ? 'transposed=1' : `groups=${groups}`}, weight of size ${size}, expected input${listed(input.shape)} to have ${wanted} channels, but got ${input.shape[1]} channels instead`,
    );
  }
  const out = transposed ? second * groups : first;
  if (bias === null || (bias.rank === 1 && bias.shape[0] === out)) return;
  throw runtimeError(
    `Given ${transposed ? 'transposed=1, ' : ''}weight of size ${size}, expected bias to be 1-dimensional with ${out} elements, but got bias of size ${listed(bias.shape)} instead`,
  );
}

/** @throws TorchError when input, weight and bias are of different dtypes */
export function checkTypes(input: Tensor, weight: Tensor, bias: Tensor | null): void {
  if (bias !== null && bias.dtype !== input.dtype) {
    const [own, other] = [input, bias].map(({ dtype }) => cppName(dtype));
    throw runtimeError(`Input type (${own}) and bias type (${other}) should be the same`);
  }
  checkSameType(input, weight);
}
