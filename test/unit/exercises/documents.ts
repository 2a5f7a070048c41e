import { readBlocks } from '../../../src/exercises/blocks.ts';
import type { Block, DocumentKind } from '../../../src/exercises/model.ts';

/** The blocks of a document called `doc`. */
export function read(text: string, kind: DocumentKind = 'python'): readonly Block[] {
  return readBlocks(text, kind, 'doc');
}

/** The only block of a Python source. */
export function blockOf(source: string): Block {
  const [block] = read(source);
  if (!block) throw new Error('the source has no block');
  return block;
}

type Outline = [
  exercise: string | null,
  title: string,
  headingLine: number,
  firstLine: number,
  lastLine: number,
];

export function outline(blocks: readonly Block[]): Outline[] {
  return blocks.map((block) => [
    block.exercise,
    block.title,
    block.headingLine,
    block.firstLine,
    block.lastLine,
  ]);
}
