/** Attention. */
import { toContiguous } from '../../../backend/js/copy.ts';
import { cppName, isFloating } from '../../../backend/dtype.ts';
import { runtimeError } from '../../../backend/error.ts';
import { isRecording } from '../../tape/mode.ts';
import { Node } from '../../tape/node.ts';
import type { Generator } from '../../../tensor/generator.ts';
import { full, type Tensor } from '../../../tensor/tensor.ts';
import { operation } from '../../operation.ts';
import { dropout } from './dropout.ts';
import { softmax } from './softmax.ts';
import { add, mulScalar } from '../pointwise/arithmetic.ts';
import { repeatInterleave } from '../shape/joining.ts';
import { tril } from '../linalg/diagonals.ts';
import { matmul } from '../linalg/products.ts';
import { amax } from '../reduce/extremes.ts';
import { eqScalar, geScalar, where } from '../pointwise/selection.ts';
import { detach } from '../shape/slicing.ts';
import { transpose } from '../shape/views.ts';

operation(
  'scaled_dot_product_attention(Tensor query, Tensor key, Tensor value, Tensor? attn_mask=None, float dropout_p=0.0, bool is_causal=False, *, float? scale=None, bool enable_gqa=False, Generator? generator=None) -> Tensor',
  {
    composite: true,
    forward: (
      query: Tensor,
      key: Tensor,
      value: Tensor,
      mask: Tensor | null,
      p: number,
      causal: boolean,
      scale: number | null,
      grouped: boolean,
      generator: Generator,
    ): Tensor => {
      checkOperands(query, key, value, mask, causal);
      const [keys, values] = grouped ? spread(query, key, value) : [key, value];
      const factor = scale ?? 1 / Math.sqrt(query.shape.at(-1) as number);
      const scores = matmul(mulScalar(query, factor), transpose(keys, -2, -1));
      const seen = causal ? pastOnly(scores) : scores;
      const shares = mask === null ? softmax(seen, -1) : masked(seen, mask);
      const result = matmul(dropout(shares, p, true, generator), values);
      return isOneKernel(query, mask, p) ? named(result) : result;
    },
    namespace: 'nn.functional',
    doc: 'softmax(Q Kᵀ / sqrt(d)) V, where the mask allows it: (…, L, E), (…, S, E) and (…, S, Ev) to (…, L, Ev).',
  },
);

/** @throws TorchError in PyTorch's words */
function checkOperands(
  query: Tensor,
  key: Tensor,
  value: Tensor,
  mask: Tensor | null,
  causal: boolean,
): void {
  const each = { query, key, value };
  const said = (property: 'dim' | 'dtype'): string =>
    Object.entries(each)
      .map(([name, x]) => `${name}.${property}: ${property === 'dim' ? x.rank : cppName(x.dtype)}`)
      .join(' ')
      .replace(' value.', ' and value.');
  const all = Object.values(each);
  if (all.some((x) => x.dtype !== query.dtype)) {
    throw runtimeError(
      `Expected query, key, and value to have the same dtype, but got ${said('dtype')} instead.`,
    );
  }
  if (all.some((x) => x.rank < 2)) {
    throw runtimeError(
      `Expected query, key, and value to all be  at least 2 dimensional, but got ${said('dim')} instead.`,
    );
  }
  if (mask === null) return;
  if (mask.dtype !== 'bool' && mask.dtype !== query.dtype) {
    throw runtimeError(
      `Expected attn_mask dtype to be bool or float or to match query dtype, but got attn_mask.dtype: ${cppName(mask.dtype)} and  query.dtype: ${cppName(query.dtype)} instead.`,
    );
  }
  // PyTorch's kernel for four dimensions takes both.
  if (causal && query.rank !== 4) {
    throw runtimeError(
      '_scaled_dot_product_attention: Explicit attn_mask should not be set when is_causal=True',
    );
  }
}

/** Keys and values for as many heads as the query has. @throws TorchError when theirs do not divide it */
function spread(query: Tensor, key: Tensor, value: Tensor): [Tensor, Tensor] {
  const heads = query.shape.at(-3) ?? 1;
  const times = [key, value].map((x) => heads / (x.shape.at(-3) ?? 1));
  if (times.some((each) => !Number.isInteger(each))) {
    throw runtimeError('Number of heads in key and value must divide the number of heads in ');
  }
  return [key, value].map((x, i) => repeatInterleave(x, times[i] as number, -3)) as [Tensor, Tensor];
}

/** Scores of keys behind the query are minus infinity. */
function pastOnly(scores: Tensor): Tensor {
  const allowed = tril(full(scores.shape.slice(-2), 1, scores.dtype), 0);
  return where(geScalar(allowed, 1), scores, full([], -Infinity, scores.dtype));
}

/** The shares of scores under a mask of bools, or one that is added; a query that may see no key has shares of 0. */
function masked(scores: Tensor, mask: Tensor): Tensor {
  const forbidden = full([], -Infinity, scores.dtype);
  const left = mask.dtype === 'bool' ? where(mask, scores, forbidden) : add(scores, mask);
  if (left.numel === 0) return softmax(left, -1);
  const blind = eqScalar(amax(detach(left), [-1], true), -Infinity);
  if (!toContiguous(blind, 'bool').some((each) => each !== 0)) return softmax(left, -1);
  const none = full([], 0, scores.dtype);
  return where(blind, none, softmax(where(blind, none, left), -1));
}

/** Whether PyTorch computes it in one go. */
const isOneKernel = (query: Tensor, mask: Tensor | null, p: number): boolean =>
  query.rank === 4 && p === 0 && isFloating(query.dtype) && mask?.requiresGrad !== true;

function named(result: Tensor): Tensor {
  if (isRecording() && result.node instanceof Node) {
    result.node.name = 'ScaledDotProductFlashAttentionForCpuBackward0';
  }
  return result;
}
