import type { Line } from './lines.ts';
import { splitLines } from './lines.ts';
import { neutralizeMagics } from './magics.ts';
import { readMarkdownHeading } from './markdown-heading.ts';
import type { Piece } from './outline.ts';

/** What starts a cell: `# %%`, `#%%` and the `# In[3]:` of an exported notebook. */
const MARKER = /^#\s*(?:%%+|<codecell>|In\s?\[[\d ]*\]:?)(.*)$/;
const PROSE = /^\s*\[(?:markdown|md|raw)\]|\[(?:markdown|md|raw)\]\s*$/i;
const EXPORTED = /^#\s*In\s?\[/;

interface Region {
  /** Line text after the marker; null for what stands above the first marker. */
  readonly marker: string | null;
  readonly markerLine: number;
  readonly firstLine: number;
  readonly lines: readonly Line[];
}

/** The cells of a Python file in order; a file without cells is one piece. */
export function readPythonCells(text: string, document: string): Piece[] {
  const lines = splitLines(text);
  const isExported = lines.some((line) => EXPORTED.test(line.text));
  const regions = regionsOf(lines);
  return regions.flatMap((region): Piece[] => {
    const marker = region.marker ?? '';
    if (PROSE.test(marker)) return headingsOfProse(region);
    if (region.marker === null && !region.lines.some(({ text }) => isCode(text))) {
      return isExported ? headingsOfComments(region) : [];
    }
    // Interactive windows run cells as notebooks do; a file without cells is Python's alone.
    const code = regions.length > 1 ? neutralizeMagics(region.lines) : region.lines;
    const { markerLine, firstLine } = region;
    const pieces: Piece[] = code
      ? [{ type: 'code', marker, markerLine, firstLine, lines: code, indent: 0, document }]
      : [];
    return isExported ? [...pieces, ...headingsOfComments(region)] : pieces;
  });
}

function regionsOf(lines: readonly Line[]): Region[] {
  const starts = lines.flatMap(({ text }, index) => {
    const marker = text.startsWith('#') ? MARKER.exec(text) : null;
    return marker ? [{ index, words: marker[1] ?? '' }] : [];
  });
  const head: Region = { marker: null, markerLine: 1, firstLine: 1, lines: lines.slice(0, starts[0]?.index) };
  const cells = starts.map(({ index, words }, nth) => ({
    marker: words,
    markerLine: index + 1,
    firstLine: index + 2,
    lines: lines.slice(index + 1, starts[nth + 1]?.index),
  }));
  return [head, ...cells];
}

function isCode(text: string): boolean {
  return /^\s*[^\s#]/.test(text);
}

/** Headings of a `# %% [markdown]` cell, written as comments or, as some tools do, inside a string. */
function headingsOfProse(region: Region): Piece[] {
  const isString = /^\s*(?:"""|''')/.test(region.lines.find(({ text }) => text.trim())?.text ?? '');
  return region.lines.flatMap(({ text }, index) =>
    headingPiece(isString ? text : text.replace(/^#\s?/, ''), region.firstLine + index),
  );
}

/** Headings that `jupyter nbconvert --to script` leaves as comments between the cells. */
function headingsOfComments(region: Region): Piece[] {
  return region.lines.flatMap(({ text }, index) =>
    text.startsWith('# #') ? headingPiece(text.slice(2), region.firstLine + index) : [],
  );
}

function headingPiece(text: string, line: number): Piece[] {
  const heading = readMarkdownHeading(text);
  return heading ? [{ type: 'heading', ...heading, line }] : [];
}
