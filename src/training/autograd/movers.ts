/**
 * Operations whose results consist of elements of their arguments: what an element is made of may be moved part by part.
 * So move the halves of integers that doubles are too short for, and the parts of complex numbers (decision 33).
 */
import { Tensor } from '../tensor/tensor.ts';
import { isScalar, type Scalar } from './scalar.ts';
import type { Schema } from './schema.ts';

const MOVERS: ReadonlySet<string> = new Set(
  (
    'cat stack repeat tile flip roll rot90 constant_pad_nd repeat_interleave index index_put _index_put_impl _place ' +
    'index_select gather _pick scatter _scatter index_copy index_fill masked_select masked_scatter masked_fill fill full full_like take put ' +
    'take_along_dim where select_scatter slice_scatter diagonal_scatter select_backward slice_backward tril triu diag ' +
    'diag_embed block_diag cartesian_prod combinations copy clone broadcast_to _unsafe_view zeros_like ones_like'
  ).split(' '),
);

/** Arguments that say where elements go and do not go there themselves. */
const PLACES: ReadonlySet<string> = new Set(['index', 'indices', 'mask', 'condition', 'repeats', 'sections']);

export const isMover = ({ name }: Schema): boolean => MOVERS.has(name);

/** One part of a tensor's elements, or of a number. */
export interface PartOf {
  readonly tensor: (tensor: Tensor) => Tensor;
  readonly scalar: (scalar: Scalar) => Scalar;
}

/** The arguments of a mover with a part of what is moved in place of the whole. */
export function partOfArguments(schema: Schema, args: readonly unknown[], part: PartOf): unknown[] {
  const replaced = (arg: unknown): unknown => {
    if (arg instanceof Tensor) return part.tensor(arg);
    if (Array.isArray(arg)) return arg.map(replaced);
    return isScalar(arg) ? part.scalar(arg) : arg;
  };
  return args.map((arg, i) => (PLACES.has(schema.arguments[i]?.name ?? '') ? arg : replaced(arg)));
}

/** The results of a mover, joined from those for each part. */
export function joined(parts: readonly unknown[], join: (tensors: readonly Tensor[]) => Tensor): unknown {
  const [first] = parts;
  if (first instanceof Tensor) return join(parts as readonly Tensor[]);
  if (!Array.isArray(first)) return first;
  return first.map((_, i) =>
    joined(
      parts.map((part) => (part as readonly unknown[])[i]),
      join,
    ),
  );
}
