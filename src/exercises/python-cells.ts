/** Blocks of a Python file: its `# %%` cells, or its comments that name exercises. */
import { chooseMarkers, hasCode } from './comment-exercises.ts';
import { EXERCISES_TITLE } from './exercise-words.ts';
import { splitLines, type Line } from './lines.ts';
import { neutralizeMagics } from './magics.ts';
import { readHeading } from './numbers.ts';
import type { Piece } from './pieces.ts';
import { readProse } from './prose.ts';

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
  if (regions.length === 1) return readScript(lines, document);
  return regions.flatMap((region): Piece[] => {
    const marker = region.marker ?? '';
    if (PROSE.test(marker)) return headingsOfProse(region);
    if (region.marker === null && !region.lines.some(({ text }) => isCode(text))) {
      return isExported ? headingsOfComments(region) : [];
    }
    // Interactive windows run cells as notebooks do.
    const code = neutralizeMagics(region.lines);
    const { markerLine, firstLine } = region;
    const pieces: Piece[] = code
      ? [{ type: 'code', marker, markerLine, firstLine, lines: code, indent: 0, document, origin: 'cell' }]
      : [];
    return isExported ? [...pieces, ...headingsOfComments(region)] : pieces;
  });
}

/** A file without cells is Python's alone: one piece, or the parts that comments make exercises of. */
function readScript(lines: readonly Line[], document: string): Piece[] {
  const markers = chooseMarkers(lines);
  const part = (at: number, end: number | undefined, marker: string): Piece => ({
    type: 'code',
    marker,
    markerLine: Math.max(at, 0) + 1,
    firstLine: at + 2,
    lines: lines.slice(at + 1, end),
    indent: 0,
    document,
    origin: markers.length === 0 ? 'script' : 'comment',
  });
  const head = lines.slice(0, markers[0]?.at);
  const exercises = markers.map(({ at, number, title }, nth) =>
    part(at, markers[nth + 1]?.at, `[${number}] ${title}`),
  );
  const setUp = hasCode(head) ? [part(-1, markers[0]?.at, '')] : [];
  return markers.length === 0 ? setUp : [...titlesOf(head), ...setUp, ...exercises];
}

/** The section that a script's head names: `# 3.4 Linear regression`, `# 3.4.6 Exercises`. */
function titlesOf(head: readonly Line[]): Piece[] {
  return head.flatMap(({ text }, index): Piece[] => {
    const words = /^#+\s*(.*)$/.exec(text)?.[1] ?? '';
    const { number, title } = readHeading(words);
    const isSection = number !== null && /^\d+\.\d+$/.test(number) && /^\p{Lu}/u.test(title);
    if (!isSection && !EXERCISES_TITLE.test(title)) return [];
    return [{ type: 'heading', level: isSection ? 1 : 2, words, line: index + 1, isSection: true }];
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
  const words = region.lines.map(({ text }) => (isString ? text : text.replace(/^#\s?/, '')));
  return words.flatMap((text, index) => readProse(text, words[index - 1], region.firstLine + index));
}

/** Headings that `jupyter nbconvert --to script` leaves as comments between the cells. */
function headingsOfComments(region: Region): Piece[] {
  return region.lines.flatMap(({ text }, index) =>
    text.startsWith('# #') ? readProse(text.slice(2), undefined, region.firstLine + index) : [],
  );
}
