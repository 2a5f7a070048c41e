/** The exercises of a document as the panel names them. */

import type { Block } from '../exercises/model.ts';
import type { Exercise } from '../run-model/state.ts';

/** The exercise that a block belongs to, or the block itself where it belongs to none. */
export function exerciseOf({ exercise, title, headingLine }: Block): Exercise {
  return { id: exercise ?? '', title, line: headingLine };
}

/** Each by its first block. */
export function exercisesIn(blocks: readonly Block[]): readonly Exercise[] {
  return blocks
    .filter(
      ({ exercise }, index) =>
        exercise !== null && blocks.findIndex((other) => other.exercise === exercise) === index,
    )
    .map(exerciseOf);
}
