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
  readonly cells: readonly TableCell[];
  /** 0-based lines where slices begin, with their indices: `[0, 2, :, :]`. */
  readonly slices: readonly { readonly line: number; readonly name: string }[];
}

const SEPARATOR = ', ';

/** @param note what stands at the end where not all elements are known */
export function tableOf({ shape, elements }: VariableTensor, note: string): TensorTable {
  const { columns, rowsInSlice } = layoutOf(shape);
  const texts = elements.map(String);
  const width = Math.max(1, ...texts.map((text) => text.length));
  const lines: string[] = [];
  const cells: TableCell[] = [];
  const slices: { line: number; name: string }[] = [];
  for (let number = 0, at = 0; at < elements.length; number++) {
    if (shape.length > 2 && number % rowsInSlice === 0) {
      if (lines.length > 0) lines.push('');
      const name = sliceName(shape, number / rowsInSlice);
      slices.push({ line: lines.length, name });
      lines.push(`# ${name}`);
    }
    const begin = at;
    for (; at < Math.min(begin + columns, elements.length); at++) {
      const to = (at - begin) * (width + SEPARATOR.length) + width;
      cells.push({
        value: elements[at] as Real,
        line: lines.length,
        from: to - (texts[at] ?? '').length,
        to,
      });
    }
    const row = texts.slice(begin, at).map((text) => text.padStart(width));
    lines.push(row.join(SEPARATOR));
  }
  if (note !== '') lines.push('', `# ${note}`);
  return { text: `${lines.join('\n')}\n`, cells, slices };
}

/** The elements as comma-separated values, a row a line. */
export function csvOf({ shape, elements }: VariableTensor): string {
  const { columns } = layoutOf(shape);
  const rows: string[] = [];
  for (let at = 0; at < elements.length; at += columns) rows.push(elements.slice(at, at + columns).join(','));
  return rows.map((row) => `${row}\n`).join('');
}

/** A vector is a column, as a table has one thing in a row. */
function layoutOf(shape: readonly number[]): { readonly columns: number; readonly rowsInSlice: number } {
  if (shape.length < 2) return { columns: 1, rowsInSlice: 1 };
  return { columns: Math.max(1, shape.at(-1) ?? 1), rowsInSlice: Math.max(1, shape.at(-2) ?? 1) };
}

function sliceName(shape: readonly number[], slice: number): string {
  const indices: number[] = [];
  let left = slice;
  for (const size of shape.slice(0, -2).reverse()) {
    indices.unshift(left % size);
    left = Math.floor(left / size);
  }
  return `[${[...indices, ':', ':'].join(', ')}]`;
}
