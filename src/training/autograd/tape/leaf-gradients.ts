/** Gradients that arrive at leaves: kept in `grad`, or handed to whoever asked for them, behind the leaves' hooks. */
import { scoped } from '../../tensor/scope.ts';
import type { Tensor } from '../../tensor/tensor.ts';
import { add } from '../operations/pointwise/arithmetic.ts';
import { accumulate } from './accumulate.ts';
import { AFTER_ACCUMULATION, applyHooks } from './custom-function.ts';
import type { Node } from './node.ts';

export interface BackwardOptions {
  readonly retainGraph: boolean;
  readonly createGraph: boolean;
  /** Filled with the leaves whose `grad` the pass changes. */
  readonly reached?: Set<Tensor>;
}

/** What a pass collects instead of, or besides, the leaves' `grad`. */
export interface Targets {
  /** Leaves and outputs of nodes whose gradients are wanted; null: every leaf gets its `grad`. */
  readonly captured: Map<Tensor | Node, Map<number, Tensor | null>> | null;
  readonly options: BackwardOptions;
  /** Sums for the leaves that have hooks. */
  readonly hooked: Map<Tensor, Tensor>;
}

/** A gradient on its way to a leaf, which gets it when all that it was made from is gone and it may be kept as it is. */
export interface LeafGradient {
  readonly leaf: Tensor;
  readonly output: number;
  readonly grad: Tensor;
}

/** Lets the hooks of leaves see their complete gradients, and keeps what they give. */
export function settleHooked({ captured, options, hooked }: Targets): void {
  for (const [leaf, sum] of hooked) {
    scoped(() => {
      const grad = applyHooks(leaf, 0, sum);
      const slots = captured?.get(leaf);
      if (slots) slots.set(0, grad.retain());
      else if (captured === null) {
        accumulate(leaf, grad, options.createGraph);
        options.reached?.add(leaf);
        applyHooks(leaf, AFTER_ACCUMULATION, grad);
      }
    });
  }
}

/** Ends the lifetime of what it delivers, unless the leaf keeps it. */
export function deliverToLeaf({ leaf, output, grad }: LeafGradient, targets: Targets): void {
  scoped(() => {
    const slots = targets.captured?.get(leaf);
    if (leaf.hooks !== null) {
      const present = targets.hooked.get(leaf);
      targets.hooked.set(leaf, (present ? add(present, grad) : grad).retain());
      present?.release();
    } else if (slots) {
      const present = slots.get(output);
      slots.set(output, (present ? add(present, grad) : grad).retain());
      present?.release();
    } else if (targets.captured === null) {
      accumulate(leaf, grad, targets.options.createGraph, true);
      targets.options.reached?.add(leaf);
    }
  });
  grad.release();
  leaf.release();
}
