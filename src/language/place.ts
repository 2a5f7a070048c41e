/** What the cursor stands at. */

import type { SyntaxNode, Tree } from '@lezer/common';
import { receiverStart, wordStart } from './receiver.ts';

/** A place where the members of something can be named. */
export type MemberPlace =
  | { readonly of: 'expression'; readonly source: string; readonly at: number }
  | { readonly of: 'module'; readonly module: string }
  | { readonly of: 'packages' };

/** @returns undefined where any name may stand, or none */
export function memberPlace(text: string, at: number): MemberPlace | undefined {
  const line = text.slice(text.lastIndexOf('\n', at - 1) + 1, at);
  const [, from] = /^\s*from\s+([\w.]+)\s+import\s[\w\s,]*(?:\([\w\s,]*)?$/.exec(line) ?? [];
  if (from !== undefined) return { of: 'module', module: from };
  const [, path] = /^\s*(?:from|import)\s+([\w.]*)$/.exec(line) ?? [];
  if (path !== undefined) return modulePlace(path);
  const dot = wordStart(text, at) - 1;
  if (text[dot] !== '.' || isQuoted(line)) return undefined;
  const start = receiverStart(text, dot);
  return start === dot ? undefined : { of: 'expression', source: text.slice(start, dot), at: start };
}

function modulePlace(path: string): MemberPlace {
  const dot = path.lastIndexOf('.');
  return dot < 0 ? { of: 'packages' } : { of: 'module', module: path.slice(0, dot) };
}

/** Whether the line ends in a comment or a string that is not an f-string's expression. */
function isQuoted(line: string): boolean {
  let quote = '';
  for (const [at, sign] of [...line].entries()) {
    if (quote === '' && sign === '#') return true;
    if (sign !== '"' && sign !== "'") continue;
    if (quote === '') quote = sign;
    else if (quote === sign && line[at - 1] !== '\\') quote = '';
  }
  return quote !== '' && line.lastIndexOf('{') <= line.lastIndexOf('}');
}

/** A call that the cursor is inside of. */
export interface CallPlace {
  readonly called: SyntaxNode;
  /** How many arguments stand before the cursor's. */
  readonly index: number;
  /** Name of the keyword argument at the cursor. */
  readonly keyword: string | undefined;
}

/** @param tree of the text up to the cursor, so that what follows cannot close the call */
export function callPlace(tree: Tree, text: string): CallPlace | undefined {
  for (let node: SyntaxNode | null = tree.resolveInner(text.length, -1); node; node = node.parent) {
    if (node.name !== 'ArgList' || node.parent?.name !== 'CallExpression') continue;
    const closed = node.lastChild?.name === ')';
    const called = node.parent.firstChild;
    if (!closed && called) return { called, ...argumentAt(node, text) };
  }
  return undefined;
}

function argumentAt(list: SyntaxNode, text: string): Pick<CallPlace, 'index' | 'keyword'> {
  const commas = list.getChildren(',');
  const last = text.slice(commas.at(-1)?.to ?? list.from + 1);
  return { index: commas.length, keyword: /^\s*(\w+)\s*=(?!=)/.exec(last)?.[1] };
}
