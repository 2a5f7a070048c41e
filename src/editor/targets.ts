/** Which block a place in a document stands for, and how a block is recognised after an edit. */

import type { Block } from '../exercises/model.ts';

/**
 * The block that the cursor on `line` (1-based) means; undefined when there is none.
 *
 * It is the one that holds the line, with two exceptions that keep an exercise in the panel while its set-up is read
 * or edited: set-up of the exercise that is shown stands for that exercise (`shown`: its blocks), and set-up
 * that comes before every exercise stands for the first one.
 */
export function blockAt(
  blocks: readonly Block[],
  line: number,
  shown: readonly Block[] = [],
): Block | undefined {
  const here = blocks.findLast((block) => block.headingLine <= line) ?? blocks[0];
  if (here === undefined || here.isRunnable) return here;
  const chosen = shown.at(-1);
  if (chosen !== undefined && shown.some((block) => block.index === here.index)) return blocks[chosen.index];
  const isPrologue = !blocks.slice(0, here.index).some(({ isRunnable }) => isRunnable);
  return (isPrologue ? blocks.find(({ isRunnable }) => isRunnable) : undefined) ?? here;
}

/**
 * Identity of a block in its document that survives edits of its code and of the code above: its exercise and title,
 * and which of the blocks with both of these it is.
 */
export function blockKey(blocks: readonly Block[], block: Block): string {
  let keys = keysOf.get(blocks);
  if (keys === undefined) keysOf.set(blocks, (keys = readKeys(blocks)));
  return keys[block.index] ?? '';
}

/** By the blocks of one version of a document. */
const keysOf = new WeakMap<readonly Block[], readonly string[]>();

/** Of each of some blocks its exercise, its title, and which of those with both of these it is. */
export function readKeys(blocks: readonly Block[]): readonly string[] {
  const counts = new Map<string, number>();
  return blocks.map(({ exercise, title }) => {
    const alike = JSON.stringify([exercise, title]);
    const ordinal = counts.get(alike) ?? 0;
    counts.set(alike, ordinal + 1);
    return JSON.stringify([exercise, title, ordinal]);
  });
}
