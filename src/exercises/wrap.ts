/** Cells made of the comments that mark exercises in a plain script. */

import { namesOf } from './code-names.ts';
import type { Block } from './model.ts';

/** A line of the document that becomes another. */
export interface LineChange {
  /** 1-based. */
  readonly line: number;
  readonly text: string;
}

/**
 * What makes a script whose exercises comments mark one of cells; empty where there is nothing to wrap. A cell of an
 * exercise runs without other exercises: one that others need names of becomes set-up, so that they still run.
 */
export function wrapAsCells(blocks: readonly Block[]): readonly LineChange[] {
  const marked = blocks.filter(({ origin, exercise }) => origin === 'comment' && exercise !== null);
  const needed = neededByOthers(blocks, marked);
  return marked.map((block): LineChange => {
    const { exercise, title, headingLine } = block;
    const words = needed.has(block) ? `Set-up from exercise ${exercise}:` : `[${exercise}]`;
    return { line: headingLine, text: `# %% ${words} ${title}`.replace(/:? *$/, '') };
  });
}

function neededByOthers(blocks: readonly Block[], marked: readonly Block[]): ReadonlySet<Block> {
  const setUp = blocks.filter(({ exercise }) => exercise === null);
  const given = new Set(setUp.flatMap(({ source }) => [...namesOf(source).binds]));
  const needed = new Set<Block>();
  const giver = new Map<string, Block>();
  for (const block of marked) {
    const { binds, needs } = namesOf(block.source);
    for (const name of needs) {
      const other = giver.get(name);
      if (other !== undefined && other.exercise !== block.exercise && !given.has(name)) needed.add(other);
    }
    binds.forEach((name) => giver.set(name, block));
  }
  return needed;
}
