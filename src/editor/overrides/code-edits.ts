/** The panel's overrides as edits of the document's text: plain data, 0-based positions. */

import { placeInDocument } from '../../exercises/blocks.ts';
import { writeLiteral } from '../../exercises/literal-writer.ts';
import type { Block, Overrides, Parameter, ParameterValue, Plan } from '../../exercises/model.ts';
import type { PlainPosition, PlainRange } from '../run-problems.ts';

export interface CodeEdit {
  readonly range: PlainRange;
  readonly text: string;
}

/** One edit for each overridden literal of the plan's blocks. */
export function codeEdits(plan: Plan, overrides: Overrides): readonly CodeEdit[] {
  return plan.blocks.flatMap((block) =>
    plan.parameters.flatMap((parameter) => {
      const value = overrides[parameter.key];
      return parameter.block === block.index && value !== undefined
        ? [literalEdit(block, parameter, value)]
        : [];
    }),
  );
}

function literalEdit(block: Block, parameter: Parameter, value: ParameterValue): CodeEdit {
  const { start, end } = parameter;
  return {
    range: { start: position(block, start), end: position(block, end) },
    text: writeLiteral(parameter, block.source.slice(start, end), value),
  };
}

function position(block: Block, offset: number): PlainPosition {
  const { line, column } = placeInDocument(block, offset);
  return { line: line - 1, character: column };
}
