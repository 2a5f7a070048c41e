/**
 * A recurrent layer along a sequence as one operation: by the heap's kernels, or in operations. A gradient that is recorded,
 * and one without kernels, is that of the steps in operations, taken anew.
 */
import { usesHeap } from '../../../backend/choice.ts';
import { inHeap } from '../../../backend/compute.ts';
import { runtimeError } from '../../../backend/error.ts';
import { hasCells } from '../../../backend/wasm/cells.ts';
import {
  layer,
  layerBackward,
  type Kept,
  type Mode,
  type Way,
} from '../../../backend/wasm/recurrent-layers.ts';
import { Tensor } from '../../../tensor/tensor.ts';
import { operation } from '../../operation.ts';
import { isRecording } from '../../tape/mode.ts';
import { outputGradients, type Gradients, type Node } from '../../tape/node.ts';
import { addmm, mm } from '../linalg/products.ts';
import { stack } from '../shape/joining.ts';
import { select } from '../shape/slicing.ts';
import { byOperations, gruStep, lstmStep, reluStep, tanhStep } from './recurrence.ts';

const STEPS: Readonly<Record<Mode, (given: Tensor, own: Tensor, last: Tensor) => Tensor[]>> = {
  RNN_TANH: tanhStep,
  RNN_RELU: reluStep,
  GRU: gruStep,
  LSTM: lstmStep,
};

/** What a walk does not compute with. */
interface Kind {
  readonly mode: Mode;
  readonly reverse: boolean;
}

interface Inputs {
  /** The input's shares in the gates, (L, n, gates * h). */
  readonly given: Tensor;
  /** State and, of LSTM, cell: (n, h). */
  readonly states: readonly Tensor[];
  /** (h, gates * h) */
  readonly weight: Tensor;
  readonly bias: Tensor | null;
}

/** The outputs (L, n, h), and the last state. */
function stepByStep({ mode, reverse }: Kind, { given, states, weight, bias }: Inputs): Tensor[] {
  const steps = given.shape[0] as number;
  const outputs: Tensor[] = [];
  let state = states;
  for (let i = 0; i < steps; i++) {
    const at = reverse ? steps - 1 - i : i;
    const [hidden] = state as [Tensor];
    const own = bias === null ? mm(hidden, weight) : addmm(bias, hidden, weight);
    state = STEPS[mode](select(given, 0, at), own, state.at(-1) as Tensor);
    outputs[at] = state[0] as Tensor;
  }
  return [stack(outputs), ...state];
}

const wayOf = ({ mode, reverse }: Kind, { given, states: [state] }: Inputs): Way => ({
  ...{ mode, reverse },
  steps: given.shape[0] as number,
  rows: given.shape[1] as number,
  hidden: state?.shape[1] as number,
});

function fuses({ given, states, weight, bias }: Inputs): boolean {
  const operands = [given, ...states, weight, ...(bias === null ? [] : [bias])];
  return operands.every((x) => x.dtype === 'float32') && usesHeap('fused', given.numel) && hasCells();
}

/** The outputs, the last state, and what the gradient reads: states, cells and gates, as far as there are any. */
function forward(kind: Kind, inputs: Inputs): Tensor[] {
  if (inputs.given.shape[0] === 0) throw runtimeError('Expected sequence length to be larger than 0 in RNN');
  if (!fuses(inputs)) return stepByStep(kind, inputs);
  const way = wayOf(kind, inputs);
  const { steps, rows, hidden } = way;
  const [state, cell = null] = inputs.states as [Tensor, Tensor?];
  const { output, lastState, lastCell, ...kept } = layer(way, { ...inputs, state, cell });
  const single = [rows, hidden];
  const results = [new Tensor(inHeap(output), [steps, ...single]), new Tensor(lastState, single)];
  if (lastCell !== null) results.push(new Tensor(lastCell, single));
  for (const buffer of [kept.states, kept.cells, kept.gates])
    if (buffer !== null) results.push(new Tensor(buffer, [buffer.length]));
  return results;
}

