/** Slices and elements that an index sends to the same place, reduced: forms made of `scatter_reduce`. */
import { runtimeError, TorchError } from '../../../backend/error.ts';
import { toContiguous } from '../../../backend/js/copy.ts';
import { wrapDimension } from '../../../backend/layout.ts';
import { full, type Tensor } from '../../../tensor/tensor.ts';
import { operation } from '../../operation.ts';
import { roundedTo, type Scalar } from '../../scalar.ts';
import { expand } from '../shape/broadcasting.ts';
import { reshape } from '../shape/views.ts';
import { checkSlices, firstOutside } from './slice-checks.ts';
import { scatterReduceTwo } from './scatter-reduce.ts';

const INDEX_REDUCTIONS = ['prod', 'mean', 'amax', 'amin'];

/** @throws TorchError for a place that `self` does not have */
function checkPlaces(self: Tensor, dim: number, places: Tensor): void {
  const size = self.shape[dim] ?? 1;
  const wrong = firstOutside(toContiguous(places, 'int64'), size);
  if (wrong === undefined) return;
  const isFlat = self.rank < 2;
  throw new TorchError(
    'IndexError',
    isFlat
      ? 'index out of range in self'
      : `index ${wrong} is out of bounds for dimension ${dim} with size ${size}`,
  );
}

operation(
  'index_reduce(Tensor self, int dim, Tensor index, Tensor source, str reduce, *, bool include_self=True) -> Tensor',
  {
    composite: true,
    node: 'IndexReduce',
    forward: (
      self: Tensor,
      dim: number,
      places: Tensor,
      source: Tensor,
      reduce: string,
      includeSelf: boolean,
    ): Tensor => {
      if (!INDEX_REDUCTIONS.includes(reduce)) {
        throw runtimeError(`reduce argument must be either prod, mean, amax or amin, got ${reduce}`);
      }
      checkSlices('index_reduce_()', self, dim, places, source);
      const at = wrapDimension(dim, self.rank);
      checkPlaces(self, at, places);
      const along = source.shape.map((_, d) => (d === at ? places.numel : 1));
      const chosen = expand(reshape(places, source.rank === 0 ? [] : along), source.shape);
      return scatterReduceTwo(self, dim, chosen, source, reduce, includeSelf);
    },
    inPlace: true,
    doc: 'What `reduce` makes of the slices of `source` that `index` sends to the same place along `dim`.',
  },
);

const byOldName = (reduce: string): string => {
  if (reduce === 'add') return 'sum';
  if (reduce === 'multiply') return 'prod';
  throw runtimeError('reduce argument must be either add or multiply.');
};

operation(
  'scatter.tensor_reduction(Tensor self, int dim, Tensor index, Tensor src, *, str reduce) -> Tensor',
  {
    composite: true,
    forward: (self: Tensor, dim: number, chosen: Tensor, src: Tensor, reduce: string): Tensor =>
      scatterReduceTwo(self, dim, chosen, src, byOldName(reduce)),
    inPlace: true,
  },
);

operation(
  'scatter.value_reduction(Tensor self, int dim, Tensor index, Scalar value, *, str reduce) -> Tensor',
  {
    composite: true,
    forward: (self: Tensor, dim: number, chosen: Tensor, value: Scalar, reduce: string): Tensor =>
      scatterReduceTwo(
        self,
        dim,
        chosen,
        full(chosen.shape, roundedTo(self.dtype, value.value), self.dtype),
        byOldName(reduce),
      ),
    inPlace: true,
  },
);
