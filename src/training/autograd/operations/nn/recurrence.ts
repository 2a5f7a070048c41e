/**
 * One step of recurrent networks in operations, and that of a GRU as one operation, by the heap's kernels. A gradient that is
 * recorded, and one without kernels, is that of the step in operations, taken anew.
 */
import { usesHeap } from '../../../backend/choice.ts';
import { inHeap } from '../../../backend/compute.ts';
import * as kernels from '../../../backend/wasm/cells.ts';
import { adopt } from '../../../tensor/scope.ts';
import { Tensor } from '../../../tensor/tensor.ts';
import { operation } from '../../operation.ts';
import { gradientsOf } from '../../tape/backward.ts';
import { isRecording, withRecording } from '../../tape/mode.ts';
import type { Gradients, Node } from '../../tape/node.ts';
import { add, mul, sub } from '../pointwise/arithmetic.ts';
import { relu, sigmoid, tanh } from '../pointwise/functions.ts';
import { slice } from '../shape/slicing.ts';

const fuses = (...operands: readonly Tensor[]): boolean =>
  operands.every((x) => x.dtype === 'float32' && x.rank === 2) &&
  usesHeap('fused', operands[0]?.numel ?? 0) &&
  kernels.hasCells();

/** The gates (n, h) side by side in (n, count h). */
function gatesOf(x: Tensor, count: number): Tensor[] {
  const hidden = (x.shape.at(-1) as number) / count;
  return Array.from({ length: count }, (_, i) => slice(x, -1, i * hidden, (i + 1) * hidden));
}

const savedOf = (node: Node): Tensor[] =>
  Array.from({ length: node.savedCount }, (_, i) => node.savedTensor(i));

/** The gradients of steps by their operations, of those inputs that want one. */
export function byOperations(
  node: Node,
  step: (...inputs: Tensor[]) => Tensor[],
  grads: readonly Tensor[],
): Gradients {
  const createGraph = isRecording();
  const saved = node.inputs.map((_, i) => node.savedTensor(i));
  return withRecording(true, () => {
    const inputs = saved.map((x, i) => {
      if (createGraph || !node.needs(i)) return x;
      const leaf = x.alias();
      leaf.requiresGrad = true;
      return leaf;
    });
    const wanted = inputs.filter((_, i) => node.needs(i));
    const options = { retainGraph: createGraph, createGraph };
    const found = gradientsOf(step(...inputs), grads, wanted, options, true);
    for (const grad of found) if (grad !== null) adopt(grad);
    let next = 0;
    return inputs.map((_, i) => (node.needs(i) ? (found[next++] ?? null) : null));
  });
}

/** The new state from the shares of input and state (n, h). */
export const tanhStep = (given: Tensor, own: Tensor): Tensor[] => [tanh(add(given, own))];
export const reluStep = (given: Tensor, own: Tensor): Tensor[] => [relu(add(given, own))];

/** The new state and cell from the shares in the gates (n, 4 h) and the cell (n, h). */
export function lstmStep(given: Tensor, own: Tensor, cell: Tensor): Tensor[] {
  const [enter, forget, candidate, leave] = gatesOf(add(given, own), 4) as [Tensor, Tensor, Tensor, Tensor];
  const after = add(mul(sigmoid(forget), cell), mul(sigmoid(enter), tanh(candidate)));
  return [mul(sigmoid(leave), tanh(after)), after];
}

/** The new state from the shares in the gates (n, 3 h) and the state (n, h). */
export function gruStep(given: Tensor, own: Tensor, hidden: Tensor): Tensor[] {
  const [reset, update, candidate] = gatesOf(given, 3) as [Tensor, Tensor, Tensor];
  const [ownReset, ownUpdate, ownCandidate] = gatesOf(own, 3) as [Tensor, Tensor, Tensor];
  const opened = sigmoid(add(reset, ownReset));
  const kept = sigmoid(add(update, ownUpdate));
  const fresh = tanh(add(candidate, mul(ownCandidate, opened)));
  return [add(mul(sub(hidden, fresh), kept), fresh)];
}

operation('_thnn_fused_gru_cell(Tensor input_gates, Tensor hidden_gates, Tensor hx) -> Tensor[]', {
  forward: (given: Tensor, own: Tensor, hidden: Tensor): Tensor[] => {
    if (!fuses(given, own, hidden)) return gruStep(given, own, hidden);
    const [after, gates] = kernels.gruCell(given, own, hidden);
    const [rows, width] = hidden.shape as [number, number];
    return [new Tensor(inHeap(after), hidden.shape), new Tensor(gates, [rows, 4 * width])];
  },
  visible: 1,
  gradient: (grad, node): Gradients => {
    const isFused = node.savedCount === 4;
    if (!isFused || isRecording()) return byOperations(node, gruStep, [grad]);
    const [given, own, hidden, gates] = savedOf(node) as [Tensor, Tensor, Tensor, Tensor];
    const [forGiven, forOwn, forHidden] = kernels.gruCellBackward(grad, gates, hidden);
    return [
      new Tensor(inHeap(forGiven), given.shape),
      new Tensor(forOwn, own.shape),
      new Tensor(forHidden, hidden.shape),
    ];
  },
  saves: ['input_gates', 'hidden_gates', 'hx', 'result1'],
  node: 'Add',
  variants: 'function',
  doc: 'One step of a GRU from the shares of input and state in its gates (n, 3 h), and its state (n, h).',
});
