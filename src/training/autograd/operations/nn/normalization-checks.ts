/** What normalisation demands of its input and its parameters, in PyTorch's words. */
import { runtimeError, TorchError } from '../../../backend/error.ts';
import { numel, sameShape, type Shape } from '../../../backend/layout.ts';
import type { Tensor } from '../../../tensor/tensor.ts';
import { checkFloating, checkSameType } from '../../operand-dtypes.ts';

const listed = (shape: Shape): string => `[${shape.join(', ')}]`;

/** Parameters, or running values, by the name that PyTorch's message has. */
type Named = Readonly<Record<string, Tensor | null>>;

/** @throws TorchError where the last dimensions, or the parameters, are not of the normalised shape */
export function checkNormalized(self: Tensor, shape: Shape, parameters: Named): void {
  if (shape.length === 0) {
    throw runtimeError(
      'Expected normalized_shape to be at least 1-dimensional, i.e., containing at least one element, but got normalized_shape = []',
    );
  }
  for (const [name, values] of Object.entries(parameters)) {
    if (values === null || sameShape(values.shape, shape)) continue;
    throw runtimeError(
      `Expected ${name} to be of same shape as normalized_shape, but got ${name} of shape ${listed(values.shape)} and normalized_shape = ${listed(shape)}`,
    );
  }
  const first = self.rank - shape.length;
  if (first >= 0 && sameShape(self.shape.slice(first), shape)) return;
  throw runtimeError(
    `Given normalized_shape=${listed(shape)}, expected input with shape [*, ${shape.join(', ')}], but got input of size${listed(self.shape)}`,
  );
}

/**
 * Parameters are of the input's dtype, or all float32 beside an input of 16 bits.
 *
 * @throws TorchError in PyTorch's words, which looks at the first parameter to tell whether dtypes are mixed
 */
export function checkParameters(
  self: Tensor,
  kernel: string | null,
  ...given: readonly (Tensor | null)[]
): void {
  const parameters = given.filter((each) => each !== null);
  if (parameters[0] === undefined || parameters[0].dtype === self.dtype) {
    if (kernel !== null) checkFloating(self, kernel);
    checkSameType(self, ...parameters);
  } else if (parameters.some(({ dtype }) => dtype !== 'float32')) {
    throw runtimeError('mixed dtype (CPU): expect parameter to have scalar type of Float');
  } else if (self.dtype !== 'float16' && self.dtype !== 'bfloat16') {
    throw runtimeError('mixed dtype (CPU): all inputs must share same datatype.');
  }
}

/** @throws TorchError for one value of each channel while training */
export function checkBatch(self: Tensor, training: boolean): void {
  const perValue = numel(self.shape) / Math.max(self.shape[1] ?? 1, 1);
  if (!training || perValue !== 1) return;
  throw new TorchError(
    'ValueError',
    `Expected more than 1 value per channel when training, got input size torch.Size(${listed(self.shape)})`,
  );
}

/** @throws TorchError for dtypes that the kernel does not take */
export function checkBatchTypes(self: Tensor, ...parameters: readonly (Tensor | null)[]): void {
  checkFloating(self, 'batch_norm');
  checkParameters(self, null, ...parameters);
}

/** @throws TorchError where there is not one value for each channel */
export function checkChannels(self: Tensor, given: Named): void {
  const channels = self.shape[1] ?? 1;
  for (const [name, values] of Object.entries(given)) {
    if (values === null || values.numel === channels) continue;
    throw runtimeError(`${name} should contain ${channels} elements not ${values.numel}`);
  }
}

/** @throws TorchError where the channels make no such groups, or groups of one value */
export function checkGroups(self: Tensor, groups: number, weight: Tensor | null, bias: Tensor | null): void {
  if (self.rank < 2) {
    throw runtimeError(`Expected at least 2 dimensions for input tensor but received ${self.rank}`);
  }
  if (groups === 0) throw new TorchError('ZeroDivisionError', 'integer division or modulo by zero');
  const [n = 1, channels = 1, ...spatial] = self.shape;
  const values = Math.floor((n * channels) / groups);
  if (values * numel(spatial) === 1) {
    throw new TorchError(
      'ValueError',
      `Expected more than 1 value per channel when training, got input size ${listed([values, groups, ...spatial])}`,
    );
  }
  if (groups < 0) throw runtimeError(`Expected num groups to be greater than 0, got ${groups}`);
  if (channels % groups !== 0) {
    throw runtimeError(
      `Expected number of channels in input to be divisible by num_groups, but got input of shape ${listed(self.shape)} and num_groups=${groups}`,
    );
  }
  for (const [name, each] of Object.entries({ weight, bias })) {
    if (each === null || (each.rank === 1 && each.numel === channels)) continue;
    // PyTorch tells the shape of the weight in either case.
    const shape = listed(weight?.shape ?? [0]);
    throw runtimeError(
      `Expected ${name} to be a vector of size equal to the number of channels in input, but got ${name} of shape ${shape} and input of shape ${listed(self.shape)}`,
    );
  }
}

/**
 * PyTorch normalises a batch of one example with all channels of the batch, each parameter so often.
 *
 * @throws TorchError where there is not one value for each channel
 */
export function checkEachChannel(self: Tensor, parameters: Named): void {
  const [n = 1, channels = 1] = self.shape;
  for (const [name, values] of Object.entries(parameters)) {
    if (values === null || values.numel === channels) continue;
    throw runtimeError(`${name} should contain ${n * channels} elements not ${n * values.numel}`);
  }
}

/** @throws TorchError where the running values are not those of the channels of a batch without elements */
export function checkFollowed(self: Tensor, running: Tensor | null): void {
  const [n = 1, channels = 1] = self.shape;
  if (running === null || n * running.numel === n * channels) return;
  throw runtimeError(`shape '${listed([n, channels])}' is invalid for input of size ${n * running.numel}`);
}

/** @throws TorchError for examples of one element, or where one of the running values is missing */
export function checkInstances(
  self: Tensor,
  mean: Tensor | null,
  variance: Tensor | null,
  useInput: boolean,
): void {
  if (useInput && numel(self.shape.slice(2)) === 1) {
    throw new TorchError(
      'ValueError',
      `Expected more than 1 spatial element when training, got input size torch.Size(${listed(self.shape)})`,
    );
  }
  if ((mean === null) === (variance === null)) return;
  throw new TorchError(
    'ValueError',
    'running_mean and running_var must either both be None or neither be None',
  );
}
