/** Attention. */
import { TorchError } from '../../../backend/error.ts';
import { full, type Tensor } from '../../../tensor/tensor.ts';
import { operation } from '../../operation.ts';
import { intScalar } from '../../scalar.ts';
import { softmax } from './softmax.ts';
import { add, mulScalar } from '../pointwise/arithmetic.ts';
import { tril } from '../linalg/diagonals.ts';
import { matmul } from '../linalg/products.ts';
import { eqScalar, where } from '../pointwise/selection.ts';
import { transpose } from '../shape/views.ts';

operation(
  'scaled_dot_product_attention(Tensor self, Tensor key, Tensor value, Tensor? attn_mask=None, float dropout_p=0.0, bool is_causal=False, *, float? scale=None) -> Tensor',
  {
    composite: true,
    forward: (
      query: Tensor,
      key: Tensor,
      value: Tensor,
      mask: Tensor | null,
      dropout: number,
      causal: boolean,
      scale: number | null,
    ): Tensor => {
      if (dropout !== 0) {
        throw new TorchError(
          'NotImplementedError',
          'D2L Exercises does not support scaled_dot_product_attention with dropout_p; apply torch.nn.functional.dropout to the weights',
        );
      }
      const factor = scale ?? 1 / Math.sqrt(query.shape.at(-1) as number);
      const scores = mulScalar(matmul(query, transpose(key, -2, -1)), factor);
      return matmul(softmax(masked(scores, mask, causal), -1), value);
    },
    namespace: 'nn.functional',
    doc: 'softmax(Q Kᵀ / sqrt(d)) V, where the mask allows it.',
  },
);

/** Scores of forbidden places are minus infinity; a mask of numbers is added. */
function masked(scores: Tensor, mask: Tensor | null, causal: boolean): Tensor {
  const forbidden = full([], -Infinity, scores.dtype);
  if (causal) {
    const allowed = tril(full(scores.shape.slice(-2), 1, scores.dtype), 0);
    return where(eqScalar(allowed, intScalar(1)), scores, forbidden);
  }
  if (mask === null) return scores;
  return mask.dtype === 'bool' ? where(mask, scores, forbidden) : add(scores, mask);
}
