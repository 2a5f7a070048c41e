/** How often values occur and where they belong in an order. */
import { isFloating, legacyName, type DType } from '../../../backend/dtype.ts';
import { notImplementedError, runtimeError, TorchError } from '../../../backend/error.ts';
import { toContiguous } from '../../../backend/js/copy.ts';
import { sameShape, type Shape } from '../../../backend/layout.ts';
import { fromElements, full, type Tensor } from '../../../tensor/tensor.ts';
import { numbers } from '../../operand-dtypes.ts';
import { operation } from '../../operation.ts';
import { gather } from '../indexing/gather.ts';
import type { Scalar } from '../../scalar.ts';
import { toDType } from '../creation/conversion.ts';
import { reducedDimensions, sumDims } from './sums.ts';

operation('bincount(Tensor self, Tensor? weights=None, int minlength=0) -> Tensor', {
  dtypes: numbers('bincount_cpu'),
  forward: (self: Tensor, weights: Tensor | null, minlength: number): Tensor => {
    if (isFloating(self.dtype)) {
      throw new TorchError(
        'NotImplementedError',
        `"bincount_cpu" not implemented for '${legacyName(self.dtype)}'`,
      );
    }
    if (minlength < 0) throw runtimeError('minlength should be >= 0');
    const values = toContiguous(self, 'int64');
    if (self.rank !== 1 || values.some((value) => value < 0)) {
      throw runtimeError('bincount only supports 1-d non-negative integral inputs.');
    }
    if (weights !== null && !sameShape(weights.shape, self.shape)) {
      throw runtimeError('weights should be 1-d and have the same length as input');
    }
    if (self.numel === 0) return full([minlength], 0, 'int64');
    const amounts = weights === null ? null : toContiguous(weights, 'float64');
    const size = Array.from(values).reduce((most, value) => Math.max(most, value + 1), minlength);
    const dtype: DType = weights === null ? 'int64' : weights.dtype === 'float32' ? 'float32' : 'float64';
    const totals = full([size], 0, dtype);
    const counts = totals.buffer.write();
    values.forEach((value, i) => (counts[value] = (counts[value] as number) + (amounts?.[i] ?? 1)));
    return totals;
  },
  doc: 'How often each natural number occurs, or the sum of the weights there.',
});

const counted = (self: Tensor): Tensor =>
  fromElements(toContiguous(toDType(self, 'bool'), 'int64'), 'int64', self.shape);

operation('count_nonzero(Tensor self, int? dim=None) -> Tensor', {
  forward: (self: Tensor, dim: number | null): Tensor => sumDims(counted(self), dim === null ? null : [dim]),
  doc: 'The number of elements other than 0.',
});

operation('count_nonzero.dim_IntList(Tensor self, int[] dim) -> Tensor', {
  forward: (self: Tensor, dim: Shape): Tensor => sumDims(counted(self), reducedDimensions(self, dim)),
});

/** Where `value` goes in a sorted row: before equal elements, or after them. */
export function placeIn(
  row: ArrayLike<number>,
  start: number,
  size: number,
  value: number,
  right: boolean,
): number {
  let [low, high] = [0, size];
  while (low < high) {
    const middle = (low + high) >> 1;
    const element = row[start + middle] as number;
    const goesBefore = right ? value < element : value <= element;
    if (goesBefore) high = middle;
    else low = middle + 1;
  }
  return low;
}

function searched(boundaries: Tensor, values: Tensor, int32: boolean, right: boolean): Tensor {
  const rows = toContiguous(boundaries, 'float64');
  const size = boundaries.shape.at(-1) ?? 0;
  const wanted = toContiguous(values, 'float64');
  const perRow = boundaries.rank === 1 ? wanted.length : (values.shape.at(-1) ?? 1);
  const places = Float64Array.from(wanted, (value, i) =>
    placeIn(rows, Math.floor(i / Math.max(perRow, 1)) * size, size, value, right),
  );
  return int32
    ? fromElements(Int32Array.from(places), 'int32', values.shape)
    : fromElements(places, 'int64', values.shape);
}

