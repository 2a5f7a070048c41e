/** `torch.autocast`: products take their operands in a reduced dtype, losses and sums of powers theirs in float32. */
import { isReduced, rare, type DType, type ReducedFloat } from '../backend/dtype.ts';
import { Tensor } from '../tensor/tensor.ts';

/** What PyTorch's CPU computes in the reduced dtype. */
const REDUCED = new Set(
  (
    'conv1d conv2d conv3d conv_transpose1d conv_transpose2d conv_transpose3d bmm mm addmm addbmm baddbmm linear matmul ' +
    'linalg_vecdot prelu scaled_dot_product_attention'
  ).split(' '),
);
/** What it computes in float32. */
const WHOLE = new Set(
  (
    'avg_pool3d binary_cross_entropy binary_cross_entropy_with_logits prod quantile nanquantile cdist trace mse_loss ' +
    'l1_loss smooth_l1_loss huber_loss nll_loss cross_entropy kl_div poisson_nll_loss cosine_embedding_loss ' +
    'hinge_embedding_loss margin_ranking_loss multi_margin_loss multilabel_margin_loss soft_margin_loss ' +
    'triplet_margin_loss ctc_loss gaussian_nll_loss linalg_cond linalg_norm cholesky inverse pinverse det slogdet logdet'
  ).split(' '),
);

const state: { target: ReducedFloat | null; depth: number } = { target: null, depth: 0 };

/** Chooses the dtype of products until it is called with null. */
export function setAutocast(target: ReducedFloat | null): void {
  state.target = target;
  if (target !== null) rare.inUse = true;
}

/** Runs what an operation is made of, in whose operations nothing is cast again. */
export function insideOperation<R>(body: () => R): R {
  state.depth++;
  try {
    return body();
  } finally {
    state.depth--;
  }
}

/** The arguments of an operation, cast where autocasting is on and the operation is one of its. */
export function autocast(
  name: string,
  args: readonly unknown[],
  cast: (tensor: Tensor, dtype: DType) => Tensor,
): readonly unknown[] {
  const { target, depth } = state;
  if (target === null || depth > 0) return args;
  const dtype = REDUCED.has(name) ? target : WHOLE.has(name) || name.startsWith('linalg_') ? 'float32' : null;
  if (dtype === null) return args;
  const casts = (arg: unknown): unknown => {
    if (Array.isArray(arg)) return arg.map(casts);
    const isCast =
      arg instanceof Tensor && arg.dtype !== dtype && (arg.dtype === 'float32' || isReduced(arg.dtype));
    return isCast ? cast(arg, dtype) : arg;
  };
  return args.map(casts);
}
