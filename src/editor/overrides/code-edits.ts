/** The panel's overrides as edits of the document's text: plain data, 0-based positions. */

import { writeLiteral } from '../../exercises/literal-writer.ts';
import type { Block, Overrides, Parameter, ParameterValue, Plan } from '../../exercises/model.ts';
import { positionIn } from './literal-overrides.ts';
import type { TextChange } from './text-changes.ts';

/** One edit for each overridden literal of the plan's blocks. */
export function codeEdits(plan: Plan, overrides: Overrides): readonly TextChange[] {
  return plan.blocks.flatMap((block) =>
    plan.parameters.flatMap((parameter) => {
      const value = overrides[parameter.key];
      return parameter.block === block.index && value !== undefined
        ? [literalEdit(block, parameter, value)]
        : [];
    }),
  );
}

function literalEdit(block: Block, parameter: Parameter, value: ParameterValue): TextChange {
  const { start, end } = parameter;
  return {
    range: { start: positionIn(block, start), end: positionIn(block, end) },
    text: writeLiteral(parameter, block.source.slice(start, end), value),
  };
}
