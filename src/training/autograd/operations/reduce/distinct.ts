/** Elements or slices without repetitions, where each is and how often: what `unique` and `unique_consecutive` are made of. */
import { runtimeError } from '../../../backend/error.ts';
import { toContiguous } from '../../../backend/js/copy.ts';
import { wrapDimension } from '../../../backend/layout.ts';
import { fromElements, type Tensor } from '../../../tensor/tensor.ts';
import { operation } from '../../operation.ts';
import { indexSelect } from '../indexing/index-select.ts';
import { reshape, transpose } from '../shape/views.ts';

/** What is compared: `count` rows of `width` elements. */
interface Rows {
  readonly elements: ArrayLike<number>;
  readonly count: number;
  readonly width: number;
}

/** The slices along a dimension as rows. */
function rowsAlong(self: Tensor, dim: number): Rows {
  const count = self.shape[dim] as number;
  const elements = toContiguous(transpose(self, 0, dim), 'float64');
  return { elements, count, width: count === 0 ? 0 : elements.length / count };
}

/** Below 0 where row `a` comes first. Rows with a NaN are equal to none; NaN comes last. */
function compareRows({ elements, width }: Rows, a: number, b: number): number {
  for (let i = 0; i < width; i++) {
    const [x, y] = [elements[a * width + i] as number, elements[b * width + i] as number];
    if (x !== y) return x < y || y !== y ? -1 : 1;
  }
  return 0;
}

const positions = (count: number): number[] => Array.from({ length: count }, (_, i) => i);

/** The rows' order; NaN compares with itself as it stands. */
function sortedOrder(rows: Rows): number[] {
  const isNumber = (row: number): boolean =>
    positions(rows.width).every((i) => {
      const value = rows.elements[row * rows.width + i] as number;
      return value === value;
    });
  const [numbers, others] = [
    positions(rows.count).filter(isNumber),
    positions(rows.count).filter((row) => !isNumber(row)),
  ];
  return [...numbers.sort((a, b) => compareRows(rows, a, b) || a - b), ...others];
}

const asIndices = (values: readonly number[], shape = [values.length]): Tensor =>
  fromElements(Float64Array.from(values), 'int64', shape);

/** The first row of each group of equal neighbours in `order`, the group of each row, and the groups' sizes. */
function grouped(
  rows: Rows,
  order: readonly number[],
): { firsts: number[]; inverse: number[]; counts: number[] } {
  const firsts: number[] = [];
  const counts: number[] = [];
  const inverse = new Array<number>(rows.count).fill(0);
  order.forEach((row, i) => {
    if (i === 0 || compareRows(rows, order[i - 1] as number, row) !== 0) {
      firsts.push(row);
      counts.push(0);
    }
    counts[counts.length - 1] = (counts.at(-1) as number) + 1;
    inverse[row] = counts.length - 1;
  });
  return { firsts, inverse, counts };
}

type Order = (rows: Rows) => readonly number[];
const asTheyStand: Order = ({ count }) => positions(count);

/** @param dim along which slices are compared; null: the elements are */
function distinct(self: Tensor, dim: number | null, orderOf: Order): Tensor[] {
  const source = dim === null ? reshape(self, [-1]) : self;
  const at = wrapDimension(dim ?? 0, source.rank);
  if (source.numel === 0 && source.shape.some((size, d) => d !== at && size === 0)) {
    throw runtimeError("There are 0 sized dimensions, and they aren't selected, so unique cannot be applied");
  }
  const rows = rowsAlong(source, at);
  const { firsts, inverse, counts } = grouped(rows, orderOf(rows));
  return [
    indexSelect(source, at, asIndices(firsts)),
    asIndices(inverse, dim === null ? [...self.shape] : undefined),
    asIndices(counts),
  ];
}

operation('_unique2(Tensor self, int? dim=None) -> (Tensor, Tensor, Tensor)', {
  forward: (self: Tensor, dim: number | null): Tensor[] => distinct(self, dim, sortedOrder),
  variants: 'function',
  doc: 'The distinct elements, or slices along `dim`, in ascending order; which one each is; how often each occurs.',
});

operation('_unique_consecutive(Tensor self, int? dim=None) -> (Tensor, Tensor, Tensor)', {
  forward: (self: Tensor, dim: number | null): Tensor[] => distinct(self, dim, asTheyStand),
  variants: 'function',
  doc: 'The same without sorting: only neighbours that are equal become one.',
});
