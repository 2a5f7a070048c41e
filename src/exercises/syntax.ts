/** Python's syntax tree of a source, made in bounded time. */

import type { Tree, TreeFragment } from '@lezer/common';
import { parser } from '@lezer/python';

/**
 * Tokens of a source that are read: a block of 7,000 ordinary lines has fewer. The parser takes a few microseconds for
 * each, whatever the source, so that a file made to be slow cannot keep a keystroke waiting for seconds.
 */
const MOST_TOKENS = 60_000;

/**
 * The tree of the source, of its beginning where it is longer than any exercise. Any text is accepted.
 *
 * @param known parts of an earlier tree that are still so; they are taken over as they are.
 */
export function parsePython(source: string, known: readonly TreeFragment[] = []): Tree {
  const parse = parser.startParse(source, known);
  for (let tokens = 0; ; tokens += 1) {
    if (tokens === MOST_TOKENS) parse.stopAt(parse.parsedPos);
    const tree = parse.advance();
    if (tree) return tree;
  }
}
