/** Headings and the beginnings of paragraphs in Markdown, as pieces. */

import { readMarkdownHeading } from './markdown-heading.ts';
import type { HeadingPiece, ParagraphPiece } from './pieces.ts';

/** Of a paragraph's first line that may mark an answer, in characters. */
const LONGEST = 300;

/**
 * What a line of prose may say about the code below.
 *
 * @param before the line above it; undefined where there is none.
 * @param line its number; null where a CodeLens cannot stand on it.
 */
export function readProse(
  text: string,
  before: string | undefined,
  line: number | null,
): (HeadingPiece | ParagraphPiece)[] {
  const heading = readMarkdownHeading(text);
  if (heading) return [{ type: 'heading', ...heading, line }];
  const startsParagraph = before === undefined || /^\s*$|^ {0,3}(?:#|```|~~~)/.test(before);
  const words = startsParagraph ? numberedWords(text) : undefined;
  return words === undefined ? [] : [{ type: 'paragraph', words, line }];
}

/** The line without emphasis and bullet, where a number stands near its beginning; no link and no list of one. */
function numberedWords(text: string): string | undefined {
  if (text.length > LONGEST || !/^.{0,40}?\d/.test(text)) return undefined;
  const words = text.replace(/\*\*|__|`|^\s*(?:[-*+]\s+)?/g, '').replace(/^\*|\*\s*$/g, '');
  return /^\[[^\]]*\][:(]/.test(words) ? undefined : words.trim();
}
