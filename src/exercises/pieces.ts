/** What a document is made of, before it is known which exercise each piece of code belongs to. */

import type { Line } from './lines.ts';
import type { Origin } from './model.ts';

/** A heading of the prose around the code: Markdown's `#` to `######`. */
export interface HeadingPiece {
  readonly type: 'heading';
  readonly level: number;
  readonly words: string;
  /** 1-based; null where a CodeLens cannot stand on it, as in another cell of a notebook. */
  readonly line: number | null;
  /** A paragraph that marks an answer: its number counts within the heading above, whatever its spelling. */
  readonly isAnswer?: boolean;
  /** It lends its number to the exercises below and is none itself. */
  readonly isSection?: boolean;
}

/** A line of prose, alone in its paragraph or the first of it, that may name an exercise. */
export interface ParagraphPiece {
  readonly type: 'paragraph';
  /** Without marks such as `**`. */
  readonly words: string;
  /** As of a heading. */
  readonly line: number | null;
}

/** A run of code lines, not yet known to belong to an exercise. */
export interface CodePiece {
  readonly type: 'code';
  /** Words of the cell's own marker (`# %% …`), which rule over the headings around it. */
  readonly marker: string;
  /** Line of the marker or fence. */
  readonly markerLine: number;
  /** 1-based line of the first of `lines`. */
  readonly firstLine: number;
  readonly lines: readonly Line[];
  readonly indent: number;
  readonly document: string;
  readonly origin: Origin;
}

export type Piece = HeadingPiece | ParagraphPiece | CodePiece;
