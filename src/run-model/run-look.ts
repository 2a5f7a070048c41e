/** What a run was looked into for: its names when it was over, and what its lines gave names to. */

import type { Broadcast, LineValue, RunEvent, Variable } from '../training/protocol/protocol.ts';
import { MOST_ELEMENTS } from './variable-tree.ts';

export interface RunLook {
  /** Owners stand before their parts, and all names before the parts of any; of tensors the first elements. */
  readonly variables: readonly Variable[];
  readonly values: readonly LineValue[];
  readonly broadcasts: readonly Broadcast[];
}

/** Of a run that was not asked, or has not come to its end. */
export const NO_LOOK: RunLook = { variables: [], values: [], broadcasts: [] };

/** What is known after an event of the run. */
export function lookAfter(look: RunLook, event: RunEvent): RunLook {
  if (event.type === 'started') return NO_LOOK;
  if (event.type === 'variables') return { ...look, variables: event.variables.map(withFirstElements) };
  if (event.type !== 'lineValues' || !event.isLast) return look;
  const { values, broadcasts } = event;
  return { ...look, values, broadcasts };
}

function withFirstElements(variable: Variable): Variable {
  const { tensor } = variable;
  if (tensor === undefined) return variable;
  return { ...variable, tensor: { ...tensor, elements: tensor.elements.slice(0, MOST_ELEMENTS) } };
}
