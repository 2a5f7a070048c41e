/** One line of a document: its text and the terminator that ends it (empty for an unterminated last line). */
export interface Line {
  readonly text: string;
  readonly terminator: string;
}

/** Splits where VS Code and Python both see a line end: `\n`, `\r\n` and a lone `\r`. */
export function splitLines(text: string): Line[] {
  const lines: Line[] = [];
  const ends = /\r\n|\r|\n/g;
  let start = 0;
  for (let end = ends.exec(text); end; end = ends.exec(text)) {
    lines.push({ text: text.slice(start, end.index), terminator: end[0] });
    start = ends.lastIndex;
  }
  if (start < text.length) lines.push({ text: text.slice(start), terminator: '' });
  return lines;
}

/**
 * The lines as source text in which every line is terminated. A lone `\r` becomes `\n` where a line follows that is
 * empty (it may have lost its indentation): with a `\n` of that line it would make one line end of two.
 */
export function joinLines(lines: readonly Line[]): string {
  return lines
    .map(({ text, terminator }, i) => {
      const meetsEmpty = lines[i + 1]?.text === '';
      return text + (terminator === '\r' && meetsEmpty ? '\n' : terminator || '\n');
    })
    .join('');
}