/** @throws TorchError unless there is one index of int64 for each boundary */
function checkSorter(boundaries: Tensor, sorter: Tensor): void {
  if (!sameShape(sorter.shape, boundaries.shape)) {
    throw runtimeError(
      `torch.searchsorted(): boundary and sorter must have the same size, but got boundary tensor [${boundaries.shape.join(', ')}]and got sorter tensor [${sorter.shape.join(', ')}]`,
    );
  }
  if (sorter.dtype === 'int64') return;
  throw runtimeError(
    `torch.searchsorted(): sorter must be a tensor of long dtype but got dtype ${legacyName(sorter.dtype)}`,
  );
}

function checkRows(boundaries: Tensor, values: Tensor): void {
  if (values.rank === 0 && boundaries.rank !== 1) {
    throw runtimeError(
      `torch.searchsorted(): input value can be a scalar only when boundaries tensor dimension is 1, but we got boundaries tensor dim(${boundaries.rank}) and input value's dim(0) numel(1)`,
    );
  }
  if (boundaries.rank === 1 || sameShape(boundaries.shape.slice(0, -1), values.shape.slice(0, -1))) return;
  throw runtimeError(
    `torch.searchsorted(): boundaries tensor should be 1 dimension or the first N-1 dimensions of boundaries tensor and input value tensor must match, but we got boundaries tensor [${boundaries.shape.join(', ')}] and input value tensor [${values.shape.join(', ')}]`,
  );
}

/** Whether equal elements come before, and the sequence in order: what `side` and `sorter` say. */
function sideAndOrder(
  sequence: Tensor,
  right: boolean,
  side: string | null,
  sorter: Tensor | null,
): [boolean, Tensor] {
  if (side !== null && side !== 'left' && side !== 'right') {
    throw runtimeError(`torch.searchsorted(): side can only be 'left' or 'right' but got ${side}`);
  }
  if (right && side === 'left') {
    throw runtimeError(
      "torch.searchsorted(): side and right can't be set to opposites, got side of left while right was True",
    );
  }
  if (sorter !== null) checkSorter(sequence, sorter);
  return [right || side === 'right', sorter === null ? sequence : gather(sequence, -1, sorter)];
}

const FORMS = '*, bool out_int32=False, bool right=False, str? side=None, Tensor? sorter=None';

operation(`searchsorted.Tensor(Tensor sorted_sequence, Tensor self, ${FORMS}) -> Tensor`, {
  forward: (
    sequence: Tensor,
    values: Tensor,
    int32: boolean,
    right: boolean,
    side: string | null,
    sorter: Tensor | null,
  ): Tensor => {
    const [after, ordered] = sideAndOrder(sequence, right, side, sorter);
    checkRows(sequence, values);
    if (sequence.dtype === 'bool' && values.dtype === 'bool' && values.numel > 0)
      throw notImplementedError('"searchsorted_out_cpu" not implemented for \'Bool\'');
    return searched(ordered, values, int32, after);
  },
  variants: 'function',
  doc: 'Where values would go in rows that are in order: before equal elements, or after them with `right`.',
});

operation(`searchsorted.Scalar(Tensor sorted_sequence, Scalar self, ${FORMS}) -> Tensor`, {
  forward: (
    sequence: Tensor,
    value: Scalar,
    int32: boolean,
    right: boolean,
    side: string | null,
    sorter: Tensor | null,
  ): Tensor => {
    const [after, ordered] = sideAndOrder(sequence, right, side, sorter);
    const wanted = full([], value.value, 'float64');
    checkRows(sequence, wanted);
    return searched(ordered, wanted, int32, after);
  },
  variants: 'function',
});

operation(
  'bucketize.Tensor(Tensor self, Tensor boundaries, *, bool out_int32=False, bool right=False) -> Tensor',
  {
    forward: (self: Tensor, boundaries: Tensor, int32: boolean, right: boolean): Tensor => {
      if (boundaries.rank !== 1) {
        throw runtimeError(`boundaries tensor must be 1 dimension, but got dim(${boundaries.rank})`);
      }
      return searched(boundaries, self, int32, right);
    },
    variants: 'function',
    doc: 'The number of the interval between `boundaries` in which each element lies.',
  },
);
