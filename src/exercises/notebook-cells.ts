/** The cells of a Jupyter notebook as text. */
import { splitLines } from './lines.ts';
import { neutralizeMagics } from './magics.ts';
import type { Piece } from './pieces.ts';
import { readProse } from './prose.ts';

interface NotebookCell {
  readonly kind: 'code' | 'markdown' | 'raw';
  readonly source: string;
}

/** Whether the text is a notebook's JSON at all. */
export function isNotebook(text: string): boolean {
  return parseCells(text) !== undefined;
}

/**
 * Markdown headings and Python cells of an `.ipynb` file. Lines count within a cell, and cell n of all cells
 * (from 1) is the document `path#celln`. Text that is no notebook has no cells.
 */
export function readNotebookCells(text: string, document: string): Piece[] {
  return (parseCells(text) ?? []).flatMap((cell, index): Piece[] => {
    const lines = splitLines(cell.source);
    if (cell.kind === 'markdown') {
      return lines.flatMap(({ text: words }, nth): Piece[] => readProse(words, lines[nth - 1]?.text, null));
    }
    const code = cell.kind === 'code' ? neutralizeMagics(lines) : undefined;
    if (!code) return [];
    const marker = /^#\s*%%+(.*)$/.exec(lines[0]?.text ?? '')?.[1] ?? '';
    const name = `${document}#cell${index + 1}`;
    return [
      {
        ...{ type: 'code', marker, markerLine: 1, firstLine: 1, lines: code, indent: 0 },
        ...{ document: name, origin: 'notebook' },
      },
    ];
  });
}

function parseCells(text: string): NotebookCell[] | undefined {
  const notebook = parseJson(text);
  if (!isRecord(notebook)) return undefined;
  if (Array.isArray(notebook['cells'])) return notebook['cells'].map(toCell);
  return Array.isArray(notebook['worksheets']) ? notebook['worksheets'].flatMap(sheetCells) : undefined;
}

/** Cells of a sheet, into which notebooks were divided before format 4. */
function sheetCells(sheet: unknown): NotebookCell[] {
  return isRecord(sheet) && Array.isArray(sheet['cells']) ? sheet['cells'].map(toCell) : [];
}

function toCell(cell: unknown): NotebookCell {
  if (!isRecord(cell)) return { kind: 'raw', source: '' };
  const text = textOf(cell['source'] ?? cell['input']);
  if (cell['cell_type'] === 'markdown') return { kind: 'markdown', source: text };
  // Before format 4 headings were cells of their own.
  if (cell['cell_type'] === 'heading') return { kind: 'markdown', source: headingText(cell['level'], text) };
  return { kind: cell['cell_type'] === 'code' && isPythonCell(cell) ? 'code' : 'raw', source: text };
}

/** Text of a cell: one string, or its lines. */
function textOf(source: unknown): string {
  if (Array.isArray(source)) return source.map(String).join('');
  return typeof source === 'string' ? source : '';
}

function headingText(level: unknown, text: string): string {
  const marks = typeof level === 'number' && level >= 1 && level <= 6 ? Math.trunc(level) : 1;
  return `${'#'.repeat(marks)} ${text.replace(/\s+/g, ' ')}`;
}

/** VS Code notes the language of a cell that differs from its notebook's. */
function isPythonCell(cell: Record<string, unknown>): boolean {
  const oldLanguage = cell['language'];
  if (oldLanguage !== undefined && oldLanguage !== 'python') return false;
  const metadata = cell['metadata'];
  const vscode = isRecord(metadata) ? metadata['vscode'] : undefined;
  const language = isRecord(vscode) ? vscode['languageId'] : undefined;
  return language === undefined || language === 'python';
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
