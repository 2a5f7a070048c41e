/** A tensor as a table: rows of columns that stand under each other, the slices of more dimensions one after the other. */

import type { Real, VariableTensor } from '../../training/protocol/protocol.ts';

/** A number of the table, and where it stands. */
export interface TableCell {
  readonly value: Real;
  /** 0-based. */
  readonly line: number;
  readonly from: number;
  readonly to: number;
}

export interface TensorTable {
  readonly text: string;
  /** 0-based lines where slices begin, with their indices: `[0, 2, :, :]`. */
  readonly slices: readonly { readonly line: number; readonly name: string }[];
  /** Of the finite numbers; infinities where there are none. */
  readonly least: number;
  readonly most: number;
  /** The first `most` numbers of a line (0-based); none where it has none. */
  cellsIn(line: number, most: number): readonly TableCell[];
}

const SEPARATOR = ', ';

/** @param note what stands at the end where not all elements are known */
export function tableOf({ shape, elements }: VariableTensor, note: string): TensorTable {
  const { columns, rowsInSlice } = layoutOf(shape);
  const width = elements.reduce<number>((most, value) => Math.max(most, String(value).length), 1);
  const lines: string[] = [];
  /** By line, its first element; none of a line without numbers. */
  const begins: (number | undefined)[] = [];
  const slices: { line: number; name: string }[] = [];
  for (let number = 0, at = 0; at < elements.length; number++, at += columns) {
    if (shape.length > 2 && number % rowsInSlice === 0) {
      if (lines.length > 0) lines.push('');
      const name = sliceName(shape, number / rowsInSlice);
      slices.push({ line: lines.length, name });
      lines.push(`# ${name}`);
    }
    begins[lines.length] = at;
    const row = elements.slice(at, at + columns).map((value) => String(value).padStart(width));
    lines.push(row.join(SEPARATOR));
  }
  if (note !== '') lines.push('', `# ${note}`);
  const cellsIn = (line: number, most: number): readonly TableCell[] => {
    const begin = begins[line];
    if (begin === undefined) return [];
    return elements.slice(begin, begin + Math.min(columns, most)).map((value, column) => {
      const to = column * (width + SEPARATOR.length) + width;
      return { value, line, from: to - String(value).length, to };
    });
  };
  return { text: `${lines.join('\n')}\n`, slices, cellsIn, ...rangeOf(elements) };
}

/** The elements as comma-separated values, a row a line. */
export function csvOf({ shape, elements }: VariableTensor): string {
  const { columns } = layoutOf(shape);
  const rows: string[] = [];
  for (let at = 0; at < elements.length; at += columns) rows.push(elements.slice(at, at + columns).join(','));
  return rows.map((row) => `${row}\n`).join('');
}

/**
 * The number of the slice with an index as it is typed: `3, 0` or `[3, 0, :, :]`.
 * @returns null: it is no index of one
 */
export function sliceAt(shape: readonly number[], text: string): number | null {
  const outer = shape.slice(0, -2);
  const parts = text
    .replace(/[[\]\s]/g, '')
    .replace(/(,?:)*$/, '')
    .split(',');
  const index = parts.map((part) => (/^\d+$/.test(part) ? Number(part) : NaN));
  if (index.length !== outer.length || outer.some((size, dimension) => !((index[dimension] ?? NaN) < size)))
    return null;
  return outer.reduce((slice, size, dimension) => slice * size + (index[dimension] ?? 0), 0);
}

/** A vector is a column, as a table has one thing in a row. */
function layoutOf(shape: readonly number[]): { readonly columns: number; readonly rowsInSlice: number } {
  if (shape.length < 2) return { columns: 1, rowsInSlice: 1 };
  return { columns: Math.max(1, shape.at(-1) ?? 1), rowsInSlice: Math.max(1, shape.at(-2) ?? 1) };
}

/** Of the finite numbers; infinities where there are none. */
export function rangeOf(elements: readonly Real[]): { least: number; most: number } {
  let [least, most] = [Infinity, -Infinity];
  for (const value of elements) {
    if (typeof value !== 'number') continue;
    if (value < least) least = value;
    if (value > most) most = value;
  }
  return { least, most };
}

function sliceName(shape: readonly number[], slice: number): string {
  return `[${[...indexOfSlice(shape, slice), ':', ':'].join(', ')}]`;
}

/** The indices of a slice, in the dimensions before the last two. */
export function indexOfSlice(shape: readonly number[], slice: number): readonly number[] {
  const indices: number[] = [];
  let left = slice;
  for (const size of shape.slice(0, -2).reverse()) {
    indices.unshift(left % size);
    left = Math.floor(left / size);
  }
  return indices;
}
