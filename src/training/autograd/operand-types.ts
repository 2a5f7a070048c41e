/**
 * The dtypes that an operation takes, where PyTorch's kernels for the CPU do not take all: what the engine could
 * compute with others would hide a mistake that PyTorch tells.
 */
import { legacyName, promoteTypes, type DType } from '../backend/dtype.ts';
import { TorchError } from '../backend/error.ts';
import { Tensor } from '../tensor/tensor.ts';
import { isScalar } from './scalar.ts';

type Kind = 'bool' | 'integer' | 'floating';

/** What a restricted operation does not take, and the error that says so. */
interface Restriction {
  readonly refused: readonly Kind[];
  readonly error: (dtype: string) => TorchError;
  /** Kinds of a number beside the tensor that PyTorch computes in, so that the tensor's own dtype does not matter. */
  readonly lifting?: readonly Kind[];
}

const kindOf = (dtype: DType): Kind =>
  dtype === 'bool' ? 'bool' : dtype.startsWith('float') ? 'floating' : 'integer';

const notImplemented = (kernel: string) => (dtype: string) =>
  new TorchError('NotImplementedError', `"${kernel}" not implemented for '${dtype}'`);
const says = (message: string) => (dtype: string) =>
  new TorchError('RuntimeError', message.replace('DTYPE', dtype));

const floating = (kernel: string): Restriction => ({
  refused: ['bool', 'integer'],
  error: notImplemented(kernel),
});
const numbers = (kernel: string): Restriction => ({ refused: ['bool'], error: notImplemented(kernel) });
const integers = (kernel: string): Restriction => ({ refused: ['floating'], error: notImplemented(kernel) });
const noBool = (message: string): Restriction => ({ refused: ['bool'], error: says(message) });
const onlyFloating = (message: string): Restriction => ({
  refused: ['bool', 'integer'],
  error: says(message),
});

/** By the operation's name; the kernels are called as PyTorch's own messages call them. */
const RESTRICTIONS: Readonly<Record<string, Restriction>> = {
  mse_loss: floating('mse_cpu'),
  huber_loss: floating('huber_cpu'),
  smooth_l1_loss: floating('smooth_l1_cpu'),
  binary_cross_entropy: floating('binary_cross_entropy'),
  binary_cross_entropy_with_logits: floating('log_sigmoid_cpu'),
  multilabel_soft_margin_loss: floating('log_sigmoid_cpu'),
  kl_div: onlyFloating('kl_div: Integral inputs not supported.'),
  logaddexp: floating('logaddexp_cpu'),
  logaddexp2: floating('logaddexp2_cpu'),
  hypot: floating('hypot_cpu'),
  gelu: floating('GeluKernelImpl'),
  silu: floating('silu_cpu'),
  mish: floating('mish_cpu'),
  elu: floating('elu_cpu'),
  selu: floating('elu_cpu'),
  celu: floating('elu_cpu'),
  softplus: floating('softplus_cpu'),
  leaky_relu: floating('leaky_relu_cpu'),
  hardsigmoid: floating('hardsigmoid_cpu'),
  hardswish: floating('hardswish_cpu'),
  logsigmoid: floating('log_sigmoid_cpu'),
  hardshrink: floating('hardshrink_cpu'),
  softshrink: floating('softshrink_cpu'),
  glu: floating('glu_cpu'),
  prelu: floating('prelu_cpu'),
  frac: floating('frac_cpu'),
  logcumsumexp: floating('logcumsumexp_out_cpu'),
  poisson: floating('poisson_cpu'),
  lerp: floating('lerp_kernel_scalar'),
  relu: noBool('Boolean inputs not supported for relu'),
  relu6: noBool('Bool inputs not supported for hardtanh'),
  hardtanh: noBool('Bool inputs not supported for hardtanh'),
  threshold: numbers('threshold_cpu'),
  softsign: numbers('abs_cpu'),
  abs: numbers('abs_cpu'),
  round: numbers('round_vml_cpu'),
  floor: numbers('floor_vml_cpu'),
  ceil: numbers('ceil_vml_cpu'),
  trunc: numbers('trunc_vml_cpu'),
  median: numbers('median_cpu'),
  kthvalue: numbers('kthvalue_cpu'),
  bincount: numbers('bincount_cpu'),
  trace: numbers('trace'),
  fmod: { ...numbers('fmod_cpu'), lifting: ['integer', 'floating'] },
  remainder: { ...numbers('remainder_cpu'), lifting: ['floating'] },
  floor_divide: { ...numbers('div_floor_cpu'), lifting: ['floating'] },
  pow: { ...numbers('pow'), lifting: ['bool', 'integer', 'floating'] },
  cross: numbers('cross'),
  dot: numbers('dot'),
  mv: numbers('addmv_impl_cpu'),
  mm: numbers('addmm_impl_cpu_'),
  matmul: numbers('addmm_impl_cpu_'),
  addcmul: numbers('addcmul_cpu_out'),
  argmax: noBool('argmax(): does not support bool input'),
  argmin: noBool('argmin(): does not support bool input'),
  topk: noBool('topk does not support bool dtypes on CPU'),
  positive: noBool('The `+` operator, on a bool tensor is not supported.'),
  bitwise_not: integers('bitwise_not_cpu'),
  bitwise_and: integers('bitwise_and_cpu'),
  bitwise_or: integers('bitwise_or_cpu'),
  bitwise_xor: integers('bitwise_xor_cpu'),
  bitwise_left_shift: { refused: ['bool', 'floating'], error: notImplemented('lshift_cpu') },
  bitwise_right_shift: { refused: ['bool', 'floating'], error: notImplemented('rshift_cpu') },
};

const lifts = (restriction: Restriction, arg: unknown): boolean =>
  restriction.lifting !== undefined && isScalar(arg) && restriction.lifting.includes(kindOf(arg.dtype));

/**
 * The check that an operation's tensors are of dtypes that it takes; null when it takes all.
 *
 * @param name of the operator, without its overload
 */
export function operandCheck(name: string): ((args: readonly unknown[]) => void) | null {
  const restriction = RESTRICTIONS[name];
  if (restriction === undefined) return null;
  return (args) => {
    let common: DType | null = null;
    for (const arg of args) {
      if (arg instanceof Tensor) common = common === null ? arg.dtype : promoteTypes(common, arg.dtype);
      else if (lifts(restriction, arg)) return;
    }
    if (common !== null && restriction.refused.includes(kindOf(common)))
      throw restriction.error(legacyName(common));
  };
}
