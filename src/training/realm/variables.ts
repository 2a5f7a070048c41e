/** The names of a run, with the elements of their tensors. */
import { numel } from '../backend/layout.ts';
import type { Variable, VariableTensor } from '../protocol/protocol.ts';
import type { Tensor } from '../tensor/tensor.ts';
import { realsOf } from './tensor-elements.ts';

/** As Python tells it: a tensor by its handle, 0 where it has no elements yet. */
export interface NamedValue extends Omit<Variable, 'tensor'> {
  readonly handle?: number;
}

/** Elements of one tensor that are told, and of all. */
const MOST = { one: 4096, all: 40_000 };
/** Elements of the largest tensor of which any are told: it is copied for it. */
const MOST_COPIED = 2 ** 22;
const MOST_DIMENSIONS = 64;

export function variablesOf(
  values: readonly NamedValue[],
  tensorOf: (handle: number) => Tensor,
): readonly Variable[] {
  let room = MOST.all;
  return values.map(({ handle = 0, ...value }) => {
    if (handle === 0) return value;
    const tensor = told(tensorOf(handle), Math.min(room, MOST.one));
    room -= tensor.elements.length;
    return { ...value, tensor };
  });
}

function told(tensor: Tensor, most: number): VariableTensor {
  const { shape, dtype, requiresGrad } = tensor;
  const isTold =
    numel(shape) <= MOST_COPIED && shape.length <= MOST_DIMENSIONS && !dtype.startsWith('complex');
  const elements = isTold ? realsOf(tensor, 0, most) : [];
  return { shape: shape.slice(0, MOST_DIMENSIONS), dtype, requiresGrad, elements };
}
