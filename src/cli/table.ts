/** Tables of characters. */

/** Cells of one line, from the left. */
export type Row = readonly string[];

/** Lines in columns, two spaces in: the first column to the left, the others, which are numbers, to the right. */
export function aligned(rows: readonly Row[]): string[] {
  const widths = (rows[0] ?? []).map((_, column) =>
    Math.max(...rows.map((row) => widthOf(row[column] ?? ''))),
  );
  return rows.map((row) => {
    const cells = row.map((text, column) =>
      column === 0 ? text + room(text, widths[column] ?? 0) : room(text, widths[column] ?? 0) + text,
    );
    return `  ${cells.join('  ')}`.trimEnd();
  });
}

function room(text: string, width: number): string {
  return ' '.repeat(Math.max(0, width - widthOf(text)));
}

/** Letters of Chinese, Japanese and Korean, which take the place of two others in a terminal. */
const WIDE =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/g;

/** Places that the text takes in a terminal. */
function widthOf(text: string): number {
  return text.length + (text.match(WIDE)?.length ?? 0);
}
