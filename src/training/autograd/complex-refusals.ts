/** What PyTorch says of operations that have no complex form. */
import { notImplementedError, runtimeError, type TorchError } from '../backend/error.ts';
import type { Restriction } from './operand-dtypes.ts';

/** The kernels that PyTorch's CPU has for real numbers only. */
const KERNELS: Readonly<Record<string, string>> = {
  max: 'max_all',
  min: 'min_all',
  amax: 'max_values_cpu',
  amin: 'min_values_cpu',
  floor_divide: 'div_floor_cpu',
  erf: 'erf_vml_cpu',
  erfc: 'erfc_vml_cpu',
  lgamma: 'lgamma_vml_cpu',
  round: 'round_vml_cpu',
  unique: 'unique',
  _unique2: 'unique',
  softmax: 'softmax_lastdim_kernel_impl',
  log_softmax: 'log_softmax_lastdim_kernel_impl',
  gelu: 'GeluKernelImpl',
  mse_loss: 'mse_cpu',
  lt: 'lt_cpu',
  le: 'le_cpu',
  gt: 'gt_cpu',
  ge: 'ge_cpu',
  remainder: 'remainder_cpu',
  fmod: 'fmod_cpu',
  cummax: 'cummax_cpu',
  cummin: 'cummin_cpu',
  hypot: 'hypot_cpu',
  atan2: 'atan2_cpu',
  bitwise_and: 'bitwise_and_cpu',
  bitwise_or: 'bitwise_or_cpu',
  bitwise_xor: 'bitwise_xor_cpu',
  bitwise_not: 'bitwise_not_cpu',
  kthvalue: 'kthvalue_cpu',
  median: 'median_cpu',
};

/** Operations that PyTorch refuses before it looks for a kernel. */
const SENTENCES: Readonly<Record<string, string>> = {
  floor: 'floor is not supported for complex inputs',
  ceil: 'ceil is not supported for complex inputs',
  trunc: 'trunc is not supported for complex inputs',
  sign: 'Unlike NumPy, torch.sign is not intended to support complex numbers. Please use torch.sgn instead.',
  clamp: 'clamp is not supported for complex types',
  clamp_min: 'clamp is not supported for complex types',
  clamp_max: 'clamp is not supported for complex types',
  relu: 'clamp is not supported for complex types',
};
const RUNTIME_SENTENCES: Readonly<Record<string, string>> = {
  sort: ' Sort does not support complex dtypes on CPU',
  argsort: ' Sort does not support complex dtypes on CPU',
  topk: ' topk does not support complex dtypes on CPU',
  argmax: 'argmax(): does not support complex input',
  argmin: 'argmin(): does not support complex input',
  maximum: 'maximum not implemented for complex tensors.',
  minimum: 'minimum not implemented for complex tensors.',
  heaviside: 'heaviside is not yet implemented for complex tensors.',
  nansum: 'nansum on CPU does not support complex inputs',
  quantile: 'quantile() input tensor must be either float or double dtype',
};

/** The error of an operation that has no complex form. */
export function refusal(name: string, dtype: string, restriction: Restriction | undefined): TorchError {
  const sentence = SENTENCES[name];
  if (sentence !== undefined) return notImplementedError(sentence);
  const runtime = RUNTIME_SENTENCES[name];
  if (runtime !== undefined) return runtimeError(runtime);
  const kernel = KERNELS[name];
  if (kernel === undefined && restriction !== undefined) return restriction.error(dtype);
  if (kernel !== undefined) return notImplementedError(`"${kernel}" not implemented for '${dtype}'`);
  return notImplementedError(`D2L Exercises does not compute ${name} with complex numbers`);
}
