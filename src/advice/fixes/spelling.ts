/** Corrections of a name. */

import type { AdviceFacts, Frame } from '../../training/protocol/protocol.ts';
import { textOf, type Code, type CodeEdit } from '../code.ts';

/** Where a name can stand that Python looks up. */
const NAMES = new Set(['VariableName', 'PropertyName']);

/** Writes the name that was meant, where the misspelled one is once at the frame. */
export function respell(
  code: Code,
  frame: Frame,
  { written, meant }: AdviceFacts['didYouMean'],
): readonly CodeEdit[] {
  const place = code.rangeAt(frame);
  if (place === null || !/^[\p{L}_][\p{L}\p{N}_]*$/u.test(meant)) return [];
  const { block, from, to } = place;
  const found: CodeEdit[] = [];
  code.treeOf(block).iterate({
    from,
    to,
    enter: (node) => {
      if (node.from < from || node.to > to || !NAMES.has(node.name)) return;
      if (textOf(block, node.node) === written)
        found.push({ block, start: node.from, end: node.to, text: meant });
    },
  });
  return found.length === 1 ? found : [];
}