function gradient(kind: Kind, node: Node, hasBias: boolean): Gradients {
  const grads = outputGradients(node);
  const count = node.inputs.length;
  const saved = Array.from({ length: node.savedCount }, (_, i) => node.savedTensor(i));
  const inputsOf = (tensors: readonly Tensor[]): Inputs => {
    const [given, ...rest] = tensors as [Tensor, ...Tensor[]];
    const bias = hasBias ? (rest.pop() as Tensor) : null;
    const weight = rest.pop() as Tensor;
    return { given, states: rest, weight, bias };
  };
  const isFused = saved.length > count;
  if (!isFused || isRecording())
    return byOperations(node, (...tensors) => stepByStep(kind, inputsOf(tensors)), grads);
  const inputs = inputsOf(saved.slice(0, count));
  return backwardOfKernels(wayOf(kind, inputs), inputs, saved.slice(count), grads, node);
}

/** By kernels; the gradients in the order of the node's inputs. */
function backwardOfKernels(
  way: Way,
  { given, weight, bias, states: [state] }: Inputs,
  kept: readonly Tensor[],
  grads: readonly Tensor[],
  node: Node,
): Gradients {
  const [output, lastState, lastCell = null] = grads as [Tensor, Tensor, Tensor?];
  const place = lastCell === null ? 2 : 3;
  const found = layerBackward(
    way,
    weight,
    keptOf(way.mode, kept),
    { output, lastState, lastCell },
    {
      weight: node.needs(place),
      bias: node.needs(place + 1),
    },
  );
  const shape = (state as Tensor).shape;
  const [down, along] = weight.shape as [number, number];
  const all = [new Tensor(inHeap(found.given), given.shape), new Tensor(found.state, shape)];
  if (found.cell !== null) all.push(new Tensor(found.cell, shape));
  return [
    ...all,
    found.weight === null ? null : new Tensor(found.weight, weight.shape, [1, down]),
    found.bias === null ? null : new Tensor(found.bias, [along]),
  ].slice(0, bias === null ? place + 1 : place + 2);
}

function keptOf(mode: Mode, tensors: readonly Tensor[]): Kept {
  const [states, ...rest] = tensors.map(({ buffer }) => buffer) as [Kept['states'], ...Kept['states'][]];
  const cells = mode === 'LSTM' ? (rest.shift() ?? null) : null;
  return { states, cells, gates: rest.shift() ?? null };
}

type LayerArguments = readonly [Tensor, Tensor, Tensor, Tensor | null, Mode, boolean];

operation(
  '_recurrent_layer(Tensor given, Tensor hx, Tensor weight, Tensor? bias, str mode, bool reverse) -> (Tensor output, Tensor hidden)',
  {
    forward: (...[given, hx, weight, bias, mode, reverse]: LayerArguments): Tensor[] =>
      forward({ mode, reverse }, { given, states: [hx], weight, bias }),
    visible: 2,
    gradient: (_grad, node): Gradients => {
      const [, , , bias, mode, reverse] = node.args as LayerArguments;
      return gradient({ mode, reverse }, node, bias !== null);
    },
    saves: ['given', 'hx', 'weight', 'bias', 'result2', 'result3'],
    node: 'Stack',
    variants: 'function',
    doc: 'RNN or GRU along shares of the gates (L, n, gates * h) from a state (n, h), with a weight (h, gates * h).',
  },
);

type LstmArguments = readonly [Tensor, Tensor, Tensor, Tensor, Tensor | null, boolean];

operation(
  '_lstm_layer(Tensor given, Tensor hx, Tensor cx, Tensor weight, Tensor? bias, bool reverse) -> (Tensor output, Tensor hidden, Tensor cell)',
  {
    forward: (...[given, hx, cx, weight, bias, reverse]: LstmArguments): Tensor[] =>
      forward({ mode: 'LSTM', reverse }, { given, states: [hx, cx], weight, bias }),
    visible: 3,
    gradient: (_grad, node): Gradients => {
      const [, , , , bias, reverse] = node.args as LstmArguments;
      return gradient({ mode: 'LSTM', reverse }, node, bias !== null);
    },
    saves: ['given', 'hx', 'cx', 'weight', 'bias', 'result3', 'result4', 'result5'],
    node: 'Stack',
    variants: 'function',
    doc: 'LSTM along shares of the gates (L, n, 4 h) from a state and a cell (n, h), with a weight (h, 4 h).',
  },
);
