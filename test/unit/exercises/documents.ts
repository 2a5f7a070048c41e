import { readBlocks } from '../../../src/exercises/blocks.ts';
import type { Block } from '../../../src/exercises/model.ts';

/** The only block of a Python source. */
export function blockOf(source: string): Block {
  const [block] = readBlocks(source, 'python', 'doc.py');
  if (!block) throw new Error('the source has no block');
  return block;
}
