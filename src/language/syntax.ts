/** Syntax trees of texts that are asked about again and again while somebody types in them. */

import { TreeFragment, type Tree } from '@lezer/common';
import { parsePython } from '../exercises/syntax.ts';

interface Parsed {
  readonly text: string;
  readonly tree: Tree;
}

let last: Parsed | undefined;

/** The tree of a text; of what has not changed since the last call, the old one's parts are taken. */
export function syntaxOf(text: string): Tree {
  if (last?.text !== text) last = { text, tree: parsePython(text, last ? unchangedParts(last, text) : []) };
  return last.tree;
}

function unchangedParts({ text: before, tree }: Parsed, text: string): readonly TreeFragment[] {
  const most = Math.min(before.length, text.length);
  let start = 0;
  while (start < most && before[start] === text[start]) start++;
  let end = 0;
  while (end < most - start && before[before.length - 1 - end] === text[text.length - 1 - end]) end++;
  const change = { fromA: start, toA: before.length - end, fromB: start, toB: text.length - end };
  return TreeFragment.applyChanges(TreeFragment.addTree(tree), [change]);
}
