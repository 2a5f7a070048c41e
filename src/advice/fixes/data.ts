/** Corrections of code whose data are not there. */

import type { AdviceFacts, Frame } from '../../training/protocol/protocol.ts';
import { indentOf, statementOf, type Code, type CodeEdit } from '../code.ts';

/** Generates the data set right before the statement that misses it. */
export function makeStandIn(
  code: Code,
  frame: Frame,
  { standIn }: AdviceFacts['dataMissing'],
): readonly CodeEdit[] {
  const part = code.partAt(frame);
  const statement = part === null ? null : statementOf(part.node);
  if (part === null || statement === null || standIn === null) return [];
  const { block } = part;
  const indent = indentOf(block, statement);
  if (indent === null) return [];
  const d2l = packageName(code);
  const lines = [
    ...(d2l === null ? ['from d2l import torch as d2l'] : []),
    `${d2l ?? 'd2l'}.make_stand_in('${standIn}')`,
  ];
  const text = lines.map((line) => `${line}\n${indent}`).join('');
  return [{ block, start: statement.from, end: statement.from, text }];
}

/** The name by which the code has the book's package; null when it is not imported. */
export function packageName({ blocks }: Code): string | null {
  for (const { source } of blocks) {
    const found =
      /^[ \t]*(?:from[ \t]+d2l[ \t]+import[ \t]+torch|import[ \t]+d2l\.torch)[ \t]+as[ \t]+(\w+)/m.exec(
        source,
      );
    if (found?.[1] !== undefined) return found[1];
  }
  return null;
}
