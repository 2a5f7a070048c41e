/** A document with the code of a past run put back: pure functions. */

import type { Block } from '../../exercises/model.ts';
import { readKeys } from '../targets.ts';
import type { BlockCode } from './run-code.ts';

/** Lines of a document that are to be others. */
export interface LineEdit {
  /** 1-based and inclusive. */
  readonly firstLine: number;
  readonly lastLine: number;
  readonly lines: readonly string[];
}

export interface Restoration {
  /** From the first line on; none where the code is the run's already. */
  readonly edits: readonly LineEdit[];
  /** Blocks of the run that the document has no more. */
  readonly missing: number;
}

/** @param blocks of the exercise's plan now @param lines of the document */
export function restoration(
  lines: readonly string[],
  blocks: readonly Block[],
  code: readonly BlockCode[],
): Restoration {
  const names = readKeys(blocks);
  const edits = blocks.flatMap((block, place): LineEdit[] => {
    const source = code.find(({ name }) => name === names[place])?.source;
    if (source === undefined || source === block.source) return [];
    const { firstLine, lastLine } = block;
    return [{ firstLine, lastLine, lines: written(source, block, lines) }];
  });
  const missing = code.filter(({ name }) => !names.includes(name)).length;
  return { edits: edits.toSorted((a, b) => a.firstLine - b.firstLine), missing };
}

/** Lines as the document writes them: indented, and with the notebook's own commands where the block has comments in their place. */
function written(source: string, block: Block, lines: readonly string[]): readonly string[] {
  const own = lines.slice(block.firstLine - 1, block.lastLine);
  const known = new Map(block.source.split('\n').map((line, index) => [line, own[index]]));
  const indent = ' '.repeat(block.indent);
  return source
    .replace(/\n$/, '')
    .split('\n')
    .map((line) => known.get(line) ?? (line === '' ? '' : `${indent}${line}`));
}

export function applied(lines: readonly string[], edits: readonly LineEdit[]): readonly string[] {
  return edits
    .toReversed()
    .reduce<readonly string[]>(
      (text, { firstLine, lastLine, lines: own }) => [
        ...text.slice(0, firstLine - 1),
        ...own,
        ...text.slice(lastLine),
      ],
      lines,
    );
}
