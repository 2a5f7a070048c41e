/**
 * A section of the workbook in another language: what its comments say to the learner is translated, its code stays the
 * one that there is. A translation is found by the English text, so that none can say what is no longer true.
 */

import { wrapped } from '../../text/wrapped.ts';

/** Translations by the English heading or paragraph. */
export type Texts = Readonly<Record<string, string>>;

/** Columns of a line of the workbook's prose, its `# ` included. */
const WIDTH = 80;

/** What stands before a cell's title and before the name of a region that folds. */
const TITLE = /^(# %% (?:\[[^\]]+\] )?|# region )(\S.*)$/;
/** A line of a paragraph. */
const PROSE = /^# (?!%%|region\b|endregion\b)(\S.*)$/;

/** Lines that belong together: a title, a paragraph, or a line of anything else. */
interface Piece {
  readonly lines: readonly string[];
  /** What they say to the learner; undefined: they are code. */
  readonly said?: string;
  /** Before each line of it. */
  readonly prefix?: string;
}

function piecesOf(text: string): readonly Piece[] {
  const pieces: Piece[] = [];
  let paragraph: string[] = [];
  const endParagraph = (): void => {
    if (paragraph.length > 0) pieces.push(proseOf(paragraph));
    paragraph = [];
  };
  for (const line of text.split('\n')) {
    if (PROSE.test(line)) {
      paragraph.push(line);
      continue;
    }
    endParagraph();
    const [, prefix, said] = TITLE.exec(line) ?? [];
    pieces.push(
      said === undefined || prefix === undefined ? { lines: [line] } : { lines: [line], said, prefix },
    );
  }
  endParagraph();
  return pieces;
}

function proseOf(lines: readonly string[]): Piece {
  return { lines, said: lines.map((line) => line.slice(2)).join(' '), prefix: '# ' };
}

/** What a section says to the learner, in its order: titles, names of regions, paragraphs. */
export function textsOf(section: string): readonly string[] {
  return piecesOf(section).flatMap(({ said }) => said ?? []);
}

/** The section with its texts translated; what `texts` does not have stays English. */
export function translateSection(section: string, texts: Texts): string {
  return piecesOf(section)
    .flatMap((piece) => translatePiece(piece, texts))
    .join('\n');
}

function translatePiece({ lines, said, prefix = '' }: Piece, texts: Texts): readonly string[] {
  const translated = said !== undefined && Object.hasOwn(texts, said) ? texts[said] : undefined;
  if (translated === undefined) return lines;
  if (prefix !== '# ') return [prefix + translated];
  return wrapped(translated, WIDTH - prefix.length).map((line) => prefix + line);
}
